"""Rules of what is begun and done: that a report of it says so, and its oppgaver too."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from styring.finding import Alvor
from styring.mente import ramse
from styring.model.oppdrag import Rapportstatus
from styring.model.vedtak import Oppfulgt
from styring.register.innhold import Register
from styring.rules.regel import Problem, regel
from styring.stand import stand

_VIST = 3
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
    for post in register.oppfulgte:
        aapne = [o.id for o in post.oppgaver if not o.staar.er_avsluttet]
        siste = stand.siste_rapport(register, post) if aapne else None
        if siste is not None and siste.status is Rapportstatus.FERDIG:
            raad = (
                f"Meld dem ferdige eller at de utgår: «styring status oppdater {aapne[0]} --status"
                " ferdig». Eller rett statusen her."
            )
            rute = ("rapporter", post.rapporter.index(siste), "status")
            melding = f"ferdig, men ikke alle oppgavene er det: {ramse(aapne, flest=_VIST)}"
            yield Problem(post, rute, melding, raad)


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
    for post in register.oppfulgte:
        siste = stand.siste_rapport(register, post)
        if siste is not None and not siste.kommentar and _er_begynt(post):
            rute = ("rapporter", post.rapporter.index(siste), "status")
            raad = "Skriv «kommentar: …» i samme rapport: hvor saken står, eller hva som kom ut."
            yield Problem(post, rute, "rapporten har ingen kommentar", raad)


def _er_begynt(post: Oppfulgt) -> bool:
    """Some report says that there has been work on it."""
    uten_arbeid = (Rapportstatus.IKKE_STARTET, Rapportstatus.UTGAAR)
    return any(rapport.status not in uten_arbeid for rapport in post.rapporter)
