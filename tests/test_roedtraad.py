"""The red thread: up and down from any id, its gaps, and the matrix of goals and sectors."""

import csv
import io
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from conftest import RIK, ROOT, Run
from driver import Ended

from styring import slag
from styring.formats import tabell as tabellformat
from styring.formats.skjerm import Skjerm
from styring.model.oppdrag import Oppdrag, Status
from styring.register.innhold import Register
from styring.register.lasting import last
from styring.stand import stand
from styring.stand.matrise import matrise
from styring.views import maalmatrise

EKSEMPEL = ROOT / "eksempel"
DAYS = {EKSEMPEL: "2025-09-15", RIK: "2024-05-15"}
FOLDERS = pytest.mark.parametrize("data", DAYS, ids=lambda data: data.name)

KONTAKTER = """
sektorer:
  - {kode: SOS, navn: Samfunn, direktoer: kari}
  - {kode: TEK, navn: Teknikk}
  - {kode: KUL, navn: Kultur}
kontakter: [{id: kari, navn: Kari Nordmann}, {id: per, navn: Per Hansen}]
"""
MAAL = """
satsingsomraader:
  - id: TF
    tittel: Fellesskap
    hovedmaal:
      - id: TF1
        tittel: Alle kan delta
        delmaal:
          - {id: TF1.1, tittel: Flere deltar, ansvar: [SOS, TEK, KUL]}
          - {id: TF1.2, tittel: Alle høres, ansvar: [TEK]}
          - {id: TF1.3, tittel: Ingen er ensom}
"""
OPPDRAG = """
aar: 2023
oppdrag:
  - {id: SOS-2023-01, tittel: Lage en plan, sektor: SOS, delmaal: [TF1.1], delansvar: [KUL]}
  - id: TEK-2023-01
    tittel: Bygge en bro
    sektor: TEK
    delmaal: [TF1.1, TF1.2]
    rapporter: [{periode: 2023-T1, dato: 2023-05-01, status: utgaar}]
  - id: TEK-2023-02
    tittel: Rive en bro
    sektor: TEK
    frist: 2023-06
    oppgaver:
      - {id: TEK-2023-02.1, tittel: Sperre veien, frist: 2023-06-30}
      - {id: TEK-2023-02.2, tittel: Rydde, frist: 2023-T2}
      - {id: TEK-2023-02.3, tittel: Sprenge, frist: 2023-T2, status: ferdig}
  - id: KUL-2023-01
    tittel: Synge
    sektor: KUL
    rapporter: [{periode: 2023-T1, dato: 2023-05-01, status: utgaar}]
"""
VEDTAK = """
vedtak:
  - {id: V-2023-01, tittel: Bro over elva, type: politisk, oppdrag: [SOS-2023-01, TEK-2023-02]}
  - {id: V-2023-02, tittel: Glemt, type: verbal}
  - {id: V-2023-03, tittel: Gitt, type: verbal, sektor: SOS}
  - {id: V-2023-04, tittel: Sett, type: politisk, oppfoelging: {ingen: Til orientering}}
"""
FILES = {"kontakter": KONTAKTER, "maal": MAAL, "oppdrag": OPPDRAG, "vedtak": VEDTAK}


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder of its own with a gap of each kind."""
    for name, text in FILES.items():
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    return tmp_path


def traad(run: Run, data: Path, *words: str) -> Ended:
    """The thread of a folder, on the day that its reports suit."""
    return run("roedtraad", *words, "--data", str(data), "--dato", DAYS.get(data, "2023-06-01"))


def in_json(run: Run, data: Path, *words: str) -> Any:
    """The thread as machines get it."""
    ended = traad(run, data, *words, "--format", "json")
    assert ended.status == 0
    assert ended.err == "" or "--hull" in words
    return json.loads(ended.out)


def delmaal(thread: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Every delmål of a thread."""
    for omraade in thread["satsingsomraader"]:
        for hovedmaal in omraade["hovedmaal"]:
            yield from hovedmaal["delmaal"]


def ids(records: list[dict[str, Any]]) -> list[str]:
    """The ids of records."""
    return [record["id"] for record in records]


def lines(ended: Ended) -> list[str]:
    """What is drawn, without the lines that it is drawn with."""
    assert (ended.status, ended.err) == (0, "")
    return [line.lstrip("│├└─ ") for line in ended.out.splitlines()]


# --- The tree -----------------------------------------------------------------------------------


@FOLDERS
def test_whole_thread_has_every_record_where_it_is_linked(data: Path, run: Run) -> None:
    """An oppdrag is under each of its delmål, or among those without; its newest report too."""
    register, thread = last(data), in_json(run, data)
    assert thread["visjon"] == register.kommune.visjon
    placed = {(goal["id"], id_) for goal in delmaal(thread) for id_ in ids(goal["oppdrag"])}
    assert placed == {(id_, o.id) for o in register.oppdrag for id_ in o.delmaal}
    assert ids(thread["oppdrag"]) == [o.id for o in register.oppdrag if not o.delmaal]
    assert ids(thread["vedtak"]) == [v.id for v in register.vedtak if not v.oppdrag]
    everywhere = [o for goal in delmaal(thread) for o in goal["oppdrag"]] + thread["oppdrag"]
    for record in everywhere:
        oppdrag = register.etter_id(slag.OPPDRAG)[record["id"].lower()]
        newest = stand.siste_rapport(register, oppdrag)
        assert [r["periode"] for r in record["rapporter"]] == ([newest.periode] if newest else [])
        assert ids(record["oppgaver"]) == [oppgave.id for oppgave in oppdrag.oppgaver]
        assert ids(record["vedtak"]) == [v.id for v in register.vedtak if oppdrag.id in v.oppdrag]
        assert record["status"] == stand.status(register, oppdrag).value


def test_goals_have_the_fields_that_the_tree_of_goals_has(run: Run) -> None:
    """The municipality's own fields too, in the same order."""
    area = in_json(run, RIK)["satsingsomraader"][0]
    right = json.loads(run("maal", "tre", "--format", "json", "--data", str(RIK)).out)[0]
    assert (list(area), area["egne"]) == (list(right), right["egne"])
    assert list(area["hovedmaal"][0]) == list(right["hovedmaal"][0])


@FOLDERS
def test_tree_has_a_line_for_each_link(data: Path, run: Run) -> None:
    """Every goal, and every oppdrag, vedtak, oppgave and newest report in each of its places."""
    register, drawn = last(data), Counter(line.split()[0] for line in lines(traad(run, data)))
    right = Counter({"Visjon": 1, "Oppdrag": 1, "Vedtak": 1})
    right.update(maal.id for maal in register.etter_id(*slag.MAAL).values())
    for oppdrag in register.oppdrag:
        for _ in oppdrag.delmaal or [None]:
            right.update([oppdrag.id, *(oppgave.id for oppgave in oppdrag.oppgaver)])
            right.update(v.id for v in register.vedtak if oppdrag.id in v.oppdrag)
            right["Rapport"] += bool(oppdrag.rapporter)
    for vedtak in register.vedtak:
        if not vedtak.oppdrag:
            right.update([vedtak.id, *(oppgave.id for oppgave in vedtak.oppgaver)])
            right["Rapport"] += bool(vedtak.rapporter)
    assert drawn == right


def test_vedtak_as_data_has_its_oppdrag_under_it(data: Path, run: Run) -> None:
    """The ids that it is linked to as in the file, and those records whole in «under»."""
    thread = in_json(run, data, "V-2023-01")
    (goal,) = delmaal(thread)
    assert (goal["id"], goal["oppdrag"], thread["oppdrag"]) == ("TF1.1", [], [])
    found = [(v["oppdrag"], ids(v["under"])) for v in (*goal["vedtak"], *thread["vedtak"])]
    linked = ["SOS-2023-01", "TEK-2023-02"]
    assert found == [(linked, ["SOS-2023-01"]), (linked, ["TEK-2023-02"])]


def test_oppdrag_for_several_goals_says_so_in_each_place(run: Run) -> None:
    """It stands under each, with the others named, so that nobody takes it for two."""
    drawn = lines(traad(run, EKSEMPEL, "TEK-2025-06"))
    assert [line.split()[0] for line in drawn] == [
        *("Visjon", "AL", "AL1", "AL1.2", "TEK-2025-06", "Rapport"),
        *("KN", "KN2", "KN2.1", "TEK-2025-06", "Rapport"),
    ]
    assert [line.rpartition(", ")[2] for line in drawn if line.startswith("TEK")] == [
        "også for KN2.1",
        "også for AL1.2",
    ]


UNDER_TF11 = "TF1.1 SOS-2023-01 V-2023-01 TEK-2023-01 Rapport"
BROEN = "TEK-2023-02 TEK-2023-02.1 TEK-2023-02.2 TEK-2023-02.3"


@pytest.mark.parametrize(
    ("id_", "shown"),
    [
        ("TF1.2", "TF TF1 TF1.2 TEK-2023-01 Rapport"),
        ("sos-1", "TF TF1 TF1.1 SOS-2023-01 V-2023-01"),
        ("TEK-2023-02.2", "Oppdrag TEK-2023-02 TEK-2023-02.2"),
        ("V-2023-01", f"TF TF1 TF1.1 V-2023-01 SOS-2023-01 Vedtak V-2023-01 {BROEN}"),
        ("tf", f"TF TF1 {UNDER_TF11} TF1.2 TEK-2023-01 Rapport TF1.3"),
        ("tf1.1", f"TF TF1 {UNDER_TF11}"),
        ("V-2023-02", "Vedtak V-2023-02"),
    ],
)
def test_id_shows_the_way_up_and_all_below(id_: str, shown: str, data: Path, run: Run) -> None:
    """From every kind of record: the links above it to the top, and everything under it."""
    assert [line.split()[0] for line in lines(traad(run, data, id_))] == shown.split()


def test_several_ids_are_one_tree(data: Path, run: Run) -> None:
    """Two ids give what either gives, once."""
    drawn = [line.split()[0] for line in lines(traad(run, data, "TF1.3", "V-2023-02", "tf1.3"))]
    assert drawn == ["TF", "TF1", "TF1.3", "Vedtak", "V-2023-02"]


def test_gaps_are_said_in_the_tree(data: Path, run: Run) -> None:
    """A delmål without oppdrag and a vedtak without follow-up say so in words."""
    drawn = lines(traad(run, data))
    assert "TF1.3 Ingen er ensom  ingen oppdrag" in drawn
    assert "V-2023-02 Glemt  verbalvedtak, uten oppfølging" in drawn
    assert "V-2023-03 Gitt  verbalvedtak, Kari Nordmann, ikke rapportert" in drawn
    assert "V-2023-04 Sett  vedtak, trenger ingen oppfølging" in drawn
    assert "V-2025-04 Brøyting av snarveiene til skolen  verbalvedtak, uten oppfølging" in lines(
        traad(run, EKSEMPEL, "V-2025-04")
    )


def test_sector_narrows_the_tree(data: Path, run: Run) -> None:
    """A sector sees what it has or shares, and the delmål that it is responsible for."""
    thread = in_json(run, data, "--sektor", "kul")
    assert [(goal["id"], ids(goal["oppdrag"])) for goal in delmaal(thread)] == [
        ("TF1.1", ["SOS-2023-01"])
    ]
    assert (ids(thread["oppdrag"]), thread["vedtak"]) == (["KUL-2023-01"], [])


@pytest.mark.parametrize("word", ["roedtraad", "rød-tråd", "rødtråd", "rød tråd", "RØD_TRÅD"])
def test_command_is_spelled_as_people_spell_it(word: str, data: Path, run: Run) -> None:
    """However it is written in one word."""
    ended = run(word, "TF1.3", "--data", str(data))
    assert (ended.status, lines(ended)[-1]) == (0, "TF1.3 Ingen er ensom  ingen oppdrag")


def test_link_to_an_unknown_goal_is_not_lost(data: Path, run: Run) -> None:
    """An oppdrag whose only delmål does not exist stands with those without, and says which."""
    path = data / "oppdrag.yaml"
    path.write_text(OPPDRAG.replace("delmaal: [TF1.1], ", "delmaal: [TF9.9], "), encoding="utf-8")
    drawn = lines(traad(run, data, "SOS-2023-01"))
    assert drawn[0] == "Oppdrag ikke knyttet til noe delmål"
    assert drawn[1].endswith(", for ukjent delmål TF9.9")
    assert "SOS-2023-01" not in [gap["id"] for gap in in_json(run, data, "--hull")]


# --- The gaps -----------------------------------------------------------------------------------


def test_each_kind_of_gap_is_found(data: Path, run: Run) -> None:
    """By kind, with who can mend it; what is dropped works for nothing and lacks nothing."""
    assert [(gap["hull"], gap["id"], gap["hvem"]) for gap in in_json(run, data, "--hull")] == [
        ("delmaal_uten_oppdrag", "TF1.2", ["TEK"]),
        ("delmaal_uten_oppdrag", "TF1.3", []),
        ("ansvar_uten_oppdrag", "TF1.1", ["TEK"]),
        ("oppdrag_uten_delmaal", "TEK-2023-02", ["TEK"]),
        ("vedtak_uten_oppfoelging", "V-2023-02", []),
        ("oppgave_etter_oppdraget", "TEK-2023-02.2", []),
    ]


def test_gaps_are_counted_by_kind(data: Path, run: Run) -> None:
    """A line a gap; how many there are of each kind is said beside them."""
    ended = traad(run, data, "--hull")
    assert ended.status == 0
    assert ended.err == (
        "6 hull: 2 delmål uten oppdrag, 1 ansvar uten oppdrag, 1 oppdrag uten delmål, "
        "1 vedtak uten oppfølging og 1 oppgave etter oppdraget.\n"
    )
    assert len(ended.out.splitlines()) == 1 + 6


@pytest.mark.parametrize(
    ("sektor", "found"),
    [
        ("TEK", ["TF1.2", "TF1.1", "TEK-2023-02", "TEK-2023-02.2"]),
        ("SOS", []),
        ("KUL", []),
    ],
)
def test_sector_narrows_the_gaps(sektor: str, found: list[str], data: Path, run: Run) -> None:
    """Only what the sector can mend; when that is nothing, it is said."""
    ended = traad(run, data, "--hull", "--sektor", sektor, "--format", "json")
    assert (ended.status, ids(json.loads(ended.out))) == (0, found)
    assert ended.err.startswith(f"{len(found)} hull: " if found else "Det er ingen hull ")


def test_gaps_of_the_example_are_the_ones_it_tells_of(run: Run) -> None:
    """The gaps that are there to be found, and no others."""
    found = ids(in_json(run, EKSEMPEL, "--hull"))
    assert found == ["AL2.3", "HEL-2025-06", "ORG-2025-02", "V-2025-04", "TEK-2025-02.3"]
    told = (EKSEMPEL / "kommune.yaml").read_text(encoding="utf-8")
    assert [id_ for id_ in found if id_ not in told] == []


@pytest.mark.parametrize("number", range(5))
def test_what_a_gap_is_mended_with_mends_it(number: int, data: Path, run: Run) -> None:
    """The command in the last column closes the gap, with an id in the place of what it asks."""
    path = data / "oppdrag.yaml"
    extra = "  - {id: TEK-2023-09, tittel: Se, sektor: TEK, delmaal: [TF1.1]}\n"
    gaps = in_json(run, data, "--hull")
    gap = [gap for gap in gaps if gap["id"] not in ("TF1.1",)][number]
    path.write_text(OPPDRAG + extra, encoding="utf-8")
    goal = "TF1.1" if gap["hull"] == "oppdrag_uten_delmaal" else "TEK-2023-09"
    words = gap["rettes_med"].replace("KONTAKT", "per").split()[1:]
    words = [goal if word == "ID" else word for word in words]
    assert run(*words, "--data", str(data), "--dato", "2023-06-01").status == 0
    assert (gap["hull"], gap["id"]) not in [
        (left["hull"], left["id"]) for left in in_json(run, data, "--hull")
    ]


# --- The matrix ---------------------------------------------------------------------------------


def works(register: Register, oppdrag: Oppdrag) -> bool:
    """It is not dropped."""
    return stand.status(register, oppdrag) is not Status.UTGAAR


@FOLDERS
def test_matrix_counts_what_each_sector_has_or_shares(data: Path, run: Run) -> None:
    """Each cell is what counting by hand gives, and the last column counts each oppdrag once."""
    register = last(data)
    working = [oppdrag for oppdrag in register.oppdrag if works(register, oppdrag)]
    rows = in_json(run, data, "--matrise")
    assert [row["id"] for row in rows] == [*(goal.id for goal in register.delmaal), None]
    for row in rows:
        mine = [o for o in working if (row["id"] in o.delmaal if row["id"] else not o.delmaal)]
        assert row["alle"] == len(mine)
        assert row["sektorer"] == {
            s.kode: sum(s.kode == o.sektor or s.kode in o.delansvar for o in mine)
            for s in register.sektorer
        }
        assert row["mangler"] == [kode for kode in row["ansvar"] if not row["sektorer"][kode]]


def test_matrix_marks_who_is_responsible_and_has_none(data: Path, run: Run) -> None:
    """A mark and no colour; what the mark means is said beside the result, the sums at the end."""
    ended = traad(run, data, "--matrise")
    assert (ended.status, [line.split() for line in ended.out.splitlines()]) == (
        0,
        [
            ["Id", "Delmål", "SOS", "TEK", "KUL", "Sum"],
            ["TF1.1", "Flere", "deltar", "1", "!", "1", "1"],
            ["TF1.2", "Alle", "høres", "!", "0"],
            ["TF1.3", "Ingen", "er", "ensom", "0"],
            ["uten", "oppdrag", "uten", "delmål", "1", "1"],
            ["Sum", "1", "1", "1", "2"],
        ],
    )
    assert ended.err == "! = har ansvar for delmålet, men ingen oppdrag.\n"


def test_matrix_as_csv_tells_none_from_nothing_to_do(data: Path, run: Run) -> None:
    """0 where a sector is responsible and has none, empty where it is not responsible."""
    ended = traad(run, data, "--matrise", "--format", "csv")
    assert (ended.status, ended.err) == (0, "")
    rows = list(csv.DictReader(io.StringIO(ended.out.removeprefix("\ufeff")), delimiter=";"))
    assert list(rows[1].values()) == ["TF1.2", "Alle høres", "", "0", "", "0"]


def test_sector_narrows_the_matrix(data: Path, run: Run) -> None:
    """One column, and the delmål that concern it."""
    rows = in_json(run, data, "--matrise", "--sektor", "KUL")
    assert [(row["id"], row["sektorer"], row["alle"]) for row in rows] == [("TF1.1", {"KUL": 1}, 1)]


@pytest.mark.parametrize(("width", "has_titles"), [(60, False), (80, True), (200, True)])
def test_matrix_of_twelve_sectors_fits(width: int, has_titles: bool, tmp_path: Path) -> None:
    """Every code and number is whole; the titles go where there is no room to read them."""
    codes = [f"S{number:02}" for number in range(12)]
    sectors = "".join(f"  - {{kode: {kode}, navn: Sektor}}\n" for kode in codes)
    texts = {
        "kontakter": f"sektorer:\n{sectors}kontakter: []\n",
        "maal": MAAL.replace("SOS, TEK, KUL", "S00, S11").replace("TEK", "S05"),
        "oppdrag": "aar: 2023\noppdrag: [{id: A, tittel: B, sektor: S11, delmaal: [TF1.1]}]\n",
    }
    for name, text in texts.items():
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    shown = tabellformat.tabell(
        maalmatrise.tabell(matrise(last(tmp_path), ())), Skjerm(width)
    ).decode()
    assert shown.split()[: 2 + 12 + has_titles] == [
        *("Id", *(["Delmål"] if has_titles else []), *codes, "Sum")
    ]
    assert max(map(len, shown.splitlines())) <= width
    assert ("Flere deltar" in shown) is has_titles


# --- What cannot be -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("--hull --matrise", "--hull og --matrise kan ikke brukes sammen"),
        ("TF --hull", "--hull gjelder hele tråden, ikke én id"),
        ("TF --matrise", "--matrise gjelder hele tråden, ikke én id"),
        ("TF8", "finner ikke mål, oppdrag, vedtak eller oppgaver med id «TF8»"),
        ("--format csv", "formatet «csv» finnes ikke her"),
        ("--sektor XYZ", "finner ingen sektor «XYZ»"),
    ],
)
def test_what_has_no_meaning_is_refused(words: str, said: str, data: Path, run: Run) -> None:
    """Wrong use shows nothing, and says what is wrong."""
    ended = traad(run, data, *words.split())
    assert (ended.status, ended.out) == (2, "")
    assert ended.err.startswith(f"Feil: {said}\n")


@pytest.mark.parametrize(
    ("kind", "old", "id_"),
    [("maal", "Alle høres", "TF1.2"), ("vedtak", "Glemt", "V-2023-02"), ("maal", None, "TF1.2")],
)
def test_id_of_what_is_broken_is_not_unknown(
    kind: str, old: str | None, id_: str, data: Path, run: Run
) -> None:
    """Whichever file it is in: what cannot be read is said to be so, and which file it is."""
    text = FILES[kind].replace(f"tittel: {old}", "tittel: []") if old else "- ["
    (data / f"{kind}.yaml").write_text(text, encoding="utf-8")
    ended = traad(run, data, id_)
    assert (ended.status, ended.out) == (1, "")
    assert f"«{id_}» kan ikke leses, for det er feil i {kind}.yaml" in ended.err


def test_what_is_left_out_is_told(data: Path, run: Run) -> None:
    """The rest of a thread with a broken record is shown, and the exit status is 1."""
    text = OPPDRAG.replace("tittel: Synge", "tittel: []")
    (data / "oppdrag.yaml").write_text(text, encoding="utf-8")
    for words in ((), ("--hull",), ("--matrise",)):
        ended = traad(run, data, *words)
        assert ended.status == 1
        assert "TF1.3" in ended.out
        assert "Ikke med i det som vises: 1 oppføring." in ended.err
