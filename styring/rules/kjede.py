"""Rules of the chain in which an oppdrag is handed on."""

from collections.abc import Iterator
from datetime import date

from styring.register.innhold import Register
from styring.rules.gjennomgang import gjentatte
from styring.rules.henvisning import ukjente
from styring.rules.regel import Problem, regel
from styring.slag import OPPFULGTE
from styring.stand.stand import begynte_hos


@regel("DEL001")
def ukjent_i_kjeden(register: Register, _: date) -> Iterator[Problem]:
    """Den som delegerer eller får delegert til seg, finnes ikke blant kontaktene.

    Delegeringen sier hvem som har oppdraget nå. Det må være en person i kontakter.yaml.

    Galt i oppdrag.yaml:

        oppdrag:
          - id: SOS-2023-01
            tittel: Lage en plan
            sektor: SOS
            delegering:
              - {til: olla, av: kari, dato: 2023-02-01}
                      ^^^^

    Riktig i oppdrag.yaml:

        oppdrag:
          - id: SOS-2023-01
            tittel: Lage en plan
            sektor: SOS
            delegering:
              - {til: ola, av: kari, dato: 2023-02-01}
    """
    for slag in OPPFULGTE:
        yield from ukjente(register, slag, "delegering.til")
        yield from ukjente(register, slag, "delegering.av")


@regel("DEL002")
def kjeden_henger_ikke_sammen(register: Register, dag: date) -> Iterator[Problem]:
    """Den som delegerer videre, er ikke den som har oppdraget.

    Kjeden går fra direktøren i sektoren og videre, ledd for ledd. Bare den som har oppdraget,
    kan gi det fra seg. Direktøren er den som var det den dagen det ble delegert. Var sektoren uten
    direktør i kontakter.yaml, kan hvem som helst begynne. «styring forklar KON007» viser hvordan
    en ny direktør skrives.

    Galt i oppdrag.yaml:

        oppdrag:
          - id: SOS-2023-01
            tittel: Lage en plan
            sektor: SOS
            delegering:
              - {til: ola, av: kari, dato: 2023-02-01}
              - {til: per, av: kari, dato: 2023-03-01}
                               ^^^^

    Riktig i oppdrag.yaml:

        oppdrag:
          - id: SOS-2023-01
            tittel: Lage en plan
            sektor: SOS
            delegering:
              - {til: ola, av: kari, dato: 2023-02-01}
              - {til: per, av: ola, dato: 2023-03-01}
    """
    for post in register.oppfulgte:
        har = begynte_hos(register, post, dag)
        for nummer, ledd in enumerate(post.delegering):
            if har is not None and ledd.av is not None and ledd.av != har:
                melding = f"«{ledd.av}» delegerer videre, men det er «{har}» som har det"
                raad = f"Skriv «av: {har}», eller legg inn leddet som mangler."
                if nummer == 0:
                    var = "da var" if ledd.dato else "er"
                    melding = f"«{ledd.av}» delegerer, men direktøren {var} «{har}»"
                    raad += f" Var «{ledd.av}» direktør da, så skriv når i kontakter.yaml."
                yield Problem(post, ("delegering", nummer, "av"), melding, raad)
            har = ledd.til


@regel("DEL003")
def kjeden_gaar_i_ring(register: Register, dag: date) -> Iterator[Problem]:
    """Oppdraget er delegert tilbake til en som allerede har hatt det.

    En kjede som går i ring, sier ikke lenger hvem som har fått oppdraget av hvem. Skal noen ha det
    tilbake, fjerner du leddene etter vedkommende. Bare når den som hadde det, har sluttet, kan det
    gå tilbake: Da står  «sluttet» på personen i kontakter.yaml.

    Galt i oppdrag.yaml:

        oppdrag:
          - id: SOS-2023-01
            tittel: Lage en plan
            sektor: SOS
            delegering:
              - {til: ola, av: kari, dato: 2023-02-01}
              - {til: kari, av: ola, dato: 2023-03-01}
                      ^^^^

    Riktig i oppdrag.yaml:

        oppdrag:
          - id: SOS-2023-01
            tittel: Lage en plan
            sektor: SOS
            delegering:
              - {til: ola, av: kari, dato: 2023-02-01}
              - {til: per, av: ola, dato: 2023-03-01}
    """
    for post in register.oppfulgte:
        kjeden = [ledd.til for ledd in post.delegering]
        for nummer, til in gjentatte(kjeden, begynte_hos(register, post, dag)):
            giver = register.kontakt.get(kjeden[nummer - 1].lower()) if nummer else None
            if not (giver and giver.sluttet):
                melding = f"«{til}» har allerede hatt det tidligere i kjeden"
                raad = "Ta bort leddene etter vedkommende, eller deleger til en annen."
                yield Problem(post, ("delegering", nummer, "til"), melding, raad)


@regel("DEL004")
def kjeden_gaar_bakover_i_tid(register: Register, dag: date) -> Iterator[Problem]:
    """Et ledd i delegeringen er datert før leddet foran, eller fram i tid.

    Leddene står i den rekkefølgen oppdraget ble gitt videre. Ingen kan gi fra seg et oppdrag
    før de har fått det, og ingen har et oppdrag i dag som de får i morgen.

    Galt i oppdrag.yaml:

        oppdrag:
          - id: SOS-2023-01
            tittel: Lage en plan
            sektor: SOS
            delegering:
              - {til: ola, av: kari, dato: 2023-02-01}
              - {til: per, av: ola, dato: 2023-01-15}
                                          ^^^^^^^^^^

    Riktig i oppdrag.yaml:

        oppdrag:
          - id: SOS-2023-01
            tittel: Lage en plan
            sektor: SOS
            delegering:
              - {til: ola, av: kari, dato: 2023-02-01}
              - {til: per, av: ola, dato: 2023-02-15}
    """
    for post in register.oppfulgte:
        forrige: date | None = None
        for nummer, ledd in enumerate(post.delegering):
            if ledd.dato is None:
                continue
            rute = ("delegering", nummer, "dato")
            if ledd.dato > dag:
                melding = f"{ledd.dato} er fram i tid"
                yield Problem(post, rute, melding, "Skriv dagen det ble delegert.")
            elif forrige is not None and ledd.dato < forrige:
                melding = f"{ledd.dato} er før leddet foran, som er datert {forrige}"
                yield Problem(post, rute, melding, "Rett datoen, eller bytt om på leddene.")
            forrige = ledd.dato


@regel("DEL005")
def ukjent_sektor_i_kjeden(register: Register, _: date) -> Iterator[Problem]:
    """Oppdraget er flyttet fra en sektor som ikke finnes.

    Kjeden begynte hos direktøren i den sektoren, så den må stå i kontakter.yaml.

    Galt i oppdrag.yaml:

        oppdrag:
          - id: SOS-2023-01
            tittel: Lage en plan
            sektor: SOS
            delegering:
              - {til: ola, dato: 2023-02-01, fra_sektor: TEKK}
                                                         ^^^^

    Riktig i oppdrag.yaml:

        oppdrag:
          - id: SOS-2023-01
            tittel: Lage en plan
            sektor: SOS
            delegering:
              - {til: ola, dato: 2023-02-01, fra_sektor: TEK}
    """
    for slag in OPPFULGTE:
        yield from ukjente(register, slag, "delegering.fra_sektor")
