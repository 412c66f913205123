"""Vedtak: which are listed, and those that need no follow-up."""

import json
import re
from datetime import date
from pathlib import Path

import pytest
from conftest import ROOT, in_format
from driver import styring
from rich.cells import cell_len
from vedtakene import RESOLUTIONS, in_json, of_vedtak, om

from styring.formats.skjerm import Skjerm
from styring.register.lasting import last
from styring.views.vedtaksliste import oppsett


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A municipality that only follows up vedtak: it has neither oppdrag nor goals."""
    return of_vedtak(tmp_path)


SECOND_ROUND = """\
    rapporter:
      - {periode: 2025-T2, dato: 2025-09-01, status: ferdig, vurdering: gul,
         kommentar: Hallen er åpnet for alle.}
"""

# --- which ----------------------------------------------------------------------------------


def test_list_shows_who_made_it_and_in_which_case(data: Path) -> None:
    """Without a choice of columns."""
    ended = styring("vedtak", "list", *om(data), "--organ", "kommunestyret", "--aapne")
    assert (ended.status, ended.err) == (0, "")
    assert [re.split("  +", line) for line in ended.out.splitlines()] == [
        ["Id", "Vedtak", "Sak", "Organ", "Dato", "Status", "Forventet"],
        [
            *("V-1", "Svømmehall", "92/24", "Kommunestyret", "11.12.2024"),
            *("under arbeid", "2025-12"),
        ],
        ["V-2", "Brøyting", "17/25", "Kommunestyret", "19.03.2025", "ikke rapportert"],
    ]


def test_organ_and_case_give_way_where_it_is_narrow() -> None:
    """On a terminal of 80 all of it is there; on one of 60 how it stands is; what was chosen is."""
    register, day = last(ROOT / "eksempel"), date(2025, 9, 15)
    usual = oppsett(register, day).tabell(register.vedtak)
    for width, shown in ((60, False), (80, True), (120, True)):
        text = in_format(usual, "tabell", Skjerm(width))
        assert max(map(cell_len, text.splitlines())) <= width
        by_them = sum(register.vedtatt(v).organ == "Kommunestyret" for v in register.vedtak)
        assert text.count("Kommunestyret") == by_them * shown
        assert ("93/24" in text) == shown
        assert "under arbeid" in text
    chosen = oppsett(register, day).tabell(register.vedtak, ("id", "tittel", "type", "dato"))
    text = in_format(chosen, "tabell", Skjerm(30))
    assert text.split()[:4] == ["Id", "Vedtak", "Type", "Dato"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("--organ kommunestyret", "V-1 V-2"),
        ("--organ utvalg", "V-3 V-4"),
        ("--organ ØKONOMI --organ teknikk", "V-3 V-4"),
        ("--sak 92/24", "V-1"),
        ("--sak 9/25", "V-4"),
        ("--sak ps9/25", "V-4"),
        ("--sak 92/24 --sak 17/25", "V-1 V-2"),
        ("--aapne", "V-1 V-2 V-4"),  # a verbalvedtak is open until it is answered
        ("--aapne --type verbal --organ teknikk", "V-4"),
        ("--status ikke-rapportert", "V-2"),
        ("--organ kommunestyret --sak 9/25", ""),
    ],
)
def test_vedtak_are_found_by_organ_and_case_and_by_being_open(
    words: str, found: str, data: Path
) -> None:
    """As people write them: a part of the name, the number with or without what stands before."""
    assert " ".join(v["id"] for v in in_json(data, "vedtak", "list", *words.split())) == found


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("--organ formannskapet", "det er ingen vedtak av «formannskapet»\nOrganene er "),
        (
            "--organ komunestyret",
            "det er ingen vedtak av «komunestyret»\nMente du «Kommunestyret»?",
        ),
        ("--sak 2/24", "det er ingen vedtak i sak «2/24»\nMente du «92/24»?"),
    ],
)
def test_organ_and_case_that_nothing_is_from_are_told(words: str, said: str, data: Path) -> None:
    """With those that there are."""
    ended = styring("vedtak", "list", *om(data), *words.split())
    assert (ended.status, ended.out) == (2, "")
    assert ended.err.startswith(f"Feil: {said}")


def test_case_in_a_file_with_faults_is_not_said_to_be_unknown(data: Path) -> None:
    """It may be in what cannot be read."""
    path = data / "vedtak.yaml"
    path.write_text(RESOLUTIONS.replace("tittel: Brøyting", "tittel: []"), encoding="utf-8")
    ended = styring("vedtak", "list", *om(data), "--sak", "17/25")
    assert ended.status == 1
    assert "ingen vedtak i sak" not in ended.err


# --- that need no follow-up -----------------------------------------------------------------


def test_vedtak_that_needs_no_follow_up_is_nowhere_asked_about(data: Path) -> None:
    """Not in what is left, in the gaps or in what is not reported; people read that it is so."""
    given = RESOLUTIONS.replace("saksnr: 44/25", "saksnr: 44/25, sektor: TEK")
    asked = ("vedtak restanse", "roedtraad --hull", "rapport mangler", "vedtak list --aapne")
    for text in (RESOLUTIONS, given):
        (data / "vedtak.yaml").write_text(text, encoding="utf-8")
        for words in asked:
            assert "V-3" not in [row["id"] for row in in_json(data, *words.split())], words
    assert "V-3" not in styring("rapport", "notat", "--sektor", "TEK", *om(data)).out
    shown = styring("vedtak", "vis", "v-3", *om(data)).out
    assert "Oppfølging  ingen: Til orientering" in shown
    assert "Status      trenger ingen oppfølging" in shown
    (record,) = in_json(data, "vedtak", "vis", "v-3")
    assert record["oppfoelging"]["ingen"] == "Til orientering"


def test_report_of_vedtak_alone_names_no_oppdrag(data: Path) -> None:
    """What is changed is counted as what it is."""
    text = RESOLUTIONS.replace("    rapporter:\n", SECOND_ROUND, 1)
    (data / "vedtak.yaml").write_text(text, encoding="utf-8")
    changed = styring("rapport", "tertial", *om(data)).out.partition("## Endret siden ")[2]
    assert "\n1 vedtak er endret: 1 er blitt ferdig.\n\n| Vedtak | Status |" in changed
    assert "ppdrag" not in changed


def test_that_none_is_needed_is_entered_changed_and_taken_back(data: Path) -> None:
    """With the reason; it is a gap until then, and where to say so is told."""
    ended = styring("vedtak", "restanse", *om(data))
    assert "«styring vedtak endre ID --ingen-oppfoelging GRUNN»" in ended.err
    assert "V-2" in ended.out
    for reason in ("Svart i møtet", "Svart i sak 18/25"):
        words = ("vedtak", "endre", "V-2", "--ingen-oppfoelging", reason, "--data", str(data))
        assert styring(*words).out.startswith("V-2 er endret: oppfoelging.")
        assert in_json(data, "vedtak", "vis", "V-2")[0]["oppfoelging"]["ingen"] == reason
    assert "V-2" not in styring("vedtak", "restanse", *om(data)).out
    refused = styring("status", "oppdater", "V-2", "--status", "ferdig", *om(data))
    assert (refused.status, refused.out) == (3, "")
    assert refused.err == (
        "Feil: V-2 trenger ingen oppfølging, så ingen runde gjelder for det\n"
        "Skal det følges opp likevel: «styring vedtak endre V-2 --fjern oppfoelging».\n"
    )
    assert (
        styring("vedtak", "endre", "V-2", "--fjern", "oppfølging", "--data", str(data)).status == 0
    )
    assert (data / "vedtak.yaml").read_text(encoding="utf-8") == RESOLUTIONS
    new = ("Rapport", "--type", "politisk", "--ingen-oppfoelging", "Tatt til orientering")
    assert styring("vedtak", "ny", *new, *om(data)).status == 0
    text = (data / "vedtak.yaml").read_text(encoding="utf-8")
    assert text.endswith("    oppfoelging: {ingen: Tatt til orientering}\n")


@pytest.mark.parametrize("written", ["ingen", "{}"])
def test_reason_must_be_there(written: str, data: Path) -> None:
    """That none is needed, and not why, is a fault at its place, with what to write."""
    path = data / "vedtak.yaml"
    path.write_text(RESOLUTIONS.replace("{ingen: Til orientering}", written), encoding="utf-8")
    fault, _ = json.loads(styring("valider", *om(data), "--format", "json").out)
    assert (fault["kode"][:4], fault["linje"], fault["kolonne"]) == ("FELT", 19, 34)
    assert "«ingen: …»" in fault["raad"]
