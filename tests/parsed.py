"""What is shown, read back: JSON, CSV and Markdown."""

import csv
import io
import json
from collections.abc import Iterator
from typing import Any

import yaml
from answers import shown
from conftest import RIK
from driver import styring
from markdown_it import MarkdownIt
from yaml.cyaml import CBaseLoader

OM_RIK = ("--data", str(RIK), "--dato", "2024-05-15")


def strict(text: str) -> Any:
    """JSON, in which a key given twice or a NaN is an error."""

    def pairs(items: list[tuple[str, Any]]) -> dict[str, Any]:
        assert len(dict(items)) == len(items)
        return dict(items)

    def refuse(word: str) -> Any:
        raise AssertionError(word)

    return json.loads(text, object_pairs_hook=pairs, parse_constant=refuse)


def in_json(*words: str) -> Any:
    """What a command shows as JSON."""
    return strict(shown(styring(*words, *OM_RIK, "--format", "json")))


def cells(text: str) -> list[list[str]]:
    """The rows of a CSV file, its bytes as promised: BOM, `;`, CRLF."""
    assert text.startswith("\ufeff")
    assert text.endswith("\r\n")
    assert "\n" not in text.replace("\r\n", "")
    rows = list(csv.reader(io.StringIO(text[1:], newline=""), delimiter=";", strict=True))
    assert {len(row) for row in rows} == {len(rows[0])}
    return rows


def markdown_cells(text: str) -> list[list[str]]:
    """The rows of the one Markdown table that a text is, in which nothing is markup."""
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text)
    kinds = [token.type for token in tokens if not token.type.startswith(("td", "th", "inline"))]
    assert (kinds[0], kinds[-1]) == ("table_open", "table_close")
    assert kinds.count("table_open") == 1
    rows: list[list[str]] = []
    for token in tokens:
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "inline":
            inside = token.children or []
            assert {child.type for child in inside} <= {"text", "text_special"}, inside
            rows[-1].append("".join(child.content for child in inside))
    return rows


def source() -> Iterator[tuple[int, dict[str, Any]]]:
    """The oppdrag of the fictional data as another reader reads them, every scalar a text."""
    for year in (2023, 2024):
        text = (RIK / "oppdrag" / f"{year}.yaml").read_text(encoding="utf-8")
        for record in yaml.load(text, Loader=CBaseLoader)["oppdrag"]:
            yield year, record


def as_text(value: Any, *, own: bool = False) -> Any:
    """JSON data with every scalar as YAML writes it, and without what is empty, or not so.

    What stands among `own` fields is as it was written.
    """
    if isinstance(value, dict):
        return {
            key: as_text(part, own=own or key == "egne")
            for key, part in value.items()
            if part not in (None, []) and (own or part is not False)
        }
    if isinstance(value, list):
        return [as_text(part, own=own) for part in value]
    return value if isinstance(value, str) else json.dumps(value)
