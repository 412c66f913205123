"""For e-mail programs: a draft that a person reads through and sends (RFC 5322)."""

import re
from datetime import UTC, datetime, time

from styring.formats.format import Format
from styring.formats.skjerm import Skjerm
from styring.tegn import ufarlig
from styring.views.purreliste import Utkast

_ATOM = r"[\w!#$%&'*+/=?^`{|}~-]+"
_ADRESSE = re.compile(rf"{_ATOM}(?:\.{_ATOM})*@(?:[A-Z0-9-]+\.)+[A-Z]{{2,}}", re.ASCII | re.I)


def kan_sendes(epost: str | None) -> bool:
    """It is an address that every e-mail program takes."""
    return epost is not None and _ADRESSE.fullmatch(epost) is not None


def utkast(visning: Utkast, skjerm: Skjerm) -> bytes:
    """A draft to one whose address can be used, in ASCII, with CRLF between its lines."""
    from email.charset import QP, Charset
    from email.mime.text import MIMEText
    from email.utils import format_datetime, formataddr

    utf8 = Charset("utf-8")
    utf8.body_encoding = QP
    brev = MIMEText(visning.tekst, "plain", utf8)  # type: ignore[arg-type] # which a Charset may be
    brev["X-Unsent"] = "1"  # so that Outlook opens it for editing
    # EmailMessage in 3.11 loses the quotes around a long name with a comma in it (gh-121284).
    brev["To"] = formataddr((_i_hode(visning.navn), visning.epost))
    brev["Subject"] = _i_hode(visning.emne)
    brev["Date"] = format_datetime(datetime.combine(visning.dag, time(), UTC))
    return brev.as_bytes(policy=brev.policy.clone(linesep="\r\n"))


def _i_hode(tekst: str) -> str:
    """Text as it can stand in a header: coded unless it is ASCII that reads as it stands."""
    from email.header import Header

    tekst = ufarlig(tekst)
    er_enkel = tekst.isascii() and "=?" not in tekst
    return tekst if er_enkel else Header(tekst, "utf-8", maxlinelen=60).encode()


FORMAT = Format({"utkast": utkast}, om="utkast i filer, i mappen --ut")
