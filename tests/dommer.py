"""What a reader that shares nothing with ours says of a YAML text: py-yaml12, made in Rust.

It reads YAML 1.2, where PyYAML, whose parser is ours too, reads 1.1. What it lacks is told in
`LACKS`, and by `same`.
"""

from __future__ import annotations

from typing import Any

import yaml12

LACKS = (
    "expected whitespace",  # `?` alone at the end of a text or behind `---`
    "expected ',' or ']'",  # `[? ]`
    "wrongly indented line in block scalar",  # a comment right under `|2`
    "':' must be followed by a valid YAML whitespace",  # a tab behind `--->:`
    "recursion limit",
)
"""What it says of what is YAML, but not to it."""
UNDERSTOOD = {
    "invalid indentation": "a line in quotes or brackets that is not indented goes on all the same",
    "tab cannot be used as indentation": "so does one that is indented with a tab",
}
"""What it says of what is not YAML, and why nobody takes it for anything else than we do."""


class Refused(Exception):
    """The text is no YAML to it."""


def judged(text: str) -> Any:
    """The value of a text, with keys as text. Raises Refused."""
    if text.endswith(" "):
        text += "\n"  # spaces that no line end follows are an empty line to it, also under `|`
    try:
        return _plain(yaml12.parse_yaml(text))
    except ValueError as error:
        raise Refused(str(error)) from None


def same(ours: Any, judged: Any) -> bool:
    """Two values are one, but for what it lacks, and for what we decided.

    `|` with no text under it is a line to it, and a whole number of more than 64 bits one with
    decimals, as a key too. To us the key `~` is that text, and so is the value `0123`; to it `~` is
    the key that is empty, so of the two it has the last.
    """
    if isinstance(ours, dict):
        if "~" in ours and "" in ours:
            ours = {key or "~": value for key, value in ours.items()}
        return (
            isinstance(judged, dict)
            and len(ours) == len(judged)
            and all(map(_same_key, ours, judged))
            and all(map(same, ours.values(), judged.values()))
        )
    if isinstance(ours, list):
        return (
            isinstance(judged, list) and len(ours) == len(judged) and all(map(same, ours, judged))
        )
    if isinstance(ours, str) and not isinstance(judged, str):
        return ours.lstrip("-+").startswith("0") and float(ours) == judged
    if isinstance(ours, int) and abs(ours) >= 2**63:
        return bool(float(ours) == judged)
    return repr(ours) == repr(judged) or (ours, judged) == ("", "\n")


def _same_key(ours: str, judged: str) -> bool:
    if ours == judged or (ours, judged) in (("~", ""), ("", "\n")):
        return True
    return ours.isdecimal() and int(ours) >= 2**63 and str(float(ours)) == judged


def _plain(value: Any) -> Any:
    if isinstance(value, yaml12.Yaml):
        return _plain(value.value)
    if isinstance(value, dict):
        return {_key(key): _plain(under) for key, under in value.items()}
    return list(map(_plain, value)) if isinstance(value, list) else value


def _key(key: Any) -> str:
    key = _plain(key)
    return "" if key is None else str(key)
