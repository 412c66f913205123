"""Rules of ids."""

import re
from collections.abc import Iterator
from datetime import date

from styring.register import idbruk
from styring.register.innhold import Register
from styring.rules.regel import Problem, regel

_FORM = re.compile(r"[0-9A-Za-zÆØÅæøå]+(?:[-._][0-9A-Za-zÆØÅæøå]+)*")


@regel("ID001")
def gitt_to_ganger(register: Register, _: date) -> Iterator[Problem]:
    """Samme id er gitt to ganger.

    En id peker ut én ting, også i delegeringer, rapporter og lenker som lages senere. Så lenge to
    har den, telles begge, og ingen av dem kan endres. Store og små bokstaver regnes som like.

    Oftest er det en kopi som synkroniseringen har lagt ved siden av filen, eller to som har tatt
    det samme nummeret på hver sin gren i git. Er begge riktige, får den ene det neste som er ledig.

    Galt i oppdrag.yaml:

        oppdrag:
          - id: SOS-2023-01
            tittel: Lage en plan
            sektor: SOS
          - id: SOS-2023-01
                ^^^^^^^^^^^
            tittel: Lage en plan til
            sektor: SOS

    Riktig i oppdrag.yaml:

        oppdrag:
          - id: SOS-2023-01
            tittel: Lage en plan
            sektor: SOS
          - id: SOS-2023-02
            tittel: Lage en plan til
            sektor: SOS
    """
    for dobbel in idbruk.doble(register):
        sted = register.sted(dobbel.foerste.post, dobbel.foerste.rute)
        melding = f"id «{dobbel.bruk.id}» er allerede gitt, i {sted.fil} linje {sted.linje}"
        yield Problem(dobbel.bruk.post, dobbel.bruk.rute, melding, idbruk.raad(register, dobbel))


@regel("ID002")
def feil_form(register: Register, _: date) -> Iterator[Problem]:
    """En id har tegn som ikke kan stå i en id.

    En id har bokstaver og siffer, med bindestrek, punktum eller understrek imellom. Den skal
    kunne skrives i en kommando, i et filnavn og i en nettadresse.

    Galt i oppdrag.yaml:

        oppdrag:
          - id: SOS 2023/01
                ^^^^^^^^^^^
            tittel: Lage en plan
            sektor: SOS

    Riktig i oppdrag.yaml:

        oppdrag:
          - id: SOS-2023-01
            tittel: Lage en plan
            sektor: SOS
    """
    for brukene in idbruk.ider(register):
        for id_, post, rute in brukene:
            if not _FORM.fullmatch(id_):
                melding = f"«{id_}» kan ikke være en id"
                raad = "Bruk bokstaver, siffer og bindestrek, for eksempel SOS-2023-01."
                yield Problem(post, rute, melding, raad)
