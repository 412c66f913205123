"""New oppdrag, their fields, what they are broken down into, and the goals they work for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from typing import Any

from styring.actions.handling import Handling, Plass, hele
from styring.errors import StyringError, WrongUse
from styring.model.kontakt import Sektor
from styring.model.maal import Delmaal
from styring.model.oppdrag import Oppdrag, Oppdragsfil, Oppgave
from styring.register.innhold import Deloppgave, Register

_MAA_HA = ("id", "tittel", "sektor")


def ny(
    register: Register, sektor: Sektor, felt: Mapping[str, Any], aar: int | None = None
) -> Handling:
    """A new oppdrag with the next number of its sector and year, behind the sector's last one.

    The year is the newest there is a file for when none is given. Raises StyringError when there
    is none.
    """
    fil = _fil_for(register, sektor.kode, aar)
    stamme = f"{sektor.kode}-{fil.aar}-"
    opptatt = {*register.oppdrag_etter_id, *register.kjente_id("oppdrag")}
    id_ = f"{stamme}{_neste(opptatt, stamme):02}"
    post = {navn: {**felt, "id": id_, "sektor": sektor.kode}.get(navn) for navn in _felt(Oppdrag)}
    samme = [oppdrag for oppdrag in fil.oppdrag if oppdrag.sektor == sektor.kode]
    bak = register.i_fil(samme[-1])[1][-1] if samme else None
    endring = hele(fil).legg_til("oppdrag", post, bak + 1 if isinstance(bak, int) else None)
    sagt = f"{id_} er opprettet i {register.i_fil(fil)[0].kilde.name}."
    return Handling((endring,), (id_,), (sagt,))


def endre(
    post: Oppdrag | Deloppgave, felt: Mapping[str, Any], fjernes: Iterable[str] = ()
) -> Handling:
    """Other values in fields, and fields taken away. What is so already is no edit.

    Raises WrongUse for a field that such a record does not have, or cannot be without.
    """
    plass, verdier = _feltene_til(post)
    nye = {**felt, **dict.fromkeys(fjernes)}
    for navn, verdi in nye.items():
        if navn not in _felt(plass.klasse):
            hva = "en oppgave" if isinstance(post, Deloppgave) else "et oppdrag"
            raad = f"Feltene er {', '.join(_felt(plass.klasse))}."
            raise WrongUse(f"{hva} har ikke noe felt «{navn}»", raad)
        if verdi is None and navn in _MAA_HA:
            raise WrongUse(f"«{navn}» kan ikke fjernes; {post.id} må ha det")
    endret = [navn for navn, verdi in nye.items() if (getattr(verdier, navn) or None) != verdi]
    sagt = f"{post.id} er endret: {', '.join(endret)}." if endret else f"{post.id} er alt slik."
    return Handling(tuple(plass.sett(navn, nye[navn]) for navn in endret), (post.id,), (sagt,))


def del_opp(oppdrag: Oppdrag, titler: Sequence[str], felt: Mapping[str, Any]) -> Handling:
    """New oppgaver of an oppdrag, with the ids that follow those it has."""
    stamme = f"{oppdrag.id}."
    foerste = _neste((oppgave.id for oppgave in oppdrag.oppgaver), stamme)
    nye = {f"{stamme}{nummer}": tittel for nummer, tittel in enumerate(titler, foerste)}
    return Handling(
        tuple(
            hele(oppdrag).legg_til("oppgaver", {"id": id_, "tittel": tittel, **felt})
            for id_, tittel in nye.items()
        ),
        tuple(nye),
        tuple(f"{id_} er opprettet: {tittel}" for id_, tittel in nye.items()),
    )


def knytt(oppdrag: Oppdrag, delmaal: Iterable[Delmaal]) -> Handling:
    """Links from an oppdrag to the goals it works for. Those it has are no edit."""
    ider = list(dict.fromkeys(maal.id for maal in delmaal))
    nye = [id_ for id_ in ider if id_ not in oppdrag.delmaal]
    sagt = f"{oppdrag.id} er knyttet til {', '.join(nye)}."
    if not nye:
        sagt = f"{oppdrag.id} er alt knyttet til {', '.join(ider)}."
    return Handling(
        tuple(hele(oppdrag).legg_til("delmaal", id_) for id_ in nye), (oppdrag.id,), (sagt,)
    )


def loesne(oppdrag: Oppdrag, delmaal: Iterable[str]) -> Handling:
    """An oppdrag without its links to these goals. Raises WrongUse for one that it has not."""
    har = {id_.lower(): id_ for id_ in oppdrag.delmaal}
    bort = list(dict.fromkeys(har.get(id_.strip().lower(), id_) for id_ in delmaal))
    if fremmede := [id_ for id_ in bort if id_ not in oppdrag.delmaal]:
        raad = f"Det er knyttet til {', '.join(har.values())}." if har else None
        raise WrongUse(f"{oppdrag.id} er ikke knyttet til {', '.join(fremmede)}", raad)
    sagt = f"{oppdrag.id} er ikke lenger knyttet til {', '.join(bort)}."
    plass = hele(oppdrag)
    if len(bort) == len(oppdrag.delmaal):
        return Handling((plass.fjern("delmaal"),), (oppdrag.id,), (sagt,))
    # From the back, since what stands behind moves up.
    indekser = sorted((oppdrag.delmaal.index(id_) for id_ in bort), reverse=True)
    endringer = tuple(plass.fjern("delmaal", indeks) for indeks in indekser)
    return Handling(endringer, (oppdrag.id,), (sagt,))


def _feltene_til(post: Oppdrag | Deloppgave) -> tuple[Plass, Oppdrag | Oppgave]:
    if isinstance(post, Deloppgave):
        return Plass(post.oppdrag, Oppgave, ("oppgaver", post.nummer)), post.oppgave
    return hele(post), post


def _felt(klasse: type) -> tuple[str, ...]:
    return tuple(felt.name for felt in fields(klasse))


def _fil_for(register: Register, kode: str, aar: int | None) -> Oppdragsfil:
    """The file of a year in which a sector's oppdrag stand, else the year's last."""
    aarene = {fil.aar for fil in register.oppdragsfiler}
    valgt = max(aarene, default=0) if aar is None else aar
    filer = [fil for fil in register.oppdragsfiler if fil.aar == valgt]
    if not filer:
        raad = f"Lag filen oppdrag/{aar}.yaml med «aar: {aar}» og «oppdrag: []»." if aar else None
        hvilke = "" if aar is None else f" for {aar}"
        raise StyringError(f"det er ingen fil med oppdrag{hvilke}", raad)
    med = [fil for fil in filer if any(oppdrag.sektor == kode for oppdrag in fil.oppdrag)]
    return (med or filer)[-1]


def _neste(ider: Iterable[str], stamme: str) -> int:
    """The number after the highest that an id on this stem has."""
    haler = (id_[len(stamme) :] for id_ in ider if id_.lower().startswith(stamme.lower()))
    return max((int(hale) for hale in haler if hale.isdecimal()), default=0) + 1
