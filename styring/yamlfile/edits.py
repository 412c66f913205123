"""What may be asked of a document, as values: edits, the data they give, splices of its text."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any, NamedTuple, TypeAlias

from styring.yamlfile.places import Route

New: TypeAlias = "str | int | float | bool | date | list[New] | dict[str, New] | None"


class Put(NamedTuple):
    """Sets the value at a route; adds the key when the mapping lacks it."""

    route: Route
    value: New
    order: tuple[str, ...] = ()
    """The keys of the mapping, in the order they should stand."""
    over_comment: bool = False
    """What stands behind the value as a comment goes with it."""


class Insert(NamedTuple):
    """Puts an item into the list at a route, before the item at `at`; None is at the end.

    When the key is lacking, or its value is null, the list is made.
    """

    route: Route
    value: New
    at: int | None = None
    order: tuple[str, ...] = ()
    """The keys of the mapping that the list's key stands in, for when it must be added."""


class Remove(NamedTuple):
    """Takes away a key with its value, or a list's item."""

    route: Route


Edit = Put | Insert | Remove


class CannotEdit(ValueError):
    """The edit cannot be made, or not be shown to change just what was asked."""

    def __init__(self, melding: str, raad: str | None = None) -> None:
        super().__init__(melding)
        self.melding = melding
        self.raad = raad


class Splice(NamedTuple):
    """A piece of a text and what stands there instead. Offsets count characters, after any BOM."""

    start: int
    old: str
    new: str


def apply(text: str, splices: Iterable[Splice]) -> str:
    """A text with splices made in it, one after the other.

    Raises CannotEdit if something else stands where one is to be made.
    """
    # Splices from the back forwards, as a round has them, are joined without a copy for each.
    end, behind = len(text), list[str]()
    for start, old, new in splices:
        stop = start + len(old)
        if stop > end:
            text, behind = text[:end] + "".join(reversed(behind)), []
            end = len(text)
        if text[start:stop] != old or stop > end:
            raise CannotEdit("teksten er ikke lenger den som ble endret")
        behind += [text[stop:end], new]
        end = start
    return text[:end] + "".join(reversed(behind))


def reverse(splices: Sequence[Splice]) -> tuple[Splice, ...]:
    """What leads back from the text that the splices made."""
    return tuple(Splice(start, new, old) for start, old, new in reversed(splices))


def changed(value: Any, edits: Iterable[Edit]) -> Any:
    """Read values with edits made in them, one after the other; what was given is left as it was.

    Raises CannotEdit for a route that leads nowhere.
    """
    for edit in edits:
        value = _changed(value, edit)
    return value


def as_read(value: New) -> Any:
    """A new value as it is read back: a date as its text. Raises TypeError for other types."""
    if value is None or type(value) in (str, int, float, bool):
        return value
    if type(value) is date:
        return value.isoformat()
    if type(value) is list:
        return [as_read(item) for item in value]
    if type(value) is dict and all(type(key) is str for key in value):
        return {key: as_read(under) for key, under in value.items()}
    raise TypeError(f"no value of a YAML file: {value!r}")


def key_index(present: Sequence[str], key: str, order: Sequence[str]) -> int:
    """Where a new key goes among those present: behind the last that comes before it in `order`.

    With none before it, it goes first; when `order` does not know it, last.
    """
    if key not in order:
        return len(present)
    earlier = [other for other in order[: order.index(key)] if other in present]
    return present.index(earlier[-1]) + 1 if earlier else 0


def _changed(value: Any, edit: Edit) -> Any:
    route = edit.route
    if isinstance(edit, Insert):
        return _with(value, route, lambda items: _inserted(items, edit), edit.order)
    if isinstance(edit, Put):
        return _with(value, route, lambda _: as_read(edit.value), edit.order)
    if not route:
        raise CannotEdit("hele innholdet i filen kan ikke tas bort")
    return _with(value, route[:-1], lambda container: _without(container, route))


def _with(
    value: Any, route: Route, change: Callable[[Any], Any], order: tuple[str, ...] | None = None
) -> Any:
    """A value with what stands at a route changed; with an order, its last key may be lacking."""
    if not route:
        return change(value)
    step, rest = route[0], route[1:]
    if has(value, step):
        copy = value.copy()
        copy[step] = _with(value[step], rest, change, order)
        return copy
    if rest or order is None or type(value) is not dict or type(step) is not str:
        raise nowhere(route)
    items = list(value.items())
    items.insert(key_index(list(value), step, order), (step, change(None)))
    return dict(items)


def has(value: Any, step: str | int) -> bool:
    """A read value has this key or index."""
    if type(step) is int:
        return type(value) is list and 0 <= step < len(value)
    return type(value) is dict and step in value


def nowhere(route: Route) -> CannotEdit:
    """The refusal of a route that leads to nothing."""
    step = route[0]
    if isinstance(step, int):
        return CannotEdit(f"listen har ikke noe punkt nummer {step + 1}")
    return CannotEdit(f"nøkkelen «{step}» finnes ikke")


def _inserted(items: Any, edit: Insert) -> Any:
    items = [] if items is None else items
    if type(items) is not list:
        raise CannotEdit("det som står her, er ikke en liste")
    at = len(items) if edit.at is None else edit.at
    if not 0 <= at <= len(items):
        raise nowhere((at,))
    return [*items[:at], as_read(edit.value), *items[at:]]


def _without(container: Any, route: Route) -> Any:
    step = route[-1]
    if not has(container, step):
        raise nowhere(route[-1:])
    copy = container.copy()
    del copy[step]
    return copy
