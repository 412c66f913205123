"""Rules of the goal hierarchy."""

from collections.abc import Iterator
from datetime import date

from styring.finding import Alvor
from styring.register.innhold import Register
from styring.rules.gjennomgang import gjentatte
from styring.rules.henvisning import ukjente
from styring.rules.regel import Problem, regel
from styring.slag import DELMAAL


@regel("MAAL001")
def ukjent_ansvar(register: Register, _: date) -> Iterator[Problem]:
    """Ansvaret for et delmål er lagt til en sektor som ikke finnes.

    Delmålene har sektorer som er ansvarlige. Står ikke koden i kontakter.yaml, er det ingen som
    følger opp målet.

    Galt i maal.yaml:

        satsingsomraader:
          - id: TF
            tittel: Fellesskap
            hovedmaal:
              - id: TF1
                tittel: Alle kan delta
                delmaal:
                  - {id: TF1.1, tittel: Flere deltar, ansvar: [SOS, HMO]}
                                                                    ^^^

    Riktig i maal.yaml:

        satsingsomraader:
          - id: TF
            tittel: Fellesskap
            hovedmaal:
              - id: TF1
                tittel: Alle kan delta
                delmaal:
                  - {id: TF1.1, tittel: Flere deltar, ansvar: [SOS, TEK]}
    """
    yield from ukjente(register, DELMAAL, "ansvar")


@regel("MAAL002", Alvor.ADVARSEL)
def gjentatt_ansvar(register: Register, _: date) -> Iterator[Problem]:
    """En sektor står to ganger som ansvarlig for samme delmål.

    Det gjør ingen skade, men er gjerne en skrivefeil for en annen sektor.

    Galt i maal.yaml:

        satsingsomraader:
          - id: TF
            tittel: Fellesskap
            hovedmaal:
              - id: TF1
                tittel: Alle kan delta
                delmaal:
                  - {id: TF1.1, tittel: Flere deltar, ansvar: [SOS, SOS]}
                                                                    ^^^

    Riktig i maal.yaml:

        satsingsomraader:
          - id: TF
            tittel: Fellesskap
            hovedmaal:
              - id: TF1
                tittel: Alle kan delta
                delmaal:
                  - {id: TF1.1, tittel: Flere deltar, ansvar: [SOS, TEK]}
    """
    for delmaal in register.delmaal:
        for nummer, kode in gjentatte(delmaal.ansvar):
            melding = f"sektor «{kode}» er allerede nevnt"
            raad = "Ta den bort her, eller skriv sektoren du mente."
            yield Problem(delmaal, ("ansvar", nummer), melding, raad)


@regel("MAAL003")
def ukjent_fn_maal(register: Register, _: date) -> Iterator[Problem]:
    """Nummeret er ikke et av FNs bærekraftsmål.

    FN har 17 bærekraftsmål, nummerert fra 1 til 17.

    Galt i maal.yaml:

        satsingsomraader:
          - id: TF
            tittel: Fellesskap
            fn_maal: [10, 18]
                          ^^

    Riktig i maal.yaml:

        satsingsomraader:
          - id: TF
            tittel: Fellesskap
            fn_maal: [10, 17]
    """
    for omraade in register.satsingsomraader:
        for nummer, fn_maal in enumerate(omraade.fn_maal):
            if not 1 <= fn_maal <= 17:
                melding = f"FN har ikke noe bærekraftsmål nummer {fn_maal}"
                yield Problem(omraade, ("fn_maal", nummer), melding, "Skriv et tall fra 1 til 17.")
