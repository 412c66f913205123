"""The end of a year in a small municipality."""

import shutil
from pathlib import Path
from textwrap import dedent

import pytest
from conftest import DATA

NEW_YEAR = ("--dato", "2024-01-02")


def content(folder: Path) -> dict[str, bytes]:
    """All that is in a folder but its journal, empty folders too."""
    return {
        path.relative_to(folder).as_posix(): b"/" if path.is_dir() else path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if ".styring" not in path.parts
    }


def ended_year(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder with one year of three oppdrag; one is done, one has comments."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "data"
    shutil.copytree(DATA, folder)
    text = """\
        # Oppdragene.
        aar: 2023
        kilde: Brevet

        oppdrag:
          - id: SOS-2023-01
            tittel: Ferdig
            sektor: SOS
            rapporter: [{periode: 2023-T2, dato: 2023-09-01, status: ferdig, kommentar: Er i mål}]

          # Denne tar tid.
          - id: SOS-2023-02   # viktig
            tittel: Ikke ferdig
            sektor: SOS
            frist: 2023-12-31
            kilde: Et annet brev
            # kanskje mer her

          - id: TEK-2023-01
            tittel: Utgår
            sektor: TEK
            rapporter: [{periode: 2023-T2, dato: 2023-09-01, status: utgaar}]
        """
    (folder / "oppdrag.yaml").write_text(dedent(text), encoding="utf-8")
    return folder
