"""Rules of ids."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from styring.register.innhold import Register
from styring.rules.henvisning import id_til
from styring.rules.regel import Problem, regel
from styring.yamlfile.places import Route

_FORM = re.compile(r"[0-9A-Za-zÆØÅæøå]+(?:[-._][0-9A-Za-zÆØÅæøå]+)*")


@regel("ID001")
def gitt_to_ganger(register: Register, _: date) -> Iterator[Problem]:
    """Samme id er gitt to ganger.

    En id peker ut én ting, også i delegeringer, rapporter og lenker som lages senere. Store og
    små bokstaver regnes som like.

    Galt i oppdrag.yaml:

        oppdrag:
          - id: SOS-2023-01
            tittel: Lage en plan
            sektor: SOS
          - id: SOS-2023-01
                ^^^^^^^^^^^
            tittel: Lage en plan til
            sektor: SOS

    Riktig i oppdrag.yaml:

        oppdrag:
          - id: SOS-2023-01
            tittel: Lage en plan
            sektor: SOS
          - id: SOS-2023-02
            tittel: Lage en plan til
            sektor: SOS
    """
    for poster in _id_rom(register):
        sett: dict[str, tuple[object, Route]] = {}
        for id_, post, rute in poster:
            foerste = sett.setdefault(id_.lower(), (post, rute))
            if foerste[0] is not post or foerste[1] != rute:
                sted = register.sted(*foerste)
                melding = f"id «{id_}» er alt gitt, i {sted.fil} linje {sted.linje}"
                yield Problem(post, rute, melding, "Gi den ene en annen id.")


@regel("ID002")
def feil_form(register: Register, _: date) -> Iterator[Problem]:
    """En id har tegn som ikke kan stå i en id.

    En id har bokstaver og siffer, med bindestrek, punktum eller understrek imellom. Den skal
    kunne skrives i en kommando, i et filnavn og i en nettadresse.

    Galt i oppdrag.yaml:

        oppdrag:
          - id: SOS 2023/01
                ^^^^^^^^^^^
            tittel: Lage en plan
            sektor: SOS

    Riktig i oppdrag.yaml:

        oppdrag:
          - id: SOS-2023-01
            tittel: Lage en plan
            sektor: SOS
    """
    for poster in _id_rom(register):
        for id_, post, rute in poster:
            if not _FORM.fullmatch(id_):
                melding = f"«{id_}» kan ikke være en id"
                raad = "Bruk bokstaver, siffer og bindestrek, for eksempel SOS-2023-01."
                yield Problem(post, rute, melding, raad)


def _id_rom(register: Register) -> Iterator[Iterator[tuple[str, object, Route]]]:
    """The sets within which an id is given once, each as ids with their places."""
    maal = (*register.satsingsomraader, *register.hovedmaal, *register.delmaal)
    perioder = register.kommune.perioder
    for poster in (register.sektorer, register.kontakter, maal, register.hendelser, perioder):
        yield ((id_til(post), post, _felt(post)) for post in poster)
    yield (
        (id_, post, rute)
        for post in register.oppfulgte
        for id_, rute in (
            (post.id, ("id",)),
            *((oppgave.id, ("oppgaver", n, "id")) for n, oppgave in enumerate(post.oppgaver)),
        )
    )


def _felt(post: object) -> Route:
    return ("kode",) if hasattr(post, "kode") else ("id",)
