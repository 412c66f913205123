"""Rules of political resolutions."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from styring.register.innhold import Register
from styring.rules.henvisning import henvisning
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
    feil_ved_oppdrag = henvisning(register, "oppdrag")
    for vedtak in register.vedtak:
        for nummer, id_ in enumerate(vedtak.oppdrag):
            if feil := feil_ved_oppdrag(id_):
                yield Problem(vedtak, ("oppdrag", nummer), *feil)


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
    feil_ved_sektor = henvisning(register, "sektor")
    for vedtak in register.vedtak:
        if feil := feil_ved_sektor(vedtak.sektor):
            yield Problem(vedtak, ("sektor",), *feil)
        for nummer, kode in enumerate(vedtak.delansvar):
            if feil := feil_ved_sektor(kode):
                yield Problem(vedtak, ("delansvar", nummer), *feil)
