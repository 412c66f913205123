"""Rules of how it is measured whether a delmål is reached."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from styring.finding import Alvor
from styring.model.indikator import Indikator
from styring.model.maal import Delmaal
from styring.register import idbruk
from styring.register.innhold import Register
from styring.rules.regel import Problem, regel

SJELDEN = 4
"""How many years may pass between measurements: those between two elections."""


@regel("IND001")
def navngitt_to_ganger(register: Register, _: date) -> Iterator[Problem]:
    """To indikatorer for samme delmål har samme navn.

    Da vet ingen hvilken av dem et tall hører til. Målinger av det samme samles i én indikator.

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
                      - {navn: Frivillige, enhet: prosent, retning: opp,
                         maalinger: [{tid: 2024, verdi: 41}]}
                      - {navn: frivillige, enhet: antall, retning: opp,
                               ^^^^^^^^^^
                         maalinger: [{tid: 2024, verdi: 41}]}

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
                      - {navn: Frivillige, enhet: prosent, retning: opp,
                         maalinger: [{tid: 2024, verdi: 41}]}
                      - {navn: Frivillige lag, enhet: antall, retning: opp,
                         maalinger: [{tid: 2024, verdi: 41}]}
    """
    for dobbel in idbruk.doble_indikatorer(register):
        delmaal, navn = dobbel.bruk.post, dobbel.bruk.id
        assert isinstance(delmaal, Delmaal)
        melding = f"indikatoren «{navn}» er allerede nevnt i {delmaal.id}"
        raad = "Slå dem sammen, eller gi den ene et navn som skiller dem."
        yield Problem(delmaal, dobbel.bruk.rute, melding, raad)


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
    for delmaal, nummer, indikator in _indikatorer(register):
        sett: set[str] = set()
        for maaling_nr, maaling in enumerate(indikator.maalinger):
            if maaling.tid.tekst in sett:
                rute = ("indikatorer", nummer, "maalinger", maaling_nr, "tid")
                melding = f"«{indikator.navn}» er allerede målt for {maaling.tid}"
                raad = "Behold målingen som gjelder, og slett den andre."
                yield Problem(delmaal, rute, melding, raad)
            sett.add(maaling.tid.tekst)


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
    for delmaal, nummer, indikator in _indikatorer(register):
        for maaling_nr, maaling in enumerate(indikator.maalinger):
            if maaling.tid.foerste_dag > dag:
                rute = ("indikatorer", nummer, "maalinger", maaling_nr, "tid")
                raad = "Skriv tiden det ble målt for, eller flytt tallet til «maal»."
                yield Problem(delmaal, rute, f"{maaling.tid} er fram i tid", raad)


@regel("IND004")
def aar_uten_maal(register: Register, _: date) -> Iterator[Problem]:
    """Det står når målet skal være nådd, men ikke hva målet er.

    «maal_aar» er året da «maal» skal være nådd, og sier ingenting alene.

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
                        maal_aar: 2027
                                  ^^^^
                        maalinger: [{tid: 2024, verdi: 41}]

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
                        maal_aar: 2027
                        maalinger: [{tid: 2024, verdi: 41}]
    """
    for delmaal, nummer, indikator in _indikatorer(register):
        if indikator.maal_aar is not None and indikator.maal is None:
            melding = f"«{indikator.navn}» har et målår, men ikke noe mål"
            raad = "Skriv «maal: …», eller ta bort «maal_aar»."
            yield Problem(delmaal, ("indikatorer", nummer, "maal_aar"), melding, raad)


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
    for delmaal, nummer, indikator in _indikatorer(register):
        if not indikator.maalinger:
            continue
        nyeste = indikator.nyeste_foerst[0]
        aaret, maal_aar = nyeste.tid.siste_dag.year, indikator.maal_aar
        if maal_aar is not None and aaret < maal_aar < dag.year - 1:  # numbers come the year after
            melding = f"«{indikator.navn}» skulle nå målet i {maal_aar}, men er ikke målt siden"
        elif dag.year - aaret > SJELDEN:
            melding = f"«{indikator.navn}» er ikke målt siden {nyeste.tid}"
        else:
            continue
        nr = next(n for n, maaling in enumerate(indikator.maalinger) if maaling is nyeste)
        rute = ("indikatorer", nummer, "maalinger", nr, "tid")
        raad = "Legg inn en ny måling, eller velg en indikator som det finnes tall for."
        yield Problem(delmaal, rute, melding, raad)


@regel("IND006", Alvor.ADVARSEL)
def naadd_fra_foerste_dag(register: Register, _: date) -> Iterator[Problem]:
    """Alle målingene er bedre enn målet, helt fra den første.

    Da er gjerne retningen snudd: «opp» betyr at tallet skal bli større, «ned» at det skal bli
    mindre. Er retningen riktig, er målet for lett. Regelen gjelder når det er minst to målinger.

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
                      - navn: Sykefravær
                        enhet: prosent
                        retning: opp
                                 ^^^
                        maal: 8
                        maalinger: [{tid: 2023, verdi: 9.4}, {tid: 2024, verdi: 9.1}]

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
                      - navn: Sykefravær
                        enhet: prosent
                        retning: ned
                        maal: 8
                        maalinger: [{tid: 2023, verdi: 9.4}, {tid: 2024, verdi: 9.1}]
    """
    for delmaal, nummer, indikator in _indikatorer(register):
        verdier = [maaling.verdi for maaling in indikator.maalinger]
        er_alle_bedre = all(v != indikator.maal and indikator.naar_maalet(v) for v in verdier)
        if len(verdier) > 1 and er_alle_bedre:
            melding = f"«{indikator.navn}» har vært bedre enn målet hele tiden"
            raad = "Se etter om «retning» er riktig, eller sett et nytt mål."
            yield Problem(delmaal, ("indikatorer", nummer, "retning"), melding, raad)


@regel("IND007", Alvor.MERKNAD)
def aldri_maalt(register: Register, _: date) -> Iterator[Problem]:
    """Indikatoren er aldri målt.

    Uten en måling å begynne med kan ingen se om det går rett vei.

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
    for delmaal, nummer, indikator in _indikatorer(register):
        if not indikator.maalinger:
            raad = "Før opp det første tallet under «maalinger:»."
            melding = f"«{indikator.navn}» er aldri målt"
            yield Problem(delmaal, ("indikatorer", nummer, "navn"), melding, raad)


def _indikatorer(register: Register) -> Iterator[tuple[Delmaal, int, Indikator]]:
    """Each indikator, with its delmål and its number there."""
    for delmaal in register.delmaal:
        for nummer, indikator in enumerate(delmaal.indikatorer):
            yield delmaal, nummer, indikator
