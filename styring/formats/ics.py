"""For calendars: iCalendar (RFC 5545), an all-day event an entry."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from typing import TYPE_CHECKING, Any

from styring.formats.format import Format
from styring.formats.skjerm import Skjerm
from styring.model.tidsform import med_ord
from styring.tegn import ufarlig
from styring.views.kalender import Igjen, Kalender, Kalenderpost

if TYPE_CHECKING:
    from icalendar import Event, vText

_NUMMER_FRA = date(2000, 1, 1)
"""The day that versions of an entry are numbered from, a day each."""


def kalender(visning: Kalender, skjerm: Skjerm) -> bytes:
    """A calendar whose bytes follow from the data and the day alone, with CRLF between its lines.

    One without entries has no components, which readers take though the RFC asks for one.
    """
    from icalendar import Calendar

    ut = Calendar()
    ut.add("version", "2.0")
    ut.add("prodid", "-//styring//aarshjul//NO")
    ut.add("calscale", "GREGORIAN")
    navn = f"Årshjul for {visning.kommune}" if visning.kommune else "Årshjul"
    ut["x-wr-calname"] = _tekst([navn])
    for post in visning.poster:
        ut.add_component(_hendelse(visning, post))
    innhold: bytes = ut.to_ical()
    return innhold


def _hendelse(visning: Kalender, post: Kalenderpost) -> Event:
    from icalendar import Event, vCategory

    ut = Event()
    laget = datetime.combine(visning.dag, time(), UTC)
    ut.add("uid", visning.uid(post))
    ut.add("dtstamp", laget)
    # What a calendar has from before gives way to a higher number; nobody knows when it was moved.
    ut.add("last-modified", laget)
    ut.add("sequence", max(0, (visning.dag - _NUMMER_FRA).days))
    ut.add("dtstart", post.foerste_dag)
    if post.siste_dag < date.max:  # without an end it lasts for the day
        ut.add("dtend", post.siste_dag + timedelta(days=1))
    if post.igjen:
        ut.add("rrule", _regel(post.igjen, post.foerste_dag))
        if post.igjen.unntak:
            ut.add("exdate", list(post.igjen.unntak))
    tid = f" ({med_ord(post.tid)})" if post.tid else ""
    ut["summary"] = _tekst([f"{post.tittel}{tid}"])
    if post.linjer:
        ut["description"] = _tekst(post.linjer)
    ut["categories"] = kategorier = vCategory([])
    kategorier.cats = [_tekst([kategori]) for kategori in post.kategorier]
    ut.add("transp", "TRANSPARENT")  # nobody is busy because of it
    return ut


def _regel(igjen: Igjen, foerste: date) -> dict[str, Any]:
    """When it comes back, as RFC 5545 §3.3.10 says it."""
    regel: dict[str, Any] = {"freq": "MONTHLY", "interval": igjen.maaneder}
    if igjen.maaneder == 12:
        regel = {"freq": "YEARLY", "bymonth": foerste.month} if igjen.dag else {"freq": "YEARLY"}
    if igjen.dag == -1:
        regel["bymonthday"] = -1
    elif igjen.dag:  # the last there is of the days up to it
        regel |= {"bymonthday": list(range(28, igjen.dag + 1)), "bysetpos": -1}
    return regel | ({"until": igjen.til} if igjen.til else {})


def _tekst(linjer: Iterable[str]) -> vText:
    """Text that cannot act, on as many lines."""
    return _klasse()("\n".join(map(ufarlig, linjer)))


@cache
def _klasse() -> type[vText]:
    """The class of texts, which is made when it is used: icalendar takes its time to import."""
    from icalendar import vText

    class Tekst(vText):
        # icalendar 7.3 takes a backslash and an N in a text for a line break: «C:\\Nytt».
        def to_ical(self) -> bytes:
            tekst = str(self).replace("\\", "\\\\").replace(";", r"\;").replace(",", r"\,")
            return tekst.replace("\n", r"\n").encode("utf-8")

    return Tekst


FORMAT = Format({"kalender": kalender}, (".ics",), om="kalenderfil")
