"""A round of the real data as a new user would do it: all ways to report, and back again."""

import shutil
import subprocess
from contextlib import closing
from pathlib import Path

import pytest
from conftest import DATA
from driver import styring
from samtale import CTRL_C, FERDIG, Conversation, Editor, fill, own_editor

from styring.register.lasting import last


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Editor:
    """The user's editor, with a folder of its own for temporary files."""
    return own_editor(tmp_path, monkeypatch)


def test_a_round_of_the_real_data_and_back(
    tmp_path: Path, editor: Editor, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Delegate, break down, report all of SOS in three ways, undo it: git sees no difference."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "data"
    shutil.copytree(DATA, folder)

    def git(*words: str) -> str:
        who = ("-c", "user.name=Test", "-c", "user.email=test@example.org")
        command = ["git", *who, "-c", "core.autocrlf=false", "-C", str(folder), *words]
        return subprocess.run(command, check=True, capture_output=True).stdout.decode()

    git("init", "-q")
    git("add", ".")
    git("commit", "-q", "-m", "Dataene")

    def does(*words: str) -> str:
        ended = styring(*words, "--dato", "2023-05-05")
        assert (ended.status, ended.err) == (0, "")
        return ended.out

    (fagsjef,) = (k for k in last(folder).kontakter if (k.stilling or "").startswith("Fagsjef"))
    said = does("oppdrag", "deleger", "SOS-2023-01", "--til", fagsjef.id)
    assert "er delegert fra Else Pran (elspra) til Kari Westgaard Berg (kwe).\n" in said
    does("oppdrag", "del-opp", "sos-1", "Høre planen", "Svare på høringen", "Vedta planen")
    steps = 2

    # SOS-2023-01 and its first oppgave through the questions; the rest is passed over
    words = ("status", "oppdater", "--sektor", "SOS", "--dato", "2023-05-05")
    with closing(Conversation(tmp_path, *words, anew=True)) as talk:
        assert "\n8 igjen\nSOS-2023-01  " in talk.answer("Status", "under arbeid")
        for question, text in (
            ("Kommentar", "Planen er på høring til juni."),
            (FERDIG, "2023-K4"),
            ("Vurdering", "grønn"),
            ("Avvik", ""),
            ("Status", "ferdig"),
            ("Kommentar", ""),
        ):
            talk.answer(question, text)
        talk.wait_for("Status: ")
        talk.press(CTRL_C)
        assert talk.end()[0] == 130
    steps += 2

    # two oppgaver and an oppdrag through the editor
    for id_ in ("SOS-2023-01.2", "SOS-2023-01.3"):
        editor.will(fill(id_, status="ikke_startet"))
        does("status", "oppdater", id_, "--rediger")
        for path in editor.folder.glob("shown-*"):
            path.unlink()
    fields = {"status": "ferdig", "kommentar": "Forumet møtes hver måned."}
    editor.will(fill("SOS-2023-02", **fields))
    does("status", "oppdater", "--sektor", "SOS", "--rediger")
    steps += 3

    # the rest from a spreadsheet
    listed = does("oppdrag", "list", "--sektor", "SOS", "--uten-rapport", "--format", "csv")
    head, *rows = listed.removeprefix("\ufeff").splitlines()
    assert [row.split(";")[0] for row in rows] == ["SOS-2023-03", "SOS-2023-04", "SOS-2023-05"]
    filled = [row.replace(";ikke_rapportert;", ";Satt på vent;") for row in rows]
    lines = [f"{head};kommentar;forventet ferdig"]
    lines += [f'{row};"Venter på svar; ring Else";31.12.2023' for row in filled]
    Path("sos.csv").write_bytes("\r\n".join(lines).encode("cp1252"))
    does("status", "oppdater", "--fra", "sos.csv")
    steps += 1

    assert does("status", "oppdater", "--sektor", "SOS") == "Ingenting mangler rapport.\n"
    assert styring("valider", "--dato", "2023-05-05", "--streng").status == 0
    changed = git("diff", "--numstat").split()
    assert changed[1:] == ["0", "oppdrag.yaml"], "lines come in, and none goes out"
    assert git("status", "--porcelain") == " M oppdrag.yaml\n"
    for _ in range(steps):
        assert styring("angre").out.startswith("Angret: styring ")
    assert styring("angre").status == 3
    assert git("status", "--porcelain") == git("diff") == ""
