"""Data folders in which every text tells which field it is of."""

import html
import json
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Annotated, Any, get_args, get_origin, get_type_hints

from driver import styring
from pypdf import PdfReader

from styring.model.post import Utad
from styring.model.tid import Frist
from styring.slag import FILER
from styring.slagfelt import viser_til


def within(hint: Any) -> Iterator[Any]:
    """The classes of records within a type."""
    if is_dataclass(hint) and hasattr(hint, "__pydantic_config__"):
        yield hint
    for part in get_args(hint):
        yield from within(part)


def classes() -> list[Any]:
    """Every class of records that a data file may hold."""
    found: list[Any] = [slag.klasse for slag in FILER]
    for klasse in found:
        hints = get_type_hints(klasse, include_extras=True).values()
        found.extend(under for hint in hints for under in within(hint) if under not in found)
    return list(dict.fromkeys(found))


def said(klasse: Any, name: str) -> list[Utad]:
    """What a field says of itself: that it is for all, or that it is not."""
    hint = get_type_hints(klasse, include_extras=True)[name]
    marks = hint.__metadata__ if get_origin(hint) is Annotated else ()
    return [mark for mark in marks if isinstance(mark, Utad)]


PUBLIC = {
    "brev": ("brev", "--aar", "2023"),
    "rapport tertial": ("rapport", "tertial", "--periode", "2023-T1"),
    "rapport aar": ("rapport", "aar", "--aar", "2023"),
    "rapport vedtak": ("rapport", "vedtak", "--periode", "2023-T1"),
}
"""The documents that are for all."""
LOOKS = [
    *((name, format_) for name in PUBLIC for format_ in ("md", "html", "pdf")),
    ("aarshjul list", "ics"),
]
SECRET = ("900 60 938", "ola@kommune.example", "HEM-2023-01")
"""What is to be left out of every text."""


class Canaries:
    """A data folder made from the models: in every text a word that tells which field it is of."""

    def __init__(
        self,
        *,
        kept: bool = False,
        more: str = "",
        of_id: str = "",
        own: str = "kanari",
        unknown: str | None = None,
    ) -> None:
        """All that can be is kept from the public; more is added to every text, and to ids.

        Own fields have a name, and each record may have a key that it does not know.
        """
        self.kept, self.more, self.of_id, self.own, self.unknown = kept, more, of_id, own, unknown
        self.records = 0
        self.is_public: dict[str, bool] = {}

    def write(self, folder: Path) -> None:
        """Writes a file of each kind."""
        for slag in FILER:
            content = self.record(slag.klasse, (slag.navn,), public=True)
            if slag.navn == "vedtak":
                content["vedtak"][0]["oppdrag"] += [f"KanariOppdragOppdragIdSlutt{self.of_id}"]
            if slag.navn == "oppdrag":
                hidden = {
                    "id": SECRET[2],
                    "tittel": "x",
                    "sektor": "x",
                    "unntatt": {"hjemmel": "x"},
                }
                content["oppdrag"].append(hidden)
            if slag.navn == "kontakter":
                ola = {"id": "ola", "navn": "Ola", "telefon": SECRET[0], "epost": SECRET[1]}
                content["kontakter"].append(ola)
            (folder / f"{slag.navn}.yaml").write_text(
                json.dumps(content, ensure_ascii=False), encoding="utf-8"
            )

    def record(self, klasse: Any, path: tuple[str, ...], *, public: bool) -> dict[str, Any]:
        """All fields of a record."""
        hints = get_type_hints(klasse, include_extras=True)
        kept = self.kept and "unntatt" in hints
        self.records += 1
        unknown = {self.unknown: {"hjemmel": "x"}} if self.unknown not in (None, *hints) else {}
        return unknown | {
            felt.name: self.value(
                hints[felt.name],
                (*path, felt.name),
                public=public and not kept and self.goes_out(klasse, felt.name),
            )
            for felt in fields(klasse)
            if (felt.name != "unntatt" or kept) and path.count(felt.name) < 2
        }

    def goes_out(self, klasse: Any, name: str) -> bool:
        """A field is for all; an id of what can be kept is so when there is such a record."""
        to = viser_til(klasse.__name__, name)
        return said(klasse, name) == [Utad.OFFENTLIG] and not any(kind.kan_unntas for kind in to)

    def value(self, hint: Any, path: tuple[str, ...], *, public: bool) -> Any:
        """What a field of a type may hold."""
        kind, parts = get_origin(hint), get_args(hint)
        pattern = [
            mark for mark in getattr(hint, "__metadata__", ()) if re.search(r"pattern\b", str(mark))
        ]
        if pattern:  # a code, an address, or a day of the year
            return {
                "kode": "T1",
                "lenke": "https://kanari.example",
                "url": "https://kanari.example",
            }.get(path[-1], "30.4.")
        if kind is Annotated:
            return self.value(parts[0], path, public=public)
        if kind is tuple:
            return [self.value(parts[0], path, public=public)]
        if parts and kind is not dict:  # a union, the first of what it may be
            return self.value(parts[0], path, public=public)
        if is_dataclass(hint) and hint is not Frist:
            return self.record(hint, path, public=public)
        if hint is str:
            return self.word(path, public=public)
        if kind is dict:
            return {"noe": [{self.own: self.word(path, public=False)}]}
        if isinstance(hint, type) and issubclass(hint, Enum):
            return next(iter(hint)).value
        if path[-1] == "unntak":  # of no time that it is on
            return "2022"
        return {bool: True, int: 2023, float: 7.5, date: "2023-03-01", Frist: "2023-06"}[hint]

    def word(self, path: tuple[str, ...], *, public: bool) -> str:
        """The word of a field, which no other field has."""
        word = f"Kanari{''.join(step.title().replace('_', '') for step in path)}Slutt"
        self.is_public[word] = public
        return word + (self.of_id if path[-1] in ("id", "kode") else self.more)


def out(folder: Path, name: str, format_: str) -> str:
    """All that is in something that is for all, without what only makes it look well."""
    if format_ == "ics":
        text = styring("aarshjul", "list", "--data", str(folder), "--format", "ics").out
        return re.sub(r"\r\n ", "", text)
    if name == "rapport vedtak":  # which tells of those that are followed up, and of their cases
        content = json.loads((folder / "vedtak.yaml").read_text(encoding="utf-8"))
        del content["vedtak"][0]["oppfoelging"]
        content["vedtak"][0]["sak"] = content["saker"][0]["id"]
        (folder / "vedtak.yaml").write_text(json.dumps(content), encoding="utf-8")
    file = folder.parent / f"ut.{format_}"
    ended = styring(
        *PUBLIC[name], "--data", str(folder), "--dato", "2023-07-01", *("--ut", str(file))
    )
    assert ended.status == 0, ended.err
    if format_ == "pdf":
        return "\n".join(page.extract_text() for page in PdfReader(file).pages)
    return html.unescape(re.sub(r"\\(.)", r"\1", file.read_text(encoding="utf-8")))


def flat(text: str) -> str:
    """A text as one word, however it is broken over lines."""
    return re.sub(r"[\s\u00ad\u2010-]", "", text)


def emptied(tmp_path: Path) -> Path:
    """Where the data goes."""
    folder = tmp_path / "data"
    folder.mkdir()
    return folder


SMALL = {
    "kontakter": """\
sektorer: [{kode: AA, navn: Avdeling A, direktoer: dir}]
kontakter: [{id: dir, navn: Dora Dir, sektor: AA, epost: dora@x.example, telefon: 000 11 222}]
""",
    "maal": "satsingsomraader: []\n",
    "oppdrag": """\
aar: 2023
oppdrag:
  - id: AA-2023-01
    tittel: Bygge bru, se AA_2023_01.1 og MOETE 7
    sektor: AA
    frist: 2023-06-01
    oppgaver:
      - {id: AA-2023-01.1, tittel: Kjøpe tomt, frist: 2023-01-01, unntatt: {hjemmel: offl. § 23}}
      - {id: AA-2023-01.2, tittel: Bestille stein}
""",
    "aarshjul": """\
hendelser:
  - {id: moete-7, tittel: Om oppsigelser, spor: politisk, tid: 2023-03-01, unntatt: {hjemmel: x}}
  - {id: a, tittel: Etter moete–7 og AA-2023-01.2, spor: politisk, tid: 2023-03-02}
""",
}


def little(folder: Path) -> Path:
    """A folder where an oppgave and an event are kept from the public, alone."""
    for name, text in SMALL.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder
