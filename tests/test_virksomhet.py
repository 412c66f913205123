"""Virksomheter under a sektor, and sectors that are no longer, from outside."""

import json
import shutil
from pathlib import Path

import pytest
from conftest import ROOT
from driver import Ended, anew, styring

DAY = ("--dato", "2025-09-15")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A municipality that has split a sector in two."""
    data = tmp_path / "data"
    shutil.copytree(ROOT / "tests" / "papirer" / "omorganisering", data)
    return data


def asked(data: Path, *words: str) -> list[dict[str, object]]:
    """What a command answers to machines."""
    ended = styring(*words, "--format", "json", *DAY, data=data)
    assert ended.status == 0, ended.err
    return list(json.loads(ended.out))


def done(data: Path, *words: str) -> Ended:
    """A command that is done."""
    ended = styring(*words, *DAY, data=data)
    assert ended.status == 0, ended.err
    return ended


def test_leader_has_the_oppgaver_of_a_virksomhet(data: Path) -> None:
    """Until somebody else is given one; and is chased for it."""
    shown = done(data, "oppdrag", "vis", "OMS-2025-01").out
    assert "Eva Ruud" in shown
    assert "Bo Solheim" in shown
    missing = {en["id"]: en["ansvarlig"] for en in asked(data, "rapport", "mangler")}
    assert missing["OMS-2025-01.1"] == "evaruud"


def test_handing_on_to_a_virksomhet_is_to_its_leader(data: Path) -> None:
    """The chain has the person, who is asked from then on."""
    done(data, "oppdrag", "deleger", "HEL-2025-01", "--til", "legevakt")
    (one,) = asked(data, "oppdrag", "vis", "HEL-2025-01")
    assert one["ansvarlig"] == "bosol"
    nobody = styring("virksomhet", "endre", "legevakt", "--fjern", "leder", *DAY, data=data)
    assert nobody.status == 0
    ended = styring("oppdrag", "deleger", "HEL-2025-01", "--til", "legevakt", *DAY, data=data)
    assert (ended.status, "har ingen leder" in ended.err) == (3, True)


@pytest.mark.parametrize("unit", ["hjemmetjenesten", "hjemme-nord", "legevakt"])
def test_lists_go_by_virksomhet_and_those_under_it(unit: str, data: Path) -> None:
    """What one shares, does some of, or has somebody who holds."""
    found = [post["id"] for post in asked(data, "oppdrag", "list", "--virksomhet", unit)]
    assert found == ["OMS-2025-01"]
    done(data, "oppdrag", "deleger", "HEL-2025-01", "--til", unit)
    both = [post["id"] for post in asked(data, "oppdrag", "list", "--virksomhet", unit)]
    assert both == [*found, "HEL-2025-01"]


def test_overview_goes_by_virksomhet(data: Path) -> None:
    """One counts in each that takes part, and once in the sum."""
    ended = done(data, "status", "--etter", "virksomhet")
    assert "Hjemmetjenesten nord" in ended.out
    assert "flere virksomheter er med på" in ended.err


def test_plan_of_a_virksomhet_has_what_it_takes_part_in(data: Path) -> None:
    """And names it."""
    of_it = ("--virksomhet", "hjemme-nord")
    plan = done(data, "rapport", "virksomhetsplan", "--sektor", "OMS", *of_it)
    assert plan.out.startswith("# Virksomhetsplan 2025 for Hjemmetjenesten nord")
    assert "Eva Ruud, Hjemmetjenesten nord" in plan.out
    other = done(data, "rapport", "virksomhetsplan", "--sektor", "HEL", *of_it)
    assert "har ingen oppdrag" in other.out


def test_sector_that_is_no_longer_keeps_what_it_had_and_gets_nothing(data: Path) -> None:
    """What is left is told of; it moves as anything does; nothing new is given to it."""
    new = styring("oppdrag", "ny", "Noe nytt", "--sektor", "HO", *DAY, data=data)
    assert (new.status, "Helse og omsorg (HO) er nedlagt" in new.err) == (3, True)
    then = ("--aar", "2024", "--dato", "2024-06-01")
    old = styring("oppdrag", "ny", "Noe", "--sektor", "HO", *then, data=data)
    assert old.status == 0
    told = styring("valider", *DAY, data=data).out
    assert "VIR005: HO er nedlagt, men har HO-2024-02" in told
    done(data, "oppdrag", "endre", "HO-2024-02", "--sektor", "OMS")
    assert "VIR005" not in styring("valider", *DAY, data=data).out


def test_sector_that_is_no_longer_cannot_share_or_follow_up(data: Path) -> None:
    """Neither an oppdrag nor a vedtak; and Tab does not offer it."""
    for words in (
        ("oppdrag", "endre", "HEL-2025-01", "--delansvar", "HO"),
        ("vedtak", "ny", "Nytt", "--type", "politisk", "--sektor", "HO"),
    ):
        ended = styring(*words, *DAY, data=data)
        assert (ended.status, "er nedlagt" in ended.err) == (3, True), ended.err
    typed = ("--data", str(data), *DAY, "oppdrag", "ny", "Nytt", "--sektor", "")
    tab = anew(_STYRING_COMPLETE="complete_styring", _STYRING_ORD="\x1f".join(typed))
    offered = styring(process=tab).out.split()
    assert "OMS" in offered
    assert "HO" not in offered


def test_virksomhet_is_added_and_taken_away_by_command(data: Path) -> None:
    """Below a sector or another; what refers to it is in the way."""
    before = (data / "kontakter.yaml").read_bytes()
    done(data, "virksomhet", "ny", "Sykehjemmet", "--id", "sykehjem", "--under", "OMS")
    done(data, "virksomhet", "ny", "Avdeling A", "--id", "avd-a", "--under", "sykehjem")
    assert [en["id"] for en in asked(data, "virksomhet", "list")][-2:] == ["sykehjem", "avd-a"]
    refused = styring("virksomhet", "fjern", "legevakt", *DAY, data=data)
    assert (refused.status, "OMS-2025-01" in refused.err) == (3, True)
    for _ in range(2):
        done(data, "angre")
    assert (data / "kontakter.yaml").read_bytes() == before


def test_one_id_is_of_a_sector_or_a_virksomhet(data: Path) -> None:
    """What shares responsibility is given by it, so it is given once."""
    path = data / "kontakter.yaml"
    path.write_text(path.read_text("utf-8").replace("id: legevakt,", "id: oms,"), "utf-8")
    assert "ID001" in styring("valider", *DAY, data=data).out
