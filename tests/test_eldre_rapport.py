"""A report that is there already: which rows take its place, and which do not."""

from pathlib import Path

import pytest
from driver import styring
from innsendt import DAY, beside, said, take

from styring import slag
from styring.register.lasting import last


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small municipality, in the folder that the command stands in."""
    return beside(tmp_path, monkeypatch)


OLD = "id;status;kommentar\nTEK-2026-01;ferdig;Alt er målt.\nTEK-2026-02;ferdig;\n"


def test_older_row_does_not_win(data: Path) -> None:
    """Both are shown, and nothing of the sheet is taken in."""
    before = (data / "oppdrag.yaml").read_bytes()
    ended = take(OLD)
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


def test_older_row_wins_where_that_is_asked_for(data: Path) -> None:
    """With `--erstatt`, and what goes away is told."""
    ended = take(OLD, "--erstatt")
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
def test_row_that_was_made_from_the_report_takes_its_place(day: str, data: Path) -> None:
    """It says so with its day; a cell that was emptied is emptied, a column not there is left."""
    ended = take(f"id;status;kommentar;rapportert\nTEK-2026-01;ferdig;;{day}\n")
    assert (ended.status, "FIL" in ended.err) == (0, False)
    assert "TEK-2026-01: kommentar fra rapporten fra 05.05.2026 er borte.\n" in ended.out
    assert said(data, "TEK-2026-01") == ("ferdig", None, "Det er sent.")
    again = take(f"id;status;rapportert\nTEK-2026-01;utgår;{day}\n")
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
def test_row_that_says_what_is_there_is_no_conflict(row: str, status: int, data: Path) -> None:
    """It changes nothing, also where it says less; what it would change is one."""
    before = (data / "oppdrag.yaml").read_bytes()
    ended = take(f"id;status;vurdering;kommentar\nTEK-2026-01;{row}\n")
    assert ended.status == status
    assert ("FIL006" in ended.err) == bool(status)
    assert (data / "oppdrag.yaml").read_bytes() == before


def test_row_may_add_to_what_is_there(data: Path) -> None:
    """Nothing is lost by that."""
    assert take("id;forventet_ferdig\nTEK-2026-01;aug.26\n").status == 0
    (rapport,) = last(data).etter_id(slag.OPPDRAG)["tek-2026-01"].rapporter
    assert str(rapport.forventet_ferdig) == "2026-08"
    assert rapport.kommentar == "Vi venter på svar."


def test_many_that_replace_are_counted_and_what_goes_away_is_told(data: Path) -> None:
    """Also where they are too many to tell of one by one."""
    ids = ("TEK-2026-02", "KUL-2026-01", "V-2026-01", "TEK-2026-02.1", "TEK-2026-01")
    sheet = "id;status\n" + "".join(f"{id_};ferdig\n" for id_ in ids)
    ended = take(sheet, "--erstatt")
    gone = "vurdering, kommentar, avvik og tiltak fra rapporten fra 05.05.2026 er borte."
    assert ended.out == (
        "5 rapporter er ført inn. 2 av dem endrer det som sto der fra før.\n"
        f"TEK-2026-01: {gone}\n"
        "Angre med «styring angre».\n"
    )


def test_report_by_options_says_what_goes_away(data: Path) -> None:
    """A person at the terminal replaces, and is told."""
    ended = styring(
        "status", "oppdater", "tek-1", "--status", "ferdig", "--kommentar", "Målt.", *DAY
    )
    assert ended.status == 0
    assert "vurdering, avvik og tiltak fra rapporten fra 05.05.2026 er borte.\n" in ended.out
