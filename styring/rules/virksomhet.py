"""Rules of virksomheter, and of sectors that are no longer."""

from collections.abc import Iterator
from datetime import date

from styring.finding import Alvor
from styring.mente import ramse
from styring.model.kontakt import Sektor, virksomhetene
from styring.register.innhold import Register
from styring.rules.henvisning import ukjente
from styring.rules.regel import Problem, regel
from styring.slag import KONTAKT, OPPFULGTE, VIRKSOMHET
from styring.stand import stand

_VIST = 5
"""How many of the things that a sector has are named."""


@regel("VIR001")
def ukjent_leder(register: Register, _: date) -> Iterator[Problem]:
    """Lederen av en virksomhet finnes ikke blant kontaktene.

    Virksomhetslederen har oppgavene til virksomheten, når ingen annen har dem.

    Galt i kontakter.yaml:

        sektorer:
          - kode: SOS
            navn: Samfunn
            direktoer: kari
            virksomheter:
              - {id: bibliotek, navn: Biblioteket, leder: krai}
                                                          ^^^^
        kontakter:
          - {id: kari, navn: Kari Nordmann}

    Riktig i kontakter.yaml:

        sektorer:
          - kode: SOS
            navn: Samfunn
            direktoer: kari
            virksomheter:
              - {id: bibliotek, navn: Biblioteket, leder: kari}
        kontakter:
          - {id: kari, navn: Kari Nordmann}
    """
    yield from ukjente(register, VIRKSOMHET, "leder")


@regel("VIR002")
def ukjent_virksomhet(register: Register, _: date) -> Iterator[Problem]:
    """En person eller en oppgave står i en virksomhet som ikke finnes.

    Virksomhetene står under sektoren sin i kontakter.yaml.

    Galt i kontakter.yaml:

        sektorer:
          - kode: SOS
            navn: Samfunn
            direktoer: kari
            virksomheter: [{id: bibliotek, navn: Biblioteket}]
        kontakter:
          - {id: kari, navn: Kari Nordmann, virksomhet: bibloitek}
                                                        ^^^^^^^^^

    Riktig i kontakter.yaml:

        sektorer:
          - kode: SOS
            navn: Samfunn
            direktoer: kari
            virksomheter: [{id: bibliotek, navn: Biblioteket}]
        kontakter:
          - {id: kari, navn: Kari Nordmann, virksomhet: bibliotek}
    """
    yield from ukjente(register, KONTAKT, "virksomhet")
    for slag in OPPFULGTE:
        yield from ukjente(register, slag, "oppgaver.virksomhet")


@regel("VIR003", Alvor.ADVARSEL)
def i_en_annen_sektor(register: Register, _: date) -> Iterator[Problem]:
    """En person er i en annen sektor enn virksomheten sin.

    Da er en av dem gjerne skrevet feil, eller ikke rettet etter at noen flyttet.

    Galt i kontakter.yaml:

        sektorer:
          - kode: SOS
            navn: Samfunn
            direktoer: kari
            virksomheter: [{id: bibliotek, navn: Biblioteket}]
          - {kode: TEK, navn: Teknisk, direktoer: kari}
        kontakter:
          - {id: kari, navn: Kari Nordmann, sektor: TEK, virksomhet: bibliotek}
                                                                     ^^^^^^^^^

    Riktig i kontakter.yaml:

        sektorer:
          - kode: SOS
            navn: Samfunn
            direktoer: kari
            virksomheter: [{id: bibliotek, navn: Biblioteket}]
          - {kode: TEK, navn: Teknisk, direktoer: kari}
        kontakter:
          - {id: kari, navn: Kari Nordmann, sektor: SOS, virksomhet: bibliotek}
    """
    hos = {en.id: sektor for sektor in register.sektorer for en in virksomhetene(sektor)}
    for kontakt in register.kontakter:
        sektor = hos.get(kontakt.virksomhet or "")
        if sektor and kontakt.sektor not in (None, sektor.kode):
            melding = f"«{kontakt.virksomhet}» er i {sektor.kode}, ikke i {kontakt.sektor}"
            raad = f"Skriv «sektor: {sektor.kode}», eller rett virksomheten."
            yield Problem(kontakt, ("virksomhet",), melding, raad)


@regel("VIR004")
def baklengs_gyldighet(register: Register, _: date) -> Iterator[Problem]:
    """Sektoren er nedlagt før den er til.

    «fra» er den første tiden det er en slik sektor, og «til» den siste.

    Galt i kontakter.yaml:

        sektorer:
          - {kode: SOS, navn: Samfunn, direktoer: kari, gjelder: {fra: 2025, til: 2024}}
                                                                                  ^^^^
        kontakter:
          - {id: kari, navn: Kari Nordmann}

    Riktig i kontakter.yaml:

        sektorer:
          - {kode: SOS, navn: Samfunn, direktoer: kari, gjelder: {fra: 2024}}
        kontakter:
          - {id: kari, navn: Kari Nordmann}
    """
    for sektor in register.sektorer:
        tid = sektor.gjelder
        if tid and tid.fra and tid.til and tid.til.siste_dag < tid.fra.foerste_dag:
            melding = f"{sektor.kode} er til {tid.til}, men først fra {tid.fra}"
            yield Problem(sektor, ("gjelder", "til"), melding, "Rett en av tidene.")


@regel("VIR005", Alvor.ADVARSEL)
def nedlagt_med_arbeid(register: Register, dag: date) -> Iterator[Problem]:
    """En sektor som er nedlagt, har fortsatt arbeid eller folk.

    Det den har hatt, står. Men det som gjenstår, må noen ta over: flytt det med
    «styring oppdrag endre ID --sektor KODE», eller avslutt det. De som arbeidet der, er et annet
    sted nå.

    Galt i kontakter.yaml:

        sektorer:
          - {kode: SOS, navn: Samfunn, direktoer: kari, gjelder: {til: 2020}}
                                                                       ^^^^
        kontakter:
          - {id: kari, navn: Kari Nordmann}
          - {id: ola, navn: Ola Nordmann, sektor: SOS}

    Riktig i kontakter.yaml:

        sektorer:
          - {kode: SOS, navn: Samfunn, direktoer: kari, gjelder: {til: 2020}}
          - {kode: TEK, navn: Teknisk, direktoer: kari}
        kontakter:
          - {id: kari, navn: Kari Nordmann}
          - {id: ola, navn: Ola Nordmann, sektor: TEK}
    """
    for sektor in register.sektorer:
        if sektor.er_avviklet(dag) and (har := list(_igjen_i(register, sektor, dag))):
            melding = f"{sektor.kode} er nedlagt, men har {ramse(har, flest=_VIST)}"
            raad = "Flytt det som er der, til en annen sektor, eller avslutt det."
            yield Problem(sektor, ("gjelder", "til"), melding, raad)


def _igjen_i(register: Register, sektor: Sektor, dag: date) -> Iterator[str]:
    for post in register.oppfulgte:
        if post.sektor == sektor.kode and not stand.status(register, post).er_avsluttet:
            yield post.id
    for kontakt in register.kontakter:
        if kontakt.sektor == sektor.kode and not kontakt.har_sluttet(dag):
            yield kontakt.id
