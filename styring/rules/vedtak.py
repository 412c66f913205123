"""Rules of political resolutions."""

from collections.abc import Iterator
from datetime import date

from styring.finding import Alvor
from styring.mente import ramse
from styring.model.oppdrag import Rapportstatus
from styring.register.innhold import Register
from styring.rules.gjennomgang import siste_rapporter
from styring.rules.henvisning import ukjente
from styring.rules.regel import Problem, regel
from styring.slag import VEDTAK
from styring.stand.stand import mangler_tilbakemelding

_OPPFOELGING = ("frist", "delegering", "oppgaver", "oppdrag")
_FJERN = "«styring vedtak endre {} --fjern oppfoelging»"


@regel("VED001")
def ukjent_oppdrag(register: Register, _: date) -> Iterator[Problem]:
    """Vedtaket er knyttet til et oppdrag som ikke finnes.

    Knytningen viser hvordan vedtaket følges opp. Peker den på noe som ikke finnes, følges det
    ikke opp.

    Galt i vedtak.yaml:

        vedtak:
          - id: V-2023-01
            tittel: Utrede nye turveier
            type: verbal
            oppdrag: [SOS-2023-99]
                      ^^^^^^^^^^^

    Riktig i vedtak.yaml:

        vedtak:
          - id: V-2023-01
            tittel: Utrede nye turveier
            type: verbal
            oppdrag: [SOS-2023-01]
    """
    yield from ukjente(register, VEDTAK, "oppdrag")


@regel("VED002")
def ukjent_sektor(register: Register, _: date) -> Iterator[Problem]:
    """Vedtaket er lagt til en sektor som ikke finnes.

    Sektorene står i kontakter.yaml. Uten en sektor som finnes, er det ingen som følger opp.

    Galt i vedtak.yaml:

        vedtak:
          - id: V-2023-01
            tittel: Utrede nye turveier
            type: verbal
            sektor: TKE
                    ^^^

    Riktig i vedtak.yaml:

        vedtak:
          - id: V-2023-01
            tittel: Utrede nye turveier
            type: verbal
            sektor: TEK
    """
    yield from ukjente(register, VEDTAK, "sektor")
    yield from ukjente(register, VEDTAK, "delansvar")


@regel("VED003", Alvor.ADVARSEL)
def uten_tilbakemelding(register: Register, _: date) -> Iterator[Problem]:
    """Et verbalvedtak er meldt ferdig uten at det er meldt tilbake.

    Et verbalvedtak er en bestilling fra de folkevalgte. Det er ikke fulgt opp før de har fått
    svar. Til da står det i «styring vedtak restanse», og «styring rapport mangler» minner om det.
    Før opp dagen under «tilbakemelding», eller med «styring vedtak endre». Det samme gjelder de
    vedtakstypene i kommune.yaml som har «tilbakemelding: true».

    Galt i vedtak.yaml:

        vedtak:
          - id: V-2023-01
            tittel: Utrede nye turveier
            type: verbal
            rapporter:
              - periode: 2023-T1
                dato: 2023-05-05
                status: ferdig
                        ^^^^^^
                kommentar: Turveiene er utredet.

    Riktig i vedtak.yaml:

        vedtak:
          - id: V-2023-01
            tittel: Utrede nye turveier
            type: verbal
            rapporter:
              - periode: 2023-T1
                dato: 2023-05-05
                status: ferdig
                kommentar: Turveiene er utredet.
            tilbakemelding: {dato: 2023-05-04, saksnr: 23/9}
    """
    for vedtak, rute, rapport in siste_rapporter(register, register.vedtak):
        if rapport.status is Rapportstatus.FERDIG and mangler_tilbakemelding(register, vedtak):
            kommando = f"styring vedtak endre {vedtak.id} --tilbakemeldt DATO"
            raad = f"Før det opp med «{kommando}» når organet har fått svar."
            yield Problem(vedtak, (*rute, "status"), "ferdig, men ikke meldt tilbake", raad)


@regel("VED004", Alvor.ADVARSEL)
def baade_ingen_og_oppfoelging(register: Register, _: date) -> Iterator[Problem]:
    """Det står at vedtaket ikke trenger oppfølging, men det følges opp.

    Et vedtak som ikke trenger oppfølging, regnes ikke med i det som mangler rapport, er forfalt
    eller står igjen. Har det en frist, oppgaver, oppdrag eller noen som har fått det, er én av
    opplysningene feil.

    Galt i vedtak.yaml:

        vedtak:
          - id: V-2023-01
            tittel: Utrede nye turveier
            type: verbal
            oppfoelging: {ingen: Til orientering}
            ^^^^^^^^^^^
            frist: 2023-12

    Riktig i vedtak.yaml:

        vedtak:
          - id: V-2023-01
            tittel: Årsregnskapet for 2022
            type: politisk
            oppfoelging: {ingen: Til orientering}
    """
    for vedtak in register.vedtak:
        har = [felt for felt in _OPPFOELGING if getattr(vedtak, felt)]
        if vedtak.oppfoelging and har:
            melding = f"vedtaket skal ikke følges opp, men har {ramse(har)}"
            raad = f"Ta det bort, eller la vedtaket følges opp: {_FJERN.format(vedtak.id)}."
            yield Problem(vedtak, ("oppfoelging",), melding, raad, paa_noekkel=True)
