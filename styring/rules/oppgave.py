"""Rules of the oppgaver that an oppdrag is broken down into."""

from collections.abc import Iterator
from datetime import date

from styring.register.innhold import Register
from styring.rules.henvisning import ukjente
from styring.rules.regel import Problem, regel
from styring.slag import OPPFULGTE


@regel("OPG001")
def id_foelger_ikke_oppdraget(register: Register, _: date) -> Iterator[Problem]:
    """Oppgavens id følger ikke oppdraget den hører til.

    En oppgave har oppdragets id og noe mer bak den, helst et punktum og et nummer: SOS-2023-01.1.
    Da ser alle hvor den hører hjemme, og den finnes igjen i kommandoer og rapporter.

    Galt i oppdrag.yaml:

        oppdrag:
          - id: SOS-2023-01
            tittel: Lage en plan
            sektor: SOS
            oppgaver:
              - {id: SOS-2023-02.1, tittel: Skrive utkast}
                     ^^^^^^^^^^^^^

    Riktig i oppdrag.yaml:

        oppdrag:
          - id: SOS-2023-01
            tittel: Lage en plan
            sektor: SOS
            oppgaver:
              - {id: SOS-2023-01.1, tittel: Skrive utkast}
    """
    for post in register.oppfulgte:
        for nummer, oppgave in enumerate(post.oppgaver):
            bak = oppgave.id[len(post.id) :]
            er_lik = oppgave.id.lower().startswith(post.id.lower()) and bak[:1] in (*".-_",)
            if not er_lik or not oppgave.id.startswith(post.id):
                melding = f"«{oppgave.id}» følger ikke «{post.id}»"
                raad = f"Skriv «{post.id}.{nummer + 1}», eller et annet nummer som er ledig."
                riktig = f"{post.id}{bak}" if er_lik else None
                yield Problem(post, ("oppgaver", nummer, "id"), melding, raad, riktig)


@regel("OPG002")
def ukjent_ansvarlig(register: Register, _: date) -> Iterator[Problem]:
    """Den som er ansvarlig for oppgaven, finnes ikke blant kontaktene.

    Ansvaret må ligge hos en person i kontakter.yaml, ellers når ingen purring fram.

    Galt i oppdrag.yaml:

        oppdrag:
          - id: SOS-2023-01
            tittel: Lage en plan
            sektor: SOS
            oppgaver:
              - {id: SOS-2023-01.1, tittel: Skrive utkast, ansvarlig: pre}
                                                                      ^^^

    Riktig i oppdrag.yaml:

        oppdrag:
          - id: SOS-2023-01
            tittel: Lage en plan
            sektor: SOS
            oppgaver:
              - {id: SOS-2023-01.1, tittel: Skrive utkast, ansvarlig: per}
    """
    for slag in OPPFULGTE:
        yield from ukjente(register, slag, "oppgaver.ansvarlig")
