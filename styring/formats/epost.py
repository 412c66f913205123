"""For e-mail programs: a draft that a person reads through and sends (RFC 5322)."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from datetime import UTC, datetime, time

from styring.formats.skjerm import Skjerm
from styring.model.oppdrag import Status
from styring.model.tid import Tidsrom
from styring.register.innhold import Deloppgave
from styring.views.purring import Mangel, Purring, Runde
from styring.views.tekstform import midt_i, ufarlig
from styring.views.tidsform import dag_med_ord, med_ord

_ATOM = r"[\w!#$%&'*+/=?^`{|}~-]+"
_ADRESSE = re.compile(rf"{_ATOM}(?:\.{_ATOM})*@(?:[A-Z0-9-]+\.)+[A-Z]{{2,}}", re.ASCII | re.I)


def kan_sendes(epost: str | None) -> bool:
    """It is an address that every e-mail program takes."""
    return epost is not None and _ADRESSE.fullmatch(epost) is not None


def purring(visning: Purring, skjerm: Skjerm) -> str:
    """A draft to one whose address can be used, in ASCII, with CRLF between its lines."""
    from email.charset import QP, Charset
    from email.mime.text import MIMEText
    from email.utils import format_datetime, formataddr

    assert visning.epost is not None
    utf8 = Charset("utf-8")
    utf8.body_encoding = QP
    linjer = "".join(f"{linje}\n" for linje in _tekst(visning))
    brev = MIMEText(linjer, "plain", utf8)  # type: ignore[arg-type] # which a Charset may be
    brev["X-Unsent"] = "1"  # so that Outlook opens it for editing
    # EmailMessage in 3.11 loses the quotes around a long name with a comma in it (gh-121284).
    brev["To"] = formataddr((_i_hode(visning.navn), visning.epost))
    brev["Subject"] = _i_hode(_emne(visning))
    brev["Date"] = format_datetime(datetime.combine(visning.dag, time(), UTC))
    return brev.as_bytes(policy=brev.policy.clone(linesep="\r\n")).decode("ascii")


def _i_hode(tekst: str) -> str:
    """Text as it can stand in a header: coded unless it is ASCII that reads as it stands."""
    from email.header import Header

    tekst = ufarlig(tekst)
    er_enkel = tekst.isascii() and "=?" not in tekst
    return tekst if er_enkel else Header(tekst, "utf-8", maxlinelen=60).encode()


def _emne(visning: Purring) -> str:
    runde = visning.runde
    hva = "Purring" if runde and _er_ute(runde, visning) else "Påminnelse"
    return f"{hva}: rapportering for {midt_i(runde.navn)}" if runde else f"{hva}: rapportering"


def _tekst(visning: Purring) -> Iterator[str]:
    yield f"Hei {ufarlig(visning.navn)}"
    yield ""
    yield "Vi har ikke fått rapport fra deg om dette:"
    for mangel in visning.mangler:
        yield ""
        yield from _om(mangel)
    if runde := visning.runde:
        yield ""
        yield f"{ufarlig(runde.navn)}: Vi trenger å vite hvordan det står per {_dag(runde)}."
        if runde.frist:
            verbet = "var" if _er_ute(runde, visning) else "er"
            yield f"Fristen for å rapportere {verbet} {dag_med_ord(runde.frist)}."
    yield from ("", *_hvordan(visning))
    yield ""
    yield "Er det noe av dette du ikke har ansvaret for lenger, så svar på denne e-posten."


def _om(mangel: Mangel) -> Iterator[str]:
    """What there is to say of one; of what is kept from the public no more than its id."""
    post, er_unntatt = mangel.post, mangel.hoved.unntatt is not None
    tittel = "(unntatt offentlighet)" if er_unntatt else ufarlig(post.tittel)
    yield f"- {ufarlig(post.id)} {tittel}"
    if isinstance(post, Deloppgave):
        yield f"  Mangler status. Det er en oppgave i {ufarlig(post.post.id)}."
    elif mangel.periode:
        yield f"  Mangler rapport for {ufarlig(mangel.periode)}."
    if er_unntatt:
        return
    if mangel.frist:
        yield f"  Fristen for arbeidet: {med_ord(Tidsrom(mangel.frist))}."
    if siste := mangel.siste:
        status = Status(siste.status).navn
        yield f"  Sist rapportert: {status}, for {ufarlig(siste.periode)}."
    elif not isinstance(post, Deloppgave):
        yield "  Det er aldri rapportert."


def _hvordan(visning: Purring) -> Iterator[str]:
    """The commands that report all of it, and each of it."""
    periode = f" --periode {_ord(visning.runde.periode)}" if visning.runde else ""
    alt = f"    styring status oppdater --ansvarlig {_ord(visning.ansvarlig or '')}{periode}"
    yield "Fyll ut alt i ett skjema i redigeringsprogrammet ditt:"
    yield from ("", f"{alt} --rediger", "")
    yield "Eller svar på ett spørsmål om gangen:"
    yield from ("", alt, "")
    yield "Eller rapporter med en kommando for hvert, der du setter inn det som skal stå for «…»:"
    yield ""
    for mangel in visning.mangler:
        valg = '--status "…"'
        if not isinstance(mangel.post, Deloppgave):
            valg += ' --forventet-ferdig "…"'
        kommando = f"styring status oppdater {_ord(mangel.post.id)}{periode} {valg}"
        yield f'    {kommando} --kommentar "…"'
    yield ""
    statuser = [f"«{status.navn}»" for status in Status if status is not Status.IKKE_RAPPORTERT]
    yield f"Status er {', '.join(statuser[:-1])} eller {statuser[-1]}."
    aar = visning.dag.year
    yield f"Forventet ferdig er en dag eller grovere: {aar}-12-31, {aar}-12, {aar}-K4 eller {aar}."


def _er_ute(runde: Runde, visning: Purring) -> bool:
    return runde.frist is not None and runde.frist < visning.dag


def _dag(runde: Runde) -> str:
    return dag_med_ord(runde.dag)


def _ord(tekst: str) -> str:
    """Text as one word on a command line."""
    return shlex.quote(ufarlig(tekst))
