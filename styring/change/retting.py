"""Mending what has one right answer, as the rules give it."""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum

from styring.actions.handling import Endring, Handling, som_yaml
from styring.model.tid import les_frist
from styring.model.vedtak import Oppfulgt
from styring.register.innhold import Register
from styring.rules.kjoering import rettelige
from styring.slag import OPPGAVE
from styring.yamlfile.edits import Put
from styring.yamlfile.places import Route, at


def rett(register: Register, dag: date) -> Handling:
    """All repairs as one act."""
    funnet = sorted(rettelige(register, dag), key=lambda par: par[1].sort_key())
    endringer = [
        Endring(problem.post, Put(problem.rute, problem.riktig, (), problem.over_merknad))
        for problem, _ in funnet
    ]
    sagt = [
        f"{funn.sted.fil}:{funn.sted.linje}: rettet {funn.kode} til «{problem.riktig}»"
        for problem, funn in funnet
    ]
    ider = [getattr(problem.post, "id", None) for problem, _ in funnet]
    for post, rute, riktig in _tider_og_ord(register):
        sted = register.sted(post, rute)
        er_ord = isinstance(riktig, StrEnum)
        kode, slik = ("FELT004", f"{rute[-1]}: {riktig}") if er_ord else ("FELT005", riktig)
        ny = som_yaml(riktig if er_ord else les_frist(riktig))
        endringer.append(Endring(post, Put(rute, ny)))
        sagt.append(f"{sted.fil}:{sted.linje}: rettet {kode} til «{slik}»")
        ider.append(getattr(post, "id", None))
    for post, nummer, ny in _uten_id(register):
        rute = (OPPGAVE.liste, nummer)
        sted = register.sted(post, rute)
        endringer.append(Endring(post, Put((*rute, OPPGAVE.noekkel), ny, (OPPGAVE.noekkel,))))
        sagt.append(f"{sted.fil}:{sted.linje}: oppgaven har fått id «{ny}»")
        ider.append(post.id)
    ingen = "Det er ingenting å rette som har bare ett riktig svar."
    return Handling(
        tuple({(id(e.post), e.edit.route): e for e in endringer}.values()),
        tuple(dict.fromkeys(id_ for id_ in ider if id_)),
        tuple(sagt) or (ingen,),
    )


def _tider_og_ord(register: Register) -> Iterator[tuple[object, Route, str]]:
    """Each time and word that is written as people do: its record, its route, and the right one."""
    for fil in register.filer:
        ruter = {register.i_fil(post)[1]: post for post in register.alle_i(fil)}
        for rute, riktig in fil.riktig.items():
            lengde = max((n for n in range(len(rute)) if rute[:n] in ruter), default=None)
            if lengde is not None:
                yield ruter[rute[:lengde]], rute[lengde:], riktig


def _uten_id(register: Register) -> Iterator[tuple[Oppfulgt, int, str]]:
    """Each oppgave that has no id, by what it is part of and its number there, and a free one."""
    for post in register.oppfulgte:
        fil, rute = register.i_fil(post)
        oppgaver = at(fil.dokument.value, (*rute, OPPGAVE.liste))
        hele = [o for o in oppgaver if isinstance(o, dict)] if isinstance(oppgaver, list) else []
        brukt = [str(oppgave.get("id", "")).rpartition(".")[2] for oppgave in hele]
        neste = max((int(nummer) for nummer in brukt if nummer.isdecimal()), default=0)
        for nummer, oppgave in enumerate(oppgaver if hele else ()):
            if isinstance(oppgave, dict) and oppgave.get("id") is None:
                neste += 1
                yield post, nummer, f"{post.id}.{neste}"
