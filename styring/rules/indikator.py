"""Rules of an indikator itself: what it is called, and where the numbers are to come."""

from collections.abc import Iterator
from datetime import date

from styring.finding import Alvor
from styring.model.maal import Delmaal
from styring.register import idbruk
from styring.register.innhold import Register
from styring.rules.gjennomgang import indikatorer
from styring.rules.regel import Problem, regel


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


@regel("IND004")
def aar_uten_maal(register: Register, _: date) -> Iterator[Problem]:
    """Det står når målet skal være nådd, men ikke hva målet er.

    «maal_aar» er året da «maal» skal være nådd, og sier ingenting alene. Har målet flere år,
    står de i «maal»: {2026: 85, 2030: 90}.

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
    for delmaal, rute, indikator in indikatorer(register):
        if indikator.maal_aar is None or isinstance(indikator.maal, int | float):
            continue
        if isinstance(indikator.maal, dict):
            melding = f"«{indikator.navn}» har år i «maal» og ett til"
            raad = "Ta bort «maal_aar»."
        elif indikator.maal_tekst:
            continue
        else:
            melding = f"«{indikator.navn}» har et målår, men ikke noe mål"
            raad = "Skriv «maal: …», eller ta bort «maal_aar»."
        yield Problem(delmaal, (*rute, "maal_aar"), melding, raad)


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
    for delmaal, rute, indikator in indikatorer(register):
        maalene, alle = indikator.maalene.values(), indikator.alle_maalinger
        er_alle_bedre = all(
            en.verdi not in maalene and indikator.naar_maalet(en.verdi, en.tid.siste_dag.year)
            for en in alle
        )
        if len(alle) > 1 and er_alle_bedre:
            melding = f"«{indikator.navn}» har vært bedre enn målet hele tiden"
            raad = "Se etter om «retning» er riktig, eller sett et nytt mål."
            yield Problem(delmaal, (*rute, "retning"), melding, raad)
