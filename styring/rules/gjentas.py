"""Rules of events that come back."""

from collections.abc import Iterator
from datetime import date

from styring.finding import Alvor
from styring.model.gjentakelse import kan_gjentas, unntatte
from styring.register.innhold import Register
from styring.rules.regel import Problem, regel


@regel("AAR003", Alvor.ADVARSEL)
def gjentas_uten_slutt(register: Register, _: date) -> Iterator[Problem]:
    """Hendelsen gjentas uten slutt.

    Den står i hvert år som kommer, også når ingen lenger mener at den skal det.

    Galt i aarshjul.yaml:

        hendelser:
          - id: h1
            tittel: Ledermøte
            spor: administrativ
            tid: 2023-01-31
            gjentas: maaned
                     ^^^^^^

    Riktig i aarshjul.yaml:

        hendelser:
          - id: h1
            tittel: Ledermøte
            spor: administrativ
            tid: 2023-01-31
            gjentas: maaned
            gjentas_til: 2023
    """
    for hendelse in register.hendelser:
        if hendelse.gjentas and hendelse.gjentas_til is None:
            raad = f"Skriv for eksempel «gjentas_til: {hendelse.tid.foerste_dag.year}»."
            yield Problem(
                hendelse, ("gjentas",), f"gjentas {hendelse.gjentas.hver} uten slutt", raad
            )


@regel("AAR004")
def unntak_som_ikke_er_noen_gang(register: Register, _: date) -> Iterator[Problem]:
    """Unntaket er ikke en gang hendelsen er.

    Et unntak er tiden for en av gangene, eller noe grovere som den er i: 2023-07 for 31.07.2023.

    Galt i aarshjul.yaml:

        hendelser:
          - id: h1
            tittel: Ledermøte
            spor: administrativ
            tid: 2023-01-31
            gjentas: maaned
            gjentas_til: 2023
            unntak: [2023-07-30]
                     ^^^^^^^^^^

    Riktig i aarshjul.yaml:

        hendelser:
          - id: h1
            tittel: Ledermøte
            spor: administrativ
            tid: 2023-01-31
            gjentas: maaned
            gjentas_til: 2023
            unntak: [2023-07]
    """
    for hendelse in register.hendelser:
        for nummer, unntak in enumerate(hendelse.unntak if hendelse.gjentas else ()):
            if next(unntatte(hendelse, unntak), None) is None:
                melding = f"«{unntak}» er ingen av gangene hendelsen er"
                raad = "Skriv tiden for gangen som går ut, eller ta unntaket bort."
                yield Problem(hendelse, ("unntak", nummer), melding, raad)


@regel("AAR005")
def gjentas_til_foer_den_begynner(register: Register, _: date) -> Iterator[Problem]:
    """Gjentakelsen slutter før hendelsen begynner.

    «gjentas_til» er den siste tiden hendelsen kan være, og kan ikke være før «tid».

    Galt i aarshjul.yaml:

        hendelser:
          - id: h1
            tittel: Ledermøte
            spor: administrativ
            tid: 2023-01-31
            gjentas: maaned
            gjentas_til: 2022
                         ^^^^

    Riktig i aarshjul.yaml:

        hendelser:
          - id: h1
            tittel: Ledermøte
            spor: administrativ
            tid: 2023-01-31
            gjentas: maaned
            gjentas_til: 2023
    """
    for hendelse in register.hendelser:
        til = hendelse.gjentas_til
        if hendelse.gjentas and til and til.siste_dag < hendelse.tid.foerste_dag:
            melding = f"«{til}» er før «{hendelse.tid}»"
            yield Problem(hendelse, ("gjentas_til",), melding, "Rett den ene.")


@regel("AAR007")
def gjentas_oftere_enn_tiden(register: Register, _: date) -> Iterator[Problem]:
    """Hendelsen gjentas oftere enn tiden den er i.

    Et kvartal kan ikke gjentas hver måned, og heller ikke hvert tertial. Til det er rettet, vises
    den bare den første gangen.

    Galt i aarshjul.yaml:

        hendelser:
          - id: h1
            tittel: Ledermøte
            spor: administrativ
            tid: 2023-K1
            gjentas_til: 2023
            gjentas: maaned
                     ^^^^^^

    Riktig i aarshjul.yaml:

        hendelser:
          - id: h1
            tittel: Ledermøte
            spor: administrativ
            tid: 2023-K1
            gjentas: kvartal
            gjentas_til: 2023
    """
    for hendelse in register.hendelser:
        if hendelse.gjentas and not kan_gjentas(hendelse):
            melding = f"«{hendelse.tid}» kan ikke gjentas {hendelse.gjentas.hver}"
            raad = "Skriv «tid» som en dag eller en måned, eller la den gjentas sjeldnere."
            yield Problem(hendelse, ("gjentas",), melding, raad)


@regel("AAR008")
def gjentas_ikke(register: Register, _: date) -> Iterator[Problem]:
    """Hendelsen gjentas ikke, men sier når den ikke gjentas lenger, eller har unntak.

    Uten «gjentas» er hendelsen bare én gang.

    Galt i aarshjul.yaml:

        hendelser:
          - id: h1
            tittel: Ledermøte
            spor: administrativ
            tid: 2023-01-31
            gjentas_til: 2023
                         ^^^^

    Riktig i aarshjul.yaml:

        hendelser:
          - id: h1
            tittel: Ledermøte
            spor: administrativ
            tid: 2023-01-31
            gjentas: maaned
            gjentas_til: 2023
    """
    for hendelse in register.hendelser:
        for felt in ("gjentas_til", "unntak") if hendelse.gjentas is None else ():
            if getattr(hendelse, felt):
                raad = "Skriv hvor ofte, for eksempel «gjentas: maaned», eller ta det bort."
                yield Problem(hendelse, (felt,), "hendelsen gjentas ikke", raad)
