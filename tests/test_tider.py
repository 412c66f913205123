"""Days and deadlines as people, spreadsheets and the program itself write them."""

import re
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from driver import styring
from hypothesis import given
from hypothesis import strategies as st

from styring.model.tid import Frist, Tidsrom, UgyldigTid, les_dato, les_frist
from styring.model.tidsform import dag_med_ord, i_aaret, kort_maaned, med_ord, naar
from styring.model.tidsord import som_i_fil
from styring.views.tekstform import vist

WRITTEN = {
    "31.12.2025": "2025-12-31",
    "1. 6. 2025": "2025-06-01",
    "31/12-2025": "2025-12-31",
    "2025-12-31 00:00:00": "2025-12-31",
    "5. juni 2025": "2025-06-05",
    "5 JUN 2025": "2025-06-05",
    "desember 2025": "2025-12",
    "des. 2025": "2025-12",
    "Sept 2025": "2025-09",
    "12.2025": "2025-12",
    "2025-8": "2025-08",
    "2. tertial 2025": "2025-T2",
    "4. kvartal 2025": "2025-K4",
    "fjerde kvartal 2025": "2025-K4",
    "T2 2025": "2025-T2",
    "2025 k4": "2025-K4",
    "t2-2025": "2025-T2",
    "1. halvår 2025": "2025-H1",
    "første halvår 2025": "2025-H1",
    "Annet halvår 2025": "2025-H2",
    "2. halvaar 2025": "2025-H2",
    "H1 2025": "2025-H1",
    "2025 h2": "2025-H2",
    "2025-h1": "2025-H1",
    "1. halvår 2026 (2026-H1)": "2026-H1",
    "December 2025": "2025-12",
    "March 2025": "2025-03",
    "Oct 2025": "2025-10",
    "December 31, 2025": "2025-12-31",
    "2025/08": "2025-08",
    "2025/08/31": "2025-08-31",
    "2025.8.1": "2025-08-01",
    "12/31/2025": "2025-12-31",
    "5/5/2025": "2025-05-05",
    "2025-12-31T00:00:00.000Z": "2025-12-31",
    "1. tertial 2026 (2026-T1)": "2026-T1",
    "1. Tertial (2026-T1)": "2026-T1",
    "desember 2025 (2025-12)": "2025-12",
    "31. desember(2025-12-31)": "2025-12-31",
}
"""What says its whole year, and has one reading."""
IN_A_YEAR = {
    "31.12.": "2026-12-31",
    "31.12.25": "2025-12-31",
    "1. mai": "2026-05-01",
    "desember": "2026-12",
    "aug.26": "2026-08",
    "aug 26": "2026-08",
    "aug-26": "2026-08",
    "mai.26": "2026-05",
    "des.26": "2026-12",
    "31-des-25": "2025-12-31",
    "31/12-25": "2025-12-31",
    "1/8-25": "2025-08-01",
    "5/8": "2026-08-05",
    "Aug-26": "2026-08",
    "Dec-26": "2026-12",
    "May-26": "2026-05",
    "26-Oct": "2026-10-26",
    "12/31/25": "2025-12-31",
    "T2": "2026-T2",
    "k4": "2026-K4",
    "4. kvartal": "2026-K4",
    "andre tertial": "2026-T2",
    "H1": "2026-H1",
    "2. halvår 25": "2025-H2",
    "andre halvår": "2026-H2",
}
"""What is known only where it is known which year is meant, here 2026."""
NO_TIME = (
    *("snart", "4. tertial 2025", "5. kvartal", "2025-Q4", "høsten 2025", "mandag"),
    *("3. halvår 2025", "H3 2025", "halvår 2025", "tredje halvår", "2025-H3", "K5 2025"),
    *("", "1.2.3.4", "1. tertial 2026 (2026-T2)", "1. tertial 2025 (2026-T1)", "snart (2026-T1)"),
    *("1. tertial 2026 (2026)", "(2026-T1)", "2026-T1 (", "2026-T1 (snart)"),
)


@pytest.mark.parametrize(("text", "right"), WRITTEN.items())
def test_what_says_its_year_is_read_everywhere(text: str, right: str) -> None:
    """It is the same whether a year is known or not."""
    assert (som_i_fil(text), som_i_fil(text, 1999)) == (right, right)


@pytest.mark.parametrize(("text", "right"), IN_A_YEAR.items())
def test_what_says_no_whole_year_is_read_in_one(text: str, right: str) -> None:
    """Two digits are of the century; where no year is known nothing is made of it."""
    assert (som_i_fil(text, 2026), som_i_fil(text)) == (right, text)


@pytest.mark.parametrize("text", NO_TIME)
def test_what_is_no_time_comes_back_as_it_is(text: str) -> None:
    """And is said to be none, in its own words."""
    assert som_i_fil(text, 2026) == text
    with pytest.raises(UgyldigTid):
        les_frist(som_i_fil(text, 2026))


@pytest.mark.parametrize(
    ("text", "said", "way"),
    [
        ("5/8/2026", "«5/8/2026» kan være både 05.08.2026 og 08.05.2026", "Skriv den dagen"),
        ("05/08/26", "«05/08/26» kan være både 05.08.26 og 08.05.26", "Skriv den dagen"),
        ("46265", "«46265» er ikke en gyldig frist", "Det ser ut som 31.08.2026 slik Excel teller"),
    ],
)
def test_what_has_two_readings_is_refused_with_what_it_may_be(
    text: str, said: str, way: str
) -> None:
    """A spreadsheet in English has the month first; a number of days begins at two days."""
    assert som_i_fil(text, 2026) == text
    with pytest.raises(UgyldigTid, match=re.escape(said)) as refused:
        les_frist(text)
    assert refused.value.raad.startswith(way)


DAYS = st.dates(date(1000, 1, 1), date(9999, 12, 31))
TIMES = st.one_of(
    DAYS.map(date.isoformat),
    DAYS.map(lambda day: f"{day:%Y-%m}"),
    st.builds("{}-K{}".format, st.integers(1000, 9999), st.integers(1, 4)),
    st.builds("{}-T{}".format, st.integers(1000, 9999), st.integers(1, 3)),
    st.builds("{}-H{}".format, st.integers(1000, 9999), st.integers(1, 2)),
    st.integers(1000, 9999).map(str),
).map(les_frist)


@given(TIMES)
def test_a_time_as_the_program_shows_it_is_read_back(time: Frist) -> None:
    """In lists, in documents and in the files themselves."""
    day = time.foerste_dag
    for shown in (time.tekst, time.norsk, vist(time), med_ord(Tidsrom(time)), naar(time)):
        assert som_i_fil(shown) == time.tekst, shown
    assert som_i_fil(dag_med_ord(day)) == som_i_fil(f"{day:%d.%m.%Y}") == day.isoformat()
    assert som_i_fil(f"{kort_maaned(day.month)} {day.year}") == f"{day:%Y-%m}"
    if day.year < 9999:
        first, _ = i_aaret(Tidsrom(time, les_frist("9999-12-31"))).split("–")
        assert som_i_fil(first) == time.tekst, first


@given(
    st.integers(1000, 9999),
    st.sampled_from([(1, "1", "første"), (2, "2", "andre"), (2, "2", "annet")]),
    st.sampled_from(
        ["{y}-H{n}", "{y}-h{n}", "H{n} {y}", "h{n}/{y}", "{y}H{n}", "{n}. halvår {y}",
         "{n}.halvår {y}", "{n} HALVÅR {y}", "{w} halvår {y}", "{w}  halvaar, {y}"]
    ),
)  # fmt: skip
def test_half_a_year_is_read_in_any_writing(
    year: int, half: tuple[int, str, str], form: str
) -> None:
    """It covers six months, and is in the file as `2024-H1`."""
    number, digit, word = half
    read = les_frist(som_i_fil(form.format(y=year, n=digit, w=word)))
    first, last = ((1, 1), (6, 30)) if number == 1 else ((7, 1), (12, 31))
    assert read.tekst == f"{year}-H{number}"
    assert (read.foerste_dag, read.siste_dag) == (date(year, *first), date(year, *last))


@given(st.text(st.sampled_from("0123456789.-/ hkKtTå'desmaikvartl"), max_size=16))
def test_what_the_files_take_is_left_as_it_is(text: str) -> None:
    """What is read already is itself, and what is made of anything else is the same twice."""
    with suppress(UgyldigTid):
        assert les_frist(text).tekst == som_i_fil(text, 2026)
    assert som_i_fil(som_i_fil(text, 2026), 2026) == som_i_fil(text, 2026)


def test_day_with_a_month_of_another_length_is_told_of_as_a_day() -> None:
    """30 February is no day in the calendar."""
    with pytest.raises(UgyldigTid, match="kalenderen"):
        les_dato(som_i_fil("30.2.2025"))


# --- in every option ------------------------------------------------------------------------

KONTAKTER = """\
sektorer: [{kode: TEK, navn: Teknisk, direktoer: kari}]
kontakter: [{id: kari, navn: Kari Nordmann}]
"""
OPPDRAG = """\
aar: 2026
oppdrag:
  - id: TEK-2026-01
    tittel: Asfaltere veien
    sektor: TEK
    frist: 2026-12-31
"""
VEDTAK = """\
vedtak:
  - {id: V-2026-01, tittel: Male broen, type: politisk, sektor: TEK}
"""
AARSHJUL = """\
hendelser:
  - {id: H-1, tittel: Vårmøte, tid: 2026-04-15, spor: administrativ}
  - {id: H-2, tittel: Høstmøte, tid: 2026-10-15, spor: administrativ}
"""


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small municipality in the folder that the command stands in."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "data"
    folder.mkdir()
    files = {"kontakter": KONTAKTER, "oppdrag": OPPDRAG, "vedtak": VEDTAK, "aarshjul": AARSHJUL}
    for name, text in {**files, "maal": "satsingsomraader: []\n"}.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("words", "written"),
    [
        (("oppdrag", "endre", "tek-1", "--frist"), "frist: 2026-10-31"),
        (("oppdrag", "ny", "Grave", "--sektor", "TEK", "--frist"), "frist: 2026-10-31"),
        (("oppdrag", "del-opp", "tek-1", "Grave", "--frist"), "frist: 2026-10-31"),
        (("status", "oppdater", "tek-1", "--status", "under arbeid", "--forventet-ferdig"),
         "forventet_ferdig: 2026-10-31"),
        (("vedtak", "endre", "v-1", "--frist"), "frist: 2026-10-31"),
        (("vedtak", "endre", "v-1", "--vedtatt"), "dato: 2026-10-31"),
        (("vedtak", "endre", "v-1", "--tilbakemeldt"), "dato: 2026-10-31"),
        (("vedtak", "ny", "Male", "--type", "verbal", "--vedtatt"), "dato: 2026-10-31"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("day", ["31.10.2026", "31. okt. 2026", "31.10."])
def test_every_option_takes_a_day_as_lists_show_it(
    words: tuple[str, ...], written: str, day: str, data: Path
) -> None:
    """The files get it as they have it."""
    ended = styring(*words, day, "--dato", "10.05.2026")
    assert ended.status == 0, ended.err
    assert any(written in path.read_text(encoding="utf-8") for path in data.glob("*.yaml"))


def test_day_to_reckon_from_has_the_year_it_is_when_it_says_none(data: Path) -> None:
    """`--dato 31.12.` is this year's; an oppdrag with an older deadline is over by then."""
    overdue = OPPDRAG.replace("2026-12-31", "2020-12-31")
    (data / "oppdrag.yaml").write_text(overdue, encoding="utf-8")
    assert "TEK-2026-01" in styring("oppdrag", "list", "--forfalt", "--dato", "31.12.").out
    refused = styring("status", "--dato", "5/8/2026")
    assert (refused.status, refused.out) == (2, "")
    assert "--dato: «5/8/2026» kan være både 05.08.2026 og 08.05.2026" in refused.err


def test_examples_of_times_are_as_people_write_them(data: Path) -> None:
    """In options and in forms, and what is said of a report is as lists show it."""
    refused = styring("oppdrag", "endre", "tek-1", "--frist", "snart")
    assert "Skriv for eksempel 31.12.2023, juni 2023, 4. kvartal 2023 eller 2023.\n" in refused.err
    sheet = data.parent / "ark.csv"
    sheet.write_text("id;status;forventet_ferdig\nTEK-2026-01;under arbeid;46265\n", "utf-8")
    ended = styring("status", "oppdater", "--fra", str(sheet), "--dato", "01.06.2026")
    assert "Det ser ut som 31.08.2026 slik Excel teller dager." in ended.err
    sheet.write_text("id;status;forventet_ferdig\nTEK-2026-01;under arbeid;31.8.\n", "utf-8")
    ended = styring("status", "oppdater", "--fra", str(sheet), "--dato", "01.06.2026")
    assert "under arbeid, forventet ferdig 31.08.2026" in ended.out


def test_filters_take_times_as_people_write_them(data: Path) -> None:
    """`--frist-innen`, `--fra` and `--til`."""
    day = ("--dato", "10. mai 2026", "--format", "csv")
    assert "TEK-2026-01" in styring("oppdrag", "list", "--frist-innen", "desember", *day).out
    assert "TEK-2026-01" not in styring("oppdrag", "list", "--frist-innen", "3. kvartal", *day).out
    shown = styring("aarshjul", "list", "--fra", "T2", "--til", "31.12.2026", *day).out
    assert "Høstmøte" in shown
    assert "Vårmøte" not in shown


@pytest.mark.parametrize(
    ("words", "frist"),
    [
        (("endre", "tek-1"), "2026-T2"),
        (("ny", "Grave", "--sektor", "TEK"), "2026-T2"),
    ],
)
@pytest.mark.parametrize("day", ["2025-11-01", "2026-05-10"])
def test_deadline_without_a_year_is_in_that_of_its_oppdrag(
    words: tuple[str, ...], frist: str, day: str, data: Path
) -> None:
    """Also when next year's are made in the autumn."""
    assert styring("oppdrag", *words, "--frist", "2. tertial", "--dato", day).status == 0
    assert f"frist: {frist}" in (data / "oppdrag.yaml").read_text(encoding="utf-8")


def test_deadline_without_a_year_is_not_in_one_that_is_over(data: Path) -> None:
    """An oppdrag of last year gets a deadline of this."""
    assert styring("oppdrag", "endre", "tek-1", "--frist", "T2", "--dato", "2027-02-01").status == 0
    assert "frist: 2027-T2" in (data / "oppdrag.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "round_",
    [
        *("2026-T1", "t1", "1. tertial 2026", "1. tertial", "T1 2026", "2026 T1"),
        *("1. tertial 2026 (2026-T1)", "1. tertial (2026-T1)", "1. tertial (T1)"),
    ],
)
def test_round_is_named_as_the_program_shows_it(round_: str, data: Path) -> None:
    """In options and in sheets; what is the title of a list is a name for it."""
    day = ("--dato", "2026-06-01")
    assert styring("rapport", "mangler", "--periode", round_, *day).err.startswith(
        "1. tertial 2026 (2026-T1)"
    )
    sheet = data.parent / "ark.csv"
    sheet.write_text(f"id;periode;status\nTEK-2026-01;{round_};ferdig\n", encoding="utf-8")
    assert styring("status", "oppdater", "--fra", str(sheet), *day).status == 0
    assert "periode: 2026-T1" in (data / "oppdrag.yaml").read_text(encoding="utf-8")
    assert styring("status", "--siden", round_, *day).status == 0


@pytest.mark.parametrize(
    "round_",
    ["2026", "2026 T1 2026", "4. tertial 2026", "T1 26", "-", "2. tertial 2026 (2026-T1)", "T1 ()"],
)
def test_what_is_no_round_is_told_with_those_there_are(round_: str, data: Path) -> None:
    """And a round that is not over is not looked back to, however it is named."""
    ended = styring("rapport", "mangler", "--periode", round_, "--dato", "2026-06-01")
    assert (ended.status, ended.out) == (2, "")
    assert "Periodene er 2026-T1, 2026-T2 og 2026-AAR." in ended.err
    ended = styring("status", "--siden", "2. tertial 2026", "--dato", "2026-06-01")
    assert ended.status == 2
    assert "2026-T2 er ikke over" in ended.err


# --- in the files ---------------------------------------------------------------------------


def test_what_has_one_reading_is_mended_in_the_files(data: Path) -> None:
    """`--rett` writes it as files have it; what has two readings, or none, is left."""
    report = "{periode: 2026-T1, dato: 5. mai 2026, status: ferdig, forventet_ferdig: des. 2026}"
    wrong = OPPDRAG.replace("2026-12-31", "31.12.2026  # avtalt")
    wrong += "    oppgaver: [{id: TEK-2026-01.1, tittel: Grave, frist: mai 26}]\n"
    wrong += f"    rapporter: [{report}]\n"
    (data / "oppdrag.yaml").write_text(wrong, encoding="utf-8")
    found = styring("valider").out
    assert "«31.12.2026» er ikke en gyldig frist" in found
    assert "Skriv 2026-12-31, eller rett det med «styring valider --rett»." in found
    ended = styring("valider", "--rett")
    right = wrong.replace("31.12.2026", "2026-12-31").replace("5. mai 2026", "2026-05-05")
    assert (data / "oppdrag.yaml").read_text(encoding="utf-8") == right.replace(
        "des. 2026", "2026-12"
    )
    assert "data/oppdrag.yaml:6: rettet FELT005 til «2026-12-31»\n" in ended.out
    assert (ended.status, ended.out.count("er ikke en gyldig frist")) == (1, 1)  # «mai 26»
