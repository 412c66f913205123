"""Rules of sectors and people."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from styring.finding import Alvor
from styring.model.kontakt import Direktoer, Sektor
from styring.register.innhold import Register
from styring.rules.henvisning import henvisning
from styring.rules.regel import Problem, regel
from styring.yamlfile.places import Route

_TELEFON = re.compile(r"(?:(?:\+|00)47)?\d{8}")
_EPOST = re.compile(r"[^@\s,;<>()]+@(?:[^@\s.,;<>()]+\.)+[^@\s.,;<>()\d]{2,}")


@regel("KON001")
def ukjent_direktoer(register: Register, _: date) -> Iterator[Problem]:
    """Direktøren for en sektor finnes ikke blant kontaktene.

    Direktøren har sektorens oppdrag til de er delegert videre, og må stå i kontakter.yaml.

    Galt i kontakter.yaml:

        sektorer:
          - {kode: SOS, navn: Samfunn, direktoer: kira}
                                                  ^^^^
        kontakter:
          - {id: kari, navn: Kari Nordmann}

    Riktig i kontakter.yaml:

        sektorer:
          - {kode: SOS, navn: Samfunn, direktoer: kari}
        kontakter:
          - {id: kari, navn: Kari Nordmann}
    """
    feil_ved_kontakt = henvisning(register, "kontakt")
    for sektor in register.sektorer:
        for nummer, en in enumerate(sektor.direktoer):
            if feil := feil_ved_kontakt(en.kontakt):
                yield Problem(sektor, _direktoerrute(register, sektor, nummer), *feil)


@regel("KON002")
def ukjent_sektor(register: Register, _: date) -> Iterator[Problem]:
    """En kontakt er ført opp i en sektor som ikke finnes.

    Sektoren må stå under «sektorer» i kontakter.yaml.

    Galt i kontakter.yaml:

        sektorer:
          - {kode: SOS, navn: Samfunn, direktoer: kari}
        kontakter:
          - {id: kari, navn: Kari Nordmann, sektor: SSO}
                                                    ^^^

    Riktig i kontakter.yaml:

        sektorer:
          - {kode: SOS, navn: Samfunn, direktoer: kari}
        kontakter:
          - {id: kari, navn: Kari Nordmann, sektor: SOS}
    """
    feil_ved_sektor = henvisning(register, "sektor")
    for kontakt in register.kontakter:
        if feil := feil_ved_sektor(kontakt.sektor):
            yield Problem(kontakt, ("sektor",), *feil)


@regel("KON003")
def ugyldig_telefon(register: Register, _: date) -> Iterator[Problem]:
    """Telefonnummeret har ikke åtte siffer.

    Norske telefonnumre har åtte siffer. Mellomrom er fritt, og +47 kan stå foran.

    Galt i kontakter.yaml:

        kontakter:
          - {id: kari, navn: Kari Nordmann, telefon: 900 60 93}
                                                     ^^^^^^^^^

    Riktig i kontakter.yaml:

        kontakter:
          - {id: kari, navn: Kari Nordmann, telefon: 900 60 938}
    """
    for kontakt in register.kontakter:
        if kontakt.telefon and not _TELEFON.fullmatch("".join(kontakt.telefon.split())):
            antall = sum(tegn.isdecimal() for tegn in kontakt.telefon)
            melding = f"«{kontakt.telefon}» er ikke et telefonnummer med åtte siffer"
            raad = f"Nå er det {antall} siffer." if antall != 8 else "Skriv bare siffer."
            yield Problem(kontakt, ("telefon",), melding, raad)


@regel("KON004")
def ugyldig_epost(register: Register, _: date) -> Iterator[Problem]:
    """Dette er ikke en gyldig e-postadresse.

    En adresse har noe foran og noe bak én krøllalfa (@), og bak den et punktum.

    Galt i kontakter.yaml:

        kontakter:
          - {id: kari, navn: Kari Nordmann, epost: kari.kommune.example}
                                                   ^^^^^^^^^^^^^^^^^^^^

    Riktig i kontakter.yaml:

        kontakter:
          - {id: kari, navn: Kari Nordmann, epost: kari@kommune.example}
    """
    for kontakt in register.kontakter:
        if kontakt.epost and not _EPOST.fullmatch(kontakt.epost):
            melding = f"«{kontakt.epost}» er ikke en e-postadresse"
            yield Problem(kontakt, ("epost",), melding, "Skriv den som navn@kommune.no.")


@regel("KON005", Alvor.MERKNAD)
def sektor_uten_direktoer(register: Register, dag: date) -> Iterator[Problem]:
    """Sektoren har ingen direktør.

    Da har ingen person sektorens oppdrag før de er delegert. Det er ingen feil når kilden ikke
    sier hvem det er, men noen bør finne det ut.

    Galt i kontakter.yaml:

        sektorer:
          - {kode: SOS, navn: Samfunn}
                   ^^^
        kontakter:
          - {id: kari, navn: Kari Nordmann}

    Riktig i kontakter.yaml:

        sektorer:
          - {kode: SOS, navn: Samfunn, direktoer: kari}
        kontakter:
          - {id: kari, navn: Kari Nordmann}
    """
    for sektor in register.sektorer:
        if sektor.direktoer_paa(dag) is None:
            raad = "Skriv «direktoer: …» når dere vet hvem det er."
            yield Problem(sektor, ("kode",), f"sektor «{sektor.kode}» har ingen direktør", raad)


@regel("KON006")
def baklengs_tid(register: Register, _: date) -> Iterator[Problem]:
    """Tiden til en direktør slutter før den begynner.

    «fra» er den første dagen en er direktør, og «til» den siste. Ofte er det et årstall som er
    skrevet feil.

    Galt i kontakter.yaml:

        sektorer:
          - kode: SOS
            navn: Samfunn
            direktoer:
              - {kontakt: kari, fra: 2025-05-01, til: 2020-06-30}
                                                      ^^^^^^^^^^
              - {kontakt: ola, fra: 2025-07-01}
        kontakter:
          - {id: kari, navn: Kari Nordmann}
          - {id: ola, navn: Ola Nordmann}

    Riktig i kontakter.yaml:

        sektorer:
          - kode: SOS
            navn: Samfunn
            direktoer:
              - {kontakt: kari, fra: 2020-05-01, til: 2025-06-30}
              - {kontakt: ola, fra: 2025-07-01}
        kontakter:
          - {id: kari, navn: Kari Nordmann}
          - {id: ola, navn: Ola Nordmann}
    """
    for sektor in register.sektorer:
        for nummer, en in enumerate(sektor.direktoer):
            if _er_baklengs(en):
                melding = f"«{en.kontakt}» er direktør til {en.til}, men først fra {en.fra}"
                raad = "Rett en av dagene. «fra» er den første, og «til» den siste."
                yield Problem(sektor, ("direktoer", nummer, "til"), melding, raad)


@regel("KON007")
def to_direktoerer(register: Register, _: date) -> Iterator[Problem]:
    """To er direktør i samme sektor på samme dag.

    Direktøren har sektorens oppdrag til de er delegert videre. Er det to, vet ingen hvem det er.
    Den forrige får en siste dag, «til», og den nye en første, «fra». Det er lov at ingen er det en
    tid.

    Galt i kontakter.yaml:

        sektorer:
          - kode: SOS
            navn: Samfunn
            direktoer:
              - {kontakt: kari}
              - {kontakt: ola, fra: 2025-05-01}
                                    ^^^^^^^^^^
        kontakter:
          - {id: kari, navn: Kari Nordmann}
          - {id: ola, navn: Ola Nordmann}

    Riktig i kontakter.yaml:

        sektorer:
          - kode: SOS
            navn: Samfunn
            direktoer:
              - {kontakt: kari, til: 2025-04-30}
              - {kontakt: ola, fra: 2025-05-01}
        kontakter:
          - {id: kari, navn: Kari Nordmann}
          - {id: ola, navn: Ola Nordmann}
    """
    for sektor in register.sektorer:
        i_tid = sorted(
            ((en.fra or date.min, nummer) for nummer, en in enumerate(sektor.direktoer)),
        )
        forrige: Direktoer | None = None
        for fra, nummer in i_tid:
            en = sektor.direktoer[nummer]
            if _er_baklengs(en):
                continue
            if forrige is not None and fra <= (forrige.til or date.max):
                til = f"til {forrige.til}" if forrige.til else "ennå"
                melding = f"«{en.kontakt}» er direktør her, men «{forrige.kontakt}» er det {til}"
                raad = "Skriv «til» på den forrige og «fra» på den nye."
                if forrige.fra != en.fra and en.fra:
                    raad = f"Skriv «til: {en.fra - timedelta(1)}» på «{forrige.kontakt}»."
                rute = ("direktoer", nummer, "fra" if en.fra else "kontakt")
                yield Problem(sektor, rute, melding, raad)
            if forrige is None or (forrige.til or date.max) < (en.til or date.max):
                forrige = en


def _er_baklengs(en: Direktoer) -> bool:
    return en.fra is not None and en.til is not None and en.til < en.fra


def _direktoerrute(register: Register, sektor: Sektor, nummer: int) -> Route:
    """Where the id of a direktør stands: in a list, or alone."""
    fil, rute = register.i_fil(sektor)
    under: Route = ("direktoer", nummer, "kontakt")
    return under if fil.dokument.places.span(rute + under) else under[:1]
