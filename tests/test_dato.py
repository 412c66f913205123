"""`--dato`: what is shown of a day is what was known on it."""

import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import EKSEMPEL
from driver import styring
from every_command import commands, said

DAY = "2025-09-15"
LATER = "2026-02-02"

SHOWS: dict[str, tuple[tuple[str, ...], ...]] = {
    "aarshjul list": ((),),
    "aarshjul vis": ((),),
    "brev": ((),),
    "kontakt list": ((),),
    "kontakt vis": (("TEK", "HEL"),),
    "maal list": ((),),
    "maal tre": ((),),
    "maal vis": (("TO", "TO1", "TO1.1"),),
    "oppdrag list": (
        (),
        ("-k", "id,ansvarlig,status,periode,rapportert,kommentar"),
        ("--status", "ferdig"),
        ("--ansvarlig", "samfan"),
        ("--forsinket",),
        ("--sok", "KANARI"),
    ),
    "oppdrag vis": (("tek-1", "tek-2"),),
    "rapport aar": ((),),
    "rapport mangler": ((), ("--periode", "T2")),
    "rapport notat": (("--sektor", "TEK"),),
    "rapport tertial": ((), ("--periode", "T1")),
    "rapport vedtak": ((), ("--etter", "aar")),
    "rapport virksomhetsplan": (("--sektor", "TEK"),),
    "roedtraad": ((), ("--hull",), ("--matrise",), ("tek-1",)),
    "status": ((), ("--etter", "ansvarlig"), ("--siden", "T1"), ("--hvorfor",)),
    "vedtak list": ((), ("--aapne",)),
    "vedtak restanse": ((),),
    "vedtak vis": (("v-2025-01", "v-2025-03"),),
}
"""What is shown of how it stands, each with some ways to ask for it."""
OF_THE_FILES = {"logg", "valider"} | {
    f"{kind} {word}"
    for kind in ("periode", "sak", "sektor", "tema", "vedtakstype", "virksomhet")
    for word in ("list", "vis")
}
"""What has been changed, what is wrong, for a date after the day is, and what is of no day."""


def later(content: Any, someone: str) -> Any:
    """Data in which all is done, handed on, measured and answered after the day."""
    if isinstance(content, list):
        return [later(one, someone) for one in content]
    if not isinstance(content, dict):
        return content
    changed = {key: later(value, someone) for key, value in content.items()}
    if "sektor" in changed and not {"navn", "spor"} & {*changed}:
        report = {"periode": "2025-AAR", "dato": LATER, "status": "ferdig", "kommentar": "KANARI"}
        step = {"dato": LATER, "til": someone}
        changed["rapporter"] = [*changed.get("rapporter", ()), report]
        changed["delegering"] = [*changed.get("delegering", ()), step]
    if changed.get("type") == "verbal" and "tilbakemelding" not in changed:
        changed["tilbakemelding"] = {"dato": LATER, "tekst": "KANARI"}
    if "enhet" in changed:
        changed["maalinger"] = [*changed.get("maalinger", ()), {"tid": LATER, "verdi": 777.5}]
    return changed


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The fictional municipality, half a year on."""
    data = tmp_path_factory.mktemp("senere") / "data"
    shutil.copytree(EKSEMPEL, data)
    for path in data.rglob("*.yaml"):
        content = later(yaml.safe_load(path.read_text(encoding="utf-8")), "samfan")
        path.write_text(yaml.safe_dump(content, allow_unicode=True, sort_keys=False), "utf-8")
    return data


def test_all_that_shows_how_it_stands_is_tried() -> None:
    """Whatever has a format shows something."""
    shown = {name for name in commands() if "--format" in said()[(*name.split(), "--help")][1]}
    assert shown == {*SHOWS, *OF_THE_FILES}


@pytest.mark.parametrize("name", SHOWS)
def test_what_came_after_the_day_is_not_shown(name: str, folder: Path) -> None:
    """No report, delegation, measurement or answer: all is as if it were not there."""
    for words in SHOWS[name]:
        call = (*name.split(), *words, "--dato", DAY)
        was = styring(*call, "--data", str(EKSEMPEL))
        assert was.status == 0, was.err
        assert styring(*call, "--data", str(folder)) == was


def test_reports_of_the_round_that_were_made_after_the_day_are_told_of() -> None:
    """Also in the report of the round, which the day is that of."""
    for words in (("status",), ("rapport", "tertial")):
        ended = styring(*words, "--data", str(EKSEMPEL), "--dato", "2025-08-31")
        assert ended.err.startswith(
            "26 rapporter om tiden fram til 31.08.2025 er levert senere, og er ikke med. Velg en "
            "senere --dato for å få dem med.\n"
        )


def test_all_is_there_when_no_day_is_chosen(folder: Path) -> None:
    """And on a day when it had come."""
    data = ("--data", str(folder))
    for day in ((), ("--dato", LATER)):
        assert "777,5" in styring("maal", "vis", "TO1.1", *data, *day).out
        assert "KANARI" in styring("oppdrag", "vis", "tek-1", *data, *day).out
        assert "samfan" in styring("oppdrag", "vis", "tek-1", "-f", "json", *data, *day).out
