"""Rules of the year's wheel."""

from collections.abc import Iterator
from datetime import date

from styring.register.innhold import Register
from styring.rules.henvisning import ukjente
from styring.rules.regel import Problem, regel
from styring.slag import HENDELSE


@regel("AAR001")
def ukjent_sektor(register: Register, _: date) -> Iterator[Problem]:
    """Hendelsen er lagt til en sektor som ikke finnes.

    Sektorene står i kontakter.yaml.

    Galt i aarshjul.yaml:

        hendelser:
          - {id: h1, tittel: Budsjettseminar, spor: politisk, tid: 2023-09, sektor: TKE}
                                                                                    ^^^

    Riktig i aarshjul.yaml:

        hendelser:
          - {id: h1, tittel: Budsjettseminar, spor: politisk, tid: 2023-09, sektor: TEK}
    """
    yield from ukjente(register, HENDELSE, "sektor")


@regel("AAR002")
def slutter_foer_den_begynner(register: Register, _: date) -> Iterator[Problem]:
    """Hendelsen slutter før den begynner.

    «til» er siste dag, måned eller kvartal, og kan ikke være før «tid».

    Galt i aarshjul.yaml:

        hendelser:
          - {id: h1, tittel: Budsjettseminar, spor: politisk, tid: 2023-09-12, til: 2023-09-10}
                                                                                    ^^^^^^^^^^

    Riktig i aarshjul.yaml:

        hendelser:
          - {id: h1, tittel: Budsjettseminar, spor: politisk, tid: 2023-09-10, til: 2023-09-12}
    """
    for hendelse in register.hendelser:
        if hendelse.til is not None and hendelse.til.siste_dag < hendelse.tid.foerste_dag:
            melding = f"«{hendelse.til}» er før «{hendelse.tid}»"
            yield Problem(hendelse, ("til",), melding, "Bytt om på dem, eller rett den ene.")


@regel("AAR006")
def ukjent_ansvarlig(register: Register, _: date) -> Iterator[Problem]:
    """Den som er ansvarlig for hendelsen, finnes ikke blant kontaktene.

    Kontaktene står i kontakter.yaml.

    Galt i aarshjul.yaml:

        hendelser:
          - id: h1
            tittel: Ledermøte
            spor: administrativ
            tid: 2023-01-31
            ansvarlig: pre
                       ^^^

    Riktig i aarshjul.yaml:

        hendelser:
          - id: h1
            tittel: Ledermøte
            spor: administrativ
            tid: 2023-01-31
            ansvarlig: per
    """
    yield from ukjente(register, HENDELSE, "ansvarlig")
