"""Which folder is the data folder, and that nobody changes another than they think."""

from pathlib import Path

import pytest
from driver import styring

FILER = {
    "kommune.yaml": "navn: Lillevik kommune\n",
    "kontakter.yaml": "sektorer: [{kode: TEK, navn: Teknikk}]\n",
    "maal.yaml": "satsingsomraader: []\n",
    "oppdrag/tek.yaml": "aar: 2026\noppdrag:\n  - {id: TEK-2026-01, tittel: Male, sektor: TEK}\n",
}
ENDRE = ("oppdrag", "endre", "tek-1", "--frist", "2026-K4")


def make(folder: Path) -> Path:
    """A folder with the files of a municipality."""
    for name, text in FILER.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize("where", ["lillevik", "lillevik/oppdrag"])
def test_folder_with_the_files_is_found_from_within(
    where: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever it is called; nothing is said of where, for one stands in it."""
    make(tmp_path / "lillevik")
    monkeypatch.chdir(tmp_path / where)
    assert styring("oppdrag", "list", "-k", "id").out.split() == ["Id", "TEK-2026-01"]
    ended = styring(*ENDRE)
    assert (ended.status, ended.err) == (0, "")
    assert styring("angre").err == ""


def test_folder_called_data_is_found_beside_and_above(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In silence where it is right here; the first change says so where it is further up."""
    data = make(tmp_path / "data")
    monkeypatch.chdir(tmp_path)
    assert styring(*ENDRE).err == ""
    (tmp_path / "notater" / "mai").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "notater" / "mai")
    assert styring("oppdrag", "list").err == ""
    said = f"Endrer i Lillevik kommune ({data}).\n"
    assert styring("angre").err == said
    assert styring(*ENDRE).err == said
    assert styring(*ENDRE, "--data", "../../data").err == ""
    monkeypatch.setenv("STYRING_DATA", str(data))
    assert styring("angre").err == ""


def test_municipality_without_a_name_is_told_by_its_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The place is what there is to say."""
    data = make(tmp_path / "data")
    (data / "kommune.yaml").unlink()
    (tmp_path / "notater").mkdir()
    monkeypatch.chdir(tmp_path / "notater")
    assert styring(*ENDRE).err == f"Endrer i kommunen ({data}).\n"


def test_nearest_folder_is_the_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The one stood in goes before a `data` in it, and a `data` here before one further up."""
    make(tmp_path / "data")
    inner = make(tmp_path / "lillevik")
    (inner / "oppdrag" / "tek.yaml").write_text(
        "aar: 2026\noppdrag:\n  - {id: TEK-2026-07, tittel: Feie, sektor: TEK}\n", encoding="utf-8"
    )
    monkeypatch.chdir(inner)
    assert "TEK-2026-07" in styring("oppdrag", "list").out
    make(inner / "data")
    assert "TEK-2026-07" in styring("oppdrag", "list").out
    monkeypatch.chdir(tmp_path)
    assert "TEK-2026-01" in styring("oppdrag", "list").out


@pytest.mark.parametrize("name", ["kontakter.yaml", "oppdrag/plan.docx", "maal/liste.yaml"])
def test_folder_with_one_such_file_is_nobodys_data(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A lone file may be called so by chance; the way out is said."""
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_text("a: 1\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    ended = styring("status")
    assert ended.status == 3
    assert "fant ingen datamappe" in ended.err
    assert "stå i mappen med filene" in ended.err
