"""Rules of when work goes on."""

from collections.abc import Iterator
from datetime import date

from styring.model.fulgt import Fulgt
from styring.register.innhold import Register
from styring.rules.regel import Problem, regel


@regel("TID001")
def loepende_med_frist(register: Register, _: date) -> Iterator[Problem]:
    """Det er løpende, men har en frist.

    Det som er løpende, blir aldri ferdig, og er aldri forfalt. Til det er rettet, gjelder fristen.

    Galt i oppdrag.yaml:

        oppdrag:
          - id: SOS-2023-01
            tittel: Holde planen ved like
            sektor: SOS
            frist: 2023-12-31
            loepende: true
                      ^^^^

    Riktig i oppdrag.yaml:

        oppdrag:
          - id: SOS-2023-01
            tittel: Holde planen ved like
            sektor: SOS
            loepende: true
    """
    for post in _alle(register):
        if post.loepende and post.frist:
            raad = "Ta bort fristen, eller ta bort «loepende»."
            melding = f"det er løpende, men har fristen «{post.frist}»"
            yield Problem(post.hele, (*post.rute, "loepende"), melding, raad)


@regel("TID002")
def begynner_etter_fristen(register: Register, _: date) -> Iterator[Problem]:
    """Arbeidet begynner etter at fristen er ute.

    «fra» er når arbeidet begynner, og kan ikke være etter «frist».

    Galt i oppdrag.yaml:

        oppdrag:
          - id: SOS-2023-01
            tittel: Lage en plan
            sektor: SOS
            fra: 2024-H2
                 ^^^^^^^
            frist: 2024-06-30

    Riktig i oppdrag.yaml:

        oppdrag:
          - id: SOS-2023-01
            tittel: Lage en plan
            sektor: SOS
            fra: 2023-H2
            frist: 2024-06-30
    """
    for post in _alle(register):
        if post.fra and post.frist and post.fra.foerste_dag > post.frist.siste_dag:
            melding = f"«{post.fra}» er etter fristen «{post.frist}»"
            raad = "Bytt om på dem, eller rett den ene."
            yield Problem(post.hele, (*post.rute, "fra"), melding, raad)


def _alle(register: Register) -> Iterator[Fulgt]:
    for post in register.oppfulgte:
        yield post
        yield from post.under
