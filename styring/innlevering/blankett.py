"""The form that an editor opens on: YAML to fill in, with what is wrong as comments in it."""

import re
from collections.abc import Iterable, Sequence

from styring.finding import Finding
from styring.formats.yaml import linje
from styring.innlevering.skjematekst import LINJE, MERKE
from styring.model.fulgt import Fulgt
from styring.model.innmelding import SAGT
from styring.model.oppdrag import Rapportstatus, Vurdering
from styring.tegn import ufarlig
from styring.yamlfile.read import read

_INNLEDNING = (
    "Fyll ut det du vil rapportere. Det du lar stå tomt, blir ikke rapportert.",
    "",
    f"status:           {', '.join(status.navn for status in Rapportstatus)}",
    f"vurdering:        {', '.join(vurdering.navn for vurdering in Vurdering)}",
    "forventet_ferdig: 30.06.2023, juni 2023, 2. kvartal 2023, T1, H1 eller 2023",
    "",
    "Lagre filen og lukk redigeringsprogrammet, så blir rapportene ført inn.",
)
# A line that opens a block of text: dashes, perhaps a key, and «|» or «>».
_BLOKK = re.compile(r"( *(?:- +)*+)(?:([^#\s][^\r\n]*?): +)?[|>][-+1-9]{0,2} *(?:#.*)?[\r\n]*")


def blankett(poster: Iterable[tuple[Fulgt, Iterable[str]]]) -> str:
    """The form: how it is filled in, and a report to fill in for each thing, with what helps."""
    deler = [_kommentar(_INNLEDNING)]
    for post, omtale in poster:
        hode = _kommentar((f"{post.id}  {post.tittel}", *(f"  {tekst}" for tekst in omtale)))
        felt = SAGT if post.har_runder else ("status", "kommentar")
        deler.append("\n".join((f"{hode}- {_id(post.id)}", *(f"  {navn}:" for navn in felt), "")))
    return "\n".join(deler)


def med_feil(tekst: str, funn: Iterable[Finding]) -> str:
    """The form as typed, with each fault right above its line and earlier faults gone.

    The lines of the faults are those of the form without faults in it. No comment is put inside
    a block of text, where it would become a part of what is said.
    """
    linjer = _linjer(uten_feil(tekst))
    utenfor = _utenfor_blokker(linjer)
    slutt = "\r\n" if "\r\n" in tekst else "\n"
    over: dict[int, list[str]] = {}
    for funnet in sorted(funn, key=Finding.sort_key):
        nummer = utenfor[max(0, min(funnet.sted.linje, len(linjer)) - 1)]
        innrykk = re.match(" *", linjer[nummer])
        foran = f"{innrykk[0] if innrykk else ''}{MERKE}"
        sagt = [funnet.melding] + ([f"  {funnet.raad}"] if funnet.raad else [])
        over.setdefault(nummer, []).extend(f"{foran}{ufarlig(del_)}{slutt}" for del_ in sagt)
    return "".join("".join([*over.get(nummer, ()), linjen]) for nummer, linjen in enumerate(linjer))


def uten_feil(tekst: str) -> str:
    """The form without the faults in it: to the byte what was typed."""
    return "".join(linjen for linjen in _linjer(tekst) if not linjen.lstrip(" ").startswith(MERKE))


def _kommentar(tekster: Iterable[str]) -> str:
    """Text as comments, a line each, that are not taken for faults."""
    linjer = (f"# {ufarlig(tekst)}".rstrip() for tekst in tekster)
    return "".join(f"#{' ' * linjen.startswith(MERKE.rstrip())}{linjen[1:]}\n" for linjen in linjer)


def _id(id_: str) -> str:
    """An id as people would write it, where that reads the same."""
    forslag = f"id: {id_}"
    lest = read("", forslag.encode("utf-8", "replace"))
    return forslag if lest.value == {"id": id_} and not lest.faults else linje("id", id_)


def _linjer(tekst: str) -> list[str]:
    """The lines as a file's places count them, with their ends; at least one."""
    linjer = LINJE.findall(tekst)  # the last match is the nothing behind the last line
    return linjer[:-1] or linjer


def _utenfor_blokker(linjer: Sequence[str]) -> list[int]:
    """For each line its own number, or that of the line that opens the block it is inside."""
    utenfor: list[int] = []
    aapner, bredde = 0, -1
    for nummer, linjen in enumerate(linjer):
        innhold = linjen.strip(" \r\n")
        er_inni = bredde >= 0 and (not innhold or len(linjen) - len(linjen.lstrip(" ")) > bredde)
        if not er_inni:
            aapnet = _BLOKK.fullmatch(linjen)
            aapner, bredde = nummer, -1
            if aapnet:
                streker, noekkel = aapnet.groups()
                bredde = len(streker) if noekkel else streker.rfind("-")
        utenfor.append(aapner)
    return utenfor
