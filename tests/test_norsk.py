"""What people are told in bokmål when a command line has no meaning: the whole of it."""

import shutil
from pathlib import Path

import pytest
from conftest import EKSEMPEL
from driver import styring
from every_command import ENGLISH

ROOT, GROUP, LEAF = "styring", "styring oppdrag", "styring oppdrag list"

CASES: list[tuple[str, str, str]] = [
    # words, what is wrong, the way out
    ("finnes", "finner ikke kommandoen «finnes»", f"Se «{ROOT} --help»."),
    ("opdrag", "finner ikke kommandoen «opdrag»", f"Mente du «oppdrag»? Se «{ROOT} --help»."),
    ("it's", "finner ikke kommandoen «it's»", f"Se «{ROOT} --help»."),
    ("[red]x[/red]", "finner ikke kommandoen «[red]x[/red]»", f"Se «{ROOT} --help»."),
    ("\x1b[31mx", r"finner ikke kommandoen «\x1b[31mx»", f"Se «{ROOT} --help»."),
    ("-", "finner ikke kommandoen «-»", f"Se «{ROOT} --help»."),
    ("''", "finner ikke kommandoen «»", f"Se «{ROOT} --help»."),
    ("-- --x", "finner ikke kommandoen «--x»", f"Se «{ROOT} --help»."),
    ("oppdrag lits", "finner ikke kommandoen «lits»", f"Mente du «list»? Se «{GROUP} --help»."),
    ("Oppdrag lits", "finner ikke kommandoen «lits»", f"Mente du «list»? Se «{GROUP} --help»."),
    ("oppdrag -- --x", "finner ikke kommandoen «--x»", f"Se «{GROUP} --help»."),
    ("status en", "finner ikke kommandoen «en»", "Se «styring status --help»."),
    ("--", "det mangler en kommando", f"Se «{ROOT} --help»."),
    ("--dato 2024-01-01", "det mangler en kommando", f"Se «{ROOT} --help»."),
    ("oppdrag --dato 2024-01-01", "det mangler en kommando", f"Se «{GROUP} --help»."),
    ("--finnes", "finner ikke valget «--finnes»", f"Se «{ROOT} --help»."),
    ("--dta", "finner ikke valget «--dta»", f"Mente du «--data»? Se «{ROOT} --help»."),
    ("-x", "finner ikke valget «-x»", f"Se «{ROOT} --help»."),
    ("oppdrag --formt", "finner ikke valget «--formt»", f"Se «{GROUP} --help»."),
    (
        "oppdrag list --Formt=json",
        "finner ikke valget «--Formt»",
        f"Mente du «--format»? Se «{LEAF} --help».",
    ),
    ("oppdrag list --blåbær", "finner ikke valget «--blåbær»", f"Se «{LEAF} --help»."),
    ("oppdrag list -x", "finner ikke valget «-x»", f"Se «{LEAF} --help»."),
    ("oppdrag list -K id", "finner ikke valget «-K»", f"Mente du «-k»? Se «{LEAF} --help»."),
    ("oppdrag list --it's", "finner ikke valget «--it's»", f"Se «{LEAF} --help»."),
    (
        "oppdrag list --no-forfalt",
        "finner ikke valget «--no-forfalt»",
        f"Mente du «--forfalt»? Se «{LEAF} --help».",
    ),
    ("--versjon=1", "valget «--versjon» skal ikke ha noen verdi", f"Se «{ROOT} --help»."),
    ("oppdrag --help=1", "valget «--help» skal ikke ha noen verdi", f"Se «{GROUP} --help»."),
    (
        "oppdrag list --forfalt=ja",
        "valget «--forfalt» skal ikke ha noen verdi",
        f"Se «{LEAF} --help».",
    ),
    ("--data", "valget «--data» må ha en verdi", f"Se «{ROOT} --help»."),
    ("oppdrag --dato", "valget «--dato» må ha en verdi", f"Se «{GROUP} --help»."),
    ("oppdrag list -s", "valget «-s» må ha en verdi", f"Se «{LEAF} --help»."),
    ("oppdrag list --søk", "valget «--søk» må ha en verdi", f"Se «{LEAF} --help»."),
    (
        "oppdrag list --format csv -f csv",
        "valget «--format» er gitt 2 ganger",
        f"Se «{LEAF} --help».",
    ),
    ("oppdrag vis", "«ID...» mangler", "Se «styring oppdrag vis --help»."),
    ("oppdrag deleger hel-1", "valget «--til» mangler", "Se «styring oppdrag deleger --help»."),
    ("oppdrag list en", "for mange argumenter: «en»", f"Se «{LEAF} --help»."),
    (
        "oppdrag list it's '' -- --x",
        "for mange argumenter: «it's», «» og «--x»",
        f"Se «{LEAF} --help».",
    ),
    ("logg a b", "for mange argumenter: «a» og «b»", "Se «styring logg --help»."),
    ("--data= oppdrag list", "--data: navnet på en mappe mangler", ""),
    ("oppdrag list --ut=", "--ut: navnet på en fil mangler", ""),
    ("skjema --ut=", "--ut: navnet på en mappe mangler", ""),
    ("status oppdater --fra ''", "--fra: navnet på en fil mangler", ""),
    ("init ''", "MAPPE: navnet på en mappe mangler", ""),
    ("valider ''", "MAPPE: navnet på en mappe mangler", ""),
    (
        "--dato i-morgen oppdrag list",
        "--dato: «i-morgen» er ikke en gyldig dato",
        "Skriv den for eksempel som 31.05.2023 eller 31. mai 2023.",
    ),
    (
        "oppdrag list --dato 2024-13-01",
        "--dato: «2024-13-01» er ikke en dag i kalenderen",
        "Se etter i kalenderen: dagen eller måneden finnes ikke.",
    ),
    (
        "oppdrag list --aar tjue",
        "--aar: «tjue» er ikke et årstall",
        "Skriv det med fire siffer, for eksempel 2023.",
    ),
    (
        "aarshjul list --neste 0",
        "--neste: «0» er ikke et helt tall over 0",
        "Skriv for eksempel 5.",
    ),
    (
        "oppdrag list --format docx",
        "formatet «docx» finnes ikke her",
        "Formatene er csv, json, markdown, tabell og yaml.",
    ),
    (
        "fullfoering bsh",
        "skallet «bsh» støttes ikke",
        "Mente du «bash»? Skallene er bash, zsh og fish.",
    ),
]


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The fictional municipality in a folder that may be written in."""
    shutil.copytree(EKSEMPEL, tmp_path / "data")
    monkeypatch.setenv("STYRING_DATA", str(tmp_path / "data"))


@pytest.mark.parametrize(("words", "what", "way"), CASES, ids=[words for words, *_ in CASES])
def test_wrong_use_is_told_whole(words: str, what: str, way: str) -> None:
    """It ends with 2, says what is wrong as it was typed, and where the way out is."""
    ended = styring(*("" if word == "''" else word for word in words.split()))
    assert ended == (2, "", "\n".join((f"Feil: {what}", *filter(None, [way]), "")))
    typed = [word.strip("-") for word in words.split()]
    assert [word for word in ENGLISH.findall(ended.err) if word not in typed] == []


@pytest.mark.parametrize("group", ["", "oppdrag", "rapport"])
def test_group_alone_shows_its_help(group: str) -> None:
    """Where no word follows, what can follow is shown; the status says that more is needed."""
    alone, asked = styring(*group.split()), styring(*group.split(), "--help")
    assert (alone.status, alone.err) == (2, "")
    assert alone.out.strip() == asked.out.strip()


def test_group_is_known_however_it_is_typed() -> None:
    """What it is named decides which kind of record its commands find."""
    for group in ("vedtak", "Vedtak", "VEDTAK"):
        ended = styring(group, "del-opp", "x-9", "Noe")
        assert (ended.status, ended.out) == (2, "")
        assert ended.err.startswith("Feil: finner ikke vedtak med id «x-9»\n")


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("fin", ""),
        ("it's ", "oppdrag"),
        ("--finnes ", "oppdrag"),
        ("oppdrag finnes ", "list"),
        ("oppdrag list --finnes x ", ""),
        ("oppdrag list --forfalt=ja ", ""),
        ("oppdrag list en to ", ""),
        ("oppdrag list --sektor --sek", "--sektor"),
        ("--dato i-morgen oppdrag list --format docx --format ", "csv"),
        ("oppdrag vis -- hel-", "HEL-2025-01"),
        ("Vedtak deleger ", "V-2024-01"),
        ("", "oppdrag"),
    ],
)
def test_tab_after_odd_words_offers_what_can_follow(
    words: str, offered: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever is wrong before it, it is silent about that, and has a first offer or none."""
    monkeypatch.setenv("_STYRING_COMPLETE", "complete_styring")
    monkeypatch.setenv("_STYRING_ORD", words.replace(" ", "\x1f"))
    ended = styring()
    assert (ended.status, ended.err) == (0, "")
    assert ended.out.partition("\t")[0].strip() == offered
    assert ENGLISH.findall(ended.out) == []
