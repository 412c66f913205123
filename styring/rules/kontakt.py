"""Rules of sectors and people."""

import re
from collections.abc import Iterator
from datetime import date

from styring.finding import Alvor
from styring.model.kontakt import Sektor
from styring.register.innhold import Register
from styring.rules.henvisning import henvisning, ukjente
from styring.rules.regel import Problem, regel
from styring.slag import KONTAKT
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
    feil_ved_kontakt = henvisning(register, KONTAKT)
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
    yield from ukjente(register, KONTAKT, "sektor")


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


def _direktoerrute(register: Register, sektor: Sektor, nummer: int) -> Route:
    """Where the id of a direktør stands: in a list, or alone."""
    fil, rute = register.i_fil(sektor)
    under: Route = ("direktoer", nummer, "kontakt")
    return under if fil.dokument.places.span(rute + under) else under[:1]
