"""Values, places and faults of a YAML file, in one pass over the parser's events."""

import re
from collections.abc import Callable
from typing import Any, NamedTuple

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from styring.mente import kortet
from styring.yamlfile.fault import EMPTY, Fault, character_fault
from styring.yamlfile.misread import misread
from styring.yamlfile.places import LatePlaces, Places
from styring.yamlfile.scalar import NUMBER_FIRST, HugeNumber, Once, resolve
from styring.yamlfile.source import Source

try:
    from yaml.cyaml import CParser as Parser  # type: ignore[attr-defined]
except ImportError:  # PyYAML built without libyaml
    from styring.yamlfile.pure import PureParser as Parser  # type: ignore[assignment]

MAX_BYTES = 256 * 1024 * 1024
LARGE = 32 * 1024
"""The bytes of a file that takes so long to parse that it is worth while to look for less work."""
MAX_DEPTH = 64
MAX_ALIASED = 10_000
"""How many values aliases may add to a document; an alias bomb would add billions."""

_SHARED = 12
"""Scalars up to this length are kept once a document: codes, dates, `true`, `null`. A longer plain
one is text, unless it begins like a number."""
# Line ends to the parser but to nothing else, and a byte order mark where no file begins.
_MISREAD = "\x85\u2028\u2029\ufeff"
_TOO_DEEP = "exceeded maximum nesting depth"
_STR_TAGS = ("!", "tag:yaml.org,2002:str")
_CONTAINER_TAGS = (None, "!", "tag:yaml.org,2002:map", "tag:yaml.org,2002:seq")


class Document(NamedTuple):
    """A file as read. `value` is None when the file could not be read to its end."""

    source: Source
    value: Any
    places: Places
    faults: tuple[Fault, ...]


def read(name: str, data: bytes) -> Document:
    """The document in `data`: dicts with text keys, lists and YAML 1.2 scalars.

    Never raises for what the bytes hold: whatever is wrong is a fault. A fault that lets reading
    go on (a key given twice, a tag) leaves the rest readable.
    """
    if len(data) > MAX_BYTES:
        return too_big(name, len(data))
    source = Source(name, data)
    if source.invalid_at is not None:
        at = source.invalid_at
        raad = "Lagre filen på nytt med tegnsettet UTF-8."
        fault = Fault("YAML002", "her står noe som ikke er tekst i UTF-8", at, at + 1, raad)
        return Document(source, None, Places(""), (fault,))
    if any(sign in source.text for sign in _MISREAD):
        return Document(source, None, Places(""), (character_fault(source.text),))
    if len(data) < LARGE:
        return _parsed(source)
    from styring.yamlfile.usual import Unusual, usual  # its patterns take a small file's time

    try:
        value = usual(source.text, _sure)
    except Unusual:
        return _parsed(source)
    return Document(source, value, LatePlaces(source.text, lambda: _parsed(source).places), ())


def _sure(text: str) -> list[Any]:
    """The items of a list, in which nothing refers to something else, or is wrong.

    Raises Unusual when something does or is.
    """
    from styring.yamlfile.usual import DEEPEST, Unusual

    document = _parsed(Source("", text.encode()), depth=2 * DEEPEST)
    if document.faults or document.places.has_names or type(document.value) is not list:
        raise Unusual
    return document.value


def _parsed(source: Source, end: int | None = None, depth: int = 0) -> Document:
    """A document as the parser reads it, or what of it stands before an offset."""
    reader = _Reader(source.text[:end], depth)
    try:
        value = reader.value()
    except _Stop:
        value = None
    except yaml.error.MarkedYAMLError as error:
        # From 6.0.4 on PyYAML's libyaml counts brackets while it scans ahead, before we count them.
        if error.problem == _TOO_DEEP and end is None and error.problem_mark is not None:
            return _parsed(source, error.problem_mark.index, depth)
        from styring.yamlfile.syntax import syntax_fault  # its table takes a small file's time

        reader.faults.append(syntax_fault(error, source.text, reader.places))
        value = None
    except yaml.reader.ReaderError:
        reader.faults.append(character_fault(source.text))
        value = None
    return Document(source, value, reader.places, tuple(reader.faults))


def too_big(name: str, size: int) -> Document:
    """What reading a file of more than MAX_BYTES gives, without reading it."""
    melding = f"filen er på {size >> 20} MiB; grensen er {MAX_BYTES >> 20} MiB"
    fault = Fault("YAML005", melding, 0, 0, "Del den opp i en mappe av mindre filer.")
    return unread(name, fault)


def unread(name: str, *faults: Fault) -> Document:
    """A document of which nothing could be read."""
    return Document(Source(name, b""), None, Places(""), faults)


class _Stop(Exception):
    """Reading cannot go on; the fault that says why is already noted."""


class _Reader:
    """Builds values and places while the parser's events go by."""

    def __init__(self, text: str, depth: int) -> None:
        self.text = text
        self.places = Places(text)
        self._room = MAX_DEPTH - depth
        self.faults: list[Fault] = []
        self._anchors: dict[str, tuple[Any, int]] = {}
        self._open_anchors: dict[str, int] = {}
        self._aliased = 0
        self._asides: list[tuple[dict[Any, Any], object]] = []

    def value(self) -> Any:
        """The document's value, which is a mapping, a list or a scalar."""
        # One loop with local names and no calls for a common scalar: a large file's time is here.
        text = self.text
        # Without its end, the last line of a text under `|` would be another than it is with it.
        is_ended = not text or text[-1] in "\r\n"
        get_event: Callable[[], Any] = Parser(text if is_ended else f"{text}\n").get_event
        places = self.places
        starts, ends, skips = places.starts, places.ends, places.skips
        add_start, add_end = starts.append, ends.append
        shared_keys: dict[str, str] = {}
        shared, meanings = shared_keys.setdefault, Once(resolve)
        stack: list[tuple[Any, Any, int, str | None]] = []
        container: Any = None  # the mapping or list being filled,
        key: Any = None  # the key of the value that comes,
        number, anchor = 0, None  # its number among the containers, and its anchor
        is_map = wants_key = False
        root: Any = None
        documents = 0
        while True:
            event = get_event()
            kind = type(event)
            if kind is ScalarEvent:
                add_start(event.start_mark.index)
                add_end(event.end_mark.index)
                value = event.value
                is_usual = event.implicit[0] and event.anchor is None and event.tag is None
                if wants_key:
                    value = shared(value, value)
                    if not is_usual:
                        places.keys[len(starts) - 1] = value
                        self._unusual(event, value, True)
                    key = value if value not in container else self._again(event, value, container)
                    wants_key = False
                    continue
                if not is_usual:
                    value = self._unusual(event, value, False)
                elif len(value) <= _SHARED:
                    value = meanings[value]
                elif value[0] in NUMBER_FIRST:
                    value = self._resolved(event, value)
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                if wants_key:
                    self._complex_key(event)
                if event.tag not in _CONTAINER_TAGS:
                    self._tag(event)
                if len(stack) >= self._room:
                    text = f"mer enn {MAX_DEPTH} nivåer inni hverandre"
                    self._stop(event, "YAML005", text, "Skriv det flatere.")
                stack.append((container, key, number, anchor))
                is_map, anchor = kind is MappingStartEvent, event.anchor
                number = len(skips)
                places.containers.append(len(starts))
                places.mappings.append(is_map)
                skips.append(0)
                add_start(event.start_mark.index)
                add_end(event.start_mark.index)
                if anchor is not None:
                    self._name(event)
                    self._open_anchors[anchor] = self._aliased
                container = {} if is_map else []
                wants_key = is_map
                continue
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                value = container
                node = places.containers[number]
                skips[number] = behind = len(starts)
                ends[node] = event.end_mark.index
                if anchor is not None:
                    size = behind - node + self._aliased - self._open_anchors.pop(anchor)
                    self._anchors[anchor] = (value, size)
                container, key, number, anchor = stack.pop()
                is_map, wants_key = type(container) is dict, False
            elif kind is AliasEvent:
                if wants_key:
                    self._complex_key(event)
                add_start(event.start_mark.index)
                add_end(event.end_mark.index)
                value = self._alias(event)
            elif kind is DocumentStartEvent:
                documents += 1
                if documents > 1:
                    raad = "Fjern linjen med «---», eller legg resten i en egen fil."
                    self._stop(event, "YAML006", "her begynner et nytt dokument", raad)
                continue
            elif kind is StreamEndEvent:
                break
            else:
                continue
            if is_map:
                container[key] = value
                wants_key = True
            elif container is not None:
                container.append(value)
            else:
                root = value
        if not is_ended:
            places.end_at(len(text))
        if wrong := misread(places):
            self.faults += wrong
            raise _Stop
        for container, aside in self._asides:
            container.pop(aside, None)
        if root is None:
            self.faults.append(EMPTY)
        return root

    def _resolved(self, event: Any, text: str) -> Any:
        try:
            return resolve(text)
        except HugeNumber:
            self._fault(event, "YAML005", "tallet har for mange siffer", "Skriv det kortere.")
            return text

    def _unusual(self, event: Any, text: str, is_key: bool) -> Any:
        """The value of a scalar with quotes, a tag or an anchor, which few have."""
        if event.tag is not None and event.tag not in _STR_TAGS:
            self._tag(event)
        is_plain = event.implicit[0] and event.tag is None
        value = self._resolved(event, text) if is_plain else text
        if event.anchor is not None:
            self._name(event)
            self._anchors[event.anchor] = (value, 1)
        return text if is_key else value

    def _again(self, event: Any, key: str, container: dict[Any, Any]) -> object:
        """Another key for what is given twice, under which its value is read but left out."""
        raad = "Slå de to sammen til én, eller gi den ene et annet navn."
        self._fault(event, "YAML003", f"nøkkelen «{kortet(key)}» er gitt to ganger", raad)
        aside = object()
        self._asides.append((container, aside))
        return aside

    def _complex_key(self, event: Any) -> None:
        self._stop(event, "YAML009", "en nøkkel må være tekst", "Skriv nøkkelen som et enkelt ord.")

    def _name(self, event: Any) -> None:
        """Stops at a name that the value around has too: readers do not agree whose it is then."""
        self.places.has_names = True
        if event.anchor in self._open_anchors:
            text = f"merket «&{kortet(event.anchor)}» står både her og på verdien rundt"
            start = event.start_mark.index
            end = start + 1 + len(event.anchor)
            self.faults.append(Fault("YAML004", text, start, end, "Gi det et annet navn."))
            raise _Stop

    def _alias(self, event: Any) -> Any:
        name = event.anchor
        if name in self._open_anchors:
            raad = "Skriv verdien ut i stedet."
            self._stop(event, "YAML004", f"«*{kortet(name)}» viser til seg selv", raad)
        if name not in self._anchors:
            raad = f"Sett «&{kortet(name)}» foran verdien det skal vises til."
            self._fault(event, "YAML004", f"«*{kortet(name)}» viser til noe som ikke finnes", raad)
            return None
        value, size = self._anchors[name]
        self._aliased += size
        if self._aliased > MAX_ALIASED:
            text = f"henvisningene («*{kortet(name)}») blir til mer enn {MAX_ALIASED} verdier"
            self._stop(event, "YAML004", text, "Skriv verdiene ut der de trengs.")
        return value

    def _tag(self, event: Any) -> None:
        raad = "Ta bort merket; teksten leses som den står."
        written = re.search(
            r"!\S*", self.text[event.start_mark.index : event.start_mark.index + 200]
        )
        tag = written[0] if written else event.tag
        self._fault(event, "YAML008", f"merket «{kortet(tag)}» brukes ikke her", raad)

    def _fault(self, event: Any, kode: str, melding: str, raad: str | None = None) -> None:
        start, end = event.start_mark.index, event.end_mark.index
        self.faults.append(Fault(kode, melding, start, end, raad))

    def _stop(self, event: Any, kode: str, melding: str, raad: str | None = None) -> None:
        self._fault(event, kode, melding, raad)
        raise _Stop
