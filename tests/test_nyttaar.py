"""`styring nytt-aar`: what is not done moves to the new year, and is reported in both."""

import json
import shutil
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest
from conftest import ROOT
from driver import styring
from nyttaaret import NEW_YEAR, content, ended_year

from styring.register.lasting import last


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder with one year of three oppdrag; one is done, one has comments."""
    return ended_year(tmp_path, monkeypatch)


def test_what_is_not_done_moves_with_its_comments(small: Path) -> None:
    """It stands in the new year's file as it stood, marked; the rest stays to the byte."""
    old = (small / "oppdrag.yaml").read_text(encoding="utf-8")
    ended = styring(*NEW_YEAR, "nytt-år", "2024")
    assert (ended.status, ended.err) == (0, "")
    assert (small / "oppdrag/2024.yaml").read_text(encoding="utf-8") == dedent("""\
        # yaml-language-server: $schema=../skjema/oppdrag.schema.json
        aar: 2024

        oppdrag:
          # Denne tar tid.
          - id: SOS-2023-02   # viktig
            tittel: Ikke ferdig
            sektor: SOS
            viderefoert_fra: 2023
            frist: 2023-12-31
            kilde: Et annet brev
            # kanskje mer her
        """)
    start, end = old.index("  # Denne tar tid"), old.index("  - id: TEK")
    assert (small / "oppdrag.yaml").read_text(encoding="utf-8") == old[:start] + old[end:]
    assert "Videreført til 2024: 1 oppdrag, i data/oppdrag/2024.yaml" in ended.out
    assert "Avsluttet, og står igjen i 2023: 2 oppdrag" in ended.out
    assert "Fristen er ute for 1 oppdrag: SOS-2023-02" in ended.out
    assert "Rapport for 2023-AAR mangler for 1 oppdrag: SOS-2023-02" in ended.out
    assert styring(*NEW_YEAR, "valider", "--streng").status == 0


@pytest.mark.parametrize("which", ["data", "eksempel", "small"])
def test_angre_takes_it_back_to_the_byte(small: Path, tmp_path: Path, which: str) -> None:
    """Files that were made are gone, their folder too, and the others are as they were."""
    folder = small
    if which != "small":
        folder = Path(shutil.copytree(ROOT / which, tmp_path / "kopi"))
    before = content(folder)
    year = last(folder).oppdragsfiler[0].aar + 1
    where = ("--data", str(folder), "--dato", f"{year}-01-02")
    shown = styring(*where, "nytt-aar", str(year), "--diff")
    assert (shown.status, content(folder)) == (0, before)
    assert f"+aar: {year}" in shown.out
    assert styring(*where, "nytt-aar", str(year)).status == 0
    assert content(folder) != before
    assert styring(*where, "logg").out.count("nytt-aar") == 1
    assert styring(*where, "angre").status == 0
    assert content(folder) == before


def test_each_sector_keeps_its_file_and_every_record_is_there_once(tmp_path: Path) -> None:
    """Ids, reports and tasks are those of before; the years that it was given for are two."""
    folder = Path(shutil.copytree(ROOT / "eksempel", tmp_path / "data"))
    where = ("--data", str(folder), "--dato", "2026-01-02")
    before = {oppdrag["id"]: oppdrag for oppdrag in listed(where)}
    assert styring(*where, "nytt-aar", "2026").status == 0
    after = {oppdrag["id"]: oppdrag for oppdrag in listed(where)}
    assert after.keys() == before.keys()
    assert {path.stem for path in folder.glob("oppdrag/*-2026.yaml")} == {
        f"{kode}-2026" for kode in ("hel", "kul", "opv", "org", "tek")
    }
    moved = {id_ for id_, oppdrag in after.items() if oppdrag["aar"] == 2026}
    assert {id_ for id_, o in before.items() if o["status"] not in ("ferdig", "utgaar")} == moved
    for id_, oppdrag in after.items():
        same = ("tittel", "rapporter", "oppgaver", "delegering", "frist", "status")
        assert [oppdrag.get(k) for k in same] == [before[id_].get(k) for k in same]
        assert oppdrag.get("viderefoert_fra") == (2025 if id_ in moved else None)
    for document in (("brev",), ("rapport", "virksomhetsplan", "--sektor", "TEK")):
        old = styring(*where, *document, "--aar", "2025").out
        new = styring(*where, *document, "--aar", "2026").out
        assert all(o["tittel"] in old for o in after.values() if o["sektor"] == "TEK")
        of_new = {i for i, o in after.items() if o["sektor"] == "TEK" and o["tittel"] in new}
        assert of_new == {id_ for id_ in moved if id_.startswith("TEK")}
    later = (*where[:3], "2026-05-10")
    for of_old in (("aar", "--aar", "2025"), ("tertial", "--periode", "2025-T2")):
        report = styring(*later, "rapport", *of_old).out
        assert f"**Oppdrag:** {len([o for o in after.values() if not o.get('unntatt')])}." in report
    assert "(videreført fra 2025)" in styring(*where, "brev", "--aar", "2026").out
    assert "videreført" not in styring(*where, "brev", "--aar", "2025").out


def test_one_year_can_be_seen_alone(small: Path) -> None:
    """What was carried over is of both years, and the rest of the old one."""
    assert styring(*NEW_YEAR, "nytt-aar", "2024").status == 0
    for year, ids in (("2023", 3), ("2024", 1)):
        found = json.loads(styring(*NEW_YEAR, "oppdrag", "list", "--aar", year, "-f", "json").out)
        assert len(found) == ids
        rows = json.loads(styring(*NEW_YEAR, "status", "--aar", year, "-f", "json").out)
        assert sum(row["oppdrag"] for row in rows) == ids
    ended = styring(*NEW_YEAR, "status", "--aar", "2022")
    assert (ended.status, ended.out) == (2, "")
    assert "Det er oppdrag for 2023, 2024" in ended.err


def listed(where: tuple[str, ...]) -> list[dict[str, Any]]:
    """All oppdrag as machines get them."""
    found: list[dict[str, Any]] = json.loads(styring(*where, "oppdrag", "list", "-f", "json").out)
    return found


def test_it_is_reported_in_the_rounds_of_both_years(small: Path) -> None:
    """In January the year that went is reported, in May the new one."""
    assert styring(*NEW_YEAR, "nytt-aar", "2024").status == 0
    report = ("status", "oppdater", "SOS-2023-02", "--status", "under arbeid", "--periode")
    assert "for 2023-AAR:" in styring("--dato", "2024-01-15", *report, "AAR").out
    assert "for 2024-T1:" in styring("--dato", "2024-05-15", *report, "T1").out
    missing = styring("--dato", "2024-09-02", "rapport", "mangler", "--periode", "2024-T2").out
    assert "SOS-2023-02" in missing
    assert styring(*NEW_YEAR, "valider").status == 1  # dated ahead of that day
    assert styring("--dato", "2024-09-02", "valider").status == 0


VEDTAK = "vedtak: [{id: V-1, tittel: Svare, type: politisk, dato: 2023-03-01, sektor: SOS}]\n"


def missing(day: str, *words: str) -> set[str]:
    """What `rapport mangler` asks for, each with its round."""
    ended = styring("--dato", day, "rapport", "mangler", *words, "-f", "json")
    assert ended.status == 0, ended.err
    return {f"{row['id']} {row['mangler']}" for row in json.loads(ended.out)}


def test_all_tell_of_the_same_round_of_the_same_year(small: Path) -> None:
    """What is carried over, left behind or a vedtak lacks the round that is meant, and no other."""
    (small / "vedtak.yaml").write_text(VEDTAK, encoding="utf-8")
    assert styring(*NEW_YEAR, "nytt-aar", "2024").status == 0
    assert styring(*NEW_YEAR, "oppdrag", "ny", "Glemt", "-s", "KUL", "--aar", "2023").status == 0
    assert styring(*NEW_YEAR, "oppdrag", "ny", "Nytt", "-s", "SOS", "--aar", "2024").status == 0
    older = ("SOS-2023-02", "KUL-2023-01", "V-1")
    for day, round_, name, ids in (
        ("2024-01-15", "2023-AAR", "årsrapport 2023", older),
        ("2024-05-10", "2024-T1", "1. tertial 2024", (*older, "SOS-2024-01")),
    ):
        assert missing(day) == {f"{id_} {round_}" for id_ in ids}
        overview = styring("--dato", day, "status", "-f", "json")
        rows = {row["sektor"]: row["mangler_rapport"] for row in json.loads(overview.out)}
        sos = sum(id_.startswith("SOS") for id_ in ids)
        assert {kode: antall for kode, antall in rows.items() if antall} == {"SOS": sos, "KUL": 1}
        said = name.replace("rapport ", "rapporten for ")
        assert f"gjelder {said} ({round_})" in styring("--dato", day, "status").err
        note = styring("--dato", day, "rapport", "notat", "--sektor", "SOS").out
        assert f"Mangler rapport for {name}: {sos} oppdrag og 1 vedtak." in note
        for kode, antall in (("SOS", f"{sos} oppdrag og 1 vedtak"), ("KUL", "1 oppdrag")):
            report = styring("--dato", day, "rapport", "tertial", "--sektor", kode).out
            assert f"**Mangler rapport for {name}:** {antall}." in report
        assert f"# Oppdragene i {round_[:4]}\n" in styring("--dato", day, "rapport", "aar").out
    too_early = styring("--dato", "2024-01-15", "rapport", "aar", "--aar", "2024").out
    assert "SOS-2023-02" in too_early
    assert "Mangler rapport" not in too_early


def test_rounds_of_a_year_that_is_over_are_not_asked_for(small: Path) -> None:
    """A code alone is the newest such round; that of the old year is said to be over."""
    (small / "vedtak.yaml").write_text(VEDTAK, encoding="utf-8")
    before = {"SOS-2023-02 2023-T2", "V-1 2023-T2"}
    assert missing("2024-01-02", "--periode", "T2") == before
    assert styring(*NEW_YEAR, "nytt-aar", "2024").status == 0
    assert missing("2024-01-15", "--periode", "AAR") == {
        "SOS-2023-02 2023-AAR",
        "V-1 2023-AAR",
    }
    assert missing("2024-01-15", "--periode", "2023-T2") == {"V-1 2023-T2"}
    assert missing("2024-05-10", "--periode", "T1") == {"SOS-2023-02 2024-T1", "V-1 2024-T1"}
    ended = styring("--dato", "2024-05-10", "rapport", "mangler", "--periode", "AAR")
    assert "Årsrapport 2023 (2023-AAR)" in ended.err
    assert (
        "Det året er over. Det som er ført videre, rapporteres nå for 1. tertial 2024." in ended.err
    )
    assert "Alt er rapportert" not in ended.err
    asked = ("status", "oppdater", "SOS-2023-02", "--periode", "2023-AAR")
    assert "SOS-2023-02" in styring("--dato", "2024-05-10", *asked).out


def test_rounds_wait_for_the_year_to_begin(small: Path) -> None:
    """The last round is asked for until then, and the way on is said."""
    ended = styring("--dato", "2024-05-10", "rapport", "mangler")
    assert "Årsrapport 2023 (2023-AAR)" in ended.err
    assert "Rundene i 2024 kommer når året er begynt: «styring nytt-aar 2024»." in ended.err
    assert "nytt-aar" not in styring("--dato", "2024-04-10", "rapport", "mangler").err
    later = VEDTAK.replace("2023-03", "2024-03")
    (small / "vedtak.yaml").write_text(later, encoding="utf-8")
    assert missing("2024-05-10") == {"SOS-2023-02 2024-T1", "V-1 2024-T1"}


def test_the_list_tells_the_years_of_each(small: Path) -> None:
    """Only when there are several, and the id may be of another."""
    assert "År" not in styring(*NEW_YEAR, "oppdrag", "list").out.split("\n")[0].split()
    assert styring(*NEW_YEAR, "nytt-aar", "2024").status == 0
    lines = styring(*NEW_YEAR, "oppdrag", "list", "-s", "SOS").out.splitlines()
    assert [line.split()[:2] for line in lines] == [
        *(["Id", "År"], ["SOS-2023-01", "2023"], ["SOS-2023-02", "2023–2024"]),
    ]


def test_a_second_run_takes_what_is_left(small: Path) -> None:
    """It changes nothing when nothing is left, and puts what is behind what is there."""
    assert styring(*NEW_YEAR, "nytt-aar", "2024").status == 0
    before = content(small)
    ended = styring(*NEW_YEAR, "nytt-aar", "2024")
    assert (ended.status, ended.err, content(small)) == (0, "", before)
    assert "Ingen oppdrag er ført videre til 2024" in ended.out
    assert styring(*NEW_YEAR, "oppdrag", "ny", "Glemt", "-s", "TEK", "--aar", "2023").status == 0
    assert styring(*NEW_YEAR, "nytt-aar", "2024").status == 0
    years = {o["id"]: o["aar"] for o in listed(NEW_YEAR)}
    assert years["TEK-2023-02"] == years["SOS-2023-02"] == 2024
    assert styring("--dato", "2025-01-02", "nytt-aar", "2025").status == 0
    fra = {o["id"]: o.get("viderefoert_fra") for o in listed(NEW_YEAR) if o["aar"] == 2025}
    assert fra == {"SOS-2023-02": 2023, "TEK-2023-02": 2023}
    assert styring("--dato", "2025-01-02", "valider", "--streng").status == 0


def test_a_year_with_nothing_left_gets_its_file(small: Path) -> None:
    """There is somewhere to put the new year's own oppdrag."""
    report = ("status", "oppdater", "SOS-2023-02", "--status", "ferdig")
    assert styring(*NEW_YEAR, *report).status == 0
    assert "Laget data/oppdrag/2024.yaml" in styring(*NEW_YEAR, "nytt-aar", "2024").out
    assert styring(*NEW_YEAR, "oppdrag", "ny", "Noe nytt", "-s", "TEK").out.startswith(
        "TEK-2024-01"
    )


@pytest.mark.parametrize(
    ("year", "status", "said"),
    [
        ("2025", 2, "Skriv «styring nytt-aar 2024»"),
        ("2022", 2, "2023 er allerede begynt"),
        ("i fjor", 2, "er ikke et årstall"),
    ],
)
def test_another_year_is_refused(small: Path, year: str, status: int, said: str) -> None:
    """A year must follow the newest there is; the way on is said."""
    before = content(small)
    ended = styring(*NEW_YEAR, "nytt-aar", year)
    assert (ended.status, ended.out, content(small)) == (status, "", before)
    assert said in ended.err


@pytest.mark.parametrize(
    ("old", "new", "status", "said"),
    [
        ("tittel: Ikke ferdig", "titel: Ikke ferdig", 1, "kan ikke leses"),
        ("sektor: SOS\n    frist", "sektor: &s SOS\n    delansvar: [*s]\n    frist", 0, ""),
        ("tittel: Ferdig\n", "tittel: &t Ferdig\n", 0, ""),
        ("tittel: Ikke ferdig", "tittel: *t", 3, "Flytt dem for hånd"),
    ],
)
def test_what_cannot_be_moved_is_refused(
    small: Path, old: str, new: str, status: int, said: str
) -> None:
    """A broken record, and one that leans on another, are said; nothing is changed then."""
    file = small / "oppdrag.yaml"
    text = file.read_text(encoding="utf-8").replace(old, new)
    if "*t" in text:
        text = text.replace("tittel: Ferdig", "tittel: &t Ferdig")
    file.write_text(text, encoding="utf-8")
    before = content(small)
    ended = styring(*NEW_YEAR, "nytt-aar", "2024")
    assert ended.status == status
    assert said in ended.err
    assert (content(small) == before) == (status != 0)


def test_a_file_in_the_way_is_left_alone(small: Path) -> None:
    """A file of the new name that is for another year is not written to."""
    (small / "oppdrag").mkdir()
    (small / "oppdrag/2024.yaml").write_text("aar: 2022\noppdrag: []\n", encoding="utf-8")
    before = content(small)
    ended = styring(*NEW_YEAR, "nytt-aar", "2024")
    assert (ended.status, content(small)) == (3, before)
    assert "finnes allerede, og er ikke for 2024" in ended.err


def test_a_new_file_that_was_edited_is_not_taken_away(small: Path) -> None:
    """`angre` says what differs, and leaves both files."""
    assert styring(*NEW_YEAR, "nytt-aar", "2024").status == 0
    with (small / "oppdrag/2024.yaml").open("a", encoding="utf-8") as file:
        file.write("# For hand.\n")
    before = content(small)
    ended = styring(*NEW_YEAR, "angre")
    assert (ended.status, content(small)) == (3, before)
    assert "+# For hand." in ended.err
