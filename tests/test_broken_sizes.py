"""Values that are right in kind and wrong in size: years, digits, lines and bombs."""

import re
from pathlib import Path

import pytest
from broken import BOMB, ONE_MORE, Content, asked, check, findings, left_out, make, places

from styring.finding import TAK

YEARS = ("0", "-1", "20233", "9" * 30, "0x7fffffffffffffff")


@pytest.mark.parametrize(
    "words", ["oppdrag list --format json", "oppdrag list --uten-rapport", "status"]
)
def test_year_that_no_calendar_has_is_a_finding(tmp_path: Path, words: str) -> None:
    """A slip in the year is found where it stands, and nothing that counts days falls over it."""
    files: dict[str, Content] = {
        f"oppdrag/{number}.yaml": f"aar: {aar}\noppdrag:\n  - {{id: X, tittel: x, sektor: SOS}}\n"
        for number, aar in enumerate(YEARS)
    }
    ended = asked(words, make(tmp_path, files))
    check(ended)
    assert ended.status == 1
    for name in files:
        assert f"data/{name}:1:6: feil FELT005: " in ended.err


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("oppdrag list --sorter tittel,id", 0),
        ("oppdrag vis sos-1", 0),
        ("oppdrag vis SOS-" + "7" * 5000, 2),
    ],
)
def test_more_digits_than_python_counts_are_just_text(
    tmp_path: Path, words: str, status: int
) -> None:
    """Thousands of digits in a title, in an id or on the command line are sorted and looked up."""
    digits = "1" * 5000
    root = make(
        tmp_path,
        {
            "oppdrag.yaml": ONE_MORE.replace("To", f'"{digits}"').replace("-02", f"-{digits}"),
        },
    )
    ended = asked(words, root)
    check(ended)
    assert ended.status == status


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("a long line", f"aar: 2023\nkilde: {'x' * 10_000_000}\n", []),
        ("nothing but NUL", "\0" * 10_000_000, ["YAML001 data/oppdrag/stor.yaml:1:1"]),
        ("brackets", "[" * 10_000_000, ["YAML005 data/oppdrag/stor.yaml:1:65"]),
        (
            "words, hyphens and blanks",
            f"aar: 2023\nkilde: {'a' * 300_000}  b{'- og ' * 99_000}c{' ' * 300_000}d\n",
            ["TXT002 data/oppdrag/stor.yaml:2:8"],
        ),
    ],
)
def test_large_file_is_checked(tmp_path: Path, name: str, text: str, found: list[str]) -> None:
    """Ten megabytes on a line, or a text that a pattern searches for ever, take no such time."""
    root = make(tmp_path, {"oppdrag/stor.yaml": text})
    assert places(findings(asked("valider --format json", root))) == found, name


def test_excerpt_of_a_long_line_is_short(tmp_path: Path) -> None:
    """The line that a fault stands on is cut before anything else is made of it."""
    text = f"aar: 2023\nkilde: {'ø' * 3_000_000}\0{'😀' * 3_000_000}\n"
    ended = asked("oppdrag list", make(tmp_path, {"oppdrag/stor.yaml": text}))
    check(ended)
    assert "data/oppdrag/stor.yaml:2:3000008: feil YAML001: styretegnet U+0000" in ended.err
    assert "\n    …ø" in ended.err
    assert len(ended.err) < 2000


@pytest.mark.parametrize("words", ["valider", "oppdrag list --format json"])
def test_alias_bomb_is_a_finding_for_every_command(tmp_path: Path, words: str) -> None:
    """Nine aliases to nine aliases, nine deep, in a free field: told and never built."""
    inside = "".join(f"      {line}\n" for line in BOMB.splitlines())
    text = f"aar: 2023\noppdrag:\n  - id: A\n    tittel: a\n    sektor: S\n    egne:\n{inside}"
    ended = asked(words, make(tmp_path, {"oppdrag/bombe.yaml": text}))
    check(ended)
    assert ended.status == 1
    said = ended.out if words == "valider" else ended.err
    assert re.search(r"^data/oppdrag/bombe.yaml:\d+:\d+: feil YAML004: henvisningene", said, re.M)
    assert "\n1 feil\n" in said


def test_list_with_broken_records_that_is_repeated_is_mended_once(tmp_path: Path) -> None:
    """An alias to a list with broken records in it costs those records and nothing else."""
    text = (
        "satsingsomraader:\n  - id: A\n    tittel: a\n    hovedmaal:\n"
        "      - {id: A1, tittel: a, delmaal: &d [3, {id: Y, tittel: y}, {id: Z, tittel: z}]}\n"
        "      - {id: A2, tittel: b, delmaal: *d}\n"
    )
    ended = asked("maal tre", make(tmp_path, {"maal/to.yaml": text}))
    check(ended)
    assert ended.status == 1
    assert "A2 b" in ended.out
    assert " 2 oppføringer" in left_out(ended)
    assert ended.out.count(" y\n") == ended.out.count(" z\n") == 2


@pytest.mark.parametrize(
    ("name", "inside", "count"),
    [
        (
            "a long line",
            ", ".join(["{id: A, tittel: 1, sektor: S}"] * 1000) + f", {{id: {'x' * 10_000_000}}}",
            3001,
        ),
        ("many keys", f"{{{', '.join(f'k{number}: 1' for number in range(4000))}}}", 4003),
    ],
)
def test_thousands_of_faults_on_a_line_are_told(
    tmp_path: Path, name: str, inside: str, count: int
) -> None:
    """JSON on one line is YAML too; a fault costs the same on a long line and among many."""
    root = make(tmp_path, {"oppdrag/rad.yaml": f"{{aar: 2023, oppdrag: [{inside}]}}\n"})
    ended = asked("valider --format json", root)
    assert ended.err.startswith(f"Ikke vist: {count - TAK} til."), name
    found = findings(ended._replace(err=""))
    assert len(found) == TAK
    assert {funn["linje"] for funn in found} == {1}
