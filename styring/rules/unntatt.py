"""Rules for what is kept from the public."""

from collections.abc import Iterator
from datetime import date

from styring.finding import Alvor
from styring.model.unntatt import under_egne
from styring.register.felt import hold_tilbake
from styring.register.innhold import Register
from styring.rules.regel import Problem, regel


@regel("UNN001", Alvor.ADVARSEL)
def unntatt_under_egne(register: Register, _: date) -> Iterator[Problem]:
    """Noe skal holdes tilbake, men det står under «egne», der det ikke blir lest.

    Ingenting som står under «egne», kommer ut til alle, og ingen kommando leser det. Til det er
    rettet, kommer heller ikke oppføringen det står i, med i det som er for alle. Men i det som er
    internt, er den ikke merket. Oppdrag, vedtak, oppgaver og hendelser kan ha «unntatt» rett under
    seg.

    Galt i aarshjul.yaml:

        hendelser:
          - id: samtaler-2023
            tittel: Samtaler om nedbemanning
            spor: administrativ
            tid: 2023-10-12
            egne:
              unntatt: {hjemmel: offl. § 23}
              ^^^^^^^

    Riktig i aarshjul.yaml:

        hendelser:
          - id: samtaler-2023
            tittel: Samtaler om nedbemanning
            spor: administrativ
            tid: 2023-10-12
            unntatt: {hjemmel: offl. § 23}
    """
    for fil in register.filer:
        if "egne" not in fil.kilde.text and "\\" not in fil.kilde.text:
            continue
        for post in register.alle_i(fil):
            for klasser, rute in under_egne(post, fil.slag.lister):
                melding = (
                    f"«{rute[-1]}» hører ikke hjemme under «egne»; "
                    "det den står i, holdes tilbake til det er rettet"
                )
                yield Problem(post, rute, melding, hold_tilbake(klasser), paa_noekkel=True)
