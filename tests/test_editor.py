"""The form of `status oppdater --rediger`, in an editor."""

from pathlib import Path

import pytest
from driver import styring
from samtale import CTRL_C, Editor, asked, fill, own_editor, report


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Editor:
    """The user's editor, with a folder of its own for temporary files."""
    return own_editor(tmp_path, monkeypatch)


EDIT = ("status", "oppdater", "--rediger", "--dato", "2024-05-15")
NOTHING = "Ingenting er fylt ut, så ingenting er rapportert.\n"


def left(editor: Editor) -> list[Path]:
    """The files that are left of the form."""
    return [path for path in (editor.folder.parent / "tmp").rglob("*") if path.is_file()]


def test_form_has_what_lacks_a_report(data: Path, editor: Editor) -> None:
    """The editor opens on what is asked for, with who has it; what is filled in is reported."""
    editor.will(fill("ÆLD-2024-01", status="ferdig", kommentar="Alle kan knyte nå."))
    ended = styring(*EDIT, "--sektor", "ÆLD", "--sektor", "ARK")
    said = "ÆLD-2024-01 er rapportert for 2024-VÅR: ferdig.\nAngre med «styring angre».\n"
    assert ended == (0, said, "")
    (form,) = editor.shown
    assert form.startswith("# Fyll ut det du vil rapportere. Det du lar stå tomt, blir ikke ")
    assert [line for line in form.splitlines() if line.startswith("- id: ")] == [
        "- id: ÆLD-2024-01",
        "- id: ARK-2024-01",
    ]
    assert (
        "# ÆLD-2024-01  Eldre lærer yngre å knyte\n"
        "#   Rapport for 2024-VÅR. Ansvarlig: ingen. Frist: 2024-T2.\n"
    ) in form
    assert editor.form.suffix == ".yaml"


def test_text_is_whole_whatever_is_in_it(data: Path, editor: Editor) -> None:
    """Colon, `#`, bullets and many lines; also when the form comes back, and is handed in later."""
    text = "Ferdig: se sak #12. Vi mangler penger.\n- én ting\n# og en til"
    editor.will(
        fill("ÆLD-2024-01", status="fredig", kommentar=text.replace("\n", "\n    ")),
        "pass",
    )
    ended = styring(*EDIT, "æld-1", "ark-2024-1")
    assert ended.status == 3
    assert "  # FEIL: ukjent status «fredig»\n" in editor.shown[1]
    saved = editor.form.read_text(encoding="utf-8").replace("fredig", "ferdig")
    Path("skjema.yaml").write_text(saved, encoding="utf-8")
    ended = styring("status", "oppdater", "--fra", "skjema.yaml", "--dato", "2024-05-15")
    assert (ended.status, ended.err) == (0, "")
    assert report(data, "ÆLD-2024-01") == {"status": "ferdig", "kommentar": text}


def test_text_behind_a_status_is_told_of(data: Path, editor: Editor) -> None:
    """The form comes back with it, and it is taken when it stands where all of it is kept."""
    editor.will(
        fill("ÆLD-2024-01", status="under arbeid # nesten ferdig, mangler to"),
        "text = form.read_text(encoding='utf-8')\n"
        "text = text.replace('  kommentar:\\n', '')\n"
        "text = text.replace(' arbeid # nesten', ' arbeid\\n  kommentar: #nesten')\n"
        "form.write_text(text, encoding='utf-8')",
    )
    assert styring(*EDIT, "æld-1").status == 0
    assert (
        "  # FEIL: teksten fra «# nesten ferdig, mangler to» er en merknad, og blir ikke med\n"
        "  # FEIL:   Skriv den i «kommentar», der alt blir med, eller på en linje for seg selv.\n"
        "  status: under arbeid # nesten ferdig, mangler to\n"
    ) in editor.shown[1]
    said = {"status": "under_arbeid", "kommentar": "#nesten ferdig, mangler to"}
    assert report(data, "ÆLD-2024-01") == said


def test_faults_come_back_and_nothing_typed_is_lost(data: Path, editor: Editor) -> None:
    """Faults of words and of rules stand above their lines, until all is right; then it is gone."""
    editor.will(
        fill("ÆLD-2024-01", status="fredig", kommentar="Går bra nå, takk", avvik="Tauet"),
        "form.write_bytes(form.read_bytes().replace(b'fredig', b'ferdig'))",
        "form.write_bytes(form.read_bytes().replace(b'\\n  tiltak:', b'\\n  tiltak: Garn', 1))",
    )
    ended = styring(*EDIT, "æld-1", "ark-2024-1")
    said = "ÆLD-2024-01 er rapportert for 2024-VÅR: ferdig.\nAngre med «styring angre».\n"
    assert ended == (0, said, "")
    first, second, third = editor.shown
    assert "FEIL" not in first
    assert (
        "  # FEIL: ukjent status «fredig»\n  # FEIL:   Mente du «ferdig»?\n  status: fredig\n"
        in second
    )
    assert "kommentar: Går bra nå, takk\n" in second
    assert (
        "  # FEIL: avvik uten tiltak\n  # FEIL:   Skriv «tiltak: …» i samme rapport.\n"
        "  avvik: Tauet\n" in third
    )
    assert "ukjent status" not in third
    assert report(data, "ÆLD-2024-01") == {
        "status": "ferdig",
        "kommentar": "Går bra nå, takk",
        "avvik": "Tauet",
        "tiltak": "Garn",
    }
    assert left(editor) == []


@pytest.mark.parametrize(
    ("scripts", "status", "said"),
    [
        (["raise SystemExit(1)"], 3, "Feil: redigeringsprogrammet avsluttet med status 1\n"),
        ([""], 0, NOTHING),
        (["form.write_text('')"], 0, NOTHING),
        ([fill("ÆLD-2024-01", kommentar="")], 0, NOTHING),
    ],
)
def test_form_without_anything_typed_is_taken_away(
    scripts: list[str], status: int, said: str, data: Path, editor: Editor
) -> None:
    """An editor that fails, or that saves nothing, leaves no file and reports nothing."""
    editor.will(*scripts)
    ended = styring(*EDIT, "æld-1")
    assert (ended.status, ended.out + ended.err) == (status, said)
    assert left(editor) == []
    assert report(data, "ÆLD-2024-01") == {}


@pytest.mark.parametrize(
    ("scripts", "said"),
    [
        (
            [fill("ÆLD-2024-01", status="fredig"), ""],
            (
                "Feil: det er fortsatt feil i skjemaet, så ingenting er rapportert\n"
                "Det du skrev, ligger i {}. Rett det, og bruk --fra med den filen.\n"
            ),
        ),
        (  # a program that writes the same each time, whatever it is shown
            ["form.write_text('- id: æld-1\\n  status: fredig\\n')"] * 9,
            (
                "Feil: det er fortsatt feil i skjemaet, så ingenting er rapportert\n"
                "Det du skrev, ligger i {}. Rett det, og bruk --fra med den filen.\n"
            ),
        ),
        (
            [fill("ÆLD-2024-01", status="fredig") + "\nraise SystemExit(3)"],
            "Feil: redigeringsprogrammet avsluttet med status 3\nDet du skrev, ligger i {}.\n",
        ),
        (
            [fill("ÆLD-2024-01", status="fredig"), "raise SystemExit(3)"],
            "Feil: redigeringsprogrammet avsluttet med status 3\nDet du skrev, ligger i {}.\n",
        ),
    ],
)
def test_form_that_is_given_up_is_kept(
    scripts: list[str], said: str, data: Path, editor: Editor
) -> None:
    """What was typed stands in a file that is named, and that --fra can take when it is right."""
    editor.will(*scripts)
    ended = styring(*EDIT, "æld-1")
    assert ended == (3, "", said.format(editor.form))
    assert left(editor) == [editor.form]
    typed = editor.form.read_text(encoding="utf-8")
    assert "status: fredig\n" in typed
    editor.form.write_text(typed.replace("fredig", "ferdig"), encoding="utf-8")
    taken = styring("status", "oppdater", "--fra", str(editor.form), "--dato", "2024-05-15")
    assert taken.status == 0
    assert "RAP012: rapporten har ingen kommentar" in taken.err
    assert report(data, "ÆLD-2024-01") == {"status": "ferdig"}


@pytest.mark.parametrize("command", ["finnes-ikke-her", "finnes-ikke-her -w", "vi 'uten slutt"])
def test_editor_that_is_missing_is_named(
    command: str, data: Path, editor: Editor, monkeypatch: pytest.MonkeyPatch
) -> None:
    """VISUAL goes before EDITOR; where it cannot be started it is said which, and how to set it."""
    monkeypatch.setenv("VISUAL", command)
    assert styring(*EDIT, "æld-1") == (
        3,
        "",
        (
            f"Feil: redigeringsprogrammet «{command}» lar seg ikke starte\n"
            "Sett EDITOR til det du bruker, for eksempel «export EDITOR=nano».\n"
        ),
    )
    assert left(editor) == []


def test_editor_that_takes_the_form_away_is_no_crash(
    data: Path, editor: Editor, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A form that is gone is said so; a VISUAL that is blank is none."""
    monkeypatch.setenv("VISUAL", " ")
    editor.will("form.unlink()")
    ended = styring(*EDIT, "æld-1")
    assert (ended.status, ended.out) == (3, "")
    assert ended.err.startswith("Feil: redigeringsprogrammet har tatt bort skjemaet")


def test_editor_with_other_line_ends_is_read(data: Path, editor: Editor) -> None:
    """CRLF, a BOM and Windows-1252 are what some editors save; the first two are no fault."""
    editor.will(
        fill("ÆLD-2024-01", status="fredig", kommentar="På sjøen hver dag")
        + "\nform.write_bytes(b'\\xef\\xbb\\xbf' + form.read_bytes().replace(b'\\n', b'\\r\\n'))",
        "form.write_bytes(form.read_bytes().replace(b'fredig', b'ferdig'))",
    )
    assert styring(*EDIT, "æld-1").status == 0
    second = editor.shown[1]
    assert "  # FEIL: ukjent status «fredig»\r\n" in second
    assert second.count("\n") == second.count("\r\n")
    assert report(data, "ÆLD-2024-01") == {"status": "ferdig", "kommentar": "På sjøen hver dag"}
    assert left(editor) == []


def test_form_that_is_no_text_comes_back(data: Path, editor: Editor) -> None:
    """Bytes that are not UTF-8 are kept as they are, and said to be a fault."""
    editor.will(
        fill("ÆLD-2024-01", status="ferdig", kommentar="X hver dag")
        + "\nform.write_bytes(form.read_bytes().replace(b'X hver', b'S\\xf8 hver'))",
        "",
    )
    ended = styring(*EDIT, "æld-1")
    assert ended.status == 3
    assert b"kommentar: S\xf8 hver dag\n" in editor.form.read_bytes()
    assert "# FEIL: " in editor.shown[1]
    assert report(data, "ÆLD-2024-01") == {}


def test_form_can_be_tried_without_writing(data: Path, editor: Editor) -> None:
    """With --diff the change is shown, nothing is written, and the form is kept and named."""
    editor.will(fill("ÆLD-2024-01", status="ferdig"))
    ended = styring(*EDIT, "æld-1", "--diff")
    assert ended.status == 0
    assert "+      - {periode: 2024-VÅR, dato: 2024-05-15, status: ferdig}\n" in ended.out
    assert ended.err.endswith(f"\nDet du skrev, ligger i {editor.form}.\n")
    assert left(editor) == [editor.form]
    assert report(data, "ÆLD-2024-01") == {}
    assert styring(*EDIT, "byg-2024-2") == (0, "Ingenting mangler rapport.\n", "")


def test_ctrl_c_in_the_editor_is_the_editors(data: Path, editor: Editor) -> None:
    """The program waits for its editor, which may heed Ctrl-C in its own way."""
    editor.will(
        "import signal\n"
        "signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])\n"
        "print('åpen', flush=True)\nsignal.sigwait([signal.SIGINT])\nprint('hørt')\n"
        + fill("ÆLD-2024-01", status="ferdig")
    )
    with asked(data, "--rediger", "æld-1", EDITOR=editor.command) as talk:
        talk.wait_for("åpen")
        talk.press(CTRL_C)
        talk.wait_for("hørt")
        status, rest = talk.end()
    assert status == 0
    assert "ÆLD-2024-01 er rapportert for 2024-VÅR: ferdig.\n" in rest
