"""`styring rapport vedtak`."""

from styring import tidstolk, verdi
from styring.cli import fullfoering, gitt, valg
from styring.cli.omgivelse import Omgivelse
from styring.cli.utgivelse import gi_alle

VISER = "dokument"


def vedtak(
    om: Omgivelse,
    periode: valg.Periode = None,
    siden: str | None = gitt.valg(
        "PERIODE",
        "Den runden lista sist ble laget for. Ellers runden før.",
        fullfoering.tidligere_perioder,
    ),
    etter: str | None = gitt.valg(
        "INNDELING",
        "Hva hvert kapittel gjelder: organ, eller året vedtakene ble gjort.",
        fullfoering.vedtaksinndelinger,
    ),
) -> None:
    """Lag lista over vedtakene: hva som gjenstår, hvordan det står, og hva som er blitt ferdig.

    Under hvert vedtak står ordlyden og alt som er rapportert i året. Det som er blitt ferdig siden
    forrige runde, er med denne ene gangen; siden er det bare talt. Går lista til kommunestyret
    sjeldnere enn det rapporteres, sier --siden hvilken runde den sist gjaldt.

    Lista er for alle: det som er unntatt offentlighet, er talt, men ikke med. Les gjennom det folk
    har skrevet, før du sender.
    """
    from styring.documents.vedtaksrapport import vedtaksrapport
    from styring.offentlig.doer import offentlig_per
    from styring.stand.runder import forrige_periode
    from styring.stand.vedtaksstand import Vedtaksinndeling

    runde = tidstolk.rapportrunde(om.kjent, verdi.tekst("--periode", periode), om.dag)
    sist = verdi.tekst("--siden", siden)
    foer = tidstolk.tidligere_periode(om.kjent, sist, runde.dag) if sist else None
    alle = Vedtaksinndeling
    inndeling = verdi.ordet(etter or alle.ORGAN, alle, "inndeling", "Kapitlene kan gjelde", "eller")
    synlig = offentlig_per(om.kjent, runde.dag)
    foer = foer or forrige_periode(om.kjent, runde)
    gi_alle(om, vedtaksrapport(synlig, runde.periode, foer, inndeling))
