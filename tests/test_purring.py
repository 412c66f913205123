"""`styring rapport mangler`: who has not reported what in a round, and the drafts to them."""

import json
import re
import shlex
from datetime import date
from email import message_from_bytes, policy
from email.message import EmailMessage
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from conftest import DATA, RIK, ROOT, Run, in_format
from driver import Ended
from hypothesis import example, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from styring.documents.purretekst import Mangeltekst, Purretekst, utkast
from styring.formats.skjerm import ROER, Skjerm
from styring.model.oppdrag import Oppdrag
from styring.model.tidsform import midt_i
from styring.register.lasting import last
from styring.stand.mangler import Utestaaende
from styring.stand.purring import Mangel, Purring, Runde, purringer
from styring.tegn import ufarlig
from styring.views.purreliste import tabell

EKSEMPEL = ROOT / "eksempel"
OM = ("--data", str(EKSEMPEL), "--dato", "2025-09-15")
REGISTER = last(EKSEMPEL)
OM_RIK = ("--data", str(RIK), "--dato", "2024-05-15")

CONTACTS = """\
sektorer:
  - {kode: A, navn: Alle, direktoer: ola}
  - {kode: B, navn: Byen}
kontakter:
  - {id: kari, navn: "Å, Kari", epost: kari@x.example}
  - {id: ola, navn: Ola Ås, epost: ola@x.example}
  - {id: per, navn: Per Post}
  - {id: liv, navn: Liv Løs, epost: "liv@x.example\\nBcc: alle@x.example"}
"""
ASSIGNMENTS = """\
aar: 2024
oppdrag:
  - {id: A-2024-01, tittel: Bygge bru, sektor: A, frist: 2024-11}
  - id: A-2024-02
    tittel: Hemmelig bygg
    sektor: A
    unntatt: {hjemmel: offl. § 21}
    oppgaver: [{id: A-2024-02.1, tittel: Hemmelig tegning, ansvarlig: kari}]
  - {id: B-2024-01, tittel: Rydde, sektor: B}
"""
RESOLUTIONS = """\
vedtak:
  - {id: V-1, tittel: Svare, type: politisk, dato: 2024-05-05, sektor: A}
  - {id: V-2, tittel: Ingens, type: politisk, dato: 2024-01-05}
"""
OWN_ROUNDS = """\
perioder:
  - {kode: ÅR, navn: Årsrapport, per: "31.12.", frist: "23.1."}
  - {kode: H1, navn: Halvår, per: "30.6.", frist: "15.7."}
"""
FILES = {
    "kontakter.yaml": CONTACTS,
    "oppdrag.yaml": ASSIGNMENTS,
    "vedtak.yaml": RESOLUTIONS,
    "maal.yaml": "satsingsomraader: []\n",
}


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A little municipality with the rounds of those that have not set their own."""
    folder = tmp_path / "data"
    folder.mkdir()
    for name, text in FILES.items():
        (folder / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return folder


def missing(run: Run, *words: str) -> list[dict[str, Any]]:
    """What is missing, as JSON has it."""
    found: list[dict[str, Any]] = json.loads(
        run("rapport", "mangler", *words, "--format", "json").out
    )
    return found


def pairs(found: list[dict[str, Any]]) -> str:
    """Ids with what they lack, by id."""
    return " ".join(sorted(f"{row['id']}:{row['mangler']}" for row in found))


def opened(path: Path) -> EmailMessage:
    """A draft as an e-mail program reads it."""
    read = message_from_bytes(path.read_bytes(), policy=policy.default)
    assert isinstance(read, EmailMessage)
    assert read.defects == []
    return read


def body(path: Path) -> str:
    """The text of a draft."""
    text: str = opened(path).get_content()
    return text.replace("\r\n", "\n")


# --- rounds -----------------------------------------------------------------------------------

TASK = "A-2024-02.1:status"


@pytest.mark.parametrize(
    ("day", "period", "also"),
    [
        ("2024-04-29", None, ""),
        ("2024-04-30", "2024-T1", ""),
        ("2024-05-05", "2024-T1", ""),
        ("2024-08-30", "2024-T1", ""),
        ("2024-08-31", "2024-T2", "V-1:2024-T2"),
        ("2024-12-30", "2024-T2", "V-1:2024-T2"),
        ("2024-12-31", "2024-AAR", "V-1:2024-AAR"),
        ("2025-04-29", "2024-AAR", "V-1:2024-AAR"),
        ("2025-04-30", "2024-AAR", "V-1:2024-AAR"),
    ],
)
def test_round_is_the_newest_whose_day_has_come(
    day: str, period: str | None, also: str, run: Run, data: Path
) -> None:
    """From its day and until the next one's in the years there are; one for oppdrag and vedtak."""
    ids = ("A-2024-01", "A-2024-02", "B-2024-01") if period else ()
    right = sorted([*(f"{id_}:{period}" for id_ in ids), TASK, *also.split()])
    found = missing(run, "--dato", day)
    assert pairs(found).split() == right
    # The overview and what is asked about say the same.
    counted = json.loads(run("status", "--dato", day, "--format", "json").out)
    assert sum(row["mangler_rapport"] for row in counted) == len(ids)
    asked = run("status", "oppdater", "--dato", day).out.splitlines()[1:]
    assert {line.split()[0] for line in asked} == {row["id"] for row in found}


@pytest.mark.parametrize(
    ("words", "right"),
    [
        ("T1 --dato 2024-09-01", "A-2024-01:2024-T1 A-2024-02:2024-T1 B-2024-01:2024-T1"),
        ("t2 --dato 2025-01-15 -s A", "A-2024-01:2024-T2 A-2024-02:2024-T2 V-1:2024-T2"),
        ("aar --dato 2025-01-15 -s A", "A-2024-01:2024-AAR A-2024-02:2024-AAR V-1:2024-AAR"),
        ("ÅR --dato 2025-01-15 -s B", "B-2024-01:2024-AAR"),
        ("2025-T1 --dato 2025-05-15 -s A", "A-2024-01:2025-T1 A-2024-02:2025-T1 V-1:2025-T1"),
        ("2023-T2 --dato 2024-09-01", ""),
    ],
)
def test_round_can_be_chosen(words: str, right: str, run: Run, data: Path) -> None:
    """A code alone is that round of the year that fits; what is not in a round lacks nothing."""
    found = missing(run, "--periode", *words.split())
    assert pairs([row for row in found if row["slag"] != "oppgave"]) == right


def test_vedtak_is_reported_for_the_round_of_last_year_in_january(run: Run, data: Path) -> None:
    """The code alone is enough, and the report stands the rules."""
    words = ("V-1", "--status", "under arbeid", "--forventet-ferdig", "2025", "--periode", "AAR")
    ended = run("status", "oppdater", *words, "--dato", "2025-01-15")
    assert (
        ended.out.splitlines()[0]
        == "V-1 er rapportert for 2024-AAR: under arbeid, forventet ferdig 2025."
    )
    assert "V-1" not in pairs(missing(run, "--dato", "2025-01-15"))


@pytest.mark.parametrize(
    ("id_", "day", "said"),
    [
        ("V-1", "2024-05-10", "Feil: ingen runde er kommet siden V-1 ble vedtatt\n"),
        ("V-2", "2024-05-10", "Feil: ingen har fått V-2 å følge opp, så ingen runde gjelder"),
    ],
)
def test_vedtak_in_no_round_is_told_why(
    id_: str, day: str, said: str, run: Run, data: Path
) -> None:
    """It is not said that no round has come when one has."""
    ended = run("status", "oppdater", id_, "--status", "ferdig", "--dato", day)
    assert ended.status == 3
    assert ended.err.startswith(said)
    assert "--periode" in ended.err


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2024-06-29", ["Ingen rapporteringsrunde er kommet ennå."]),
        (
            "2024-06-30",
            ["Halvår 2024 (2024-H1), status per 30.06.2024", "Fristen er 15.07.2024, om 15 dager."],
        ),
        (
            "2024-07-15",
            ["Halvår 2024 (2024-H1), status per 30.06.2024", "Fristen er 15.07.2024, i dag."],
        ),
        (
            "2025-01-22",
            [
                "Årsrapport 2024 (2024-ÅR), status per 31.12.2024",
                "Fristen er 23.01.2025, om 1 dag.",
            ],
        ),
        (
            "2025-01-24",
            [
                "Årsrapport 2024 (2024-ÅR), status per 31.12.2024",
                "Fristen 23.01.2025 gikk ut for 1 dag siden.",
            ],
        ),
    ],
)
def test_own_rounds_and_their_deadlines_are_told(
    day: str, said: list[str], run: Run, data: Path
) -> None:
    """Also those in the wrong order in the file, and a deadline in the year after."""
    (data / "kommune.yaml").write_text(OWN_ROUNDS, encoding="utf-8")
    (data / "vedtak.yaml").unlink()
    ended = run("rapport", "mangler", "--dato", day, "-s", "A")
    assert ended.err.splitlines()[:-1] == said
    assert ended.err.splitlines()[-1].startswith(("1 oppgave mangler", "2 oppdrag og 1 oppgave"))


def test_round_before_all_there_is_has_nothing_reported(run: Run) -> None:
    """It is not said that all of nothing is reported."""
    ended = run("rapport", "mangler", "--periode", "2024-T1", "--format", "json", *OM)
    assert (ended.status, ended.out) == (0, "[]\n")
    assert "Alt er rapportert" not in ended.err


def test_round_that_has_not_come_is_said_to_be_so(run: Run, data: Path) -> None:
    """Chosen beforehand it can be looked at; without a deadline that is said."""
    ended = run("rapport", "mangler", "--periode", "T2", "--dato", "2024-06-01", "-s", "B")
    assert ended.err.splitlines() == [
        "2. tertial 2024 (2024-T2), status per 31.08.2024",
        "Dagen er ikke kommet ennå.",
        "Fristen for å rapportere er ikke satt i kommune.yaml.",
        "1 oppdrag mangler rapport uten ansvarlig.",
    ]


# --- the list ---------------------------------------------------------------------------------


def test_list_on_a_pipe_has_a_whole_line_for_each(run: Run) -> None:
    """By the names of those who have it, with their e-mail on every line."""
    assert run("rapport", "mangler", *OM) == (
        0,
        """\
Ansvarlig        E-post                   Id             Tittel                                                       Mangler  Sist rapportert
Amir Sagnhaugen  amisag@tenkevik.example  OPV-2025-06    Gjøre om rutinene for oppfølging av skolefravær              2025-T2  under arbeid
Leyla Skrønedal  leyskr@tenkevik.example  HEL-2025-02.3  Lære opp nattevaktene                                        status
Leyla Skrønedal  leyskr@tenkevik.example  HEL-2025-06    Få ned sykefraværet i hjemmetjenesten                        2025-T2  under arbeid
Olav Dagdrømvik  oladag@tenkevik.example  ORG-2025-03    Skrive om de tjue mest brukte brevene så de er til å forstå  2025-T2  ikke rapportert
""",  # noqa: E501
        """\
2. tertial 2025 (2025-T2), status per 31.08.2025
Fristen 12.09.2025 gikk ut for 3 dager siden.
3 oppdrag og 1 oppgave mangler rapport hos 3 personer.
""",
    )


def test_json_has_all_there_is_to_know(run: Run) -> None:
    """Who, what, the round with its days, and the last report whole."""
    (row,) = missing(run, *OM, "--sektor", "OPV")
    report = row.pop("siste_rapport")
    assert row == {
        "ansvarlig": "amisag",
        "navn": "Amir Sagnhaugen",
        "epost": "amisag@tenkevik.example",
        "id": "OPV-2025-06",
        "tittel": "Gjøre om rutinene for oppfølging av skolefravær",
        "slag": "oppdrag",
        "hoerer_til": None,
        "sektor": "OPV",
        "mangler": "2025-T2",
        "per": "2025-08-31",
        "rapportfrist": "2025-09-12",
        "rapportfrist_ute": True,
        "frist": "2025-10-01",
        "status": "under_arbeid",
    }
    assert (report["periode"], report["av"]) == ("2025-T1", "amisag")


@pytest.mark.parametrize("width", [60, 80, 200])
def test_table_on_a_terminal_is_grouped_by_who_has_it(width: int) -> None:
    """Each name with its address stands once, over what they have, and nothing is cut."""
    day = date(2025, 9, 15)
    alle = purringer(last(EKSEMPEL), Utestaaende(), day)
    lines = in_format(tabell(alle), "tabell", Skjerm(width)).splitlines()
    assert all(cell_len(line) <= width for line in lines)
    assert lines[0].split() == ["Id", "Tittel", "Mangler", "Sist", "rapportert"]
    over = {f"{en.navn}  {en.epost}": {mangel.post.id for mangel in en.mangler} for en in alle}
    found: dict[str, set[str]] = {}
    for before, line in pairwise(lines):
        if not before and line:
            under = found.setdefault(line, set())
        elif found and re.match(r"[A-Z]{3}-", line):
            under.add(line.split()[0])
    assert found == over
    shown = re.sub(r"\s+", " ", " ".join(line[14:] for line in lines))
    assert all(word in shown for word in ("nattevaktene", "sykefraværet", "hjemmetjenesten"))


def test_what_nobody_has_comes_last_and_is_said(run: Run) -> None:
    """In a group of its own, for people and for machines."""
    ended = run("rapport", "mangler", "--data", str(DATA), "--dato", "2023-09-15")
    names = [line[:15].strip() for line in ended.out.splitlines()[1:]]
    without = names.count("Ingen ansvarlig")
    assert 0 < without < len(names) == 32
    assert names[-without:] == ["Ingen ansvarlig"] * without
    said = f"32 oppdrag mangler rapport: {32 - without} hos 1 person, {without} uten ansvarlig.\n"
    assert ended.err.endswith(said)
    found = missing(run, "--data", str(DATA), "--dato", "2023-09-15")
    assert [row["ansvarlig"] for row in found].count(None) == without


def test_holders_are_sorted_as_norwegians_sort(run: Run, data: Path) -> None:
    """Å comes after O, also at the beginning of a name."""
    found = missing(run, "--dato", "2024-09-01")
    assert [row["navn"] for row in found] == [*["Ola Ås"] * 3, "Å, Kari", None]


@pytest.mark.parametrize(
    ("words", "status"),
    [("--streng", 1), ("", 0), ("--streng --sektor TEK", 0), ("--streng --format epost", 1)],
)
def test_strict_ends_with_1_when_something_is_missing(
    words: str, status: int, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And else with 0, also where something is missing."""
    monkeypatch.chdir(tmp_path)
    assert run("rapport", "mangler", *OM, *words.split()).status == status


def test_nothing_missing_is_said(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Machines get an empty list, and no folder is made for drafts."""
    monkeypatch.chdir(tmp_path)
    words = ("rapport", "mangler", *OM, "--sektor", "TEK", "--format")
    json_, epost = run(*words, "json"), run(*words, "epost")
    assert (json_.status, json_.out) == (0, "[]\n")
    assert (epost.status, epost.out) == (0, "")
    assert json_.err == epost.err
    assert json_.err.endswith("Alt er rapportert for 2. tertial 2025.\n")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("format_", ["tabell", "epost"])
def test_broken_records_are_told_of(format_: str, run: Run, data: Path) -> None:
    """What could not be read may lack a report too."""
    broken = ASSIGNMENTS + "  - {id: B-2024-02, tittel: Rot, sektor: B, frist: snart}\n"
    (data / "oppdrag.yaml").write_text(broken, encoding="utf-8")
    ended = run("rapport", "mangler", "--dato", "2024-09-01", "--format", format_)
    assert ended.status == 1
    assert ended.err.endswith("Ikke med i det som vises: 1 oppføring.\n")
    assert ended.out


# --- drafts -----------------------------------------------------------------------------------


def drafts(run: Run, *words: str) -> Ended:
    """Writes the drafts."""
    return run("rapport", "mangler", "--dato", "2024-09-01", "--format", "epost", *words)


def test_drafts_are_one_for_each_who_has_an_address(run: Run, data: Path) -> None:
    """Those who have none, or none that can be used, are named."""
    text = ASSIGNMENTS.replace("frist: 2024-11}", "delegering: [{til: per}]}").replace(
        "sektor: B}", "sektor: B, delegering: [{til: liv}]}"
    )
    (data / "oppdrag.yaml").write_text(text, encoding="utf-8")
    ended = drafts(run)
    assert ended.out == "2 utkast er skrevet i mappen purringer.\n"
    assert "Ikke noe utkast til Per Post (per): ingen e-postadresse.\n" in ended.err
    assert "Ikke noe utkast til Liv Løs (liv): adressen kan ikke brukes.\n" in ended.err
    assert {path.name for path in Path("purringer").iterdir()} == {"kari.eml", "ola.eml"}


def test_draft_is_whole_and_says_how_to_report(run: Run, data: Path) -> None:
    """To whom, from when, what is missing, when it is due, and the commands."""
    (data / "kommune.yaml").write_text(
        'perioder: [{kode: T2, navn: 2. tertial, per: "31.8.", frist: "12.9."}]\n'
    )
    assert drafts(run).status == 0
    draft = opened(Path("purringer/ola.eml"))
    assert [(name, str(value)) for name, value in draft.items()][3:] == [
        ("X-Unsent", "1"),
        ("To", "Ola Ås <ola@x.example>"),
        ("Subject", "Rapportering for 2. tertial 2024, frist 12. september 2024"),
        ("Date", "Sun, 01 Sep 2024 00:00:00 +0000"),
    ]
    assert draft.get_content_type() == "text/plain"
    each = '--status "…" --forventet-ferdig "…" --kommentar "…"'
    assert (
        body(Path("purringer/ola.eml"))
        == f"""\
Hei Ola Ås

Det er tid for å rapportere for 2. tertial 2024. Vi ber deg rapportere om dette innen 12. september 2024:

- A-2024-01 Bygge bru
  Fristen for arbeidet: november 2024.
  Det er aldri rapportert.

- A-2024-02 (unntatt offentlighet)

- V-1 Svare
  Det er aldri rapportert.

Vi trenger å vite hvordan det står per 31. august 2024.

Fyll ut alt i ett skjema i redigeringsprogrammet ditt:

    styring status oppdater --ansvarlig ola --periode 2024-T2 --rediger

Eller svar på ett spørsmål om gangen:

    styring status oppdater --ansvarlig ola --periode 2024-T2

Eller rapporter med en kommando for hvert, der du setter inn det som skal stå for «…»:

    styring status oppdater A-2024-01 --periode 2024-T2 {each}
    styring status oppdater A-2024-02 --periode 2024-T2 {each}
    styring status oppdater V-1 --periode 2024-T2 {each}

Status er «ikke startet», «under arbeid», «satt på vent», «ferdig» eller «utgår».
Forventet ferdig er en dag eller grovere: 2024-12-31, 2024-12, 2024-K4 eller 2024.

Er det noe av dette du ikke har ansvaret for lenger, så svar på denne e-posten.
"""  # noqa: E501
    )


def test_draft_names_what_is_kept_from_the_public_by_id_only(run: Run, data: Path) -> None:
    """Not the title, and not that of an oppgave in it."""
    drafts(run)
    assert "A-2024-02.1 (unntatt offentlighet)\n" in body(Path("purringer/kari.eml"))
    assert "Hemmelig" not in body(Path("purringer/kari.eml")) + body(Path("purringer/ola.eml"))


def test_draft_before_any_round_asks_for_oppgaver_only(run: Run, data: Path) -> None:
    """There is no round to tell of, and none in the commands."""
    run("rapport", "mangler", "--dato", "2024-03-01", "--format", "epost")
    assert opened(Path("purringer/kari.eml"))["Subject"] == "Rapportering"
    text = body(Path("purringer/kari.eml"))
    assert "Det er en oppgave i A-2024-02.\n\nFyll ut alt i ett skjema" in text
    assert "--periode" not in text


@pytest.mark.parametrize(
    ("day", "subject", "said"),
    [
        ("2024-08-31", "Rapportering for 2. tertial 2024, frist 12. september 2024", "Det er tid"),
        ("2024-09-11", "Rapportering for 2. tertial 2024, frist 12. september 2024", "Det er tid"),
        (
            "2024-09-12",
            "Påminnelse: rapportering for 2. tertial 2024, frist i dag",
            "I dag, 12. september 2024, er fristen",
        ),
        (
            "2024-09-13",
            "Purring: rapportering for 2. tertial 2024, 1 dag etter fristen",
            "var 12. september 2024, for 1 dag siden. Vi har ikke fått rapport",
        ),
        (
            "2024-10-12",
            "Purring: rapportering for 2. tertial 2024, 30 dager etter fristen",
            "var 12. september 2024, for 30 dager siden. Vi har ikke fått rapport",
        ),
    ],
)
def test_draft_asks_then_reminds_then_says_how_late_it_is(
    day: str, subject: str, said: str, run: Run, data: Path
) -> None:
    """By the day and the deadline of the round; before that nobody is told of being late."""
    (data / "kommune.yaml").write_text(
        'perioder: [{kode: T2, navn: 2. tertial, per: "31.8.", frist: "12.9."}]\n'
    )
    run("rapport", "mangler", "--dato", day, "--format", "epost")
    draft = Path("purringer/ola.eml")
    assert opened(draft)["Subject"] == subject
    assert said in body(draft)
    assert ("ikke fått" in body(draft)) is (day > "2024-09-12")


def test_nothing_is_late_where_no_deadline_is_set(run: Run, data: Path) -> None:
    """However long ago the round was."""
    run("rapport", "mangler", "--dato", "2024-12-30", "--format", "epost")
    draft = Path("purringer/ola.eml")
    assert opened(draft)["Subject"] == "Rapportering for 2. tertial 2024"
    assert "Vi ber deg rapportere om dette:\n" in body(draft)
    assert not re.search("ikke fått|innen|siden", body(draft))


EACH = '--status "…" --forventet-ferdig "…" --kommentar "…"'
OWN = """\
Emne: {{ steg }}: {{ periode }} ({{ dager or "i tide" }})

Kjære {{ navn }} i {{ kommune }}!
{% for en in mangler %}
* {{ en.tittel }}: {{ en.kommando }}
{% endfor %}
Hilsen {{ kommune | upper }} &amp; <b>alle</b>
"""


def test_municipality_writes_its_own_text(run: Run, data: Path) -> None:
    """In a template, with the names that the docs list; what is put in stays plain text."""
    (data / "kommune.yaml").write_text("navn: Å & Ø <b>kommune</b>\n", encoding="utf-8")
    text = ASSIGNMENTS.replace("Bygge bru", '"{{ 7*7 }} _a_ <i>"')
    (data / "oppdrag.yaml").write_text(text, encoding="utf-8")
    (data / "maler").mkdir()
    (data / "maler/purring.txt").write_text(OWN, encoding="utf-8")
    assert drafts(run).status == 0
    draft = Path("purringer/ola.eml")
    assert opened(draft)["Subject"] == "forespørsel: 2. tertial 2024 (i tide)"
    assert body(draft).splitlines()[:2] == [
        "Kjære Ola Ås i Å & Ø <b>kommune</b>!",
        f"* {{{{ 7*7 }}}} _a_ <i>: styring status oppdater A-2024-01 --periode 2024-T2 {EACH}",
    ]
    assert body(draft).endswith("Hilsen Å & Ø <B>KOMMUNE</B> &amp; <b>alle</b>\n")
    (data / "maler/purring.txt").write_text("Hei {{ nanv }}\n", encoding="utf-8")
    ended = drafts(run, "--ut", "andre")
    assert (ended.status, ended.out) == (3, "")
    assert (
        "maler/purring.txt:1: finner ikke noe her som heter «nanv»\nMente du «navn»?" in ended.err
    )
    assert not list(Path("andre").glob("*.eml"))


@pytest.mark.parametrize(
    ("day", "deadline", "said"),
    [
        ("2024-09-05", True, "Fristen er 12. september 2024."),
        ("2024-09-15", True, "Fristen var 12. september 2024, for 3 dager siden."),
        ("2024-09-15", False, None),
    ],
)
def test_text_that_the_docs_show_reads_well_at_every_step(
    day: str, deadline: bool, said: str | None, run: Run, data: Path
) -> None:
    """With a deadline and without: no sentence is left with a hole in it."""
    page = (ROOT / "docs/sider/hvordan/dokumenter.md").read_text(encoding="utf-8")
    own = page.partition('```text title="data/maler/purring.txt"\n')[2].partition("```")[0]
    (data / "maler").mkdir()
    (data / "maler/purring.txt").write_text(own, encoding="utf-8")
    frist = ', frist: "12.9."' if deadline else ""
    rounds = f'perioder: [{{kode: T2, navn: 2. tertial, per: "31.8."{frist}}}]\n'
    (data / "kommune.yaml").write_text(rounds, encoding="utf-8")
    assert run("rapport", "mangler", "--dato", day, "--format", "epost").status == 0
    second = body(Path("purringer/ola.eml")).splitlines()[1:2]
    assert second == ([said] if said else [""])


def test_names_that_a_text_of_its_own_gets_are_in_the_docs() -> None:
    """All of them, and of what is missing too."""
    page = (ROOT / "docs/sider/hvordan/dokumenter.md").read_text(encoding="utf-8")
    table = page.partition("Dette er det den kan bruke")[2]
    names = (*Purretekst._fields, *Mangeltekst._fields)
    assert [name for name in names if f"`{name}`" not in table] == []


def test_template_without_a_subject_has_the_usual_one(run: Run, data: Path) -> None:
    """And its first line is text."""
    (data / "maler").mkdir()
    (data / "maler/purring.txt").write_text("Hei på deg\n", encoding="utf-8")
    drafts(run)
    assert opened(Path("purringer/ola.eml"))["Subject"] == "Rapportering for 2. tertial 2024"
    assert body(Path("purringer/ola.eml")) == "Hei på deg\n"


@pytest.mark.parametrize("om", [OM, (*OM, "--periode", "T1"), OM_RIK], ids=["T2", "T1", "VÅR"])
def test_commands_of_a_draft_report_just_what_it_lists(
    om: tuple[str, ...], run: Run, tmp_path: Path
) -> None:
    """The commands find what is missing, and none of them reports anything as it stands."""
    run("rapport", "mangler", *om, "--format", "epost", "--ut", str(tmp_path))
    found = list(tmp_path.glob("*.eml"))
    assert found
    for path in found:
        text = body(path)
        listed = re.findall(r"^- (\S+)", text, re.M)
        form, asks, *each = (
            shlex.split(c)[1:] for c in re.findall("^    (styring .*)", text, re.M)
        )
        assert form == [*asks, "--rediger"]
        asked = run(*asks, *om[:4]).out.splitlines()[1:]
        assert [line.split()[0] for line in asked] == listed == [words[2] for words in each]
        for words in each:
            ended = run(*words, *om[:4])
            assert (ended.status, ended.err[:5]) == (2, "Feil:")


def test_same_day_gives_the_same_bytes(run: Run, data: Path) -> None:
    """Written again, over what was there, and somewhere else."""
    drafts(run)
    before = {path.name: path.read_bytes() for path in Path("purringer").iterdir()}
    drafts(run)
    drafts(run, "--ut", "et/annet/sted")
    for folder in ("purringer", "et/annet/sted"):
        assert {path.name: path.read_bytes() for path in Path(folder).iterdir()} == before
    assert all(b"\n" not in text.replace(b"\r\n", b"") for text in before.values())


def test_drafts_from_before_are_told_of(run: Run, data: Path) -> None:
    """Whoever has reported since is not to get one, and nothing is deleted unasked."""
    assert "fra før" not in drafts(run).err
    (data / "oppdrag.yaml").write_text(ASSIGNMENTS.replace("ansvarlig: kari", "status: ferdig"))
    ended = drafts(run)
    assert ended.err.endswith("Der ligger også utkast fra før: kari.eml. Gjelder de fortsatt?\n")
    assert Path("purringer/kari.eml").exists()


def test_draft_that_someone_has_written_in_is_left_alone(run: Run, data: Path) -> None:
    """It is said which ones; those that are as they were are written again."""
    drafts(run)
    draft, *others = sorted(Path("purringer").iterdir())
    draft.write_bytes(draft.read_bytes() + b"Ring meg gjerne.\r\n")
    edited = draft.read_bytes()
    ended = drafts(run)
    assert draft.read_bytes() == edited
    assert ended.out == f"{len(others)} utkast er skrevet i mappen purringer.\n"
    assert f"det nye utkastet: {draft.name}.\nSlett filene først" in ended.err


@pytest.mark.parametrize("where", ["data", "data/purringer", "data/../data/x/y", "lenke/x"])
def test_drafts_are_never_put_in_the_data_folder(where: str, run: Run, data: Path) -> None:
    """Not through a link either, and nothing is made there."""
    Path("lenke").symlink_to(data)
    before = sorted(data.rglob("*"))
    ended = drafts(run, "--ut", where)
    assert (ended.status, ended.out) == (3, "")
    assert f"Feil: «{where}» er i datamappen\n" in ended.err
    assert sorted(data.rglob("*")) == before


def test_standing_in_the_data_folder_another_one_must_be_chosen(
    run: Run, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The folder for drafts is else where one stands."""
    monkeypatch.chdir(data)
    ended = drafts(run, "--data", ".")
    assert ended.status == 3
    assert ended.err.endswith("Velg et annet sted med --ut: datamappen er for dataene.\n")


@pytest.mark.parametrize("way", ["folder", "link"])
def test_how_many_drafts_were_written_is_said_when_one_cannot_be(
    way: str, run: Run, data: Path
) -> None:
    """With the reason; those that are written stay."""
    Path("purringer").mkdir()
    last = Path("purringer", "kari.eml")
    if way == "folder":
        last.mkdir()
    else:
        last.symlink_to("borte/kari.eml")
    ended = drafts(run)
    assert (ended.status, ended.out) == (3, "")
    if way == "folder":
        why, out = " kan ikke skrives: det er en mappe", "Velg et annet sted med --ut."
    else:
        why, out = " er en lenke", f"Er det dit den fører, skriv --ut {Path('purringer').resolve()}"
    said = f"Feil: «purringer/kari.eml»{why}\n1 av 2 utkast er skrevet.\n{out}"
    assert said in ended.err
    assert Path("purringer", "ola.eml").is_file()


def test_folder_that_cannot_be_made_is_said(run: Run, data: Path) -> None:
    """A file stands in the way."""
    Path("purringer").write_text("")
    ended = drafts(run)
    assert (ended.status, ended.out) == (3, "")
    assert "Feil: «purringer» kan ikke skrives: " in ended.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("--ut x", "Feil: --ut: «x» slutter ikke på et format som finnes her\n"),
        ("--format epsot", "Feil: formatet «epsot» finnes ikke her\nMente du «epost»?"),
        ("--format ics", "Feil: formatet «ics» finnes ikke her\n"),
        ("--periode T9", "Feil: finner ingen periode «T9»\n"),
        ("--periode=", "Feil: --periode er tom\n"),
        ("--format epost --ut=", "Feil: --ut: navnet på en fil mangler\n"),
        ("--sektor nei", "Feil: finner ingen sektor «nei»\n"),
    ],
)
def test_wrong_use_is_told_at_once(words: str, said: str, run: Run) -> None:
    """Before anything is shown or written."""
    ended = run("rapport", "mangler", *OM, *words.split())
    assert (ended.status, ended.out) == (2, "")
    assert ended.err.startswith(said)


def test_id_cannot_lead_a_draft_out_of_its_folder(run: Run, data: Path) -> None:
    """What cannot stand in a file name is written as in a web address."""
    text = CONTACTS.replace("id: ola", 'id: "../../ola og"').replace("ola}", '"../../ola og"}')
    (data / "kontakter.yaml").write_text(text, encoding="utf-8")
    drafts(run)
    names = {path.name for path in Path("purringer").iterdir()}
    assert names == {"..%2F..%2Fola%20og.eml", "kari.eml"}
    assert "--ansvarlig '../../ola og'" in body(Path("purringer/..%2F..%2Fola%20og.eml"))


@settings(max_examples=50)
@example('Å, B "x" <y@z.example>', "a")
@example("=?utf-8?q?a=0D=0ABcc:_x?=", "=?utf-8?q?a?=")
@example("a\r\nBcc: x@y.example", "a\n\nHei")
@example("å" * 300, "x " * 300)
@given(st.text(min_size=1), st.text(min_size=1))
def test_no_name_or_title_can_add_to_a_draft(name: str, title: str) -> None:
    """There are the same headers and one address; every text is read back as it is shown."""
    day = date(2025, 9, 15)
    runde = Runde("2025-T2", title, date(2025, 8, 31), date(2025, 9, 12))
    oppdrag = Oppdrag(id="A-1; rm", tittel=title, sektor="A")
    mangel = Mangel(oppdrag, runde.periode, None)
    purring = Purring("a", name, "a.b@x.example", (mangel,), runde, day)
    raw = in_format(utkast(REGISTER, purring), "epost", ROER).encode("ascii")
    draft = message_from_bytes(raw, policy=policy.default)
    assert isinstance(draft, EmailMessage)
    assert draft.defects == []
    assert draft.keys() == [
        *("Content-Type", "MIME-Version", "Content-Transfer-Encoding"),
        *("X-Unsent", "To", "Subject", "Date"),
    ]
    (to,) = draft["To"].addresses
    assert to.addr_spec == "a.b@x.example"
    assert "".join(to.display_name.split()) == "".join(ufarlig(name).split())
    subject = f"Purring: rapportering for {midt_i(ufarlig(title))}, 3 dager etter fristen"
    assert "".join(draft["Subject"].split()) == "".join(subject.split())
    lines = draft.get_content().split("\r\n")
    assert lines[0] == f"Hei {ufarlig(name)}".rstrip()
    assert lines[4] == f"- A-1; rm {ufarlig(title)}".rstrip()
    assert any("status oppdater 'A-1; rm' " in line for line in lines)
