"""Rules of the texts themselves, wherever they stand."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

from styring.finding import Alvor
from styring.register.innhold import Datafil, Register
from styring.rules.regel import Problem, regel
from styring.yamlfile.places import Route

# A file that has none of these anywhere has no text with them: most files are done at that.
_KANSKJE_RUSK = re.compile(r"\S  +[^\s#]|\w-\s|\u00ad|\\")
_KANSKJE_STYRETEGN = re.compile(r"[\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069]|\\")

_DELT_ORD = re.compile(r"[^\W\d_]+-\s+(?!(?:og|eller|samt|men|til|kontra|og/eller)\b)[a-zæøå]+")
_RUSK = re.compile(r"(?<=\S)  +|\u00ad")
# Control characters, and those that turn or hide the text around them.
_STYRETEGN = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069]"
)


@regel("TXT001", Alvor.ADVARSEL)
def oppdelte_bokstaver(register: Register, _: date) -> Iterator[Problem]:
    """En bokstav er satt sammen av to tegn, for eksempel å av a og en ring.

    Det ser likt ut, men er en annen tekst: søk finner den ikke, og sorteringen blir feil. Slik
    tekst kommer gjerne fra en PDF eller en Mac.

    Galt i oppdrag.yaml:

        oppdrag:
          - id: SOS-2023-01
            tittel: Lage en plan pa\u030a norsk
                    ^^^^^^^^^^^^^^^^^^^^^^
            sektor: SOS

    Riktig i oppdrag.yaml:

        oppdrag:
          - id: SOS-2023-01
            tittel: Lage en plan på norsk
            sektor: SOS
    """
    for fil in register.filer:
        if unicodedata.is_normalized("NFC", fil.kilde.text) and "\\" not in fil.kilde.text:
            continue
        for post, rute, tekst in _tekster(register, fil):
            if not unicodedata.is_normalized("NFC", tekst):
                melding = "teksten har bokstaver som er satt sammen av to tegn"
                yield Problem(post, rute, melding, "Skriv bokstavene på nytt fra tastaturet.")


@regel("TXT002", Alvor.ADVARSEL)
def rusk_fra_linjedeling(register: Register, _: date) -> Iterator[Problem]:
    """Teksten har en bindestrek eller et dobbelt mellomrom som kilden har etterlatt.

    Når tekst hentes fra et dokument med smale linjer, blir orddelingen og mellomrommene gjerne
    med: «drifts- resultat» skal være «driftsresultat». En bindestrek foran «og» og «eller» hører
    til: «risiko- og sårbarhetsanalyse».

    Galt i oppdrag.yaml:

        oppdrag:
          - id: SOS-2023-01
            tittel: Bedre drifts- resultat og risiko- og sårbarhetsanalyse
                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            sektor: SOS

    Riktig i oppdrag.yaml:

        oppdrag:
          - id: SOS-2023-01
            tittel: Bedre driftsresultat og risiko- og sårbarhetsanalyse
            sektor: SOS
    """
    for fil in register.filer:
        if not _KANSKJE_RUSK.search(fil.kilde.text):
            continue
        for post, rute, tekst in _tekster(register, fil):
            if delt := _DELT_ORD.search(tekst):
                helt = re.sub(r"-\s+", "", delt[0])
                melding = f"«{' '.join(delt[0].split())}» ser ut som et delt ord"
                yield Problem(post, rute, melding, f"Skriv «{helt}».")
            elif _RUSK.search(tekst):
                melding = "teksten har et dobbelt mellomrom eller en skjult orddeling"
                yield Problem(post, rute, melding, "Skriv ett mellomrom mellom ordene.")


@regel("TXT003")
def styretegn(register: Register, _: date) -> Iterator[Problem]:
    r"""Teksten har tegn som ikke vises, men som styrer skjermen eller snur teksten.

    Slike tegn kan få en terminal til å gjøre noe, eller en tekst til å se ut som en annen. De
    hører ikke hjemme i et styringsbrev.

    Galt i oppdrag.yaml:

        oppdrag:
          - id: SOS-2023-01
            tittel: "Lage en plan\e[2J"
                    ^^^^^^^^^^^^^^^^^^^
            sektor: SOS

    Riktig i oppdrag.yaml:

        oppdrag:
          - id: SOS-2023-01
            tittel: Lage en plan
            sektor: SOS
    """
    for fil in register.filer:
        if not _KANSKJE_STYRETEGN.search(fil.kilde.text):
            continue
        for post, rute, tekst in _tekster(register, fil):
            if tegn := _STYRETEGN.search(tekst):
                melding = f"teksten har styretegnet U+{ord(tegn[0]):04X}"
                yield Problem(post, rute, melding, "Slett tegnet, eller skriv teksten på nytt.")


def _tekster(register: Register, fil: Datafil) -> Iterator[tuple[object, Route, str]]:
    """Every text in the records of a file, with its record and its route below that."""
    for post in register.poster(fil):
        yield from ((post, rute, tekst) for rute, tekst in _under(post, (), fil.slag.lister))


def _under(verdi: Any, rute: Route, uten: tuple[str, ...] = ()) -> Iterator[tuple[Route, str]]:
    if isinstance(verdi, str):
        yield rute, verdi
    elif isinstance(verdi, tuple | list):
        for nummer, del_ in enumerate(verdi):
            yield from _under(del_, (*rute, nummer))
    elif isinstance(verdi, dict):
        for noekkel, del_ in verdi.items():
            yield from _under(del_, (*rute, noekkel))
    elif is_dataclass(verdi):
        for felt in fields(verdi):
            innhold = getattr(verdi, felt.name)
            # What is a record of its own is visited as one.
            if not (felt.name in uten and innhold and is_dataclass(innhold[0])):
                yield from _under(innhold, (*rute, felt.name))
