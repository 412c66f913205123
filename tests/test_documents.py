"""Documents: as in the golden files, and without what is not for their readers."""

from pathlib import Path

import pytest
from conftest import GOLDEN, ROOT, Golden
from dokumentene import DAY, copied, made
from driver import styring

from styring.documents.brev import Brev
from styring.documents.notat import Notat
from styring.documents.virksomhetsplan import Virksomhetsplan


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the fictional municipality as `data`, in a folder to stand in."""
    return copied(tmp_path, monkeypatch)


EKSEMPELET = ("--data", "eksempel", "--dato", DAY)
SHOWN = {
    "brev-data.md": ("brev", "--data", "data", "--dato", "2023-09-15"),
    "brev.md": ("brev", *EKSEMPELET),
    "aar.md": ("rapport", "aar", *EKSEMPELET),
    "tertial.md": ("rapport", "tertial", *EKSEMPELET),
    "vedtak.md": ("rapport", "vedtak", *EKSEMPELET),
    "notat.md": ("rapport", "notat", "--sektor", "HEL", *EKSEMPELET),
    "virksomhetsplan.md": ("rapport", "virksomhetsplan", "--sektor", "HEL", *EKSEMPELET),
    "brev.html": ("brev", *EKSEMPELET, "--format", "html"),
}
"""What is held against a golden file."""

# --- the letter -----------------------------------------------------------------------------


@pytest.mark.parametrize("name", SHOWN)
def test_document_is_as_in_the_golden_file(
    name: str, golden: Golden, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The documents are as someone has read that they are."""
    monkeypatch.chdir(ROOT)
    ended = styring(*SHOWN[name])
    assert ended.status == 0
    golden(f"dokumenter/{name}", ended.out)


def test_every_golden_file_is_used() -> None:
    """No golden file is left behind by a test that is gone."""
    assert {path.name for path in (GOLDEN / "dokumenter").iterdir()} == set(SHOWN)


PRIVATE = ("000 00 0", "@", ".example", "prosjekt", "11840")
UNNTATTE = ("HEL-2025-03", "Kjøpe tomt", "takserte", "trukket seg")


def printed(folder: Path, template: str, names: tuple[str, ...], *words: str) -> str:
    """All that a template gets, printed by one of the municipality's own."""
    text = "".join(f"{{{{ {name} }}}}\n\n" for name in names)
    (folder / "maler" / template).write_text(text, encoding="utf-8")
    return styring(*words, "--dato", DAY).out


# --- what is not for the public -------------------------------------------------------------


def test_template_that_prints_all_it_gets_prints_nothing_private(folder: Path) -> None:
    """What is unntatt, telephones, addresses and own fields are not there to be printed."""
    text = printed(folder, "brev.md", Brev._fields, "brev")
    assert "Åpne ett felles mottak for familier som trenger hjelp" in text
    assert "Stortingsvalg" in text
    assert [word for word in (*PRIVATE, *UNNTATTE) if word in text] == []


@pytest.mark.parametrize(
    ("name", "fields"), [("notat", Notat._fields), ("virksomhetsplan", Virksomhetsplan._fields)]
)
def test_internal_document_has_names_but_no_telephones(
    folder: Path, name: str, fields: tuple[str, ...]
) -> None:
    """What is unntatt is there, and it says so; how people are reached is not."""
    text = printed(folder, f"{name}.md", fields, "rapport", name, "--sektor", "hel")
    assert "Torbjørn Fabelåsen" in text
    assert UNNTATTE[1] in text
    assert [word for word in PRIVATE if word in text] == []
    (folder / "maler" / f"{name}.md").unlink()
    whole = made(styring("rapport", name, "--sektor", "hel", "--dato", DAY), said="")
    assert "**Unntatt offentlighet:** Noe i " in whole
    assert "offl. § 23 første ledd" in whole
    without = made(styring("rapport", name, "--sektor", "opv", "--dato", DAY), said="")
    assert "nntatt" not in without


# --- formats and files ----------------------------------------------------------------------


def test_exemption_that_says_nothing_is_not_published(folder: Path) -> None:
    """`unntatt:` with nothing behind it is a fault, and what it stands in is left out."""
    file = folder / "oppdrag" / "hel.yaml"
    text = file.read_text(encoding="utf-8")
    assert text.count("    unntatt: {hjemmel: offl. § 23 første ledd}\n") == 1
    file.write_text(text.replace(" {hjemmel: offl. § 23 første ledd}", ""), encoding="utf-8")
    ended = styring("brev", "--dato", DAY)
    assert ended.status == 1
    assert "Kjøpe tomt" not in ended.out
    assert "unntatt er tomt" in ended.err
