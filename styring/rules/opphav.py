"""Rules of where work comes from."""

from collections.abc import Iterator
from datetime import date

from styring.finding import Alvor
from styring.model.fulgt import Fulgt
from styring.model.opphav import Opphav, Opphavstype
from styring.register.innhold import Register
from styring.rules.henvisning import henvisning
from styring.rules.regel import Problem, regel
from styring.slag import VEDTAK
from styring.stand import stand


@regel("OPH001")
def ukjent_vedtak(register: Register, _: date) -> Iterator[Problem]:
    """Arbeidet kommer av et vedtak som ikke finnes.

    Når «type» er vedtak, er «ref» id-en til vedtaket. Da henger de sammen i den røde tråden.

    Galt i oppdrag.yaml:

        oppdrag:
          - id: SOS-2023-01
            tittel: Lage en plan
            sektor: SOS
            opphav: {type: vedtak, ref: V-99}
                                        ^^^^

    Riktig i oppdrag.yaml:

        oppdrag:
          - id: SOS-2023-01
            tittel: Lage en plan
            sektor: SOS
            opphav: {type: plan, ref: Klimaplanen}
    """
    feil_ved = henvisning(register, VEDTAK)
    for post, opphav in _med_opphav(register):
        if opphav.type is not Opphavstype.VEDTAK:
            continue
        if not opphav.ref:
            rute, raad = (*post.rute, "opphav", "type"), "Skriv «ref: …» med id-en til vedtaket."
            yield Problem(post.hele, rute, "det står ikke hvilket vedtak det kommer av", raad)
        elif feil := feil_ved(opphav.ref):
            yield Problem(post.hele, (*post.rute, "opphav", "ref"), *feil)


@regel("OPH002")
def lukket_uten_kontroll(register: Register, _: date) -> Iterator[Problem]:
    """Det står hvem som har lukket det, men det kommer ikke av et tilsyn eller en revisjon.

    Den som fører tilsyn, lukker avviket når det er rettet. Alt annet er ferdig når rapporten sier
    det.

    Galt i oppdrag.yaml:

        oppdrag:
          - id: SOS-2023-01
            tittel: Lage en plan
            sektor: SOS
            opphav: {type: plan, lukket: {av: Fylket, dato: 2023-05-02}}
                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

    Riktig i oppdrag.yaml:

        oppdrag:
          - id: SOS-2023-01
            tittel: Lage en plan
            sektor: SOS
            opphav: {type: tilsyn, lukket: {av: Fylket, dato: 2023-05-02}}
    """
    for post, opphav in _med_opphav(register):
        if opphav.lukket and not opphav.type.er_kontroll:
            melding = f"{opphav.type.navn} lukkes ikke av noen"
            raad = "Ta bort «lukket», eller skriv «type: tilsyn» eller «type: revisjon»."
            yield Problem(post.hele, (*post.rute, "opphav", "lukket"), melding, raad)


@regel("OPH003")
def lukket_fram_i_tid(register: Register, dag: date) -> Iterator[Problem]:
    """Avviket er lukket på en dag som ikke er kommet.

    Dagen er den da tilsynet sa at avviket var rettet. Når det skal være rettet, står i «frist».

    Galt i oppdrag.yaml:

        oppdrag:
          - id: SOS-2023-01
            tittel: Lage en plan
            sektor: SOS
            opphav: {type: tilsyn, lukket: {av: Fylket, dato: 2093-05-02}}
                                                              ^^^^^^^^^^

    Riktig i oppdrag.yaml:

        oppdrag:
          - id: SOS-2023-01
            tittel: Lage en plan
            sektor: SOS
            opphav: {type: tilsyn, lukket: {av: Fylket, dato: 2023-05-02}}
    """
    for post, opphav in _med_opphav(register):
        if opphav.lukket and opphav.lukket.dato > dag:
            rute = (*post.rute, "opphav", "lukket", "dato")
            raad = "Skriv dagen det ble lukket, eller ta bort «lukket»."
            yield Problem(post.hele, rute, "det er lukket på en dag fram i tid", raad)


@regel("OPH004", Alvor.ADVARSEL)
def ferdig_uten_lukking(register: Register, _: date) -> Iterator[Problem]:
    """Oppdraget er ferdig, men tilsynet har ikke lukket avviket.

    Et avvik er ikke ute av verden før den som fant det, sier det. Skriv hvem som lukket det, og
    når.

    Galt i oppdrag.yaml:

        oppdrag:
          - id: SOS-2023-01
            tittel: Lage en plan
            sektor: SOS
            opphav: {type: tilsyn, ref: Avvik 1}
                           ^^^^^^
            rapporter:
              - {periode: 2023-T1, dato: 2023-05-05, status: ferdig,
                 kommentar: Planen er vedtatt og tatt i bruk.}

    Riktig i oppdrag.yaml:

        oppdrag:
          - id: SOS-2023-01
            tittel: Lage en plan
            sektor: SOS
            opphav: {type: tilsyn, ref: Avvik 1, lukket: {av: Fylket, dato: 2023-05-02}}
            rapporter:
              - {periode: 2023-T1, dato: 2023-05-05, status: ferdig,
                 kommentar: Planen er vedtatt og tatt i bruk.}
    """
    for post, opphav in _med_opphav(register):
        er_ferdig = post is post.hele and stand.status(register, post.hele) == "ferdig"
        if er_ferdig and opphav.type.er_kontroll and not opphav.lukket:
            melding = "det er ferdig, men ingen har lukket det"
            raad = "Skriv «lukket: {av: …, dato: …}» når de har sagt at det er rettet."
            yield Problem(post.hele, (*post.rute, "opphav", "type"), melding, raad)


def _med_opphav(register: Register) -> Iterator[tuple[Fulgt, Opphav]]:
    """Each oppdrag, and each oppgave, that says what it came of."""
    for hele in register.oppfulgte:
        for post in (hele, *hele.under):
            if opphav := getattr(post.selv, "opphav", None):
                yield post, opphav
