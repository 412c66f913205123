"""Rules of political resolutions."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from styring.register.innhold import Register
from styring.rules.henvisning import ukjent
from styring.rules.regel import Problem, regel


@regel("VED001")
def ukjent_oppdrag(register: Register, _: date) -> Iterator[Problem]:
    """Vedtaket er knyttet til et oppdrag som ikke finnes.

    Knytningen viser hvordan vedtaket følges opp. Peker den på noe som ikke finnes, følges det
    ikke opp.

    Galt i vedtak.yaml:

        vedtak:
          - id: V-2023-01
            tittel: Utrede nye turveier
            type: verbal
            oppdrag: [SOS-2023-99]
                      ^^^^^^^^^^^

    Riktig i vedtak.yaml:

        vedtak:
          - id: V-2023-01
            tittel: Utrede nye turveier
            type: verbal
            oppdrag: [SOS-2023-01]
    """
    for vedtak in register.vedtak:
        for nummer, id_ in enumerate(vedtak.oppdrag):
            yield from ukjent(register, "oppdrag", id_, vedtak, ("oppdrag", nummer))


@regel("VED002")
def ukjent_sektor(register: Register, _: date) -> Iterator[Problem]:
    """Vedtaket er lagt til en sektor som ikke finnes.

    Sektorene står i kontakter.yaml. Uten en sektor som finnes, er det ingen som følger opp.

    Galt i vedtak.yaml:

        vedtak:
          - id: V-2023-01
            tittel: Utrede nye turveier
            type: verbal
            sektor: TKE
                    ^^^

    Riktig i vedtak.yaml:

        vedtak:
          - id: V-2023-01
            tittel: Utrede nye turveier
            type: verbal
            sektor: TEK
    """
    for vedtak in register.vedtak:
        yield from ukjent(register, "sektor", vedtak.sektor, vedtak, ("sektor",))
        for nummer, kode in enumerate(vedtak.delansvar):
            yield from ukjent(register, "sektor", kode, vedtak, ("delansvar", nummer))
