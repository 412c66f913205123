"""The reports of the fictional municipality, and how they are read."""

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml
from conftest import EKSEMPEL
from driver import styring

DAY = "2025-09-15"
ID = re.compile(r"\b[A-ZÆØÅ]+-\d{4}-\d\d\b")


def copied(tmp_path: Path) -> Path:
    """A copy of the fictional municipality."""
    shutil.copytree(EKSEMPEL, tmp_path / "data")
    (tmp_path / "data" / "maler").mkdir()
    return tmp_path / "data"


def made(*words: str, data: Path = EKSEMPEL, day: str = DAY) -> str:
    """The Markdown of a report."""
    ended = styring("rapport", *words, "--data", str(data), "--dato", day)
    assert (ended.status, ended.err) == (0, "")
    return ended.out


def chapters(text: str) -> dict[str, str]:
    """What stands under each second-level heading."""
    parts = re.split(r"(?m)^## (.*)$", text)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def rows(text: str) -> list[list[str]]:
    """The cells of the tables, their headings among them."""
    lines = (line for line in text.splitlines() if line.startswith("| "))
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def ids(text: str) -> list[str]:
    """The ids of oppdrag and vedtak in the first cell of each row."""
    return [id_ for row in rows(text) for id_ in ID.findall(row[0])]


def listed(text: str) -> list[str]:
    """The ids of those that a list tells of."""
    return re.findall(rf"(?m)^- .*?\(({ID.pattern}), ", text)


def change(folder: Path, with_file: Callable[[Any], None]) -> None:
    """Lets a function change what is in each data file."""
    for path in folder.rglob("*.yaml"):
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
        with_file(content)
        path.write_text(yaml.safe_dump(content, allow_unicode=True), encoding="utf-8")


def as_of_t1(content: Any) -> None:
    """Takes away what is unntatt, and what came after 30.4.2025."""
    secret = {"HEL-2025-03"}

    def known(time: object) -> bool:
        return "T1" in str(time) or str(time) < "2025-05"

    for kind in ("oppdrag", "vedtak"):
        if isinstance(content.get(kind), list):
            content[kind] = [
                post
                for post in content[kind]
                if not post.get("unntatt") and known(post.get("dato", "2025"))
            ]
        for post in content.get(kind) or ():
            reports = post.get("rapporter", ())
            post["rapporter"] = [one for one in reports if one["periode"].endswith("T1")]
            if kind == "vedtak":
                post["oppdrag"] = [id_ for id_ in post.get("oppdrag", ()) if id_ not in secret]
            if "tilbakemelding" in post and not known(post["tilbakemelding"]["dato"]):
                del post["tilbakemelding"]
    for omraade in content.get("satsingsomraader", ()):
        for hovedmaal in omraade["hovedmaal"]:
            for delmaal in hovedmaal["delmaal"]:
                for one in delmaal.get("indikatorer", ()):
                    one["maalinger"] = [m for m in one.get("maalinger", ()) if known(m["tid"])]


def made_by(content: Any, day: str) -> None:
    """Lets every report be made by a day."""
    for post in (*(content.get("oppdrag") or ()), *(content.get("vedtak") or ())):
        for one in post.get("rapporter", ()):
            one["dato"] = min(str(one["dato"]), day)


def without_secrets(content: Any) -> None:
    """Takes away the oppdrag that are unntatt."""
    if isinstance(content.get("oppdrag"), list):
        content["oppdrag"] = [post for post in content["oppdrag"] if not post.get("unntatt")]


def counted(text: str) -> dict[str, dict[str, int]]:
    """The table of numbers: for each row, the number in each column."""
    head, *body = rows(text)
    return {
        row[0].strip("*"): {
            title: int(cell.strip("*")) for title, cell in zip(head[1:], row[1:], strict=True)
        }
        for row in body
    }


def oppdrag_of(folder: Path) -> list[dict[str, Any]]:
    """The oppdrag of the files that are for all to see."""
    files = (folder / "oppdrag").glob("*.yaml") if (folder / "oppdrag").exists() else ()
    read = [yaml.safe_load(path.read_text(encoding="utf-8")) for path in files]
    return [post for content in read for post in content["oppdrag"] if not post.get("unntatt")]


def missing(data: Path, day: str, *words: str) -> list[dict[str, Any]]:
    """What `rapport mangler` tells of."""
    words = ("rapport", "mangler", *words, "--format", "json", "--data", str(data), "--dato", day)
    found: list[dict[str, Any]] = json.loads(styring(*words).out)
    return found


def in_words(found: list[dict[str, Any]]) -> str:
    """How many there are of each kind: «2 oppdrag, 1 vedtak og 1 oppgave»."""
    kinds = [one["slag"] for one in found]
    plural = {"oppgave": "oppgaver"}
    parts = [
        f"{n} {kind if n == 1 else plural.get(kind, kind)}"
        for kind in ("oppdrag", "vedtak", "oppgave")
        if (n := kinds.count(kind))
    ]
    return " og ".join(filter(None, (", ".join(parts[:-1]), *parts[-1:])))
