"""Rules of what is begun and done: that a report of it says so, and its oppgaver too."""

from collections.abc import Iterator
from datetime import date

from styring.finding import Alvor
from styring.mente import ramse
from styring.model.oppdrag import Rapportstatus
from styring.model.vedtak import Oppfulgt
from styring.register.innhold import Register
from styring.rules.gjennomgang import siste_rapporter
from styring.rules.regel import Problem, regel

_NEVNT = 3
"""How many oppgaver are named."""


@regel("RAP011", Alvor.ADVARSEL)
def ferdig_med_aapne_oppgaver(register: Register, _: date) -> Iterator[Problem]:
    """Det er meldt ferdig, men oppgavene er ikke avsluttet.

    Er oppgavene ikke gjort, er ikke oppdraget ferdig. Er de gjort, bør det stå på dem også, så de
    som leser, ikke lurer på hva som gjenstår. Det som ikke ble gjort, utgår.

    Galt i oppdrag.yaml:

        oppdrag:
          - id: SOS-2023-01
            tittel: Lage en plan
            sektor: SOS
            oppgaver:
              - {id: SOS-2023-01.1, tittel: Skrive utkast, status: under_arbeid}
            rapporter:
              - periode: 2023-T1
                dato: 2023-05-05
                status: ferdig
                        ^^^^^^
                kommentar: Planen er vedtatt og ligger på nettsiden.

    Riktig i oppdrag.yaml:

        oppdrag:
          - id: SOS-2023-01
            tittel: Lage en plan
            sektor: SOS
            oppgaver:
              - {id: SOS-2023-01.1, tittel: Skrive utkast, status: ferdig}
            rapporter:
              - periode: 2023-T1
                dato: 2023-05-05
                status: ferdig
                kommentar: Planen er vedtatt og ligger på nettsiden.
    """
    for post, rute, rapport in siste_rapporter(register, register.oppfulgte):
        aapne = [o.id for o in post.oppgaver if not o.staar.er_avsluttet]
        if aapne and rapport.status is Rapportstatus.FERDIG:
            raad = (
                f"Meld dem ferdige eller at de utgår: «styring status oppdater {aapne[0]} --status"
                " ferdig». Eller rett statusen her."
            )
            melding = f"ferdig, men ikke alle oppgavene er det: {ramse(aapne, flest=_NEVNT)}"
            yield Problem(post, (*rute, "status"), melding, raad)


@regel("RAP012", Alvor.ADVARSEL)
def uten_kommentar(register: Register, _: date) -> Iterator[Problem]:
    """Den siste rapporten har ingen kommentar.

    Statusen alene sier ikke hvor saken står, eller hva som kom ut av arbeidet. Det som aldri er
    begynt, trenger ingen kommentar.

    Galt i oppdrag.yaml:

        oppdrag:
          - id: SOS-2023-01
            tittel: Lage en plan
            sektor: SOS
            rapporter:
              - periode: 2023-T1
                dato: 2023-05-05
                status: ferdig
                        ^^^^^^

    Riktig i oppdrag.yaml:

        oppdrag:
          - id: SOS-2023-01
            tittel: Lage en plan
            sektor: SOS
            rapporter:
              - periode: 2023-T1
                dato: 2023-05-05
                status: ferdig
                kommentar: Planen er vedtatt og ligger på nettsiden.
    """
    for post, rute, rapport in siste_rapporter(register, register.oppfulgte):
        if not rapport.kommentar and _er_begynt(post):
            raad = "Skriv «kommentar: …» i samme rapport: hvor saken står, eller hva som kom ut."
            yield Problem(post, (*rute, "status"), "rapporten har ingen kommentar", raad)


def _er_begynt(post: Oppfulgt) -> bool:
    """Some report says that there has been work on it."""
    uten_arbeid = (Rapportstatus.IKKE_STARTET, Rapportstatus.UTGAAR)
    return any(rapport.status not in uten_arbeid for rapport in post.rapporter)
