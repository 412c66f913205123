"""`styring skjema`: what editors and schema checkers are told of the data files."""

import json
import random
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from copy import deepcopy
from dataclasses import fields
from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest
from conftest import DATA, RIK, ROOT
from driver import styring
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from kanari import Canaries
from pydantic import TypeAdapter, ValidationError

from styring.jsonskjema import filer
from styring.model.feltord import FELT, ORD, POSTER
from styring.model.tid import UgyldigTid
from styring.nymappe.filer import eksempel, tom
from styring.register.lasting import last
from styring.rules.kjoering import alle
from styring.rules.regel import Eksempel
from styring.slag import FILER, LOKALE, SLAG, Filslag
from styring.slagfelt import feltord
from styring.yamlfile.read import read

CARETS = re.compile(r" *\^+")
BY_NAME = {slag.navn: slag for slag in FILER}

CAUGHT = {
    *("FELT001", "FELT002", "FELT003", "FELT004", "FELT005"),
    *("YAML001", "YAML002", "YAML003", "YAML004", "YAML005", "YAML006", "YAML007", "YAML008"),
    "YAML009",
}
"""The rules that a schema checker sees broken; the others take more than one file or field."""


@cache
def validator(slag: Filslag[Any]) -> Draft202012Validator:
    """What says whether values are as the schema of a kind of file has them."""
    (text,) = filer([slag]).values()
    schema = json.loads(text)
    Draft202012Validator.check_schema(schema)
    checker = Draft202012Validator.FORMAT_CHECKER
    return Draft202012Validator(schema, format_checker=checker)


@cache
def model(slag: Filslag[Any]) -> TypeAdapter[Any]:
    """What reads a kind of file."""
    return TypeAdapter(slag.klasse)


def refused(slag: Filslag[Any], files: Iterable[Path], folder: Path) -> set[str]:
    """The names of the files of a kind that check-jsonschema refuses."""
    (schema,) = filer([slag]).items()
    (folder / schema[0]).write_text(schema[1], encoding="utf-8")
    words = ["--output-format", "json", "--schemafile", str(folder / schema[0]), *map(str, files)]
    ended = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", *words], capture_output=True, encoding="utf-8"
    )
    said = json.loads(ended.stdout)
    assert (ended.returncode == 0) == (said["status"] == "ok")
    faults = [*said.get("errors", ()), *said.get("parse_errors", ())]
    return {Path(fault["filename"]).name for fault in faults}


def example(example: Eksempel) -> bytes:
    """An example of a rule as a whole file."""
    lines = (line for line in example.tekst.splitlines() if not CARETS.fullmatch(line))
    text = "\n".join(lines) + "\n"
    if example.fil == "oppdrag.yaml" and "oppdrag:" in text and "aar:" not in text:
        text += "aar: 2023\n"
    return text.encode().replace("\ufffd".encode(), b"\xf8")


@pytest.mark.parametrize("slag", FILER, ids=lambda slag: slag.navn)
def test_checker_takes_what_is_right_and_refuses_what_it_can_see(
    slag: Filslag[Any], tmp_path: Path
) -> None:
    """All valid data pass check-jsonschema, and each wrong example that a schema can catch fails.

    So do the right example of every rule, and the wrong ones that no schema can catch.
    """
    for source, name in ((DATA, "data"), (ROOT / "eksempel", "eksempel"), (RIK, "rik")):
        for n, path in enumerate((source / f"{slag.navn}.yaml", *(source / slag.navn).glob("*"))):
            if path.is_file():
                (tmp_path / f"{name}-{n}.yaml").write_bytes(path.read_bytes())
    none = f"{slag.lister[0]}: []\n".encode()
    (tmp_path / "tom.yaml").write_bytes(tom(2023).get(f"{slag.navn}.yaml", none))
    for rule in alle():
        for examples, kind in zip(rule.eksempler, ("galt", "riktig"), strict=False):
            if examples.fil == f"{slag.navn}.yaml":
                (tmp_path / f"{rule.kode}-{kind}.yaml").write_bytes(example(examples))
    files = sorted(tmp_path.glob("*.yaml"))
    expected = {path.name for path in files if path.name.removesuffix("-galt.yaml") in CAUGHT}
    assert refused(slag, files, tmp_path) == expected


def test_wrong_examples_are_of_every_kind_that_is_caught() -> None:
    """The list of what a schema catches names rules that there are."""
    assert {rule.kode for rule in alle() if rule.eksempler} >= CAUGHT


def spots(value: Any) -> Iterator[tuple[Any, Any]]:
    """Every container below a value with each key or index in it."""
    steps = value if isinstance(value, dict) else range(len(value))
    for step in steps:
        yield value, step
        if isinstance(value[step], dict | list):
            yield from spots(value[step])


WHOLE = {
    slag: [
        read(str(path), path.read_bytes()).value
        for path in sorted(RIK.rglob("*.yaml"))
        if slag.navn in (path.stem, path.parent.name)
    ]
    or [Canaries().record(slag.klasse, (slag.navn,), public=True)]
    for slag in FILER
}
ODD: tuple[Any, ...] = (
    *(None, True, 0, -1, 2023, 99999, 10**15, 1.5, 1e15, "", " ", "x", "x\n", [], {}, ["x"]),
    *(
        [None],
        {"x": 1},
        "2023",
        "2023-05",
        "2023-13",
        "2023-T3",
        "2023-T4",
        "2023-K4",
        "2023-05-31",
    ),
    *("2023-05-31T00:00", "2023-02-30", "0999-01-01", "2023-5-1", "30.4.", "31.4"),
    *("1.1", "32.1.", "T1", "t1", "ferdig", "Ferdig", "groenn", "opp", "politisk", "٢٠٢٣-٠٥"),
)


@given(st.sampled_from(FILER), st.integers(0, 2**32), st.sampled_from(ODD), st.integers(0, 3))
def test_schema_takes_just_what_the_model_takes(
    slag: Filslag[Any], seed: int, odd: object, how: int
) -> None:
    """With any one value replaced, removed or added; but for days that are in no calendar."""
    chance = random.Random(seed)
    value = shortened(deepcopy(chance.choice(WHOLE[slag])), chance)
    container, step = chance.choice(list(spots(value)))
    if how == 0:
        del container[step]
    elif how == 1 and isinstance(container, dict):
        container[chance.choice(["finnes_ikke", "egne", "kilde", "frist"])] = odd
    else:
        container[step] = odd
    says = validator(slag).is_valid(value)
    try:
        model(slag).validate_python(value)
    except ValidationError as error:
        causes = [fault.get("ctx", {}).get("error") for fault in error.errors()]
        is_no_day = all(isinstance(c, UgyldigTid) and "kalenderen" in str(c) for c in causes)
        is_no_day |= all(isinstance(c, UgyldigTid) and "i året" in str(c) for c in causes)
        assert not says or is_no_day, value
    else:
        assert says, (value, list(validator(slag).iter_errors(value)))


def shortened(value: Any, chance: random.Random) -> Any:
    """A file's content with one item in each list."""
    if isinstance(value, dict):
        return {key: shortened(under, chance) for key, under in value.items()}
    if isinstance(value, list) and value:
        return [shortened(chance.choice(value), chance)]
    return value


def classes(klasse: Any, over: tuple[Any, ...] = ()) -> Iterator[Any]:
    """The classes of records and of words that a type is made of, itself included."""
    if klasse in over:  # a delmål may have others under it
        return
    if isinstance(klasse, type) and hasattr(klasse, "__pydantic_config__"):
        yield klasse
        for annotation in get_type_hints(klasse, include_extras=False).values():
            yield from classes(annotation, (*over, klasse))
    elif isinstance(klasse, type) and issubclass(klasse, StrEnum):
        yield klasse
    for part in get_args(klasse):
        yield from classes(part, over)


def test_every_record_field_and_word_is_explained() -> None:
    """Each has its words in bokmål, and no words are left over."""
    there = {klasse for slag in FILER for klasse in classes(slag.klasse)}
    words = {klasse for klasse in there if issubclass(klasse, StrEnum)}
    described = {en.klassenavn: en for en in (*SLAG, *LOKALE, *FILER)}
    assert {klasse.__name__ for klasse in there - words} == {*POSTER, *described}
    assert {klasse.__name__: set(klasse) for klasse in words} == {k: set(o) for k, o in ORD.items()}
    named = {(klasse.__name__, f.name) for klasse in there - words for f in fields(klasse)}
    said = {id(feltord(*name)) for name in named}
    own = {(name, f): texts for name, en in described.items() for f, texts in en.felt.items()}
    assert own.keys() <= named
    assert {name for name, texts in FELT.items() if id(texts) not in said} == set()
    texts = [*POSTER.values(), *(f.hva for f in (*FELT.values(), *own.values()))]
    texts += [en.hva for en in described.values()]
    assert [text for text in texts if not re.fullmatch(r"[A-ZÆØÅÉ].*\.", text)] == []


def test_schema_has_no_english() -> None:
    """Nothing that Pydantic or the code says of itself comes out."""
    text = "".join(styring("skjema", slag.navn, "--data", str(DATA)).out for slag in FILER)
    said = re.findall(r'"(?:title|description)": "(.*)"', text)
    assert len(said) > 100
    assert [t for t in said if re.search(r"\b(?:the|of|and|A|which|is)\b", t)] == []


def test_one_is_shown_and_all_are_written(tmp_path: Path) -> None:
    """One on stdout, all in a folder; the same bytes each time, whatever the day."""
    one = styring("skjema", "mål", "--data", str(RIK))
    assert one.status == 0
    for day in ("2023-01-01", "2024-01-01"):
        ended = styring(
            "skjema", "--ut", str(tmp_path / "a" / "b"), "--data", str(RIK), "--dato", day
        )
        assert ended.status == 0
        there = {path.name: path for path in (tmp_path / "a" / "b").iterdir()}
        assert set(there) == {f"{slag.navn}.schema.json" for slag in FILER}
        assert there["maal.schema.json"].read_text(encoding="utf-8") == one.out
    assert json.loads(one.out)["$id"] == "maal.schema.json"


@pytest.mark.parametrize("words", [(), ("finnes-ikke",), ("oppdrga", "--ut", "x")])
def test_wrong_use_is_answered(
    words: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing asked for, or no such kind, ends with 2; nothing is written."""
    monkeypatch.chdir(tmp_path)
    ended = styring("skjema", *words)
    assert (ended.status, ended.out) == (2, "")
    assert list(tmp_path.iterdir()) == []


def test_data_are_needed_only_where_they_are_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a data folder the schemas have no ids in them; a folder that is not there is said."""
    monkeypatch.chdir(tmp_path)
    assert "TEK" not in styring("skjema", "oppdrag").out
    assert '"TEK"' in styring("skjema", "oppdrag", "--data", str(DATA)).out
    ended = styring("skjema", "oppdrag", "--data", "finnes-ikke")
    assert (ended.status, ended.out) == (3, "")


def test_broken_data_give_schemas_and_say_so(tmp_path: Path) -> None:
    """A record that cannot be read is not offered, and that is said aloud (1)."""
    text = "sektorer:\n  - {kode: TEK, navn: Teknisk}\n  - {kode: KUL}\n"
    (tmp_path / "kontakter.yaml").write_text(text, encoding="utf-8")
    (tmp_path / "maal.yaml").write_text("satsingsomraader: []\n", encoding="utf-8")
    (tmp_path / "oppdrag.yaml").write_text("aar: 2023\n", encoding="utf-8")
    ended = styring("skjema", "oppdrag", "--data", str(tmp_path))
    assert ended.status == 1
    assert '"TEK"' in ended.out
    assert "Ikke med" in ended.err


def test_schemas_of_this_repository_are_in_step(tmp_path: Path) -> None:
    """`data/skjema` is what `styring skjema --data data --ut data/skjema` writes."""
    styring("skjema", "--data", str(DATA), "--ut", str(tmp_path))
    new = {path.name: path.read_text(encoding="utf-8") for path in tmp_path.iterdir()}
    old = {path.name: path.read_text(encoding="utf-8") for path in (DATA / "skjema").iterdir()}
    used = {f"{fil.slag.navn}.schema.json" for fil in last(DATA).filer}
    assert used <= old.keys()
    assert old == {name: text for name, text in new.items() if name in old}


def test_new_folder_offers_what_is_in_it(tmp_path: Path) -> None:
    """The schemas of a new folder are those that `styring skjema` writes for it."""
    for name, made in (("tom", tom(2023)), ("eksempel", eksempel())):
        assert (
            styring("init", str(tmp_path / name), *["--eksempel"] * (name == "eksempel")).status
            == 0
        )
        styring("skjema", "--data", str(tmp_path / name), "--ut", str(tmp_path / "ny"))
        new = {f"skjema/{path.name}": path.read_bytes() for path in (tmp_path / "ny").iterdir()}
        assert new == {path: text for path, text in made.items() if path.startswith("skjema/")}
    assert '"Kultur og frivillighet"' in new["skjema/oppdrag.schema.json"].decode()


def test_data_files_point_at_their_schemas(tmp_path: Path) -> None:
    """The first line of every file is the way from it to its schema, in new folders too."""
    folders = {name: tmp_path / name for name in ("tom", "eksempel")}
    for name, made in (("tom", tom(2023)), ("eksempel", eksempel())):
        for inside, content in made.items():
            (folders[name] / inside).parent.mkdir(parents=True, exist_ok=True)
            (folders[name] / inside).write_bytes(content)
    for folder in (DATA, *folders.values()):
        files = sorted(folder.rglob("*.yaml"))
        for path in files:
            line = path.read_text(encoding="utf-8").partition("\n")[0]
            schema = path.parent / line.removeprefix("# yaml-language-server: $schema=")
            kind = path.relative_to(folder).parts[0].removesuffix(".yaml")
            title = json.loads(schema.read_text(encoding="utf-8"))["title"]
            assert title == f"{kind}.yaml"
        assert len(files) >= 4
    assert (
        styring("valider", str(folders["eksempel"]), "--dato", str(date(2025, 9, 15))).status == 0
    )
