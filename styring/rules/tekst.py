"""Rules of the texts themselves, wherever they stand."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import is_dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from styring.finding import Alvor
from styring.model.post import feltnavn
from styring.register.innhold import Register
from styring.rules.regel import Problem, regel
from styring.tegn import TAPT, Tegnslag, er_ren, i_teksten, rettet
from styring.yamlfile.places import Route

# Possessive, so that a long word or a long blank is gone through once.
_DELT_ORD = re.compile(
    r"(?<![^\W\d_])[^\W\d_]++-\s++(?!(?:og|eller|samt|men|til|kontra|og/eller)\b)[a-zæøå]++"
)
_RUSK = re.compile(r"(?<=\S)  +")
# Of a whole file. They begin with what is rare and then look back, which is ten times as fast.
_KANSKJE_DELT = re.compile(r"-\s(?<=\w-\s)")
_KANSKJE_DOBBELT = re.compile(r" [ \r\n](?<=[^ \n] [ \r\n])")
_KANSKJE_TOM = re.compile(r"""["']\s+["']|[|>][-+0-9]{0,2}[ \t\r]*+\n[ \t\r]*+(?:\n|\Z)""")


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
    for post, rute, tekst in _mistenkelige(register):
        if not unicodedata.is_normalized("NFC", tekst):
            melding = "teksten har bokstaver som er satt sammen av to tegn"
            raad = "Rett det med «styring valider --rett», eller skriv bokstavene på nytt."
            yield Problem(post, rute, melding, raad, _rettet(tekst))


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
    for post, rute, tekst in _mistenkelige(register):
        if delt := _DELT_ORD.search(tekst):
            helt = re.sub(r"-\s+", "", delt[0])
            melding = f"«{' '.join(delt[0].split())}» ser ut som et delt ord"
            yield Problem(post, rute, melding, f"Skriv «{helt}».", _rettet(tekst))
        elif tekst.isspace():
            yield Problem(post, rute, "teksten er bare mellomrom", "Skriv noe, eller ta den bort.")
        elif _RUSK.search(tekst):
            melding = "teksten har et dobbelt mellomrom"
            raad = "Skriv ett mellomrom mellom ordene."
            yield Problem(post, rute, melding, raad, _rettet(tekst))


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
    for post, rute, _tekst, ett, slag in _tegn(register, Alvor.FEIL):
        melding = f"teksten har {slag.navn} U+{ord(ett):04X}"
        yield Problem(post, rute, melding, "Slett tegnet, eller skriv teksten på nytt.")


@regel("TXT005", Alvor.ADVARSEL)
def rester_fra_word(register: Register, _: date) -> Iterator[Problem]:
    r"""Teksten har tegn som ikke vises, eller som bare vises med en skrift fra Word.

    Slike tegn følger med når tekst limes inn fra Word eller en PDF: skjulte bindestreker, tegn som
    binder sammen, og punkttegn fra skriftene Symbol og Wingdings. Søk finner ikke ordene de står i,
    og andre ser en tom rute der du så et punkt. Emoji og skrifter som trenger slike tegn, beholder
    dem. Tegnet \uFFFD står der en bokstav er gått tapt fordi teksten er lest med feil tegnsett.

    Galt i oppdrag.yaml:

        oppdrag:
          - id: SOS-2023-01
            tittel: "\uF0B7 Lage en plan"
                    ^^^^^^^^^^^^^^^^^^^^^
            sektor: SOS

    Riktig i oppdrag.yaml:

        oppdrag:
          - id: SOS-2023-01
            tittel: • Lage en plan
            sektor: SOS
    """
    for post, rute, tekst, ett, slag in _tegn(register, Alvor.ADVARSEL):
        if ett == TAPT:
            ordet = next(ord_ for ord_ in tekst.split() if TAPT in ord_)
            melding = f"en bokstav er gått tapt i «{ordet[:40]}»"
            yield Problem(post, rute, melding, "Skriv ordet på nytt.", _rettet(tekst))
            continue
        melding = f"teksten har {slag.navn} U+{ord(ett):04X}"
        i_stedet = slag.rettet(ett) if slag.rettet else ""
        raad = f"Skriv «{i_stedet}»" if i_stedet else "Slett tegnet"
        rett = _rettet(tekst)
        if rett is not None:
            raad += ", eller bruk «styring valider --rett»"
        yield Problem(post, rute, melding, f"{raad}.", rett)


def _rettet(tekst: str) -> str | None:
    """A text with what has one right answer put right; None when there is nothing of that."""
    ren = unicodedata.normalize("NFC", rettet(tekst))
    ren = _RUSK.sub(lambda rusk: "" if ren[rusk.end() : rusk.end() + 1] in ("", "\n") else " ", ren)
    return None if ren == tekst or not ren else ren


@lru_cache(maxsize=1)
def _mistenkelige(register: Register) -> list[tuple[object, Route, str]]:
    """The texts that a rule here may have something to say of, each with its record and route."""
    return [
        (post, rute, tekst)
        for fil in register.filer
        if not _er_rent(fil.kilde.text)
        for post in register.alle_i(fil)
        for rute, tekst in _i_post(post, fil.slag.lister)
    ]


def _tegn(register: Register, alvor: Alvor) -> Iterator[tuple[object, Route, str, str, Tegnslag]]:
    """The texts with a character that is so wrong, each with the first of them and its class."""
    for post, rute, tekst in _mistenkelige(register):
        if funnet := next((en for en in i_teksten(tekst) if en[1].alvor is alvor), None):
            yield post, rute, tekst, *funnet


def _er_rent(tekst: str) -> bool:
    """No text in a file can be suspicious, which takes much less time to see of the whole of it.

    Control characters can only stand in it as escapes, behind a backslash. No blank but the space
    is printable.
    """
    return not (
        "\\" in tekst
        or not er_ren(tekst.replace("\n", "").replace("\r", ""))
        or _KANSKJE_DELT.search(tekst)
        or _KANSKJE_DOBBELT.search(tekst)
        or (any(tegn in tekst for tegn in "\"'|>") and _KANSKJE_TOM.search(tekst))
        or not unicodedata.is_normalized("NFC", tekst)
    )


def _i_post(post: Any, uten: tuple[str, ...] = ()) -> list[tuple[Route, str]]:
    """The texts in a record that are not plainly clean. The lists `uten` are left out."""
    klasse: Any = type(post)
    return [
        ((navn, *rute), tekst)
        for navn in feltnavn(klasse)
        if navn != "egne" and (verdi := getattr(post, navn))
        if not (navn in uten and is_dataclass(verdi[0]))
        for rute, tekst in _i_verdi(verdi)
    ]


def _i_verdi(verdi: object) -> list[tuple[Route, str]]:
    if isinstance(verdi, str):
        return [((), verdi)] if _er_mistenkelig(verdi) else []
    if isinstance(verdi, tuple):
        deler = enumerate(verdi)
        return [((nr, *rute), tekst) for nr, del_ in deler for rute, tekst in _i_verdi(del_)]
    return _i_post(verdi) if is_dataclass(verdi) else []


def _er_mistenkelig(tekst: str) -> bool:
    # The checks that take least time first: nearly every text is clean.
    return (
        "  " in tekst
        or "- " in tekst
        or tekst.isspace()
        or not er_ren(tekst)
        or not (tekst.isascii() or unicodedata.is_normalized("NFC", tekst))
    )
