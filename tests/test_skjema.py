"""Report forms as people hand them in: what is read, and where the faults are said to be."""

import csv
import io
import json
import re
from dataclasses import fields
from datetime import date

import pytest
from conftest import RIK
from driver import styring
from hypothesis import example, given
from hypothesis import strategies as st

from styring.finding import Finding, Sted
from styring.formats.csv import tabell
from styring.formats.skjerm import ROER
from styring.innlevering.skjema import Skjema, les
from styring.mente import ramse
from styring.model.innmelding import Innmelding
from styring.register.lasting import last
from styring.views.lister import lister
from styring.views.oppdragsliste import oppsett
from styring.views.visning import Kolonne, Tabell
from styring.yamlfile.read import MAX_BYTES

FELT = tuple(felt.name for felt in fields(Innmelding))
LISTEORD = lister(last(RIK), date(2024, 5, 15)).ord_()


def said(skjema: Skjema) -> list[dict[str, str]]:
    """What each report says, as text."""
    return [
        {felt: str(verdi) for felt in FELT if (verdi := getattr(innmelding, felt)) is not None}
        for innmelding in skjema.innmeldinger
    ]


def read(text: str | bytes, name: str) -> list[dict[str, str]]:
    """What a form without faults says."""
    skjema = les(name, text.encode() if isinstance(text, str) else text, LISTEORD)
    assert skjema.funn == ()
    return said(skjema)


def faults(text: str | bytes, name: str) -> list[tuple[str, int, str, str]]:
    """The code, line, marked text and message of each fault."""
    funn = les(name, text.encode() if isinstance(text, str) else text, LISTEORD).funn
    assert all(funnet.sted.fil == name and funnet.raad for funnet in funn)
    return [(f.kode, f.sted.linje, marked(f.sted), f.melding) for f in funn]


def marked(sted: Sted) -> str:
    """The text that carets stand under."""
    return sted.tekst[sted.kolonne - 1 :][: sted.lengde]


A = {"id": "A", "status": "ferdig"}
B = {"id": "B", "kommentar": "Går sin gang"}

# --- what a form can look like --------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("f.yaml", "- {id: A, status: ferdig}\n- id: B\n  kommentar: Går sin gang\n"),
        (
            "f.YML",
            "rapporter:\n  - {id: A, status: ferdig}\n  - {id: B, kommentar: Går sin gang}\n",
        ),
        ("f.json", json.dumps([A, B])),
        ("f.json", json.dumps({"rapporter": [A, B]}, indent="\t", ensure_ascii=False)),
        ("f.json", "\t\n" + json.dumps([A, B], indent="\t") + "\n\t\n"),
        ("f.csv", "id;status;kommentar\nA;ferdig;\nB;;Går sin gang\n"),
        ("f.csv", "\ufeffid,status,kommentar\r\nA,ferdig,\r\n\r\nB,,Går sin gang\r\n"),
        ("f.CSV", "\r\n\t\t\r\nid\tstatus\tkommentar\rA\tferdig\rB\t\tGår sin gang"),
        ("f.csv", '"id";"status";"kommentar"\n"A";"ferdig"\n"B";"";"Går sin gang"\n;;\n'),
        ("f.csv", "Kommentar;Id;STATUS;;\n;A;Ferdig;;\nGår sin gang;B;;;\n"),
        ("f.csv", "id;status;kommentar\nA;ferdig;\nB;;Går sin gang\n".encode("cp1252")),
    ],
)
@pytest.mark.parametrize("is_named", [True, False])
def test_form_says_the_same_in_every_format(name: str, text: str | bytes, is_named: bool) -> None:
    """YAML, JSON and the CSV of any spreadsheet; from a pipe the content says which it is."""
    assert read(text, name if is_named else "-") == [A, B]


@pytest.mark.parametrize("name", ["f.yaml", "f.json", "f.csv", "-"])
@pytest.mark.parametrize(
    "text", ["", "\n\n", "\ufeff", "# bare en kommentar\n", "[]", "rapporter:"]
)
def test_empty_form_is_no_fault(name: str, text: str) -> None:
    """Who empties the form has nothing to report."""
    if name != "f.csv" or not text.strip("\ufeff\n"):
        assert read(text, name) == []
    assert read("id;status\n", "-") == []


def test_json_may_spell_its_characters_out() -> None:
    """What JSON writes as two halves is one character, and a backslash stays one."""
    text = "🎉 \\ud83d\\udf89 \\/ \t å"
    assert read(json.dumps([{"id": "A", "kommentar": text}]), "f.json")[0]["kommentar"] == text


def test_cells_hold_what_was_typed() -> None:
    """Quotes, separators and line breaks are text within quotes; blanks around it are not."""
    text = 'id;kommentar;avvik\r\n A ;" En ""to""; tre\r\n\r\nfire ";Han sa "nei"\r\n'
    kommentar = 'En "to"; tre\n\nfire'
    assert read(text, "f.csv") == [{"id": "A", "kommentar": kommentar, "avvik": 'Han sa "nei"'}]


def test_rows_with_only_an_id_are_left_out() -> None:
    """Nothing is reported where nothing is filled in; what is left knows its place."""
    text = "- id: A\n  status:\n  kommentar: ' '\n- {id: B, status: ikke rapportert}\n"
    text += "- id: C\n  av: kari\n"
    skjema = les("f.yaml", text.encode())
    assert said(skjema) == [{"id": "C", "av": "kari"}]
    assert [melding.rad for melding in skjema.innkomne] == [2]
    places = [skjema.sted(0), skjema.sted(0, "id"), skjema.sted(0, "av"), skjema.sted(0, "status")]
    assert [str(sted) for sted in places] == [
        "f.yaml:5:3",
        "f.yaml:5:7",
        "f.yaml:6:7",
        "f.yaml:5:3",
    ]


def test_cell_has_its_place() -> None:
    """A report of a spreadsheet stands on its row, and each field in its cell."""
    text = 'id;frist;kommentar;status\nA;2023;"en\nto";\n;;;\nB;;"x y";ferdig\n'
    skjema = les("f.csv", text.encode())
    assert [melding.rad for melding in skjema.innkomne] == [0, 1]
    assert marked(skjema.sted(0, "kommentar")) == '"en'
    assert str(skjema.sted(0, "kommentar")) == "f.csv:2:8"
    assert marked(skjema.sted(1)) == 'B;;"x y";ferdig'
    assert str(skjema.sted(1, "status")) == "f.csv:5:10"
    assert skjema.sted(1, "vurdering") == skjema.sted(1)


# --- the list that people start from --------------------------------------------------------


def test_every_column_of_the_list_is_known() -> None:
    """What heads a column of `oppdrag list`, as key or as shown, is a field or passed by."""
    for felt in oppsett(last(RIK), date(2024, 5, 15)).felt:
        for ord_ in (felt.kolonne.noekkel, felt.kolonne.tittel):
            header = f"id;{ord_}\nA;\n" if felt.kolonne.noekkel != "id" else f"{ord_}\nA\n"
            assert read(header, "f.csv") == []


def test_list_from_the_program_is_a_form() -> None:
    """The list as CSV, with all its columns, comes back as the reports that it shows."""
    keys = ",".join(oppsett(last(RIK), date(2024, 5, 15)).noekler())
    about = ("--data", str(RIK), "--dato", "2024-05-15")
    shown = styring("oppdrag", "list", *about, "--kolonner", keys, "--format", "csv").out
    reports = {post["id"]: post for post in read(shown, "-")}
    assert "ØKO-2024-02" not in reports  # nothing is reported of it
    assert reports["BYG-2023-01"] == {
        "id": "BYG-2023-01",
        "status": "satt_paa_vent",
        "vurdering": "roed",
        "kommentar": "Det finnes ikke planker på øya.",
        "forventet_ferdig": "2024-K2",
        "periode": "2023-HØST",
        "rapportert": "2023-10-08",
    }
    assert reports["BYG-2024-01"]["kommentar"] == "@SUM(A1) [link=x]y[/link] | &amp; <b>"


@given(st.text(st.sampled_from("'=+-@ aæ;\"＝"), min_size=1))
@example("'=1+1")
def test_apostrophe_before_a_formula_comes_off(text: str) -> None:
    """What our CSV keeps from being a formula, is read as it was; other apostrophes stay."""
    visning = Tabell((Kolonne("id", "Id"), Kolonne("avvik", "")), (("A", text),), list)
    comes_back = read(tabell(visning, ROER).decode(), "f.csv")
    bare = text.strip()
    if not (bare.startswith("'") and bare[1:].lstrip().startswith(("=", "+", "-", "@", "＝"))):
        assert comes_back == ([{"id": "A", "avvik": bare}] if bare else [])


# --- words as people write them -------------------------------------------------------------


@pytest.mark.parametrize(
    ("field", "word", "right"),
    [
        ("status", "Under arbeid", "under_arbeid"),
        ("status", "under-arbeid", "under_arbeid"),
        ("status", "UTGÅR", "utgaar"),
        ("status", "Utga\u030ar", "utgaar"),
        ("status", "satt på vent", "satt_paa_vent"),
        ("status", "ikke startet", "ikke_startet"),
        ("vurdering", "Grønn", "groenn"),
        ("vurdering", "groenn", "groenn"),
        ("vurdering", "Gul", "gul"),
        ("vurdering", "RØD", "roed"),
        ("forventet_ferdig", "2023-K4", "2023-K4"),
        ("forventet_ferdig", "2023", "2023"),
        ("forventet_ferdig", "31.12.2023", "2023-12-31"),
        ("forventet_ferdig", "2. tertial 2023", "2023-T2"),
    ],
)
@pytest.mark.parametrize(
    "form", ["- {{id: A, {}: {}}}\n", '[{{"id": "A", "{}": "{}"}}]', "id;{}\nA;{}\n"]
)
def test_words_are_taken_as_people_write_them(field: str, word: str, right: str, form: str) -> None:
    """Case, spaces, hyphens and Norwegian letters make no difference."""
    assert read(form.format(field, word), "-") == [{"id": "A", field: right}]


def test_days_are_taken_as_spreadsheets_rewrite_them() -> None:
    """A spreadsheet makes 2023-12-31 into 31.12.2023, which is that day."""
    text = "id;Forventet ferdig\nA;31.12.2023\nB;1.6.2023\nC;31.02.2023\nD;1.13.2023\n"
    text += "E;aug.26\n"  # what 2026-08 becomes
    assert [
        post["forventet_ferdig"] for post in said(les("f.csv", text.encode(), LISTEORD, 2026))
    ] == [
        "2023-12-31",
        "2023-06-01",
        "2026-08",
    ]
    wrong = [(4, "31.02.2023"), (5, "1.13.2023"), (6, "aug.26")]  # the last in no known year
    assert [fault[1:3] for fault in faults(text, "f.csv")] == wrong


# --- faults ---------------------------------------------------------------------------------


def test_all_faults_of_a_yaml_form_come_in_one_run() -> None:
    """Each with its code, its line and just what is wrong marked."""
    text = """\
- id: A
  status: fredig
  vurderng: gul
  forventet_ferdig: snart
- bare tekst
- {id: 12, egne: x}
- status: ferdig
- {id: B, kommentar: [x]}
"""
    assert faults(text, "f.yaml") == [
        ("FELT004", 2, "fredig", "ukjent status «fredig»"),
        ("FELT001", 3, "vurderng", "ukjent nøkkel «vurderng»"),
        ("FELT005", 4, "snart", "«snart» er ikke en gyldig frist"),
        ("FELT003", 5, "bare tekst", "rapporter nr. 2 skal være felt med verdier, ikke tekst"),
        ("FELT003", 6, "12", "id skal være tekst, ikke et tall"),
        ("FELT001", 6, "egne", "ukjent nøkkel «egne»"),
        ("FELT002", 7, "status: ferdig", "id mangler"),
        ("FELT003", 8, "[x]", "kommentar skal være tekst, ikke en liste"),
    ]
    raad = {funnet.melding: funnet.raad for funnet in les("f.yaml", text.encode()).funn}
    assert raad["ukjent nøkkel «vurderng»"] == "Mente du «vurdering»?"
    assert raad["ukjent nøkkel «egne»"] == f"Feltene er {ramse(FELT)}."


def test_all_faults_of_a_spreadsheet_come_in_one_run() -> None:
    """Each at its cell, the heading's before those of the rows."""
    text = """\
Id;Stauts;Status;Status;Vurdering;xx
A;;Fredig;ferdig;gul;
 ;;ferdig;;;
B;;ferdig;;blå ;;;mer
C;;;;"rød
gul";
"""
    assert faults(text, "f.csv") == [
        ("FELT001", 1, "Stauts", "ukjent kolonne «Stauts»"),
        ("YAML003", 1, "Status", "kolonnen «status» er der to ganger"),
        ("FELT001", 1, "xx", "ukjent kolonne «xx»"),
        ("FELT004", 2, "Fredig", "ukjent status «Fredig»"),
        ("FELT002", 3, "ferdig", "id mangler"),
        ("FELT004", 4, "blå", "ukjent vurdering «blå»"),
        ("FELT001", 4, "mer", "raden har flere celler enn det er kolonner"),
        ("FELT004", 5, '"rød', "ukjent vurdering «rød\\ngul»"),
    ]
    raad = [funnet.raad for funnet in les("f.csv", text.encode()).funn]
    assert raad[0] == "Mente du «status»?"
    assert raad[4] == "Fyll ut cellen under «id», eller slett raden."


@pytest.mark.parametrize(
    ("name", "text", "right"),
    [
        ("f.csv", "nr;status\nA;ferdig\n", ("FELT001", 1, "nr", "ukjent kolonne «nr»")),
        ("f.csv", "idd;status\nA;x\n", ("FELT001", 1, "idd", "ukjent kolonne «idd»")),
        ("f.csv", "status;tittel\nx;y\n", ("FELT002", 1, "status;tittel", "kolonnen «id» mangler")),
        ("f.csv", 'id;av\nA;"x\n', ("FIL004", 2, '"', "anførselstegnet blir aldri lukket")),
        ("f.csv", "id\nA\x00\n", ("FIL004", 2, "\x00", "tegnet U+0000 kan ikke stå i et regneark")),
        (
            "f.yaml",
            "a: b: c\n",
            ("YAML001", 1, ":", "kolon med mellomrom etter kan ikke stå midt i en verdi"),
        ),
        ("f.yaml", "id: A\n", ("FELT001", 1, "id", "ukjent nøkkel «id»")),
        ("f.yaml", "hei\n", ("FELT003", 1, "hei", "rapporter skal være en liste, ikke tekst")),
        (
            "f.json",
            '{"rapporter": 3}',
            ("FELT003", 1, "3", "rapporter skal være en liste, ikke et tall"),
        ),
        ("-", "\x00", ("YAML001", 1, "\x00", "styretegnet U+0000 kan ikke stå i en YAML-fil")),
    ],
)
def test_what_is_no_form_is_said_to_be_none(
    name: str, text: str, right: tuple[str, int, str, str]
) -> None:
    """What cannot be read as reports is a fault, at its place and with a way out."""
    assert right in faults(text, name)


def test_bytes_that_are_no_text_are_a_fault() -> None:
    """Neither UTF-8 nor what Windows writes."""
    (fault,) = faults(b"id;av\nA;\x81\n", "f.csv")
    assert fault[:2] == ("FIL004", 2)


def test_form_that_is_too_big_is_not_read() -> None:
    """The limit for a file is the limit for a form."""
    (funnet,) = les("f.csv", bytes(MAX_BYTES + 1)).funn
    assert funnet.kode == "YAML005"


# --- whatever it is -------------------------------------------------------------------------

NAMES = st.sampled_from(["f.yaml", "f.json", "f.csv", "-"])
BITS = (
    *("- ", "id", "id;status\n", "A", ";", ",", "\t", '"', "\r\n", "\n", ": ", "rapporter:\n"),
    *("[", "{", "}", "]", "status", "fredig", "\\ud83d", "\\udf89", "\\", "'=", "&a ", "*a", "!"),
    *("\x00", "\x85", "æ"),
)


@given(
    NAMES,
    st.binary(max_size=60)
    | st.lists(st.sampled_from(BITS)).map(lambda bits: "".join(bits).encode()),
)
def test_nothing_makes_it_fail(name: str, data: bytes) -> None:
    """Whatever is handed in gives reports and findings, and each finding and report has a place."""
    skjema = les(name, data)
    for nummer, _ in enumerate(skjema.innmeldinger):
        assert skjema.sted(nummer).linje >= 1
        assert marked(skjema.sted(nummer, "id"))
    assert list(skjema.funn) == sorted(skjema.funn, key=Finding.sort_key)
    for funnet in skjema.funn:
        assert funnet.sted.linje >= 1
        assert funnet.sted.lengde >= 1


CELL = st.text(st.sampled_from("aæ ;,\t\"'\n.=0"), max_size=8)


@given(
    st.lists(st.tuples(CELL, CELL), max_size=5),
    st.sampled_from(";,\t"),
    st.sampled_from(["\n", "\r\n"]),
    st.booleans(),
    st.sampled_from(["utf-8", "utf-8-sig", "cp1252"]),
)
def test_what_another_program_writes_is_read(
    cells: list[tuple[str, str]], separator: str, end: str, quotes: bool, encoding: str
) -> None:
    """Every cell comes out as Python's own CSV writer got it, but for the blanks around it."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=separator, lineterminator=end)
    if quotes:
        writer = csv.writer(out, delimiter=separator, lineterminator=end, quoting=csv.QUOTE_ALL)
    writer.writerow(["id", "avvik", "tiltak"])
    writer.writerows((str(number), *row) for number, row in enumerate(cells))
    right = []
    for number, row in enumerate(cells):
        # An apostrophe before a formula is what keeps it from being one.
        texts = [re.sub(r"^'\s*(?==)", "", cell.strip()) for cell in row]
        post = {"id": str(number), "avvik": texts[0], "tiltak": texts[1]}
        right.append({felt: tekst for felt, tekst in post.items() if tekst})
    assert read(out.getvalue().encode(encoding), "f.csv") == [
        post for post in right if len(post) > 1
    ]
