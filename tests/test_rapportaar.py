"""Which years and rounds a report is of, and what it tells of others."""

import re
from pathlib import Path
from typing import Any

import pytest
from conftest import DATA, EKSEMPEL
from driver import styring
from rapportene import (
    DAY,
    ID,
    change,
    chapters,
    copied,
    ids,
    in_words,
    listed,
    made,
    missing,
    oppdrag_of,
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the fictional municipality."""
    return copied(tmp_path)


TWO_YEARS = {
    "kontakter.yaml": "sektorer: [{kode: A, navn: Ada}]\nkontakter: []\n",
    "maal.yaml": "satsingsomraader: []\n",
    "oppdrag/2023.yaml": """
aar: 2023
oppdrag:
  - {id: A-2023-01, tittel: Åpent fra i fjor, sektor: A}
  - {id: A-2023-02, tittel: Ferdig i fjor, sektor: A,
     rapporter: [{periode: 2023-AAR, dato: 2024-01-09, status: ferdig}]}
  - {id: A-2023-03, tittel: Ferdig i år, sektor: A,
     rapporter: [{periode: 2023-T2, dato: 2023-09-01, status: under_arbeid, kommentar: Ennå},
                 {periode: 2024-T1, dato: 2024-05-02, status: ferdig, kommentar: Endelig}]}
""",
    "oppdrag/2024.yaml": "aar: 2024\noppdrag: [{id: A-2024-01, tittel: Nytt, sektor: A}]\n",
    "oppdrag/2025.yaml": "aar: 2025\noppdrag: [{id: A-2025-01, tittel: Neste, sektor: A}]\n",
}


@pytest.fixture
def years(tmp_path: Path) -> Path:
    """A folder with three years in it, and nothing that need not be there."""
    for name, text in TWO_YEARS.items():
        path = tmp_path / "data" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path / "data"


def test_what_is_open_from_earlier_years_is_followed_up(years: Path) -> None:
    """What was done before the year is not, nor what is of a later year."""
    text = made("tertial", data=years, day="2024-09-01")
    assert text.startswith("# Tertialrapport: 2. tertial 2024\n\n**status per 31. august 2024**\n")
    assert ids(chapters(text)["Ada"]) == ["A-2023-01", "A-2023-03", "A-2024-01"]
    assert "**Ferdig i år** (A-2023-03): Endelig (Sist rapportert for 1. tertial 2024.)" in text
    assert "Vedtak" not in chapters(text)
    assert "Målene i tall" not in chapters(text)
    year = chapters(made("aar", data=years, day="2024-09-01"))
    assert list(year) == ["Året i tall", "Ferdig i 2024", "Ikke avsluttet"]
    assert ids(year["Ferdig i 2024"]) == ["A-2023-03"]
    assert listed(year["Ikke avsluttet"]) == ["A-2023-01", "A-2024-01"]
    before = chapters(made("aar", "--aar", "2023", data=years, day="2024-09-01"))
    assert listed(before["Føres videre"]) == ["A-2023-01", "A-2023-03"]
    done = "- **Ferdig i år** (A-2023-03, Ada): under arbeid. Ennå"
    assert f"{done} (Sist rapportert for 2. tertial 2023.)" in before["Føres videre"]


def test_year_says_what_its_last_round_lacks() -> None:
    """How much has no report for it, and for each with an older one, of which round that is."""
    text = made("aar", day="2026-02-15")
    parts = chapters(text)
    found = missing(EKSEMPEL, "2026-01-20", "--periode", "2025-AAR")
    lacking = [one for one in found if one["slag"] != "oppgave" and one["id"] != "HEL-2025-03"]
    said = f"- **Mangler rapport for årsrapport 2025:** {in_words(lacking)}.\n"
    assert said in parts["Året i tall"]
    told = [line for line in text.splitlines() if re.match(r"- \*\*.*: .*\w", line)]
    older = {
        one["id"]: f"(Sist rapportert for {one['siste_rapport']['periode'][-1]}. tertial 2025.)"
        for one in lacking
        if one["siste_rapport"] and one["slag"] == "oppdrag"
    }
    assert len(older) > 10
    for line in told:
        id_ = ID.search(line)
        if id_ and id_[0] in older and "Omtalt under" not in line:
            assert line.endswith(older[id_[0]])
    now = made("aar", day="2025-09-15")
    assert "- **Mangler rapport for 2. tertial 2025:** 3 oppdrag.\n" in now
    assert now.count("(Sist rapportert for") == now.count("(Sist rapportert for 1. tertial 2025.)")


def test_year_tells_of_vedtak_as_its_last_round_does() -> None:
    """With comments, avvik and tiltak."""
    year, last = (chapters(made(one, day="2026-02-15"))["Vedtak"] for one in ("aar", "tertial"))
    assert year.strip() == last.strip()
    assert "- **Tiltak:** Vi leier to hus av private fra november.\n" in year


def test_year_says_once_that_nothing_is_reported(folder: Path) -> None:
    """Under each delmål, and not once more in a list of all until the year has ended."""

    def forget(content: Any) -> None:
        for record in content.get("oppdrag", []):
            record.pop("rapporter", None)

    change(folder, forget)
    now = made("aar", data=folder)
    assert "Ingen er rapportert." in now
    assert "## Ikke avsluttet" not in now
    assert len(set(ID.findall(now)) & {oppdrag["id"] for oppdrag in oppdrag_of(folder)}) == 25
    assert "## Føres videre" in made("aar", data=folder, day="2026-02-15")


def test_year_that_has_ended_is_told_of_as_it_was_then(years: Path) -> None:
    """On its last day, whenever it is made; before that by the day, which is said."""
    ended = made("aar", "--aar", "2024", data=years, day="2025-03-01")
    assert ended == made("aar", "--aar", "2024", data=years, day="2024-12-31")
    assert "**status per 31. desember 2024**" in ended
    assert "Året er ikke slutt" not in ended
    assert "Året er ikke slutt." in made("aar", data=years, day="2024-12-30")


@pytest.mark.parametrize(
    ("day", "words", "title"),
    [
        ("2025-09-15", (), "Tertialrapport: 2. tertial 2025"),
        ("2025-08-31", (), "Tertialrapport: 2. tertial 2025"),
        ("2025-08-30", (), "Tertialrapport: 1. tertial 2025"),
        ("2026-02-01", (), "Statusrapport: Årsrapport 2025"),
        ("2025-09-15", ("--periode", "2024-AAR"), "Statusrapport: Årsrapport 2024"),
    ],
)
def test_newest_round_that_has_come_is_reported(
    day: str, words: tuple[str, ...], title: str
) -> None:
    """Unless another is asked for."""
    ended = styring("rapport", "tertial", *words, "--data", str(EKSEMPEL), "--dato", day)
    assert ended.out.startswith(f"# {title}\n")


def test_kind_of_report_follows_from_the_code_of_the_round(folder: Path) -> None:
    """T1 to T3 are tertials, whatever they and other rounds are called."""
    file = folder / "kommune.yaml"
    text = file.read_text(encoding="utf-8").replace("{kode: AAR,", "{kode: H2,")
    text = text.replace("navn: 2. tertial", "navn: Sommer").replace(
        "navn: Årsrapp", "navn: Tertial"
    )
    file.write_text(text, encoding="utf-8")
    for day, title in (
        (DAY, "Tertialrapport: Sommer"),
        ("2026-01-01", "Statusrapport: Tertial"),
    ):
        assert made("tertial", data=folder, day=day).startswith(f"# {title}")


def test_round_that_has_not_come_is_refused() -> None:
    """With the newest that has."""
    words = ("--data", str(EKSEMPEL), "--dato", "2025-05-20")
    ended = styring("rapport", "tertial", "--periode", "T2", *words)
    assert (ended.status, ended.out) == (2, "")
    assert "2025-T2 er ikke kommet" in ended.err
    assert "Den nyeste er 2025-T1." in ended.err


def test_round_before_all_there_is_is_refused() -> None:
    """But where there were vedtak, they are told of and counted."""
    words = ("--data", str(EKSEMPEL), "--dato", DAY)
    ended = styring("rapport", "tertial", "--periode", "2024-T1", "--sektor", "TEK", *words)
    assert (ended.status, ended.out) == (2, "")
    assert "det var ingen oppdrag eller vedtak å rapportere om for 2024-T1" in ended.err
    assert "Det er oppdrag for 2025." in ended.err
    summary = chapters(made("tertial", "--periode", "2024-AAR"))["Oppsummering"]
    assert summary == (
        "\n\n- **Vedtak:** 4. Av dem: 2 ikke rapportert og 2 som følges opp gjennom oppdrag.\n"
        "- **Mangler rapport for årsrapport 2024:** 2 vedtak.\n\n"
    )


def test_first_round_says_nothing_of_changes() -> None:
    """For nothing was reported before it; the next says what is another than it was."""
    assert "Endret siden" not in made("tertial", day="2025-06-01")
    changed = chapters(made("tertial"))["Endret siden 1. tertial 2025"]
    assert "| ● grønn → ■ rød | oktober 2025 → mai 2026 |" in changed
    assert "19 oppdrag og 7 vedtak er endret: 10 er blitt ferdige, " in changed
    assert len(ids(changed)) == 26
    summary = next(line for line in changed.splitlines() if line.startswith("19 "))
    assert summary.endswith(
        " og 1 har ikke lenger noen forventet ferdigdato. I tillegg er det mindre endringer."
    )
    assert summary.count(", ") == 4


@pytest.mark.parametrize("name", ["tertial", "aar"])
def test_nothing_is_made_up_where_nothing_is_reported(name: str) -> None:
    """Lørenskog's oppdrag are all there, and not reported."""
    text = made(name, data=DATA, day="2023-09-15")
    said = {
        "aar": "- **Oppdrag:** 32. Ingen er rapportert.\n",
        "tertial": "2. tertial 2023:** 32 oppdrag. Det er alle oppdragene som ikke er avsluttet.\n",
    }
    assert said[name] in text
    assert "Aldri rapportert" not in text  # the tables say it
    assert len(re.findall(r"[|:] ikke rapportert(?: \||\.$)", text, re.MULTILINE)) == 32
    assert not re.search("under arbeid|ferdige|● |→|[0-9] prosent|Vedtak|Omtalt", text)
