"""Drafts of e-mail to those who have not reported, as files."""

import re
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import quote

from styring.cli import utfil
from styring.cli.omgivelse import Omgivelse, si, ut
from styring.documents.purretekst import utkast
from styring.errors import StyringError
from styring.formats.epost import kan_sendes
from styring.formats.format import skriv
from styring.formats.skjerm import ROER
from styring.stand.purring import Purring
from styring.tegn import ufarlig


def skriv_utkast(om: Omgivelse, alle: Sequence[Purring], mappe: Path) -> None:
    """Writes a draft to each who has an address, and says who has none. Raises StyringError."""
    utfil.krev_utenfor(mappe, om.mappe)
    med = [purring for purring in alle if kan_sendes(purring.epost)]
    if med:
        utfil.lag_mappe(mappe)
    navnene = [_filnavn(purring) for purring in med]
    beholdt, skrevet = [], 0
    for purring, navn in zip(med, navnene, strict=True):
        brev = utkast(om.kjent, purring)
        sti, skal_staa = mappe / navn, skriv(brev, "epost", ROER).innhold
        try:
            if _er_et_annet(sti, skal_staa):
                beholdt.append(navn)
                continue
            utfil.skriv(sti, skal_staa)
        except StyringError as feil:
            saa_langt = f"{skrevet} av {len(med)} utkast er skrevet."
            raise StyringError(feil.melding, saa_langt, *feil.raad) from None
        skrevet += 1
    ut(f"{skrevet} utkast er skrevet i mappen {ufarlig(str(mappe))}.\n" if skrevet else "")
    if beholdt:
        filene = ufarlig(", ".join(beholdt))
        si(f"Ikke skrevet over, for innholdet er et annet enn i det nye utkastet: {filene}.")
        si("Slett filene først hvis du vil ha nye utkast.")
    for purring in alle:
        if purring not in med and purring.ansvarlig is not None:
            hvorfor = "har sluttet" if purring.har_sluttet else "ingen e-postadresse"
            hvorfor = "adressen kan ikke brukes" if purring.epost else hvorfor
            navn = ufarlig(f"{purring.navn} ({purring.ansvarlig})")
            si(f"Ikke noe utkast til {navn}: {hvorfor}.")
    gamle = sorted({sti.name for sti in mappe.glob("*.eml")} - set(navnene)) if med else []
    if gamle:
        si(f"Der ligger også utkast fra før: {ufarlig(', '.join(gamle))}. Gjelder de fortsatt?")


def _er_et_annet(sti: Path, utkast: bytes) -> bool:
    """A file with something else stands there, which someone may have written."""
    try:
        return sti.is_file() and sti.read_bytes() != utkast
    except OSError as feil:  # what is not there is no file, and gives none
        raise utfil.feil_for(sti, feil) from None


def _filnavn(purring: Purring) -> str:
    """The holder's id; what cannot stand in a file name as in a web address."""
    id_ = re.sub(r"[^\w.@+-]", lambda tegn: quote(tegn[0], safe=""), purring.ansvarlig or "")
    return f"{id_}.eml"
