"""Sheets that come back: lists of ours, old rows, columns that are not used, and odd files."""

import csv
import io
import re
import shutil
import zipfile
from pathlib import Path

import pytest
from conftest import DATA, ROOT, Run
from driver import Ended
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from styring import slag
from styring.innlevering.skjema import les
from styring.register.lasting import last

KONTAKTER = """\
sektorer:
  - {kode: TEK, navn: Teknisk, direktoer: eva}
  - {kode: KUL, navn: Kultur}
kontakter:
  - {id: eva, navn: Eva Havnes, epost: eva@vik.example}
  - {id: ola, navn: Ola Skog}
"""
OPPDRAG = """\
aar: 2026
oppdrag:
  - id: TEK-2026-01
    tittel: Måle opp tre skoleveier
    sektor: TEK
    frist: 2026-12-31
    delansvar: [KUL]
    rapporter:
      - {periode: 2026-T1, dato: 2026-05-05, av: eva, status: under_arbeid, vurdering: gul,
         kommentar: Vi venter på svar., avvik: Det er sent., tiltak: Vi ringer.}
  - id: TEK-2026-02
    tittel: Asfaltere
    sektor: TEK
    frist: 2026-T3
    oppgaver:
      - {id: TEK-2026-02.1, tittel: Grave, ansvarlig: ola}
    egne: {arkivsak: "26/12"}
  - {id: KUL-2026-01, tittel: "=Synge, høyt", sektor: KUL}
"""
VEDTAK = """\
vedtak:
  - {id: V-2026-01, tittel: Male broen, type: politisk, dato: 2026-02-01, sektor: TEK}
  - {id: V-2026-02, tittel: Gjennom, type: verbal, dato: 2026-02-01, oppdrag: [TEK-2026-02]}
"""
DAY = ("--dato", "2026-05-10")


def municipality(folder: Path) -> Path:
    """A small one, in a folder."""
    folder.mkdir(exist_ok=True)
    files = {"kontakter": KONTAKTER, "oppdrag": OPPDRAG, "vedtak": VEDTAK}
    for name, text in {**files, "maal": "satsingsomraader: []\n"}.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small municipality, in the folder that the command stands in."""
    monkeypatch.chdir(tmp_path)
    return municipality(tmp_path / "data")


def take(run: Run, content: str | bytes, *words: str, name: str = "ark.csv") -> Ended:
    """What `status oppdater --fra` does with a file."""
    Path(name).write_bytes(content.encode() if isinstance(content, str) else content)
    return run("status", "oppdater", "--fra", name, *words, *DAY)


def reports(data: Path, id_: str) -> list[tuple[str, str]]:
    """The period and the status of each report of one."""
    register = last(data)
    post = register.etter_id(*slag.OPPFULGTE, slag.OPPGAVE)[id_.lower()]
    return [(rapport.periode, rapport.status.value) for rapport in post.rapporter]


def said(data: Path, id_: str) -> tuple[str, str | None, str | None]:
    """The status, the comment and the avvik of the last report of one."""
    rapport = last(data).etter_id(slag.OPPDRAG)[id_.lower()].rapporter[-1]
    return rapport.status.value, rapport.kommentar, rapport.avvik


# --- lists of ours ---------------------------------------------------------------------------


def test_list_of_what_is_missing_comes_back(run: Run, data: Path) -> None:
    """`rapport mangler --format csv`, filled in as it is, with the period that was missing."""
    shown = run("rapport", "mangler", "--format", "csv", "--periode", "T1", *DAY).out
    rows = list(csv.DictReader(io.StringIO(shown.lstrip("\ufeff")), delimiter=";"))
    assert [row["id"] for row in rows] == [
        *("TEK-2026-02", "V-2026-01", "TEK-2026-02.1", "KUL-2026-01")
    ]
    out = io.StringIO()
    writer = csv.DictWriter(out, rows[0], delimiter=";")
    writer.writeheader()
    writer.writerows({**row, "status": "ferdig"} for row in rows)
    later = ("--dato", "2026-09-10")  # in the next round
    Path("ark.csv").write_text(out.getvalue(), encoding="utf-8")
    ended = run("status", "oppdater", "--fra", "ark.csv", *later)
    assert (ended.status, "FIL" in ended.err) == (0, False)
    for id_ in ("TEK-2026-02", "V-2026-01", "KUL-2026-01"):
        assert reports(data, id_) == [("2026-T1", "ferdig")]
    assert last(data).etter_id(slag.OPPGAVE)["tek-2026-02.1"].selv.status == "ferdig"


LISTS = ("oppdrag list", "vedtak list", "vedtak restanse")


def columns(run: Run, words: str) -> list[str]:
    """All the columns that a list can have, as it says itself."""
    ended = run(*words.split(), "--kolonner", "finnes-ikke", *DAY)
    names = re.split(", | og ", ended.err.partition("Kolonnene er ")[2].strip(" .\n"))
    assert len(names) > 5
    return names


@pytest.mark.parametrize("day", ["2026-05-10", "2026-09-10", "2027-09-10"])
@pytest.mark.parametrize("words", [*LISTS, "rapport mangler"])
def test_list_as_it_is_says_nothing_that_is_not_used(
    words: str, day: str, run: Run, data: Path
) -> None:
    """With its usual columns, and with all there are: not a word, however strict."""
    before = {path.name: path.read_bytes() for path in data.glob("*.yaml")}
    every = [("--kolonner", ",".join(columns(run, words)))] if words in LISTS else []
    for chosen in ((), *every):
        shown = run(*words.split(), *chosen, "--format", "csv", "--dato", day).out
        Path("ark.csv").write_text(shown, encoding="utf-8")
        ended = run("status", "oppdater", "--fra", "ark.csv", "--streng", "--dato", day)
        assert (ended.status, ended.err) == (0, "")
    assert {path.name: path.read_bytes() for path in data.glob("*.yaml")} == before


@pytest.mark.parametrize("words", [*LISTS, "rapport mangler"])
def test_list_of_an_earlier_day_is_held_against_that_day(
    words: str, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Reports that came after it are not in the list, and what it reckons is without them."""
    monkeypatch.chdir(shutil.copytree(ROOT / "eksempel", tmp_path / "tenkevik"))
    every = ("--kolonner", ",".join(columns(run, words))) if words in LISTS else ()
    day = ("--dato", "2025-09-10")
    Path("ark.csv").write_text(run(*words.split(), *every, "--format", "csv", *day).out, "utf-8")
    assert "FIL007" not in run("status", "oppdater", "--fra", "ark.csv", "--streng", *day).err


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@example(words="oppdrag list", chosen=[4], is_filled=True, day="2026-05-10")
@example(words="vedtak restanse", chosen=[-1], is_filled=True, day="2027-09-10")
@given(
    words=st.sampled_from(LISTS),
    chosen=st.lists(st.integers(-1, 40), unique=True),
    is_filled=st.booleans(),
    day=st.sampled_from(["2026-05-10", "2026-09-10"]),
)
def test_every_list_comes_back(
    words: str, chosen: list[int], is_filled: bool, day: str, run: Run, data: Path
) -> None:
    """With any choice of columns: unchanged it changes nothing, and filled in it reports that."""
    municipality(data)
    before = {path.name: path.read_bytes() for path in data.glob("*.yaml")}
    alle = columns(run, words)
    names = ["id", *["status"] * is_filled, *(alle[number % len(alle)] for number in chosen)]
    wish = ("--kolonner", ",".join(dict.fromkeys(names)), "--dato", day)
    shown = run(*words.split(), "--format", "csv", *wish).out
    rows = list(csv.DictReader(io.StringIO(shown.lstrip("\ufeff")), delimiter=";"))
    if is_filled:
        for row in rows:
            if row["status"] == "ikke_rapportert" and row["id"] != "V-2026-02":  # nobody has it
                row["status"] = "utgår"
    out = io.StringIO()
    writer = csv.DictWriter(out, dict.fromkeys(names), delimiter=";")
    writer.writeheader()
    writer.writerows(rows)
    Path("ark.csv").write_text(out.getvalue(), encoding="utf-8")
    ended = run("status", "oppdater", "--fra", "ark.csv", "--dato", day)
    assert (ended.status, ended.err) == (0, "")
    if is_filled:
        period = {"2026-05-10": "2026-T1", "2026-09-10": "2026-T2"}.get(day, "2026-AAR")
        ids = [row["id"] for row in rows if row["status"] == "utgår"]
        assert ids or words == "vedtak restanse"
        assert all(reports(data, id_) == [(period, "utgaar")] for id_ in ids)
        assert said(data, "TEK-2026-01")[:2] == ("under_arbeid", "Vi venter på svar.")
    else:
        assert {path.name: path.read_bytes() for path in data.glob("*.yaml")} == before


def test_row_that_nobody_has_filled_in_is_no_report(run: Run, data: Path) -> None:
    """What a list says of the round before is not reported for the next, until someone says so."""
    later = ("--dato", "2026-09-10")
    shown = run("rapport", "mangler", "--format", "csv", *later).out
    assert "TEK-2026-01;Måle opp tre skoleveier;2026-T2;under_arbeid" in shown
    before = (data / "oppdrag.yaml").read_bytes()
    Path("ark.csv").write_text(shown, encoding="utf-8")
    ended = run("status", "oppdater", "--fra", "ark.csv", *later)
    assert ended == (
        0,
        (
            "Ikke ført inn, for raden sier bare det samme som sist: TEK-2026-01.\n"
            "Skriv statusen på nytt der den fortsatt gjelder, for eksempel «under arbeid».\n"
        ),
        "",
    )
    assert (data / "oppdrag.yaml").read_bytes() == before
    Path("ark.csv").write_text(shown.replace("under_arbeid", "under arbeid"), encoding="utf-8")
    assert run("status", "oppdater", "--fra", "ark.csv", *later).status == 0
    assert reports(data, "TEK-2026-01") == [
        ("2026-T1", "under_arbeid"),
        ("2026-T2", "under_arbeid"),
    ]


# --- columns that are not used ---------------------------------------------------------------


def test_columns_that_differ_are_told_of(run: Run, data: Path) -> None:
    """Which column, which row, what stands there and in the data; what is the same is passed by."""
    ended = take(
        run,
        "id;tittel;ansvarlig;frist;;status\n"
        "TEK-2026-02;Asfaltere;Ola Skog;31.10.2026;;utgår\n"
        "KUL-2026-01;'=Synge, høyt;;;ring meg;utgår\n"
        "TEK-2026-01;måle opp;EVA;1. des. 2026;;\n",
    )
    assert ended.status == 0
    assert ended.err == (
        "ark.csv:2:23: advarsel FIL007: «Ola Skog» i kolonnen «ansvarlig» er ikke brukt: "
        "det står «Eva Havnes» der i dataene\n"
        "    TEK-2026-02;Asfaltere;Ola Skog;31.10.2026;;utgår\n"
        "                          ^^^^^^^^\n"
        "    Her føres bare rapporter inn. Det andre endres med «styring oppdrag deleger».\n"
        "\n"
        "ark.csv:2:32: advarsel FIL007: «31.10.2026» i kolonnen «frist» er ikke brukt: "
        "det står «2026-T3» der i dataene\n"
        "    TEK-2026-02;Asfaltere;Ola Skog;31.10.2026;;utgår\n"
        "                                   ^^^^^^^^^^\n"
        "    Her føres bare rapporter inn. Det andre endres med «styring oppdrag endre».\n"
        "\n"
        "ark.csv:3:29: advarsel FIL007: «ring meg» i kolonnen «kolonne 5» er ikke brukt: "
        "det står ikke noe der i dataene\n"
        "    KUL-2026-01;'=Synge, høyt;;;ring meg;utgår\n"
        "                                ^^^^^^^^\n"
        "    Her føres bare rapporter inn. Det andre endres med «styring oppdrag endre».\n"
        "\n"
        "ark.csv:4:26: advarsel FIL007: «1. des. 2026» i kolonnen «frist» er ikke brukt: "
        "det står «31.12.2026» der i dataene\n"
        "    TEK-2026-01;måle opp;EVA;1. des. 2026;;\n"
        "                             ^^^^^^^^^^^^\n"
        "    Her føres bare rapporter inn. Det andre endres med «styring oppdrag endre».\n"
        "\n"
        "4 advarsler\n"
    )


def test_strict_takes_nothing_of_a_sheet_that_is_not_all_used(run: Run, data: Path) -> None:
    """The same are faults then, and the rest is not taken in either."""
    sheet = "id;status;frist\nTEK-2026-02;ferdig;2026-10\nKUL-2026-01;ferdig;\n"
    ended = take(run, sheet, "--streng")
    assert (ended.status, ended.out) == (1, "")
    assert "ark.csv:2:20: feil FIL007: «2026-10» i kolonnen «frist» er ikke brukt" in ended.err
    assert ended.err.count("FIL007") == 1
    assert reports(data, "KUL-2026-01") == []
    right = sheet.replace("2026-10", "T3")
    assert take(run, right, "--streng").status == 0


def test_oppgave_has_a_deadline_of_its_own_and_the_sector_of_its_oppdrag(
    run: Run, data: Path
) -> None:
    """What is said of it in a list is compared with itself, not with nothing."""
    file = data / "oppdrag.yaml"
    before = file.read_text(encoding="utf-8")
    after = before.replace("Grave, ansvarlig: ola", "Grave, ansvarlig: ola, frist: 2026-06-30")
    assert after != before
    file.write_text(after, encoding="utf-8")
    sheet = "id;tittel;sektor;frist;status\nTEK-2026-02.1;Grave;TEK;30.06.2026;"
    assert take(run, f"{sheet}under arbeid\n", "--streng").err == ""
    ended = take(run, f"{sheet}ferdig\n".replace("30.06", "31.12").replace(";TEK;", ";KUL;"))
    assert (ended.status, ended.err.count("FIL007")) == (0, 2)
    assert "«KUL» i kolonnen «sektor» er ikke brukt: det står «TEK» der" in ended.err
    assert "«31.12.2026» i kolonnen «frist» er ikke brukt: det står «30.06.2026» der" in ended.err


def test_what_is_changed_where_nothing_is_reported_is_told_of(run: Run, data: Path) -> None:
    """A row in which only the deadline is changed is no row that nothing was done with."""
    ended = take(run, "id;status;frist\nTEK-2026-02;;2026-10\n")
    assert (ended.status, ended.out) == (0, "Det er ingen rapporter der.\n")
    assert "ark.csv:2:14: advarsel FIL007: «2026-10»" in ended.err
    assert take(run, "id;status;frist\nTEK-2026-02;;2026-10\n", "--streng").status == 1


@pytest.mark.parametrize("word", ["--erstatt", "--streng"])
def test_words_about_a_file_need_one(word: str, run: Run, data: Path) -> None:
    """A person who says the status has nothing to compare."""
    ended = run("status", "oppdater", "tek-1", "--status", "ferdig", word)
    assert (ended.status, ended.err) == (2, f"Feil: {word} hører sammen med --fra\n")


# --- a report that is there already ----------------------------------------------------------

OLD = "id;status;kommentar\nTEK-2026-01;ferdig;Alt er målt.\nTEK-2026-02;ferdig;\n"


def test_older_row_does_not_win(run: Run, data: Path) -> None:
    """Both are shown, and nothing of the sheet is taken in."""
    before = (data / "oppdrag.yaml").read_bytes()
    ended = take(run, OLD)
    assert (ended.status, ended.out) == (1, "")
    assert ended.err == (
        "ark.csv:2:13: feil FIL006: TEK-2026-01 er allerede rapportert for 2026-T1, 05.05.2026: "
        "under arbeid, gul, «Vi venter på svar.», avvik «Det er sent.», tiltak «Vi ringer.»; "
        "her står: ferdig, «Alt er målt.»\n"
        "    TEK-2026-01;ferdig;Alt er målt.\n"
        "                ^^^^^^\n"
        "    Slett raden hvis den som er der, skal gjelde. Bruk --erstatt hvis denne skal gjelde.\n"
        "\n"
        "1 feil\n"
        "Feil: ingen av rapportene er ført inn\n"
        "Rett feilene, og prøv igjen.\n"
    )
    assert (data / "oppdrag.yaml").read_bytes() == before


def test_older_row_wins_where_that_is_asked_for(run: Run, data: Path) -> None:
    """With `--erstatt`, and what goes away is told."""
    ended = take(run, OLD, "--erstatt")
    assert (ended.status, "FIL" in ended.err) == (0, False)
    assert ended.out == (
        "TEK-2026-01 er rapportert for 2026-T1: ferdig. "
        "Den erstatter rapporten fra 05.05.2026 (under arbeid).\n"
        "TEK-2026-01: vurdering, avvik og tiltak fra rapporten fra 05.05.2026 er borte.\n"
        "TEK-2026-02 er rapportert for 2026-T1: ferdig.\n"
        "Angre med «styring angre».\n"
    )
    assert said(data, "TEK-2026-01") == ("ferdig", "Alt er målt.", None)


@pytest.mark.parametrize("day", ["2026-05-05", "05.05.2026"])
def test_row_that_was_made_from_the_report_takes_its_place(day: str, run: Run, data: Path) -> None:
    """It says so with its day; a cell that was emptied is emptied, a column not there is left."""
    ended = take(run, f"id;status;kommentar;rapportert\nTEK-2026-01;ferdig;;{day}\n")
    assert (ended.status, "FIL" in ended.err) == (0, False)
    assert "TEK-2026-01: kommentar fra rapporten fra 05.05.2026 er borte.\n" in ended.out
    assert said(data, "TEK-2026-01") == ("ferdig", None, "Det er sent.")
    again = take(run, f"id;status;rapportert\nTEK-2026-01;utgår;{day}\n")
    assert again.status == 1  # it is from before that
    assert "FIL006" in again.err


@pytest.mark.parametrize(
    ("row", "status"),
    [
        ("under arbeid;;", 0),
        ("under arbeid;gul;Vi venter på svar.", 0),
        (";gul;", 0),
        (";;Nå venter vi ikke.", 1),
        (";rød;", 1),
        ("under arbeid;rød;Vi venter på svar.", 1),
    ],
)
def test_row_that_says_what_is_there_is_no_conflict(
    row: str, status: int, run: Run, data: Path
) -> None:
    """It changes nothing, also where it says less; what it would change is one."""
    before = (data / "oppdrag.yaml").read_bytes()
    ended = take(run, f"id;status;vurdering;kommentar\nTEK-2026-01;{row}\n")
    assert ended.status == status
    assert ("FIL006" in ended.err) == bool(status)
    assert (data / "oppdrag.yaml").read_bytes() == before


def test_row_may_add_to_what_is_there(run: Run, data: Path) -> None:
    """Nothing is lost by that."""
    assert take(run, "id;forventet_ferdig\nTEK-2026-01;aug.26\n").status == 0
    (rapport,) = last(data).etter_id(slag.OPPDRAG)["tek-2026-01"].rapporter
    assert str(rapport.forventet_ferdig) == "2026-08"
    assert rapport.kommentar == "Vi venter på svar."


def test_many_that_replace_are_counted_and_what_goes_away_is_told(run: Run, data: Path) -> None:
    """Also where they are too many to tell of one by one."""
    ids = ("TEK-2026-02", "KUL-2026-01", "V-2026-01", "TEK-2026-02.1", "TEK-2026-01")
    sheet = "id;status\n" + "".join(f"{id_};ferdig\n" for id_ in ids)
    ended = take(run, sheet, "--erstatt")
    gone = "vurdering, kommentar, avvik og tiltak fra rapporten fra 05.05.2026 er borte."
    assert ended.out == (
        "5 rapporter er ført inn. 2 av dem endrer det som sto der fra før.\n"
        f"TEK-2026-01: {gone}\n"
        "Angre med «styring angre».\n"
    )


def test_report_by_options_says_what_goes_away(run: Run, data: Path) -> None:
    """A person at the terminal replaces, and is told."""
    ended = run("status", "oppdater", "tek-1", "--status", "ferdig", "--kommentar", "Målt.", *DAY)
    assert ended.status == 0
    assert "vurdering, avvik og tiltak fra rapporten fra 05.05.2026 er borte.\n" in ended.out


# --- files that are no CSV in UTF-8 ----------------------------------------------------------

SHEET = "id;status;kommentar\nKUL-2026-01;utgår;Ærlig talt: på skjæret\n"


@pytest.mark.parametrize(
    "content",
    [
        ("\ufeff" + SHEET).encode("utf-16-le"),
        ("\ufeff" + SHEET.replace(";", "\t").replace("\n", "\r\n")).encode("utf-16-be"),
        ("\ufeffsep=;\r\n" + SHEET).encode(),
        ("sep=,\n" + SHEET.replace(";", ",")).encode("cp1252"),
        ('"sep=|"\n' + SHEET.replace(";", "|")).encode(),
        ("SEP=\t\n" + SHEET.replace(";", "\t")).encode(),
    ],
)
@pytest.mark.parametrize("name", ["ark.csv", "ark"])
def test_what_office_programs_save_is_read(content: bytes, name: str, run: Run, data: Path) -> None:
    """UTF-16 with its mark, and the line that says which sign is between the cells."""
    ended = take(run, content, name=name)
    assert (ended.status, ended.err) == (0, "")
    assert said(data, "KUL-2026-01") == ("utgaar", "Ærlig talt: på skjæret", None)


def test_faults_stand_at_their_place_behind_such_a_line(run: Run, data: Path) -> None:
    """The line counts, and half a character of UTF-16 is no text."""
    ended = take(run, "sep=;\n" + SHEET.replace("utgår", "fredig"))
    assert "ark.csv:3:13: feil FELT004: ukjent status «fredig»\n" in ended.err
    ended = take(run, ("\ufeff" + SHEET).encode("utf-16-le") + b"x")
    assert (ended.status, "FIL004" in ended.err) == (1, True)


WINDOWS = [
    *(
        "«Nå» – “på” ‘sør’ ’n’ … 5 € § 3",
        "it’s D’Arcy’s „Øl“",
        "Office® Teams™ Öl",
        "Čuojahit Žurnál",
    ),
    *(
        "‹ordet› er ‚nytt‘",
        "3 ¾ år og 2½ m²",
        "† Ola ‡ Kari",
        "Æ",
        "’90-tallet",
        "Ærlig’",
        "55 °C ± 1",
    ),
]


@pytest.mark.parametrize("text", WINDOWS)
def test_what_windows_writes_goes_through(text: str) -> None:
    """With the quotes and signs that Office puts in; and Sami letters as far as it has them."""
    raw = f"id;status;kommentar\nA;ferdig;{text}\n".encode("cp1252", "replace")
    skjema = les("ark.csv", raw)
    assert skjema.funn == ()
    (report,) = skjema.innmeldinger
    assert report.kommentar == text.encode("cp1252", "replace").decode("cp1252")


def texts() -> list[str]:
    """All that people have written on a line with a letter that is not in English."""
    files = [path for root in (DATA, ROOT / "eksempel") for path in root.glob("**/*.yaml")]
    lines = (line for path in files for line in path.read_text(encoding="utf-8").splitlines())
    return sorted({line.replace('"', "").replace(";", ",") for line in lines if OURS & {*line}})


OURS = {*"æøåÆØÅ"}


@pytest.mark.parametrize("encoding", ["mac_roman", "cp850", "cp865"])
def test_what_is_in_the_encoding_of_a_mac_or_dos_is_never_read_as_windows(encoding: str) -> None:
    """Whatever is written; and as Windows writes it, it is read to the letter."""
    seen = texts()
    assert len(seen) > 300
    for text in [*seen, "blåbær", "sjø", "å rydde", "på", "Ærlig", "ØY", "ÅL", "ære", "Allé på øy"]:
        sheet = f"id;status;kommentar\nA;ferdig;{text}\n"
        other = les("ark.csv", sheet.encode(encoding, "replace"))
        assert [one.kode for one in other.funn] == ["FIL004"], text
        ours = les("ark.csv", sheet.encode("cp1252", "replace"))
        assert ours.funn == (), text


def test_sheet_in_another_encoding_is_named_with_the_way_out(run: Run, data: Path) -> None:
    """The file, the sign, and what to save it as; nothing is taken in."""
    before = (data / "oppdrag.yaml").read_bytes()
    ended = take(run, SHEET.encode("mac_roman"), name="m.csv")
    assert (ended.status, ended.out) == (1, "")
    assert "m.csv:2:16: feil FIL004: her står noe som ikke er tekst i UTF-8 eller" in ended.err
    assert "Lagre arket på nytt som «CSV UTF-8»." in ended.err
    assert (data / "oppdrag.yaml").read_bytes() == before


def packed(*names: str) -> bytes:
    """An archive with files of these names."""
    with zipfile.ZipFile(made := io.BytesIO(), "w", zipfile.ZIP_DEFLATED) as archive:
        for name in names:
            name, _, kind = name.partition("+")
            content = f"application/vnd.oasis.opendocument.{kind}" if kind else "<x/>"
            archive.writestr(zipfile.ZipInfo(name), content)
    return made.getvalue()


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)
AS_CSV = "Lagre den som «CSV UTF-8», og bruk den filen."
COPY = f"Kopier tabellen inn i et regneark. {AS_CSV}"
AGAIN = "Lagre den på nytt som «CSV UTF-8» (tegnsettet UTF-8)."
PARTS = ("[Content_Types].xml", "_rels/.rels", "docProps/app.xml")
FOREIGN = [
    (packed(*PARTS, "xl/workbook.xml"), "en Excel-bok", AS_CSV),
    (packed(*PARTS, "xl/workbook.bin", "word/x"), "en Excel-bok", AS_CSV),
    (OLE, "en Excel-bok i det gamle formatet (.xls)", AS_CSV),
    (
        OLE + "WordDocument".encode("utf-16-le"),
        "et Word-dokument i det gamle formatet (.doc)",
        COPY,
    ),
    (
        OLE + "EncryptedPackage".encode("utf-16-le"),
        "en fil med passord",
        f"Åpne den, og fjern passordet. {AS_CSV}",
    ),
    (packed("mimetype+spreadsheet", "content.xml"), "en bok fra LibreOffice (.ods)", AS_CSV),
    (packed("mimetype+text"), "et tekstdokument eller annet fra LibreOffice", COPY),
    (packed(*PARTS, "word/document.xml", "word/xl/a"), "et Word-dokument", COPY),
    (
        packed("Index/Document.iwa", "Index/Tables/DataList.iwa"),
        "et regneark fra Numbers eller et annet dokument fra Apple",
        "Eksporter det som CSV med tegnsettet Unicode (UTF-8), og bruk den filen.",
    ),
    (
        packed("rapporter.csv"),
        "en zip-fil",
        "Pakk den ut, og bruk regnearket som er i den, som «CSV UTF-8».",
    ),
    (
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
        "en PDF",
        "Den har ingen celler å lese. Bruk regnearket den er laget av, lagret som «CSV UTF-8».",
    ),
    *(
        (page, f"{what}, hva den enn heter", f"Åpne den i et regnearkprogram. {AS_CSV}")
        for page, what in [
            (b"\xef\xbb\xbf\r\n<!DOCTYPE html><table>", "en nettside (HTML)"),
            (b'<html xmlns:x="urn:x"><table><tr><td>id;status', "en nettside (HTML)"),
            (b'<?xml version="1.0"?><Workbook>', "en XML-fil"),
        ]
    ),
    (SHEET.encode("utf-16-le"), "lagret i UTF-16 uten merket (BOM) som sier det", AGAIN),
    (SHEET.encode("utf-16-be"), "lagret i UTF-16 uten merket (BOM) som sier det", AGAIN),
    (SHEET.encode("utf-32"), "lagret i UTF-32", AGAIN),
    (SHEET.encode("utf-32-be"), "lagret i UTF-32", AGAIN),
    (("\ufeff" + SHEET).encode("utf-32-be"), "lagret i UTF-32", AGAIN),
]


@pytest.mark.parametrize(("content", "what", "advice"), FOREIGN)
@pytest.mark.parametrize("name", ["ark.xlsx", "ark.csv", "ark.yaml", "ark"])
def test_file_of_another_program_is_named_and_not_shown(
    content: bytes, what: str, advice: str, name: str, run: Run, data: Path
) -> None:
    """By what is in it, whatever it is called, with how to save it."""
    ended = take(run, content, name=name)
    assert (ended.status, ended.out) == (1, "")
    assert ended.err == (
        f"{name}:1:1: feil FIL004: «{name}» er {what}\n"
        f"    {advice}\n"
        "\n"
        "1 feil\n"
        "Feil: ingen av rapportene er ført inn\n"
        "Rett feilene, og prøv igjen.\n"
    )
