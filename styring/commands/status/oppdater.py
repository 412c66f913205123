"""`styring status oppdater`: report where it stands."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import typer

from styring import tidstolk, tolk, verdi
from styring.cli import fullfoering, gitt, valg
from styring.cli.endring import utfoer, utfoer_forslag
from styring.cli.omgivelse import Omgivelse, si, si_funn, sti, ut
from styring.errors import WrongUse
from styring.stand.mangler import Utestaaende

if TYPE_CHECKING:
    from styring.actions.handling import Handling
    from styring.register.innhold import Register


@dataclass(frozen=True)
class Fil:
    """A file of reports, and what of it is taken in."""

    fra: str | None = gitt.valg("FIL", "Hent rapportene fra en fil: YAML, CSV eller JSON.")
    erstatt: bool = gitt.bryter(
        "--erstatt", "La det som står i filen, gå foran det som er rapportert fra før."
    )
    streng: bool = gitt.bryter("--streng", "Avvis en fil der noe ikke blir brukt.")

    def meld(
        self, om: Omgivelse, fra: str, periode: str | None, av: str | None, *, diff: bool
    ) -> None:
        """Reports from a YAML, CSV or JSON file, or from stdin for «-»: all of them or none.

        With `erstatt` they take the place of reports that they were not made from. What stands in
        other columns and differs from the data is told of; with `streng` nothing is taken in then.
        """
        from styring.finding import Alvor
        from styring.innlevering.levering import Levering, ubrukt
        from styring.innlevering.skjema import les, les_fil
        from styring.views.lister import lister
        from styring.yamlfile.read import MAX_BYTES

        listeord = lister(om.register, om.dag).ord_()
        if fra == "-":
            data = sys.stdin.buffer.read(MAX_BYTES + 1)
            skjema = les("stdin", data, listeord, om.dag.year)
        else:
            skjema = les_fil(sti("--fra", fra, "fil"), listeord, om.dag.year)
        alvor = Alvor.FEIL if self.streng else Alvor.ADVARSEL
        rest = tuple(ubrukt(om.register, skjema, om.dag, alvor))
        levering = Levering(skjema, om.dag, periode, av, erstatt=self.erstatt, ubrukt=rest)
        if levering.er_tom:
            ut("Det er ingen rapporter der.\n")
        else:
            utfoer_forslag(om, levering.forslag, diff=diff)
        si_funn(rest)


_MAATER = "Gi status og resten som valg, eller bruk --rediger eller --fra."


def oppdater(
    om: Omgivelse,
    *,
    ider: list[str] | None = gitt.argument(
        "[ID...]",
        "Oppdrag, vedtak eller oppgaver. Kan forkortes: «sos-1», «sos-1.2».",
        fullfoering.alt_som_foelges_opp,
    ),
    status: str | None = gitt.valg(
        "STATUS", "Hvor det står, for eksempel «under arbeid».", fullfoering.rapportstatuser
    ),
    kommentar: str | None = gitt.valg("TEKST", "Hva som ellers er viktig å vite."),
    forventet_ferdig: str | None = gitt.valg(
        "NÅR", "30.06.2023, juni 2023, 2. kvartal 2023, T1, H1 eller 2023."
    ),
    vurdering: str | None = gitt.valg(
        "FARGE", "Hvordan det går: grønn, gul eller rød.", fullfoering.vurderinger
    ),
    avvik: str | None = gitt.valg("TEKST", "Hva som ikke går som det skulle."),
    tiltak: str | None = gitt.valg("TEKST", "Hva som gjøres med avviket."),
    periode: valg.Periode = None,
    av: str | None = gitt.valg(
        "KONTAKT", "Hvem som rapporterer. Ellers den som har det.", fullfoering.mottakere
    ),
    sektor: valg.Sektorer = None,
    ansvarlig: list[str] | None = gitt.valg(
        "KONTAKT", "Bare det denne personen har. Kan gjentas.", fullfoering.kontakter
    ),
    rediger: bool = gitt.bryter("--rediger", "Fyll ut alt som mangler i et skjema i $EDITOR."),
    fil: Fil,
    diff: valg.Diff = False,
) -> None:
    """Rapporter hvordan det står med oppdrag, vedtak og oppgaver.

    Gi id og status, for eksempel «styring status oppdater sos-1 --status ferdig». Uten valg blir
    du spurt om alt som mangler rapport, og svarene om hvert oppdrag blir lagret når det siste er
    gitt. En ny rapport for samme periode erstatter den gamle. Fra en fil gjør den det bare når den
    er laget av den gamle (i kolonnen «rapportert» står dagen dens), eller med --erstatt.
    """
    sagt: dict[str, Any] = {
        "status": None if status is None else verdi.rapportstatus(status),
        "kommentar": verdi.tekst("--kommentar", kommentar),
        "forventet_ferdig": verdi.frist("--forventet-ferdig", forventet_ferdig, om.dag.year),
        "vurdering": None if vurdering is None else verdi.vurdering(vurdering),
        "avvik": verdi.tekst("--avvik", avvik),
        "tiltak": verdi.tekst("--tiltak", tiltak),
    }
    periode = verdi.tekst("--periode", periode)
    er_sagt = any(verdi is not None for verdi in sagt.values())
    if er_sagt + rediger + (fil.fra is not None) > 1:
        raise WrongUse("det er bare mulig å rapportere på én måte om gangen", _MAATER)
    if (fil.erstatt or fil.streng) and fil.fra is None:
        raise WrongUse(f"{'--erstatt' if fil.erstatt else '--streng'} hører sammen med --fra")
    if er_sagt:
        if sektor or ansvarlig:
            raad = "De velger hva du blir spurt om. Her skriver du id-ene."
            raise WrongUse("--sektor og --ansvarlig brukes ikke sammen med en status", raad)
        if not ider:
            raad = "Skriv id-en, for eksempel «sos-1»."
            raise WrongUse("hvilket oppdrag eller vedtak gjelder det?", raad)
        sagt["periode"] = periode
        utfoer(om, lambda register: _rapport(om, register, ider, av, sagt), diff=diff)
        return
    hvem = tolk.id_til(tolk.mottaker(om.dag), om.register, av)
    if fil.fra is not None:
        if ider or sektor or ansvarlig:
            raise WrongUse("--fra tar det som står i filen, uten utvalg")
        fil.meld(om, fil.fra, periode, hvem, diff=diff)
        return
    utvalg = Utestaaende(
        tidstolk.periode(om.register, periode, om.dag) if periode else None,
        frozenset(tolk.oppfulgt_eller_oppgave(om.register, id_).id for id_ in ider or ()),
        tolk.sektorkoder(om.register, sektor),
        frozenset(tolk.kontakt(om.register, id_).id for id_ in ansvarlig or ()),
    )
    if diff and not rediger:
        raise WrongUse("--diff må ha noe å vise", _MAATER)
    if not rediger and not (sys.stdin.isatty() and sys.stdout.isatty()):
        _list_mangler(om, utvalg)
        return
    er_utelatt = om.si_utelatt()  # first: it is not asked about
    if rediger:
        from styring.cli.redigering import rediger as rediger_skjema

        rediger_skjema(om, utvalg, hvem, diff=diff)
    else:
        from styring.cli.samtale import spoer

        spoer(om, utvalg._replace(halve=True), hvem)
    if er_utelatt:
        raise typer.Exit(1)


def _rapport(
    om: Omgivelse, register: Register, ider: list[str], av: str | None, sagt: dict[str, Any]
) -> Handling:
    """The same report on one or more."""
    from styring.actions.handling import samlet
    from styring.actions.rapportering import rapporter
    from styring.model.innmelding import Innmelding

    hvem = tolk.id_til(tolk.mottaker(om.dag), register, av)
    poster = dict.fromkeys(tolk.oppfulgt_eller_oppgave(register, id_) for id_ in ider)
    return samlet(
        rapporter(register, post, Innmelding(id=post.id, av=hvem, **sagt), om.dag)
        for post in poster
    )


def _list_mangler(om: Omgivelse, utvalg: Utestaaende) -> None:
    """What lacks a report, where nobody can be asked. Exit status 2 when there is something."""
    from styring.stand.antall import antall
    from styring.views.mangelliste import mangelliste

    poster = list(utvalg.velg(om.register, om.dag))
    if not poster:
        ut("Ingenting mangler rapport.\n")
        om.krev_hele()
        return
    om.vis(mangelliste(om.register, poster, om.dag))
    periode = utvalg.runde(om.register, om.dag)
    si(
        f"{antall(poster)} mangler rapport{f' for {periode}' if periode else ''}.",
        "Dette er ikke en terminal, så du blir ikke spurt. Bruk kommandoene over, eller --fra FIL.",
    )
    raise typer.Exit(2)
