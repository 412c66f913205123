"""`styring oppdrag deleger`."""

from typing import Any

from styring import tolk, verdi
from styring.cli import fullfoering, gitt
from styring.cli.omgivelse import Omgivelse
from styring.errors import WrongUse
from styring.slag import Slag


def deleger(
    om: Omgivelse,
    register: gitt.Register,
    slag: Slag[Any],
    til: str = gitt.valg(
        "KONTAKT",
        "Hvem som får det. En virksomhet er lederen av den.",
        fullfoering.mottakere,
    ),
    ider: list[str] | None = gitt.argument(
        "[ID...]", "Ett eller flere. En id kan forkortes: «sos-1», «v-2».", fullfoering.av_slaget
    ),
    av: str | None = gitt.valg(
        "KONTAKT", "Hvem som gir det fra seg. Ellers den som har det.", fullfoering.kontakter
    ),
    fra_person: str | None = gitt.valg(
        "KONTAKT",
        "Gi videre alt denne personen har: oppdrag, vedtak og åpne oppgaver.",
        fullfoering.kontakter,
    ),
    merknad: str | None = gitt.valg("TEKST", "Hva som er avtalt."),
) -> gitt.Handling:
    """Gi oppfølgingen videre til en annen.

    Det er den som har oppdraget eller vedtaket, som gir det videre, til en i kontakter.yaml.
    Dagen er dagen i dag, eller den du gir med --dato. Når noen slutter, gir --fra-person alt de
    har, til en annen i én endring.
    """
    from styring.actions.delegering import deleger, kjeden, overlat
    from styring.actions.handling import samlet

    if not ider and fra_person is None:
        raad = "Skriv id-en, for eksempel «sos-1», eller gi alt en person har med --fra-person."
        raise WrongUse("hva skal gis videre?", raad)
    if fra_person is not None and av is not None:
        raise WrongUse("--fra-person sier hvem det er fra, og brukes ikke sammen med --av")
    avtalt = verdi.tekst("--merknad", merknad)
    poster = tolk.flere(tolk.av(slag), register, ider or ())
    try:
        mottaker = tolk.entydig(register, tolk.mottaker(om.dag)(register, til))
    except WrongUse as feil:
        kjedene = (kjeden(register, post, om.dag) for post in poster)
        raise WrongUse(feil.melding, *feil.raad, *kjedene) from None
    hvem = av if fra_person is None else fra_person
    giver = None if hvem is None else tolk.entydig(register, tolk.kontakt(register, hvem))
    if giver is not None and fra_person is not None:
        return overlat(register, giver, mottaker, om.dag, bare=poster, merknad=avtalt)
    return samlet(
        deleger(register, post, mottaker, om.dag, av=giver, merknad=avtalt) for post in poster
    )
