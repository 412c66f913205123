"""Rules of where vedtak are made: their sort, their sak, and the meetings they were up in."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from styring.mente import flat, nearest, ramse
from styring.register.innhold import Register
from styring.rules.henvisning import ukjente
from styring.rules.regel import Problem, regel
from styring.slag import KOMMUNEFIL, SAK, VEDTAK, VEDTAKSTYPE


@regel("VED005")
def ukjent_type(register: Register, _: date) -> Iterator[Problem]:
    """Vedtaket er av en type som ikke finnes.

    Typen avgjør blant annet om vedtaket skal meldes tilbake. Noen typer har alle kommuner, og
    kommunen kan ha flere under «vedtakstyper» i kommune.yaml, hver med «kode» og «navn».

    Galt i vedtak.yaml:

        vedtak:
          - {id: V-2023-01, tittel: Utrede nye turveier, type: verball}
                                                               ^^^^^^^

    Riktig i vedtak.yaml:

        vedtak:
          - {id: V-2023-01, tittel: Utrede nye turveier, type: verbal}
    """
    if not register.er_lest(VEDTAKSTYPE):
        return
    typene = register.vedtakstyper
    kjente = register.kjente_id(VEDTAKSTYPE)
    for vedtak in register.vedtak:
        type_ = register.vedtakstype(vedtak)
        if (type_ and type_.kode == vedtak.type) or vedtak.type.lower() in kjente:
            continue
        like = (
            en.kode for en in typene.values() if flat(vedtak.type) in (flat(en.kode), flat(en.navn))
        )
        if riktig := next(like, None):
            melding = f"«{vedtak.type}» skrives «{riktig}» her"
            yield Problem(vedtak, ("type",), melding, f"Skriv «type: {riktig}».", riktig)
            continue
        koder = [en.kode for en in typene.values()]
        likest = nearest(vedtak.type, koder)
        raad = f"Mente du «{likest[0]}»?" if likest else f"Velg blant {ramse(koder)}."
        raad += f" En egen type legges til under «vedtakstyper» i {KOMMUNEFIL.navn}.yaml."
        yield Problem(vedtak, ("type",), f"ukjent type «{vedtak.type}»", raad)


@regel("VED006")
def ukjent_sak(register: Register, _: date) -> Iterator[Problem]:
    """Vedtaket eller saken hører til en sak som ikke finnes.

    Sakene står under «saker» i vedtak.yaml. Av saken får vedtaket organ, dato og saksnummer når
    det ikke har egne. Har vedtaket bare et saksnummer, hører det hjemme under «saksnr».

    Galt i vedtak.yaml:

        saker:
          - {id: BUD-2023, tittel: Budsjett 2023, saksnr: 92/22}
        vedtak:
          - {id: V-2023-01, tittel: Utrede nye turveier, type: verbal, sak: BUD-2024}
                                                                            ^^^^^^^^

    Riktig i vedtak.yaml:

        saker:
          - {id: BUD-2023, tittel: Budsjett 2023, saksnr: 92/22}
        vedtak:
          - {id: V-2023-01, tittel: Utrede nye turveier, type: verbal, sak: BUD-2023}
    """
    yield from ukjente(register, SAK, "sak")
    yield from ukjente(register, VEDTAK, "sak")


@regel("VED007")
def sak_i_ring(register: Register, _: date) -> Iterator[Problem]:
    """Saken hører til seg selv, eller sakene hører til hverandre i ring.

    En sak kan høre til en større sak, som et punkt i årets budsjett. Går det i ring, er ingen av
    dem den største.

    Galt i vedtak.yaml:

        saker:
          - {id: BUD-2023, tittel: Budsjett 2023, sak: BUD-2023}
                                                       ^^^^^^^^

    Riktig i vedtak.yaml:

        saker:
          - {id: BUD-2023, tittel: Budsjett 2023, sak: HOP-2023}
          - {id: HOP-2023, tittel: Handlings- og økonomiplan 2023–2026}
    """
    for sak in register.poster(SAK):
        vei = [sak, *register.sakene(sak)]
        if sak in vei[1:]:
            ring = [en.id for en in vei[: vei.index(sak, 1)]]
            melding = f"{sak.id} hører til seg selv"
            if len(ring) > 1:
                melding += f", gjennom {ramse(ring[1:])}"
            raad = "Ta bort «sak» på den som er størst."
            yield Problem(sak, ("sak",), melding, raad)


@regel("VED008")
def motsier_behandlingen(register: Register, _: date) -> Iterator[Problem]:
    """Vedtaket sier noe annet om hvor det ble gjort, enn den siste behandlingen gjør.

    Den siste behandlingen avgjør, så organ, dato og saksnummer trengs bare der. Står de på
    vedtaket også, må de være de samme.

    Galt i vedtak.yaml:

        vedtak:
          - id: V-2023-01
            tittel: Utrede nye turveier
            type: politisk
            organ: Formannskapet
                   ^^^^^^^^^^^^^
            behandlinger:
              - {organ: Formannskapet, dato: 2022-11-29, saksnr: 71/22, rolle: innstilling}
              - {organ: Kommunestyret, dato: 2022-12-14, saksnr: 92/22, rolle: vedtak}

    Riktig i vedtak.yaml:

        vedtak:
          - id: V-2023-01
            tittel: Utrede nye turveier
            type: politisk
            behandlinger:
              - {organ: Formannskapet, dato: 2022-11-29, saksnr: 71/22, rolle: innstilling}
              - {organ: Kommunestyret, dato: 2022-12-14, saksnr: 92/22, rolle: vedtak}
    """
    for vedtak in register.vedtak:
        for siste in vedtak.behandlinger[-1:]:
            for felt in ("organ", "dato", "saksnr"):
                eget, der = getattr(vedtak, felt), getattr(siste, felt)
                if eget and der and eget != der:
                    melding = f"{felt} er {eget}, men {der} i den siste behandlingen"
                    raad = f"Ta bort «{felt}» her, eller rett behandlingen."
                    yield Problem(vedtak, (felt,), melding, raad)


@regel("VED009")
def behandlinger_bakover_i_tid(register: Register, _: date) -> Iterator[Problem]:
    """En behandling er datert før behandlingen foran.

    Behandlingene står i den rekkefølgen møtene kom, for den siste avgjør. Står de i feil
    rekkefølge, er det et annet organ enn det rette som ser ut til å ha vedtatt det.

    Galt i vedtak.yaml:

        vedtak:
          - id: V-2023-01
            tittel: Utrede nye turveier
            type: politisk
            behandlinger:
              - {organ: Kommunestyret, dato: 2022-12-14, rolle: vedtak}
              - {organ: Formannskapet, dato: 2022-11-29, rolle: innstilling}
                                             ^^^^^^^^^^

    Riktig i vedtak.yaml:

        vedtak:
          - id: V-2023-01
            tittel: Utrede nye turveier
            type: politisk
            behandlinger:
              - {organ: Formannskapet, dato: 2022-11-29, rolle: innstilling}
              - {organ: Kommunestyret, dato: 2022-12-14, rolle: vedtak}
    """
    for vedtak in register.vedtak:
        daterte = [(nr, en.dato) for nr, en in enumerate(vedtak.behandlinger) if en.dato]
        for (_nr, forrige), (nummer, dato) in pairwise(daterte):
            if dato < forrige:
                rute = ("behandlinger", nummer, "dato")
                melding = f"{dato} er før behandlingen foran, som er datert {forrige}"
                raad = "Rett datoen, eller bytt om på behandlingene."
                yield Problem(vedtak, rute, melding, raad)
