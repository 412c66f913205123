"""The shapes of real papers, written as data folders with made-up names: each is held as it is."""

import pytest
from conftest import ROOT
from driver import styring

PAPIRER = ROOT / "tests" / "papirer"


@pytest.mark.parametrize("paper", sorted(path.name for path in PAPIRER.iterdir()))
def test_paper_is_held_without_bending(paper: str) -> None:
    """What it says has fields of its own, and none of it is a fault."""
    ended = styring("valider", "--dato", "2026-01-15", data=PAPIRER / paper)
    assert ended.status == 0, ended.out + ended.err
    files = (PAPIRER / paper).rglob("*.yaml")
    assert not any("egne:" in file.read_text(encoding="utf-8") for file in files)
