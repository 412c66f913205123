"""Rules of the measurements of an indikator: that there are some, one of a time, and new ones."""

from collections.abc import Iterator
from datetime import date

from styring.finding import Alvor
from styring.register.innhold import Register
from styring.rules.gjennomgang import gjentatte, indikatorer, maalinger
from styring.rules.regel import Problem, regel

SJELDEN = 4
"""How many years may pass between measurements: those between two elections."""


@regel("IND002")
def maalt_to_ganger(register: Register, _: date) -> Iterator[Problem]:
    """Indikatoren er målt to ganger for samme tid.

    Det ene tallet er gjerne rettet siden. Behold det som gjelder, ellers blir utviklingen feil.

    Galt i maal.yaml:

        satsingsomraader:
          - id: TF
            tittel: Fellesskap
            hovedmaal:
              - id: TF1
                tittel: Alle kan delta
                delmaal:
                  - id: TF1.1
                    tittel: Flere deltar
                    indikatorer:
                      - navn: Frivillige
                        enhet: prosent
                        retning: opp
                        maalinger:
                          - {tid: 2024, verdi: 41}
                          - {tid: 2024, verdi: 42.5}
                                  ^^^^

    Riktig i maal.yaml:

        satsingsomraader:
          - id: TF
            tittel: Fellesskap
            hovedmaal:
              - id: TF1
                tittel: Alle kan delta
                delmaal:
                  - id: TF1.1
                    tittel: Flere deltar
                    indikatorer:
                      - navn: Frivillige
                        enhet: prosent
                        retning: opp
                        maalinger:
                          - {tid: 2023, verdi: 41}
                          - {tid: 2024, verdi: 42.5}
    """
    for delmaal, rute, indikator in indikatorer(register):
        for liste, navn, maalt in maalinger(indikator, rute):
            for nummer, tid in gjentatte(maaling.tid.tekst for maaling in maalt):
                melding = f"«{navn}» er allerede målt for {tid}"
                raad = "Behold målingen som gjelder, og slett den andre."
                yield Problem(delmaal, (*liste, nummer, "tid"), melding, raad)


@regel("IND003")
def maalt_fram_i_tid(register: Register, dag: date) -> Iterator[Problem]:
    """Målingen er datert fram i tid.

    En måling sier hvordan det er, og kan ikke komme fra en tid som ikke har begynt. Det som skal
    nås, står i «maal» og «maal_aar».

    Galt i maal.yaml:

        satsingsomraader:
          - id: TF
            tittel: Fellesskap
            hovedmaal:
              - id: TF1
                tittel: Alle kan delta
                delmaal:
                  - id: TF1.1
                    tittel: Flere deltar
                    indikatorer:
                      - navn: Frivillige
                        enhet: prosent
                        retning: opp
                        maalinger:
                          - {tid: 2052, verdi: 42.5}
                                  ^^^^

    Riktig i maal.yaml:

        satsingsomraader:
          - id: TF
            tittel: Fellesskap
            hovedmaal:
              - id: TF1
                tittel: Alle kan delta
                delmaal:
                  - id: TF1.1
                    tittel: Flere deltar
                    indikatorer:
                      - navn: Frivillige
                        enhet: prosent
                        retning: opp
                        maalinger:
                          - {tid: 2025, verdi: 42.5}
    """
    for delmaal, rute, indikator in indikatorer(register):
        for liste, _navn, maalt in maalinger(indikator, rute):
            for nummer, maaling in enumerate(maalt):
                if maaling.tid.foerste_dag > dag:
                    raad = "Skriv tiden det ble målt for, eller flytt tallet til «maal»."
                    melding = f"{maaling.tid} er fram i tid"
                    yield Problem(delmaal, (*liste, nummer, "tid"), melding, raad)


@regel("IND005", Alvor.ADVARSEL)
def maalt_for_sjelden(register: Register, dag: date) -> Iterator[Problem]:
    """Indikatoren er ikke målt på mer enn fire år, eller ikke siden målet skulle vært nådd.

    Da vet ingen hvordan det går. Finnes det ikke nyere tall, trengs en annen indikator.

    Galt i maal.yaml:

        satsingsomraader:
          - id: TF
            tittel: Fellesskap
            hovedmaal:
              - id: TF1
                tittel: Alle kan delta
                delmaal:
                  - id: TF1.1
                    tittel: Flere deltar
                    indikatorer:
                      - navn: Frivillige
                        enhet: prosent
                        retning: opp
                        maalinger: [{tid: 2019, verdi: 41}]
                                          ^^^^

    Riktig i maal.yaml:

        satsingsomraader:
          - id: TF
            tittel: Fellesskap
            hovedmaal:
              - id: TF1
                tittel: Alle kan delta
                delmaal:
                  - id: TF1.1
                    tittel: Flere deltar
                    indikatorer:
                      - navn: Frivillige
                        enhet: prosent
                        retning: opp
                        maalinger: [{tid: 2019, verdi: 41}, {tid: 2024, verdi: 42.5}]
    """
    for delmaal, rute, indikator in indikatorer(register):
        alle = [
            (maaling, (*liste, nummer, "tid"))
            for liste, _, maalt in maalinger(indikator, rute)
            for nummer, maaling in enumerate(maalt)
        ]
        if not alle:
            continue
        nyeste, tid = max(alle, key=lambda en: en[0].tid.dagene[::-1])
        aaret, maal_aar = (
            nyeste.tid.siste_dag.year,
            max(filter(None, indikator.maalene), default=None),
        )
        if maal_aar is not None and aaret < maal_aar < dag.year - 1:  # numbers come the year after
            melding = f"«{indikator.navn}» skulle nå målet i {maal_aar}, men er ikke målt siden"
        elif dag.year - aaret > SJELDEN:
            melding = f"«{indikator.navn}» er ikke målt siden {nyeste.tid}"
        else:
            continue
        raad = "Legg inn en ny måling, eller velg en indikator som det finnes tall for."
        yield Problem(delmaal, tid, melding, raad)


@regel("IND007", Alvor.MERKNAD)
def aldri_maalt(register: Register, _: date) -> Iterator[Problem]:
    """Indikatoren er aldri målt.

    Uten en måling å begynne med kan ingen se om det går rett vei. Er den under arbeid, skal det
    stå «under_utvikling: true».

    Galt i maal.yaml:

        satsingsomraader:
          - id: TF
            tittel: Fellesskap
            hovedmaal:
              - id: TF1
                tittel: Alle kan delta
                delmaal:
                  - id: TF1.1
                    tittel: Flere deltar
                    indikatorer:
                      - {navn: Frivillige, enhet: prosent, retning: opp, maal: 50}
                               ^^^^^^^^^^

    Riktig i maal.yaml:

        satsingsomraader:
          - id: TF
            tittel: Fellesskap
            hovedmaal:
              - id: TF1
                tittel: Alle kan delta
                delmaal:
                  - id: TF1.1
                    tittel: Flere deltar
                    indikatorer:
                      - navn: Frivillige
                        enhet: prosent
                        retning: opp
                        maal: 50
                        maalinger: [{tid: 2024, verdi: 41}]
    """
    for delmaal, rute, indikator in indikatorer(register):
        maalt = any(maalt for *_, maalt in maalinger(indikator, rute))
        if not maalt and not indikator.under_utvikling:
            raad = "Før opp det første tallet under «maalinger:»."
            melding = f"«{indikator.navn}» er aldri målt"
            yield Problem(delmaal, (*rute, "navn"), melding, raad)
