"""Rules of the time that each is direktør of a sector."""

from collections.abc import Iterator
from datetime import date, timedelta

from styring.model.kontakt import Direktoer
from styring.register.innhold import Register
from styring.rules.regel import Problem, regel


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
    Den forrige får en siste dag, «til», og den nye en første, «fra». En sektor kan være uten
    direktør en tid.

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
