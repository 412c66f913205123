"""Rules of an oppdrag's own fields."""

from collections.abc import Iterator
from datetime import date

from styring.finding import Alvor
from styring.model.oppdrag import Oppdrag
from styring.model.tid import Frist
from styring.register.innhold import Register
from styring.rules.gjennomgang import gjentatte
from styring.rules.henvisning import ukjente
from styring.rules.regel import Problem, regel
from styring.slag import OPPDRAG
from styring.yamlfile.places import Route

PLANPERIODE = 4
"""How many years an økonomiplan covers, the oppdrag's own included (kommuneloven § 14-2)."""


@regel("OPP001")
def ukjent_delmaal(register: Register, _: date) -> Iterator[Problem]:
    """Oppdraget er knyttet til et delmål som ikke finnes.

    Den røde tråden fra mål til handling går gjennom denne knytningen. Peker den på noe som
    ikke finnes i maal.yaml, ser det ut som om ingen bidrar til målet.

    Galt i oppdrag.yaml:

        oppdrag:
          - id: SOS-2023-01
            tittel: Lage en plan
            sektor: SOS
            delmaal: [TF1.1, TF9.9]
                             ^^^^^

    Riktig i oppdrag.yaml:

        oppdrag:
          - id: SOS-2023-01
            tittel: Lage en plan
            sektor: SOS
            delmaal: [TF1.1]
    """
    yield from ukjente(register, OPPDRAG, "delmaal")


@regel("OPP002")
def ukjent_delansvar(register: Register, _: date) -> Iterator[Problem]:
    """Delansvaret er lagt til en sektor som ikke finnes.

    En sektor som ikke finnes i kontakter.yaml, får aldri vite at den skal bidra.

    Galt i oppdrag.yaml:

        oppdrag:
          - id: SOS-2023-01
            tittel: Lage en plan
            sektor: SOS
            delansvar: [TKE]
                        ^^^

    Riktig i oppdrag.yaml:

        oppdrag:
          - id: SOS-2023-01
            tittel: Lage en plan
            sektor: SOS
            delansvar: [TEK]
    """
    yield from ukjente(register, OPPDRAG, "delansvar")


@regel("OPP003")
def ukjent_sektor(register: Register, _: date) -> Iterator[Problem]:
    """Oppdraget er delegert til en sektor som ikke finnes.

    Et oppdrag er delegert til nøyaktig én sektor, og sektorene står i kontakter.yaml. Uten en
    sektor som finnes, er det ingen som har oppdraget.

    Galt i oppdrag.yaml:

        oppdrag:
          - id: SOS-2023-01
            tittel: Lage en plan
            sektor: SØS
                    ^^^

    Riktig i oppdrag.yaml:

        oppdrag:
          - id: SOS-2023-01
            tittel: Lage en plan
            sektor: SOS
    """
    yield from ukjente(register, OPPDRAG, "sektor")


@regel("OPP004")
def gjentatt_delansvar(register: Register, _: date) -> Iterator[Problem]:
    """Delansvaret gjentar sektoren som har oppdraget, eller nevner en sektor to ganger.

    Delansvar er det andre sektorer har. Sektoren som oppdraget er delegert til, har ansvaret.

    Galt i oppdrag.yaml:

        oppdrag:
          - id: SOS-2023-01
            tittel: Lage en plan
            sektor: SOS
            delansvar: [TEK, SOS]
                             ^^^

    Riktig i oppdrag.yaml:

        oppdrag:
          - id: SOS-2023-01
            tittel: Lage en plan
            sektor: SOS
            delansvar: [TEK]
    """
    for oppdrag in register.oppdrag:
        for nummer, kode in gjentatte(oppdrag.delansvar, oppdrag.sektor):
            hva = "har oppdraget" if kode == oppdrag.sektor else "er allerede nevnt"
            melding = f"sektor «{kode}» {hva}"
            yield Problem(oppdrag, ("delansvar", nummer), melding, "Ta den bort her.")


@regel("OPP005", Alvor.ADVARSEL)
def frist_utenfor_aaret(register: Register, _: date) -> Iterator[Problem]:
    """Fristen ligger før året oppdraget gjelder, eller etter økonomiplanen det er hentet fra.

    Et oppdrag for 2023 kan ha frist fra 1. januar 2023 til 31. desember 2026, som er slutten på
    den fireårige økonomiplanen. Utenfor det er det gjerne årstallet som er skrevet feil. Det
    samme gjelder fristen for en oppgave og datoen noe er forventet ferdig.

    Galt i oppdrag.yaml:

        oppdrag:
          - id: SOS-2023-01
            tittel: Lage en plan
            sektor: SOS
            frist: 2032-12-31
                   ^^^^^^^^^^

    Riktig i oppdrag.yaml:

        oppdrag:
          - id: SOS-2023-01
            tittel: Lage en plan
            sektor: SOS
            frist: 2023-12-31
    """
    for oppdrag in register.oppdrag:
        aarene = register.aarene(oppdrag)
        for rute, frist in _frister(oppdrag):
            if frist.siste_dag.year < aarene[0]:
                melding = f"«{frist}» er før {aarene[0]}, året oppdraget gjelder"
            elif frist.foerste_dag.year >= aarene[-1] + PLANPERIODE:
                melding = f"«{frist}» er etter økonomiplanen for {aarene[-1]}"
            else:
                continue
            yield Problem(oppdrag, rute, melding, "Se etter om årstallet er riktig.")


@regel("OPP006", Alvor.ADVARSEL)
def gjentatt_delmaal(register: Register, _: date) -> Iterator[Problem]:
    """Oppdraget er knyttet til samme delmål to ganger.

    Det gjør ingen skade, men er gjerne en skrivefeil for et annet delmål.

    Galt i oppdrag.yaml:

        oppdrag:
          - id: SOS-2023-01
            tittel: Lage en plan
            sektor: SOS
            delmaal: [TF1.1, TF1.1]
                             ^^^^^

    Riktig i oppdrag.yaml:

        oppdrag:
          - id: SOS-2023-01
            tittel: Lage en plan
            sektor: SOS
            delmaal: [TF1.1]
    """
    for oppdrag in register.oppdrag:
        for nummer, id_ in gjentatte(oppdrag.delmaal):
            raad = "Ta det bort her, eller skriv delmålet du mente."
            melding = f"delmål «{id_}» er allerede nevnt"
            yield Problem(oppdrag, ("delmaal", nummer), melding, raad)


@regel("OPP007")
def viderefoert_fra_senere(register: Register, _: date) -> Iterator[Problem]:
    """Oppdraget er videreført fra et år som ikke er før året i filen.

    «viderefoert_fra» er det første året oppdraget ble gitt. Filen det står i, gjelder et senere år.

    Galt i oppdrag.yaml:

        oppdrag:
          - id: SOS-2022-01
            tittel: Lage en plan
            sektor: SOS
            viderefoert_fra: 2023
                             ^^^^

    Riktig i oppdrag.yaml:

        oppdrag:
          - id: SOS-2022-01
            tittel: Lage en plan
            sektor: SOS
            viderefoert_fra: 2022
    """
    for oppdrag in register.oppdrag:
        fra, filens = oppdrag.viderefoert_fra, register.aar(oppdrag)
        if fra is not None and filens is not None and fra >= filens:
            melding = f"{fra} er ikke før {filens}, året filen gjelder"
            raad = "Skriv det første året oppdraget ble gitt, eller ta feltet bort."
            yield Problem(oppdrag, ("viderefoert_fra",), melding, raad)


def _frister(oppdrag: Oppdrag) -> Iterator[tuple[Route, Frist]]:
    if oppdrag.frist:
        yield ("frist",), oppdrag.frist
    for nummer, oppgave in enumerate(oppdrag.oppgaver):
        if oppgave.frist:
            yield ("oppgaver", nummer, "frist"), oppgave.frist
    for nummer, rapport in enumerate(oppdrag.rapporter):
        if rapport.forventet_ferdig:
            yield ("rapporter", nummer, "forventet_ferdig"), rapport.forventet_ferdig
