"""All of one oppdrag."""

from __future__ import annotations

from datetime import date
from typing import Any

from styring.model.oppdrag import Oppdrag, Rapport, Status
from styring.register import stand
from styring.register.innhold import Register
from styring.views.ark import Ark, Avsnitt
from styring.views.data import som_data
from styring.views.oppdrag import data, navn_paa
from styring.views.visning import Kolonne, Tabell, Verdi


def ark(register: Register, oppdrag: Oppdrag, dag: date) -> Ark:
    """All there is to say of an oppdrag: the goals above it, who has it, the tasks, the reports."""
    sektor = register.sektor.get(oppdrag.sektor.lower())
    holder = stand.ansvarlig(register, oppdrag)
    avsnitt = [
        Avsnitt(
            None,
            _utfylt(
                ("Sektor", f"{sektor.navn} ({sektor.kode})" if sektor else oppdrag.sektor),
                ("Delansvar", oppdrag.delansvar),
                ("Ansvarlig", navn_paa(register, holder) or "ingen"),
                ("Status", stand.status(register, oppdrag)),
                ("Frist", oppdrag.frist),
                ("Forfalt", "ja" if stand.er_forfalt(register, oppdrag, dag) else None),
                ("Beskrivelse", oppdrag.beskrivelse),
                ("Unntatt", oppdrag.unntatt.hjemmel if oppdrag.unntatt else None),
                ("Kilde", oppdrag.kilde),
            ),
        ),
        *(Avsnitt("Mål", _maal_over(register, id_)) for id_ in oppdrag.delmaal),
    ]
    if oppdrag.delegering:
        avsnitt.append(Avsnitt("Delegering", tabell=_delegering(register, oppdrag)))
    if oppdrag.oppgaver:
        avsnitt.append(Avsnitt("Oppgaver", tabell=_oppgaver(register, oppdrag)))
    avsnitt.extend(
        Avsnitt(f"Rapport {rapport.periode}", _rapport(register, rapport))
        for rapport in stand.nyeste_foerst(register, oppdrag)
    )
    if oppdrag.egne:
        egne = tuple((noekkel, _egen(verdi)) for noekkel, verdi in oppdrag.egne.items())
        avsnitt.append(Avsnitt("Egne felt", egne))
    return Ark(oppdrag.id, oppdrag.tittel, tuple(avsnitt), lambda: data(register, oppdrag, dag))


def _maal_over(register: Register, id_: str) -> tuple[tuple[str, Verdi], ...]:
    veien: list[tuple[str, Verdi]] = []
    for omraade in register.satsingsomraader:
        for hovedmaal in omraade.hovedmaal:
            for delmaal in hovedmaal.delmaal:
                if delmaal.id == id_:
                    veien = [
                        ("Satsingsområde", f"{omraade.id} {omraade.tittel}"),
                        ("Hovedmål", f"{hovedmaal.id} {hovedmaal.tittel}"),
                        ("Delmål", f"{delmaal.id} {delmaal.tittel}"),
                    ]
    return tuple(veien) or (("Delmål", id_),)


def _delegering(register: Register, oppdrag: Oppdrag) -> Tabell:
    kolonner = (
        Kolonne("dato", "Dato"),
        Kolonne("av", "Fra"),
        Kolonne("til", "Til"),
        Kolonne("merknad", "Merknad", er_lang=True),
    )
    return Tabell(
        kolonner,
        tuple(
            (ledd.dato, navn_paa(register, ledd.av), navn_paa(register, ledd.til), ledd.merknad)
            for ledd in oppdrag.delegering
        ),
        lambda: som_data(oppdrag.delegering),
    )


def _oppgaver(register: Register, oppdrag: Oppdrag) -> Tabell:
    kolonner = (
        Kolonne("id", "Id"),
        Kolonne("tittel", "Oppgave", er_lang=True),
        Kolonne("ansvarlig", "Ansvarlig", kort="Ansv."),
        Kolonne("status", "Status"),
        Kolonne("frist", "Frist"),
        Kolonne("merknad", "Merknad", er_lang=True),
    )
    return Tabell(
        kolonner,
        tuple(
            (
                oppgave.id,
                oppgave.tittel,
                navn_paa(register, oppgave.ansvarlig),
                Status(oppgave.status) if oppgave.status else Status.IKKE_RAPPORTERT,
                oppgave.frist,
                oppgave.merknad,
            )
            for oppgave in oppdrag.oppgaver
        ),
        lambda: som_data(oppdrag.oppgaver),
    )


def _rapport(register: Register, rapport: Rapport) -> tuple[tuple[str, Verdi], ...]:
    return _utfylt(
        ("Status", Status(rapport.status)),
        ("Vurdering", rapport.vurdering),
        ("Kommentar", rapport.kommentar),
        ("Forventet ferdig", rapport.forventet_ferdig),
        ("Avvik", rapport.avvik),
        ("Tiltak", rapport.tiltak),
        ("Rapportert", rapport.dato),
        ("Av", navn_paa(register, rapport.av)),
    )


def _utfylt(*par: tuple[str, Verdi]) -> tuple[tuple[str, Verdi], ...]:
    return tuple((navn, verdi) for navn, verdi in par if verdi not in (None, ()))


def _egen(verdi: Any) -> str:
    """A value of the municipality's own as text, the way YAML would have it."""
    if isinstance(verdi, bool):
        return "true" if verdi else "false"
    if isinstance(verdi, list):
        return ", ".join(map(_egen, verdi))
    if isinstance(verdi, dict):
        return ", ".join(f"{noekkel}: {_egen(del_)}" for noekkel, del_ in verdi.items())
    return "" if verdi is None else str(som_data(verdi))
