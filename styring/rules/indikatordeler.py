"""Rules of an indikator that is measured in parts, or has no number to reach."""

from collections.abc import Iterator
from datetime import date

from styring.finding import Alvor
from styring.model.indikator import Retning
from styring.register.innhold import Register
from styring.rules.gjennomgang import gjentatte, indikatorer
from styring.rules.henvisning import ukjente
from styring.rules.regel import Problem, regel
from styring.slag import DELMAAL


@regel("IND008")
def del_to_ganger(register: Register, _: date) -> Iterator[Problem]:
    """To deler av en indikator heter det samme.

    Da vet ingen hvilken av dem et tall hører til.

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
                      - navn: Leseferdighet
                        enhet: poeng
                        retning: opp
                        deler:
                          - {navn: Jenter, maalinger: [{tid: 2024, verdi: 51}]}
                          - {navn: Jenter, maalinger: [{tid: 2024, verdi: 48}]}
                                   ^^^^^^

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
                      - navn: Leseferdighet
                        enhet: poeng
                        retning: opp
                        deler:
                          - {navn: Jenter, maalinger: [{tid: 2024, verdi: 51}]}
                          - {navn: Gutter, maalinger: [{tid: 2024, verdi: 48}]}
    """
    for delmaal, rute, indikator in indikatorer(register):
        navnene = (" ".join(en.navn.split()).casefold() for en in indikator.deler)
        for nummer, _navn in gjentatte(navnene):
            melding = f"«{indikator.navn}» har allerede en del som heter det"
            raad = "Slå dem sammen, eller gi den ene et navn som skiller dem."
            yield Problem(delmaal, (*rute, "deler", nummer, "navn"), melding, raad)


@regel("IND009")
def ukjent_sektor(register: Register, _: date) -> Iterator[Problem]:
    """Delen av en indikator er for en sektor som ikke finnes.

    Delen kan gjelde én sektor. Den vises med koden fra kontakter.yaml.

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
                        retning: ned
                        deler:
                          - {navn: Skolene, sektor: SØS, maalinger: [{tid: 2024, verdi: 8}]}
                                                    ^^^

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
                        deler:
                          - {navn: Skolene, sektor: SOS, maalinger: [{tid: 2024, verdi: 8}]}
    """
    yield from ukjente(register, DELMAAL, "indikatorer.deler.sektor")


@regel("IND010")
def samlet_uten_grunnlag(register: Register, _: date) -> Iterator[Problem]:
    """Delene skal legges sammen, men det er ikke til å gjøre.

    «samlet» sier at tallet for alle regnes ut av delene. Uten deler er det ingenting å regne med,
    og er alle målt for seg selv, ville det stå to tall for det samme.

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
                      - navn: Besøk
                        enhet: antall
                        retning: opp
                        samlet: sum
                                ^^^
                        maalinger: [{tid: 2024, verdi: 90}]
                        deler:
                          - {navn: Biblioteket, maalinger: [{tid: 2024, verdi: 51}]}
                          - {navn: Kulturhuset, maalinger: [{tid: 2024, verdi: 48}]}

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
                      - navn: Besøk
                        enhet: antall
                        retning: opp
                        samlet: sum
                        deler:
                          - {navn: Biblioteket, maalinger: [{tid: 2024, verdi: 51}]}
                          - {navn: Kulturhuset, maalinger: [{tid: 2024, verdi: 48}]}
    """
    for delmaal, rute, indikator in indikatorer(register):
        if indikator.samlet is None or (indikator.deler and not indikator.maalinger):
            continue
        if indikator.deler:
            melding = f"«{indikator.navn}» er målt samlet og skal regnes ut"
            raad = "Ta bort «samlet», eller målingene som ikke er under «deler»."
        else:
            melding = f"«{indikator.navn}» har ingen deler å legge sammen"
            raad = "Ta bort «samlet», eller skriv delene under «deler:»."
        yield Problem(delmaal, (*rute, "samlet"), melding, raad)


@regel("IND011", Alvor.ADVARSEL)
def observasjon_med_maal(register: Register, _: date) -> Iterator[Problem]:
    """Tallet skal bare følges med på, men har et mål.

    Med «retning: observasjon» er ingen vei bedre enn den andre, så ingen kan si om målet er nådd.

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
                      - navn: Innbyggere
                        enhet: antall
                        retning: observasjon
                                 ^^^^^^^^^^^
                        maal: 50000
                        maalinger: [{tid: 2024, verdi: 48210}]

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
                      - navn: Innbyggere
                        enhet: antall
                        retning: observasjon
                        maalinger: [{tid: 2024, verdi: 48210}]
    """
    for delmaal, rute, indikator in indikatorer(register):
        if indikator.retning is Retning.OBSERVASJON and indikator.maal is not None:
            melding = f"«{indikator.navn}» er en observasjon med et mål"
            raad = "Skriv «retning: opp» eller «retning: ned», eller ta bort målet."
            yield Problem(delmaal, (*rute, "retning"), melding, raad)
