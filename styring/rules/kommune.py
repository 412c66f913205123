"""Rules of what is said of the municipality itself."""

from collections.abc import Iterator
from datetime import date

from styring.register.innhold import Register
from styring.rules.regel import Problem, regel


@regel("KOM001")
def nummer_gaar_ut_foer_det_gjelder(register: Register, _: date) -> Iterator[Problem]:
    """Kommunenummeret slutter å gjelde før det begynner.

    «fra» er det første året nummeret gjelder, «til» det siste. Uten «til» gjelder det fortsatt.

    Galt i kommune.yaml:

        kommunenummer:
          - {nummer: "3029", fra: 2020, til: 2019}
                                             ^^^^

    Riktig i kommune.yaml:

        kommunenummer:
          - {nummer: "3029", fra: 2020, til: 2023}
    """
    for nummer in register.kommune.kommunenummer:
        if nummer.til is not None and nummer.til < nummer.fra:
            melding = f"{nummer.til} er før {nummer.fra}"
            yield Problem(nummer, ("til",), melding, "Bytt om på årene, eller rett det ene.")
