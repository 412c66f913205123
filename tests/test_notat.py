"""The note for a styringsdialog: what is asked follows from the data."""

import re
from pathlib import Path

import pytest
from dokumentene import DAY, copied, made
from driver import styring


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the fictional municipality as `data`, in a folder to stand in."""
    return copied(tmp_path, monkeypatch)


PEOPLE = """\
sektorer:
  - {kode: ARK, navn: Arkiv}
  - {kode: BYG, navn: Bygg, direktoer: per}
kontakter:
  - {id: per, navn: Per Hansen}
"""
GOALS = """\
satsingsomraader:
  - {id: A, tittel: By, hovedmaal: [{id: A1, tittel: Plass til alle, delmaal: [
      {id: A1.1, tittel: Flere benker, ansvar: [BYG], indikatorer: [
        {navn: Benker, enhet: stk, retning: opp, maalinger: [
          {tid: 2023, verdi: 7}, {tid: 2024, verdi: 5.5}]}]},
      {id: A1.2, tittel: Færre huller, ansvar: [BYG]}]}]}
"""


def questions(place: Path, *oppdrag: str, sektor: str = "BYG") -> list[str]:
    """What is to be asked of a sector with these oppdrag on the first of September."""
    data = place / "lite"
    data.mkdir(exist_ok=True)
    (data / "kontakter.yaml").write_text(PEOPLE, encoding="utf-8")
    (data / "maal.yaml").write_text(GOALS, encoding="utf-8")
    records = "".join(
        f"  - {{id: X-{number}, tittel: Male, sektor: {sektor}, {fields}}}\n"
        for number, fields in enumerate(oppdrag, 1)
    )
    (data / "oppdrag.yaml").write_text(f"aar: 2025\noppdrag:\n{records}", encoding="utf-8")
    om = ("--data", str(data), "--dato", "2025-09-01")
    text = made(styring("rapport", "notat", "--sektor", sektor, *om), said="")
    return re.findall(r"^\d+\. (.*)", text.partition("## Spørsmål")[2], re.MULTILINE)


def reported(fields: str, periode: str = "2025-T2") -> str:
    """An oppdrag's only report."""
    return f"rapporter: [{{periode: {periode}, dato: 2025-09-01, {fields}}}]"


GOING = "status: under_arbeid, forventet_ferdig: 2025-10"
QUESTIONS = {
    f"frist: 2025-K3, {reported(GOING)}": (
        "«Male» har frist 3. kvartal 2025, og er forventet ferdig i oktober 2025. "
        "Holder det, og hvem må få vite det?"
    ),
    f"frist: 2025-10-20, {reported(GOING)}": (
        "«Male» har frist 20. oktober 2025, og er forventet ferdig i oktober 2025. Rekkes fristen?"
    ),
    f"frist: 2025-05, {reported('status: under_arbeid')}": (
        "Fristen for «Male» var mai 2025. Når er det ferdig?"
    ),
    reported("status: satt_paa_vent, forventet_ferdig: 2025-12"): (
        "«Male» er satt på vent. Hva skal til for å komme i gang igjen?"
    ),
    reported(
        f"vurdering: roed, {GOING}"
    ): "«Male» er vurdert som rød, uten noe tiltak. Hva gjøres?",
    "frist: 2026": "«Male» er ikke rapportert for 2. tertial 2025. Hvordan står det?",
    reported(GOING, "2025-T1"): "«Male» er ikke rapportert for 2. tertial 2025. Hvordan står det?",
    f"frist: 2025-10, {reported('status: ikke_startet, forventet_ferdig: 2025-10')}": (
        "«Male» er ikke startet, og fristen er oktober 2025. Rekkes det?"
    ),
    "rapporter: [{periode: 2025-T1, dato: 2025-05-01, status: under_arbeid, kommentar: Vi måler}, "
    f"{{periode: 2025-T2, dato: 2025-09-01, kommentar: vi  måler, {GOING}}}]": (
        "Kommentaren til «Male» er den samme som sist. Hva er nytt?"
    ),
    f"oppgaver: [{{id: X.1, tittel: Skrape, frist: 2025-08}}], {reported(GOING)}": (
        "Oppgaven «Skrape» i «Male» hadde frist august 2025. Hva gjenstår?"
    ),
    f"frist: 2026, oppgaver: [{{id: X.1, tittel: Skrape, frist: 2027-02}}], {reported(GOING)}": (
        "Oppgaven «Skrape» i «Male» har frist februar 2027, etter fristen for det hele. "
        "Hva gjelder?"
    ),
    reported("status: under_arbeid"): "Når er «Male» forventet ferdig? Rapporten sier det ikke.",
}
"""What an oppdrag for a delmål is like, and what there is to ask of it, which is one thing."""
ALWAYS = "Ingen av sektorens oppdrag bidrar til «Færre huller». Hva gjøres?"
TREND = "«Benker» går feil vei: 5,5 stk, mot 7 før. Hva er grunnen?"


@pytest.mark.parametrize("fields", QUESTIONS)
def test_questions_follow_from_the_data(tmp_path: Path, fields: str) -> None:
    """Each kind of weakness gives its question; the goals give theirs."""
    asked = questions(tmp_path, f"delmaal: [A1.1], {fields}")
    assert asked[0] == QUESTIONS[fields]
    assert asked[-2:] == [ALWAYS, TREND]
    assert len(asked) <= 4


def test_nothing_is_asked_of_what_goes_well_or_is_over(tmp_path: Path) -> None:
    """Only the goals have questions then."""
    going = f"delmaal: [A1.1], frist: 2026, {reported(GOING)}"
    done = f"frist: 2025-01, {reported('status: ferdig')}"
    assert questions(tmp_path, going, done) == [ALWAYS, TREND]


def test_who_has_it_and_for_what_is_asked(tmp_path: Path) -> None:
    """Of an oppdrag in a sector with no direktør, that works for no delmål."""
    asked = questions(tmp_path, reported(GOING), sektor="ARK")
    assert asked == ["Hvem har «Male»?", "Hvilket delmål bidrar «Male» til?"]


def test_many_of_a_kind_are_asked_about_at_once(tmp_path: Path) -> None:
    """Four that lack reports are one question."""
    asked = questions(tmp_path, *["delmaal: [A1.1]"] * 4)
    assert asked[0] == "Rapporten mangler. Hvordan står det med X-1, X-2, X-3 og X-4?"


def test_note_has_what_is_left_of_years_before(folder: Path) -> None:
    """An oppdrag of last year is there while it is open; next year's is not."""
    record = "  - {{id: TEK-{0}, tittel: Snø, sektor: TEK, {1}}}\n"
    done = "rapporter: [{periode: 2024-AAR, dato: 2025-01-02, status: ferdig}]"
    (folder / "oppdrag" / "foer.yaml").write_text(
        "aar: 2024\noppdrag:\n"
        + record.format("2024-1", "frist: 2024")
        + record.format("2024-2", done)
    )
    (folder / "oppdrag" / "etter.yaml").write_text(
        "aar: 2026\noppdrag:\n" + record.format("2026-1", "frist: 2026")
    )
    text = made(styring("rapport", "notat", "--sektor", "TEK", "--dato", DAY), said="")
    assert sorted(set(re.findall(r"TEK-202[46]-\d", text))) == ["TEK-2024-1"]


@pytest.mark.parametrize("name", ["notat", "virksomhetsplan"])
def test_sector_that_has_nothing_gets_a_document_that_says_so(tmp_path: Path, name: str) -> None:
    """Not an empty page."""
    questions(tmp_path, "frist: 2025")
    om = ("--data", str(tmp_path / "lite"), "--dato", "2025-09-01")
    assert "Arkiv har ingen oppdrag" in made(styring("rapport", name, "-s", "ark", *om), said="")
