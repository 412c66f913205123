"""Rules of what a report says."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from styring.finding import Alvor
from styring.mente import jevn
from styring.model.innmelding import TEKSTER
from styring.model.vedtak import Oppfulgt
from styring.offentlig.sladding import Sladding
from styring.register.innhold import Register
from styring.rules.gjennomgang import rapporter
from styring.rules.regel import Problem, regel
from styring.stand import stand

FAA_ORD = 3
"""From how many words on a comment can say something."""
LENGST = 600
"""How many characters a short and concise comment may have."""


@regel("RAP006", Alvor.ADVARSEL)
def kort_kommentar(register: Register, _: date) -> Iterator[Problem]:
    """Kommentaren i rapporten er så kort at den ikke sier noe.

    En kommentar skal være klar og tydelig, og si hvor saken står, når den er
    forventet ferdig, og hva annet som er viktig. Ett eller to ord er for lite til det.

    Galt i oppdrag.yaml:

        oppdrag:
          - id: SOS-2023-01
            tittel: Lage en plan
            sektor: SOS
            rapporter:
              - periode: 2023-T1
                dato: 2023-05-05
                status: under_arbeid
                kommentar: Går bra.
                           ^^^^^^^^
                forventet_ferdig: 2023-09

    Riktig i oppdrag.yaml:

        oppdrag:
          - id: SOS-2023-01
            tittel: Lage en plan
            sektor: SOS
            rapporter:
              - periode: 2023-T1
                dato: 2023-05-05
                status: under_arbeid
                kommentar: Planen er på høring til 1. juni, og skal vedtas i september.
                forventet_ferdig: 2023-09
    """
    for post, rute, rapport in rapporter(register):
        if rapport.kommentar and len(rapport.kommentar.split()) < FAA_ORD:
            raad = "Skriv i noen få setninger hvor saken står."
            yield Problem(post, (*rute, "kommentar"), "kommentaren er for kort", raad)


@regel("RAP007", Alvor.ADVARSEL)
def samme_kommentar(register: Register, _: date) -> Iterator[Problem]:
    """Kommentaren er den samme som i forrige rapport.

    En rapport sier hvor saken står nå. Har ingenting endret seg siden forrige periode, er det
    nettopp det de som leser, trenger å vite, og hvorfor.

    Galt i oppdrag.yaml:

        oppdrag:
          - id: SOS-2023-01
            tittel: Lage en plan
            sektor: SOS
            rapporter:
              - periode: 2023-T1
                dato: 2023-05-05
                status: under_arbeid
                kommentar: Planen er på høring.
                forventet_ferdig: 2023-09
              - periode: 2023-T2
                dato: 2023-09-05
                status: under_arbeid
                kommentar: Planen er på høring.
                           ^^^^^^^^^^^^^^^^^^^^
                forventet_ferdig: 2023-12

    Riktig i oppdrag.yaml:

        oppdrag:
          - id: SOS-2023-01
            tittel: Lage en plan
            sektor: SOS
            rapporter:
              - periode: 2023-T1
                dato: 2023-05-05
                status: under_arbeid
                kommentar: Planen er på høring.
                forventet_ferdig: 2023-09
              - periode: 2023-T2
                dato: 2023-09-05
                status: under_arbeid
                kommentar: Høringen er utvidet til oktober, for fylket ba om mer tid.
                forventet_ferdig: 2023-12
    """
    for post in register.oppfulgte:
        if not _gjentar_seg(post):
            continue
        eldst_foerst = reversed(stand.nyeste_foerst(register, post))
        for forrige, rapport in pairwise(eldst_foerst):
            if stand.gjentar(rapport, forrige):
                rute = ("rapporter", post.rapporter.index(rapport), "kommentar")
                melding = f"kommentaren er den samme som for {forrige.periode}"
                raad = "Skriv hva som er nytt siden da, eller hvorfor ingenting er det."
                yield Problem(post, rute, melding, raad)


@regel("RAP008", Alvor.ADVARSEL)
def lang_kommentar(register: Register, _: date) -> Iterator[Problem]:
    """Kommentaren i rapporten er for lang.

    Rapportene skal gi en kort og konsis orientering til kommunedirektøren og de folkevalgte,
    som leser om mange oppdrag på rad. Grensen er 600 tegn.

    Galt i oppdrag.yaml:

        oppdrag:
          - id: SOS-2023-01
            tittel: Lage en plan
            sektor: SOS
            rapporter:
              - periode: 2023-T1
                dato: 2023-05-05
                status: under_arbeid
                forventet_ferdig: 2023-09
                kommentar: >
                           ^
                  Planforslaget har ligget ute på høring siden mars, og fristen gikk ut
                  ved påske. Det kom inn 41 uttalelser, og de fleste gjelder
                  boligfeltene nord for elva. Grunneierne vil ha flere boliger, mens
                  velforeningen vil ha færre. Fylkeskommunen har varslet innsigelse
                  mot det ene feltet, og statsforvalteren ber om en ny vurdering av
                  faren for flom. Vi hadde møte med begge i april, og et nytt møte er
                  avtalt i juni. I mellomtiden regner en konsulent på flommen, og vi
                  skriver sammen uttalelsene til saken. Når tallene foreligger, tar vi
                  stilling til om feltet skal tas ut av planen, og legger saken fram
                  for utvalget.

    Riktig i oppdrag.yaml:

        oppdrag:
          - id: SOS-2023-01
            tittel: Lage en plan
            sektor: SOS
            rapporter:
              - periode: 2023-T1
                dato: 2023-05-05
                status: under_arbeid
                forventet_ferdig: 2023-09
                kommentar: >
                  Høringen ga 41 uttalelser, de fleste om boligfeltene nord for elva.
                  Fylkeskommunen varsler innsigelse mot det ene. Vi regner på faren for
                  flom, og legger saken fram for utvalget i september.
    """
    for post, rute, rapport in rapporter(register):
        if (lengde := len((rapport.kommentar or "").strip())) > LENGST:
            raad = f"Kort den ned til høyst {LENGST} tegn."
            yield Problem(post, (*rute, "kommentar"), f"kommentaren er på {lengde} tegn", raad)


@regel("RAP009", Alvor.ADVARSEL)
def mangler_forventet_ferdig(register: Register, _: date) -> Iterator[Problem]:
    """Rapporten sier ikke når arbeidet er forventet ferdig.

    Den som leser, skal kunne se når saken er forventet ferdig. Bare det som allerede er ferdig,
    som utgår eller er løpende, trenger det ikke. Et overslag holder: en måned, et kvartal eller
    et år.

    Galt i oppdrag.yaml:

        oppdrag:
          - id: SOS-2023-01
            tittel: Lage en plan
            sektor: SOS
            rapporter:
              - periode: 2023-T1
                dato: 2023-05-05
                status: under_arbeid
                        ^^^^^^^^^^^^
                kommentar: Planen er ute på høring.

    Riktig i oppdrag.yaml:

        oppdrag:
          - id: SOS-2023-01
            tittel: Lage en plan
            sektor: SOS
            rapporter:
              - periode: 2023-T1
                dato: 2023-05-05
                status: under_arbeid
                kommentar: Planen er ute på høring.
                forventet_ferdig: 2023-K3
    """
    for post, rute, rapport in rapporter(register):
        if stand.sier_ikke_naar(post, rapport):
            raad = "Skriv «forventet_ferdig: …», for eksempel 2023-12-31, 2023-10 eller 2023."
            melding = "rapporten sier ikke når arbeidet er forventet ferdig"
            yield Problem(post, (*rute, "status"), melding, raad)  # which is what asks for it


@regel("RAP010", Alvor.ADVARSEL)
def telefon_eller_epost(register: Register, _: date) -> Iterator[Problem]:
    """Teksten i rapporten har en e-postadresse, eller telefonnummeret til en kontakt.

    Det som står i rapportene, kommer med i dokumenter som er for alle. Der blir adressen og
    nummeret tatt ut, og setningen blir stående uten. Hvem som har oppdraget, går fram av
    delegeringen, og telefon og e-post hører hjemme i kontakter.yaml.

    Galt i oppdrag.yaml:

        oppdrag:
          - id: SOS-2023-01
            tittel: Lage en plan
            sektor: SOS
            rapporter:
              - periode: 2023-T1
                dato: 2023-05-05
                status: ferdig
                kommentar: Planen er vedtatt. Spør ola@kommune.example om resten.
                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

    Riktig i oppdrag.yaml:

        oppdrag:
          - id: SOS-2023-01
            tittel: Lage en plan
            sektor: SOS
            rapporter:
              - periode: 2023-T1
                dato: 2023-05-05
                status: ferdig
                kommentar: Planen er vedtatt, og ligger på kommunens nettside.
    """
    sladding = Sladding(register)
    for post, rute, rapport in rapporter(register):
        for felt in TEKSTER:
            tekst: str = getattr(rapport, felt) or ""
            if funn := next(sladding.funn(tekst), None):
                melding = f"teksten har «{tekst[slice(*funn)]}», som ikke skal ut til alle"
                raad = "Skriv det uten, for rapportene er for alle."
                yield Problem(post, (*rute, felt), melding, raad)


def _gjentar_seg(post: Oppfulgt) -> bool:
    """Two comments are the same; cheaper to see than which reports follow each other."""
    if len(post.rapporter) < 2:
        return False
    sagt = [jevn(rapport.kommentar) for rapport in post.rapporter if rapport.kommentar]
    return len(set(sagt)) < len(sagt)
