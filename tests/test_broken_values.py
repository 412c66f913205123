"""The wrong kind of value at every level: found at its place, and the rest is shown."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from broken import ONE_MORE, Content, asked, check, findings, left_out, make
from driver import styring

WHOLE: dict[str, Any] = {
    "oppdrag": {
        "aar": 2023,
        "kilde": "Brev",
        "oppdrag": [
            {
                "id": "A",
                "tittel": "a",
                "sektor": "SOS",
                "beskrivelse": "b",
                "delmaal": ["TF1.1"],
                "delansvar": ["SOS"],
                "frist": "2023-12-31",
                "delegering": [{"til": "kari", "av": "kari", "dato": "2023-02-01", "merknad": "m"}],
                "oppgaver": [
                    {
                        "id": "A.1",
                        "tittel": "o",
                        "ansvarlig": "kari",
                        "frist": "2023-05",
                        "status": "ferdig",
                        "merknad": "m",
                    }
                ],
                "rapporter": [
                    {
                        "periode": "2023-T1",
                        "dato": "2023-05-05",
                        "av": "kari",
                        "status": "under_arbeid",
                        "vurdering": "gul",
                        "kommentar": "k",
                        "forventet_ferdig": "2023-06",
                        "avvik": "v",
                        "tiltak": "t",
                    }
                ],
                "unntatt": {"hjemmel": "h"},
                "kilde": "k",
            },
            {"id": "B", "tittel": "b", "sektor": "SOS"},
        ],
    },
    "vedtak": {
        "kilde": "k",
        "vedtak": [
            {
                "id": "A",
                "tittel": "a",
                "type": "politisk",
                "organ": "o",
                "dato": "2023-01-01",
                "saksnr": "1/23",
                "vedtakstekst": "v",
                "oppdrag": ["SOS-2023-01"],
                "sektor": "SOS",
                "frist": "2023-K4",
                "unntatt": {"hjemmel": "h"},
            },
            {"id": "B", "tittel": "b", "type": "verbal"},
        ],
    },
    "kontakter": {
        "kilde": "k",
        "sektorer": [
            {"kode": "A", "navn": "a", "direktoer": "kari", "arbeidsfelt": ["x"]},
            {"kode": "B", "navn": "b"},
        ],
        "kontakter": [
            {
                "id": "A",
                "navn": "a",
                "stilling": "s",
                "sektor": "SOS",
                "telefon": "900 60 938",
                "epost": "a@b.no",
            },
            {"id": "B", "navn": "b"},
        ],
    },
    "maal": {
        "kilde": "k",
        "satsingsomraader": [
            {
                "id": "A",
                "tittel": "a",
                "fn_maal": [1],
                "hovedmaal": [
                    {
                        "id": "A1",
                        "tittel": "a",
                        "delmaal": [{"id": "A1.1", "tittel": "a", "ansvar": ["SOS"]}],
                    },
                ],
            },
            {"id": "B", "tittel": "b"},
        ],
    },
    "aarshjul": {
        "hendelser": [
            {
                "id": "A",
                "tittel": "a",
                "spor": "politisk",
                "tid": "2023-05",
                "til": "2023-06",
                "kategori": "k",
                "sektor": "SOS",
                "kilde": "k",
            },
            {"id": "B", "tittel": "b", "spor": "administrativ", "tid": "2023"},
        ],
    },
}
WRONG: dict[str, str] = {
    "mapping": "{galt: 1}",
    "lists": "[[galt]]",
    "boolean": "true",
    "text": '"galt\\e[31m [red]x[/red]"',
}
"""What is wrong nearly everywhere, as it is written."""
Route = tuple[str | int, ...]


def routes(value: Any, route: Route = ()) -> Iterator[Route]:
    """The routes of all values inside a value."""
    for step in value if isinstance(value, dict) else range(len(value)):
        yield (*route, step)
        if isinstance(value[step], dict | list):
            yield from routes(value[step], (*route, step))


def lines(value: Any, wrong: Route, source: str, indent: int = 0) -> Iterator[str]:
    """A value as block YAML, a line a scalar, in which one value is another."""
    is_map = isinstance(value, dict)
    for step in value if is_map else range(len(value)):
        start = " " * indent + (f"{step}:" if is_map else "-")
        inner, on = value[step], wrong[:1] == (step,)
        if wrong == (step,):
            yield f"{start} {source}"
        elif isinstance(inner, dict | list):
            yield start
            yield from lines(inner, wrong[1:] if on else (), source, indent + 2)
        else:
            yield f"{start} {json.dumps(inner)}"


def is_text(value: Any, route: Route) -> bool:
    """A value that any text can stand for."""
    words = ("frist", "dato", "tid", "til", "status", "vurdering", "forventet_ferdig")
    is_word = route[-1] in (*words, "spor") and route[-2:] != (0, "til")
    return isinstance(value, str) and not is_word


@pytest.mark.parametrize("noun", WHOLE)
def test_wrong_kind_of_value_is_found_at_its_place_at_every_level(
    tmp_path: Path, noun: str
) -> None:
    """Whatever stands where something else should is a finding just there, and never a crash."""
    files: dict[str, Content] = {}
    expected: dict[str, tuple[str, str, int]] = {}
    for number, route in enumerate(routes(WHOLE[noun])):
        value = WHOLE[noun]
        for step in route:
            value = value[step]
        for kind, source in WRONG.items():
            if kind == "text" and (is_text(value, route) or route[-2:] == (0, "til")):
                continue
            name = f"{noun}/{number:03}-{kind}.yaml"
            text = "".join(f"{line}\n" for line in lines(WHOLE[noun], route, source))
            line = next(n for n, line in enumerate(text.splitlines(), 1) if line.endswith(source))
            files[name] = text
            expected[f"data/{name}"] = (kind, str(route), line)
    found = findings(asked("valider --format json", make(tmp_path, files)))
    hit = {(funn["fil"], funn["linje"]) for funn in found if funn["kode"].startswith("FELT")}
    missed = [case for file, case in expected.items() if (file, case[2]) not in hit]
    assert missed == []
    assert len(expected) > 40


def test_whole_records_beside_wrong_kinds_are_listed_and_the_others_counted(
    tmp_path: Path,
) -> None:
    """A wrong value anywhere in a record takes that record and no other; the count is right."""
    inside = [route for route in routes(WHOLE["oppdrag"]) if route[:2] == ("oppdrag", 0)]
    files: dict[str, Content] = {
        f"oppdrag/{number:03}.yaml": "".join(
            f"{line}\n".replace('"B"', f'"B-{number}"')
            for line in lines(WHOLE["oppdrag"], route, "{galt: 1}")
        )
        for number, route in enumerate(inside)
    }
    root = make(tmp_path, files)
    ended = asked("oppdrag list --format json", root)
    check(ended)
    assert ended.status == 1
    ids = [record["id"] for record in json.loads(ended.out)]
    assert ids == ["SOS-2023-01", *(f"B-{number}" for number in range(len(inside)))]
    assert f" {len(inside)} oppføringer" in left_out(ended)


def test_records_that_are_no_list_are_counted_too(tmp_path: Path) -> None:
    """Who forgets the dash is not shown an empty table without a word about what is left out."""
    text = "aar: 2023\noppdrag:\n  id: A\n  tittel: a\n  sektor: SOS\n"
    ended = asked("oppdrag list", make(tmp_path, {"oppdrag.yaml": text}))
    check(ended)
    assert ended.status == 1
    assert ended.err.startswith("data/oppdrag.yaml:3:3: feil FELT003: oppdrag skal være en liste")
    assert re.search(r"\b1 (fil|oppføring)\b", left_out(ended))


def test_record_that_is_broken_is_not_denied(tmp_path: Path) -> None:
    """Who asks for a record that cannot be read is told why, not that it does not exist."""
    root = make(tmp_path, {"oppdrag.yaml": ONE_MORE.replace("tittel: To", "tittel: [To]")})
    ended = asked("oppdrag vis SOS-2023-02", root)
    check(ended)
    assert ended.status in (1, 3)
    assert "det er ingen oppdrag" not in ended.err
    assert "data/oppdrag.yaml:4:31" in ended.err


@pytest.mark.parametrize("words", ["rapport mangler", "roedtraad --hull"])
def test_nobody_is_told_that_all_is_well_with_what_cannot_be_read(
    words: str, tmp_path: Path
) -> None:
    """An empty file lacks nothing, and nor is there anything to be glad of."""
    for name in ("oppdrag", "maal", "kontakter"):
        (tmp_path / f"{name}.yaml").write_text("")
    ended = styring(*words.split(), "--data", str(tmp_path), "--dato", "2023-09-15")
    assert ended.status == 1
    assert "Alt er rapportert" not in ended.err
    assert "ingen hull" not in ended.err
    assert "3 filer" in ended.err
