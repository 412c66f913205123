"""The events of a calendar, read by the rules of RFC 5545 and by icalendar."""

import re
from datetime import date
from typing import Any

import icalendar

SGR = re.compile(r"\x1b\[[0-9;]*m")
NAME = re.compile(r"[A-Z0-9-]+(?:;[A-Z0-9-]+=[A-Z0-9-]+)*")
UID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
DATE = re.compile(r"[0-9]{8}")
EVENT_LINES = {
    "SUMMARY": 1,
    "DTSTART;VALUE=DATE": 1,
    "DTEND;VALUE=DATE": (0, 1),
    "DTSTAMP": 1,
    "LAST-MODIFIED": 1,
    "SEQUENCE": 1,
    "UID": 1,
    "CATEGORIES": 1,
    "DESCRIPTION": (0, 1),
    "TRANSP": 1,
}


def content_lines(text: str) -> list[tuple[str, str]]:
    """The names and values of a calendar by the rules of RFC 5545 §3.1, unfolded."""
    raw = text.encode("utf-8")
    assert raw.endswith(b"\r\n")
    lines: list[bytes] = []
    for line in raw.removesuffix(b"\r\n").split(b"\r\n"):
        assert 0 < len(line) <= 75, line
        assert re.search(rb"[\x00-\x08\x0a-\x1f\x7f]", line) is None, line
        line.decode("utf-8")  # folding has not cut a letter in two
        if line.startswith((b" ", b"\t")):
            lines[-1] += line[1:]
        else:
            lines.append(line)
    found = [line.decode("utf-8").partition(":") for line in lines]
    for name, colon, _ in found:
        assert colon
        assert NAME.fullmatch(name), name
    return [(name, value) for name, _, value in found]


def parsed_text(value: str) -> list[str]:
    """The texts of a value by RFC 5545 §3.3.11, in which nothing but text stands unescaped."""
    parts = [""]
    position = 0
    while position < len(value):
        letter = value[position]
        if letter == "\\":
            position += 1
            parts[-1] += {"\\": "\\", ";": ";", ",": ",", "n": "\n", "N": "\n"}[value[position]]
        elif letter == ",":
            parts.append("")
        else:
            assert letter != ";"
            parts[-1] += letter
        position += 1
    return parts


def events(text: str) -> list[dict[str, str]]:
    """The events of a calendar, which keeps every rule of RFC 5545 for what we write."""
    lines = content_lines(text)
    assert lines[0] == ("BEGIN", "VCALENDAR")
    assert lines[-1] == ("END", "VCALENDAR")
    head = []
    rest = iter(lines[1:-1])
    found: list[dict[str, str]] = []
    for name, value in rest:
        if (name, value) != ("BEGIN", "VEVENT"):
            assert not found, "a property behind the components"
            head.append(name)
            continue
        own: list[tuple[str, str]] = []
        for line in rest:
            if line == ("END", "VEVENT"):
                break
            own.append(line)
        assert len({name for name, _ in own}) == len(own)
        found.append(dict(own))
    assert sorted(head) == ["CALSCALE", "PRODID", "VERSION", "X-WR-CALNAME"]
    assert ("VERSION", "2.0") in lines
    for event in found:
        assert event.keys() <= EVENT_LINES.keys()
        assert {name for name, times in EVENT_LINES.items() if times == 1} <= event.keys()
        assert UID.fullmatch(event["UID"])
        assert re.fullmatch("[0-9]{8}T000000Z", event["DTSTAMP"])
        assert event["LAST-MODIFIED"] == event["DTSTAMP"]
        assert re.fullmatch("[0-9]+", event["SEQUENCE"])
        assert event["TRANSP"] == "TRANSPARENT"
        first, end = days(event)
        assert first < end or "DTEND;VALUE=DATE" not in event
        assert len(parsed_text(event["SUMMARY"])) == 1
        assert len(parsed_text(event.get("DESCRIPTION", ""))) == 1
    assert len({event["UID"] for event in found}) == len(found)
    return found


def days(event: dict[str, str]) -> tuple[date, date]:
    """The first day of an event, and the day after its last."""
    first = a_day(event["DTSTART;VALUE=DATE"])
    if (end := event.get("DTEND;VALUE=DATE")) is not None:
        return first, a_day(end)
    assert first.year == date.max.year, "only the last day of all has no day after it"
    return first, first


def a_day(value: str) -> date:
    """The day that a value of RFC 5545 §3.3.4 is."""
    assert DATE.fullmatch(value)
    return date(int(value[:4]), int(value[4:6]), int(value[6:]))


def read_back(text: str) -> list[Any]:
    """The events of a calendar as icalendar reads it, without an error."""
    read: Any = icalendar.Calendar.from_ical(text)
    found = read.walk("VEVENT")
    assert [part.errors for part in (read, *found)] == [[] for _ in (read, *found)]
    return list(found)


def summaries(text: str) -> list[str]:
    """The titles of a calendar."""
    return [parsed_text(event["SUMMARY"])[0] for event in events(text)]
