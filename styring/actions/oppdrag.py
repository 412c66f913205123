"""New oppdrag, their fields, what they are broken down into, and the goals they work for."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from styring.actions import feltverdier
from styring.actions.handling import Handling, Plass, hele, ordnet, plassen
from styring.actions.nyfil import ny_fil
from styring.errors import BrokenData, WrongUse
from styring.model.fulgt import Fulgt
from styring.model.kontakt import Sektor
from styring.model.oppdrag import Oppdrag, Oppdragsfil
from styring.model.vedtak import Oppfulgt
from styring.register.idbruk import neste_nummer
from styring.register.innhold import Register
from styring.slag import OPPDRAG, OPPDRAGSFIL


def ny(
    register: Register, sektor: Sektor, felt: Mapping[str, Any], aar: int | None = None
) -> Handling:
    """A new oppdrag with the next number of its sector and year, behind the sector's last one.

    Where all ids are on one stem of another kind, such as `TB2026-`, it is the next on that. The
    year is the newest there is a file for when none is given; one that has no file, gets one.
    Raises WrongUse when there is no year, and BrokenData when some ids cannot be read.
    """
    if not register.er_lest(OPPDRAG):
        melding = "neste ledige nummer er ukjent, for en fil med oppdrag kan ikke leses"
        raise BrokenData(melding, funn=register.feil_i(OPPDRAG))
    valgt = aar or max((fil.aar for fil in register.oppdragsfiler), default=0)
    if not valgt:
        raise WrongUse("det er ingen fil med oppdrag", "Gi året med --aar, så blir den laget.")
    stamme, bredde = _stamme(register, sektor.kode, valgt)
    opptatt = {*register.etter_id(OPPDRAG), *register.kjente_id(OPPDRAG)}
    id_ = f"{stamme}{neste_nummer(opptatt, stamme):0{bredde}}"
    post = ordnet(Oppdrag, {**felt, "id": id_, "sektor": sektor.kode})
    if fil := _sektorens_fil(register, sektor.kode, valgt):
        samme = [oppdrag for oppdrag in fil.oppdrag if oppdrag.sektor == sektor.kode]
        bak = register.i_fil(samme[-1])[1][-1] if samme else None
        foran = bak + 1 if isinstance(bak, int) else None
        endring, navn = hele(fil).legg_til(OPPDRAG.liste, post, foran), register.i_fil(fil)[0]
    else:
        ny = ny_fil(register, OPPDRAGSFIL, str(valgt) if register.med(OPPDRAG) else "", aar=valgt)
        endring, navn = Plass(ny, Oppdragsfil).legg_til(OPPDRAG.liste, post), ny.fil
    return Handling((endring,), (id_,), (f"{id_} er opprettet i {navn.kilde.name}.",))


def endre(post: Fulgt, felt: Mapping[str, Any], fjernes: Iterable[str] = ()) -> Handling:
    """Other values in its fields, as `feltverdier.endre`."""
    return feltverdier.endre(plassen(post), post.selv, post.id, {**felt, **_viker(felt)}, fjernes)


def _viker(felt: Mapping[str, Any]) -> dict[str, None]:
    """A deadline takes the place of none, and the other way round."""
    viker = {"frist": "loepende", "loepende": "frist"}
    return {viker[navn]: None for navn in viker if felt.get(navn)}


def del_opp(post: Oppfulgt, titler: Sequence[str], felt: Mapping[str, Any]) -> Handling:
    """New oppgaver of an oppdrag or vedtak, with the ids that follow those it has."""
    stamme = f"{post.id}."
    foerste = neste_nummer((oppgave.id for oppgave in post.oppgaver), stamme)
    nye = {f"{stamme}{nummer}": tittel for nummer, tittel in enumerate(titler, foerste)}
    return Handling(
        tuple(
            hele(post).legg_til("oppgaver", {"id": id_, "tittel": tittel, **felt})
            for id_, tittel in nye.items()
        ),
        tuple(nye),
        tuple(f"{id_} er opprettet: {tittel}" for id_, tittel in nye.items()),
    )


def _sektorens_fil(register: Register, kode: str, aar: int) -> Oppdragsfil | None:
    """The file of a year in which a sector's oppdrag stand, else the year's last, if any."""
    filer = [fil for fil in register.oppdragsfiler if fil.aar == aar]
    med = [fil for fil in filer if any(oppdrag.sektor == kode for oppdrag in fil.oppdrag)]
    return next(reversed(med or filer), None)


def _stamme(register: Register, kode: str, aar: int) -> tuple[str, int]:
    """What ids of a year begin with, and of how many digits their numbers are at least."""
    vanlig = (f"{kode}-{aar}-", 2)
    stammer, bredder = set[str](), set[int]()
    for oppdrag in register.oppdrag:
        foerste = register.aarene(oppdrag)[0]
        form = re.fullmatch("(.*[^0-9])([0-9]+)", oppdrag.id)
        if form is None or form[1].lower().startswith(f"{oppdrag.sektor.lower()}-"):
            return vanlig
        stammer.add(form[1].replace(str(foerste), str(aar)))
        bredder.add(len(form[2]) if form[2].startswith("0") else 1)
    return (stammer.pop(), max(bredder)) if len(stammer) == 1 else vanlig
