"""The questions of `status oppdater` on a real pseudo-terminal, and the form in an editor."""

import os
import select
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from time import monotonic
from typing import Any

import pytest
from child import at_terminal
from conftest import DATA, RIK, Run
from rich.cells import cell_len
from test_terminal import ESCAPE, surroundings, terminal

from styring.register.lasting import last
from styring.slag import OPPDRAG, OPPGAVE

PATIENCE = 20.0
"""Seconds until a question that does not come is a failure."""
CTRL_C, CTRL_D = "\x03", "\x04"


class Conversation:
    """A command that asks on a terminal of its own."""

    def __init__(
        self,
        folder: Path,
        *words: str,
        width: int = 80,
        anew: bool = False,
        env: Mapping[str, str] | None = None,
    ) -> None:
        self.ours, theirs = terminal(width)
        self.pid = at_terminal(theirs, folder, surroundings(**env or {}), *words, anew=anew)
        self.status: int | None = None
        """What it ended with, when it has been waited for."""
        os.close(theirs)
        self.seen = ""
        """All that has been shown."""
        self._raw = b""
        self._read = 0

    def wait_for(self, text: str) -> str:
        """What is shown until a text comes, and the text; from where the last wait ended."""
        end = monotonic() + PATIENCE
        while (at := self.seen.find(text, self._read)) < 0:
            if not self._more(end):
                raise AssertionError(f"no «{text}» in {self.seen[self._read :]!r}")
        part = self.seen[self._read : at + len(text)]
        self._read = at + len(text)
        return part

    def type(self, text: str, enter: str = "\r") -> None:
        """Types, and presses Enter."""
        os.write(self.ours, (text + enter).encode("utf-8", "surrogateescape"))

    def press(self, key: str) -> None:
        """Presses a key that is more than a letter, once the question is being waited on.

        A Ctrl-C between a question and the read that waits for its answer is seen after that read.
        """
        stat = Path(f"/proc/{self.pid}/stat")
        while stat.read_text().rpartition(")")[2].split()[0] != "S":
            os.sched_yield()
        self.type(key, enter="")

    def answer(self, question: str, text: str) -> str:
        """Waits for a question and answers it; what was shown before it."""
        shown = self.wait_for(f"{question}: ")
        self.type(text)
        return shown

    def end(self) -> tuple[int, str]:
        """The exit status, and what is shown until the end from where the last wait ended."""
        limit = monotonic() + PATIENCE
        while self._more(limit):
            pass
        return self._wait(), self.seen[self._read :]

    def _more(self, end: float) -> bool:
        ready, _, _ = select.select([self.ours], [], [], max(0.0, end - monotonic()))
        assert ready, f"nothing more came after {self.seen[self._read :]!r}"
        try:
            part = os.read(self.ours, 1 << 16)
        except OSError:  # how Linux says that nobody has it open any longer
            part = b""
        self._raw += part
        self.seen = ESCAPE.sub("", self._raw.decode("utf-8", "replace")).replace("\r\n", "\n")
        return bool(part)

    def close(self) -> None:
        """Ends it, if it has not ended."""
        if self.status is None:
            os.kill(self.pid, signal.SIGKILL)
            self._wait()
        os.close(self.ours)

    def _wait(self) -> int:
        self.status = os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])
        return self.status


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the fictional municipality, in the folder that the command stands in."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "data"
    shutil.copytree(RIK, folder)
    return folder


@contextmanager
def asked(data: Path, *words: str, width: int = 80, **env: str) -> Iterator[Conversation]:
    """`styring status oppdater` on a terminal, in the middle of the fictional data."""
    talk = Conversation(
        data.parent, "status", "oppdater", "--dato", "2024-05-15", *words, width=width, env=env
    )
    try:
        yield talk
    finally:
        talk.close()


def report(data: Path, id_: str) -> dict[str, Any]:
    """What the last report of an oppdrag says, of what people report; empty without one."""
    reports = last(data).etter_id(OPPDRAG)[id_.lower()].rapporter
    said = ("status", "kommentar", "forventet_ferdig", "vurdering", "avvik", "tiltak")
    values = {name: getattr(reports[-1], name) for name in said} if reports else {}
    return {name: str(value) for name, value in values.items() if value is not None}


FERDIG = "Forventet ferdig (30.6.2023, juni, 2. kvartal …)"
TEKST = "Ærlig talt: på skjæret, også øst."
QUESTIONS: tuple[tuple[str, str, dict[str, str]], ...] = (
    ("Status", "2", {"status": "under_arbeid"}),
    ("Kommentar", TEKST, {"kommentar": TEKST}),
    (FERDIG, "2024-K4", {"forventet_ferdig": "2024-K4"}),
    ("Vurdering", "gul", {"vurdering": "gul"}),
    ("Avvik", "Tauet røk", {"avvik": "Tauet røk"}),
    ("Tiltak", "Ullgarn", {"tiltak": "Ullgarn"}),
)
"""The questions of an oppdrag, an answer to each, and what of the report it is."""


def test_an_answer_is_whole_when_its_last_question_is_answered(data: Path) -> None:
    """Nothing is in the file before that, and all of it then, as one change."""
    expected: dict[str, str] = {}
    with asked(data, "--sektor", "ÆLD") as talk:
        for question, text, kept in QUESTIONS:
            shown = talk.wait_for(f"{question}: ")
            assert report(data, "ÆLD-2024-01") == {}
            if question == "Status":
                assert shown == (
                    "Svarene om hvert oppdrag lagres når du har svart på det siste spørsmålet. "
                    "Enter\n"
                    "hopper over, «tilbake» går ett spørsmål tilbake, og Ctrl-C avslutter uten å\n"
                    "lagre det du er midt i.\n"
                    "\n"
                    "1 igjen\n"
                    "ÆLD-2024-01  Eldre lærer yngre å knyte\n"
                    "  Rapport for 2024-VÅR. Ansvarlig: ingen. Frist: 2024-T2.\n"
                    "1 ikke startet   2 under arbeid   3 satt på vent   4 ferdig   5 utgår\n"
                    "Status: "
                )
            talk.type(text)
            expected |= kept
        status, rest = talk.end()
    assert (status, rest) == (0, "Ullgarn\nLagret.\n\nIngenting mangler rapport lenger.\n")
    assert report(data, "ÆLD-2024-01") == expected


@pytest.mark.parametrize("key", [CTRL_C, CTRL_D], ids=["ctrl-c", "ctrl-d"])
@pytest.mark.parametrize("number", range(len(QUESTIONS)), ids=[q for q, _, _ in QUESTIONS])
def test_leaving_at_any_question_keeps_nothing_of_half_an_answer(
    key: str, number: int, data: Path
) -> None:
    """Ctrl-C ends with 130 and Ctrl-D with 0; what was answered is shown, and not in the file."""
    before = (data / "oppdrag" / "2024.yaml").read_bytes()
    with asked(data, "æld-1", "ark-2024-1", width=500) as talk:
        for question, text, _ in QUESTIONS[:number]:
            talk.answer(question, text)
        talk.wait_for(f"{QUESTIONS[number][0]}: ")
        talk.press(key)
        status, rest = talk.end()
    assert status == (130 if key == CTRL_C else 0)
    lines = rest.removeprefix("^C").removeprefix("^D").strip("\b\n ").split("\n")
    assert lines[-1] == "2 mangler fortsatt rapport. Kjør kommandoen igjen for å fortsette."
    answers = ("«under arbeid»", f"«{TEKST}»", "«2024-K4»", "«gul»", "«Tauet røk»")[:number]
    names = ("status", "kommentar", "forventet ferdig", "vurdering", "avvik")
    lost = ", ".join(f"{name} {said}" for name, said in zip(names, answers, strict=False))
    assert (f"Ikke lagret om ÆLD-2024-01: {lost}." in lines) == (number > 0)
    assert report(data, "ÆLD-2024-01") == {}
    assert (data / "oppdrag" / "2024.yaml").read_bytes() == before


def test_back_goes_one_question_back(data: Path) -> None:
    """What was answered is shown, kept by Enter, struck out by a word, or answered anew."""
    with asked(data, "æld-1") as talk:
        talk.answer("Status", "Tilbake")
        assert "Dette er det første spørsmålet." in talk.answer("Status", "2")
        talk.answer("Kommentar", "Feil oppdrag")
        talk.answer(FERDIG, "2024-K4")
        talk.answer("Vurdering", "tilbake")
        shown = talk.answer(FERDIG, "")
        assert "Svaret var «2024-K4». Enter beholder det, «stryk» tar det bort.\n" in shown
        talk.answer("Vurdering", "gul")
        talk.answer("Avvik", "Tauet røk")
        talk.answer("Tiltak", "tilbake")
        assert "Svaret var «Tauet røk»." in talk.answer("Avvik", "tilbake")
        assert "Svaret var «gul»." in talk.answer("Vurdering", "TILBAKE")
        talk.answer(FERDIG, "tilbake")
        assert "Svaret var «Feil oppdrag»." in talk.answer("Kommentar", "tilbake")
        assert "Svaret var «under arbeid»." in talk.answer("Status", "ferdig")
        talk.answer("Kommentar", "stryk")
        talk.answer("Vurdering", "")  # not when it is awaited: it is done
        talk.answer("Avvik", "stryk")
        status, _ = talk.end()
    assert status == 0
    assert report(data, "ÆLD-2024-01") == {"status": "ferdig", "vurdering": "gul"}


def test_second_run_goes_on_where_the_first_stopped(data: Path, run: Run) -> None:
    """What is reported is not asked about again; what was passed over, or left halfway, is."""
    with asked(data) as talk:
        assert "\n6 igjen\nBYG-2023-01  Åpne brua" in talk.answer("Status", "")
        assert "\n5 igjen\nBYG-2023-01.10  Spikre" in talk.answer("Status", "FERDIG")
        talk.answer("Kommentar", "Den siste sitter")
        assert "\n4 igjen\nØKO-2024-02  " in talk.answer("Status", "satt på vent")
        talk.wait_for("Kommentar: ")
        talk.press(CTRL_C)
        assert talk.end()[0] == 130
    left = run("status", "oppdater", "--dato", "2024-05-15")
    ids = [line.split()[0] for line in left.out.splitlines()[1:]]
    assert ids == ["BYG-2023-01", "ØKO-2024-02", "ÆLD-2024-01", "ARK-2024-01", "V-2023-01"]
    oppgave = last(data).etter_id(OPPGAVE)["byg-2023-01.10"].selv
    assert (str(oppgave.status), oppgave.merknad) == ("ferdig", "Den siste sitter")
    with asked(data) as talk:
        for id_ in ids:
            assert f"igjen\n{id_}  " in talk.answer("Status", "5")
            talk.answer("Kommentar", "")
            talk.answer("Vurdering", "")
            talk.answer("Avvik", "")
        status, rest = talk.end()
    assert (status, rest[:10]) == (0, "\nLagret.\nd")  # of what was begun, a word is asked
    assert "RAP012: rapporten har ingen kommentar" in rest
    assert rest.endswith("\n\nIngenting mangler rapport lenger.\n")
    with asked(data) as talk:
        assert talk.end() == (0, "Ingenting mangler rapport.\n")


def test_what_a_report_does_not_say_is_asked_about(data: Path, run: Run) -> None:
    """One that says neither when it is awaited nor more is gone on with, and kept as it was."""
    words = ("--status", "satt på vent", "--dato", "2024-05-15")
    assert run("status", "oppdater", "øko-2024-2", *words).status == 0
    with asked(data, "øko-2024-2") as talk:
        assert "\nStatus fra forrige gang: satt på vent\n" in talk.answer("Kommentar", "Venter")
        talk.answer(FERDIG, "2025")
        talk.wait_for("Vurdering: ")
        talk.press(CTRL_C)
        talk.end()
    assert report(data, "ØKO-2024-02") == {"status": "satt_paa_vent"}
    with asked(data, "øko-2024-2") as talk:
        talk.answer("Kommentar", "")
        talk.answer(FERDIG, "2025")
        talk.answer("Vurdering", "")
        talk.answer("Avvik", "")
        assert talk.end()[0] == 0
    assert report(data, "ØKO-2024-02") == {"status": "satt_paa_vent", "forventet_ferdig": "2025"}


def test_wrong_answers_are_asked_again(data: Path) -> None:
    """A number or word that is none, a day that is none, and avvik without tiltak are refused."""
    alle = "Skriv 1–5, ikke startet, under arbeid, satt på vent, ferdig eller utgår."
    with asked(data, "æld-1", width=200) as talk:
        for wrong in ("0", "6", "x", "-1", "½"):
            talk.answer("Status", wrong)
            said = talk.wait_for("\nStatus: ")
            assert said == f"{wrong}\nukjent status «{wrong}». {alle}\nStatus: "
            talk._read -= len("Status: ")
        talk.answer("Status", "fredig")
        assert "«fredig». Mente du «ferdig»? Skriv 1–5" in talk.answer("Status", " Under-Arbeid ")
        talk.answer("Kommentar", "x\x1b[31my")
        said = talk.answer("Kommentar", "\udce5 ja")
        assert "feil TXT003: teksten har styretegnet U+001B" in said
        assert "Feil: endringen ville gitt feil i dataene, så ingenting er endret\n" in said
        assert "som ikke er gyldig UTF-8. Skriv det på nytt.\n" in talk.answer(
            "Kommentar", "æøå " * 9
        )
        talk.answer(FERDIG, "snart")
        assert "«snart» er ikke en gyldig frist. Skriv for eksempel" in talk.answer(
            FERDIG, "2024-13"
        )
        assert "«2024-13» er ikke en dag i kalenderen. Se etter" in talk.answer(FERDIG, "2025")
        talk.answer("Vurdering", "4")
        assert "«4». Skriv 1–3, grønn, gul eller rød.\n" in talk.answer("Vurdering", "1")
        talk.answer("Avvik", "Tauet røk")
        talk.answer("Tiltak", "")
        assert "Et avvik må ha et tiltak. Er det ikke noe avvik" in talk.answer("Avvik", "")
        assert talk.end()[0] == 0
    assert report(data, "ÆLD-2024-01") == {
        "status": "under_arbeid",
        "kommentar": ("æøå " * 9).strip(),
        "forventet_ferdig": "2025",
        "vurdering": "groenn",
    }


def test_someone_else_reports_meanwhile(data: Path, run: Run) -> None:
    """What others report while a question stands is kept, and is not asked about."""
    with asked(data, "--sektor", "ØKO", "--sektor", "ÆLD", "--sektor", "ARK") as talk:
        talk.wait_for("Status: ")
        words = ("--status", "utgår", "--kommentar", "Knuten er ute av bruk.")
        assert run("status", "oppdater", "æld-1", *words, "--dato", "2024-05-15").status == 0
        talk.type("4")
        for question in ("Kommentar", "Vurdering", "Avvik"):
            talk.answer(question, "")
        assert "\n1 igjen\nARK-2024-01  " in talk.answer("Status", "")
        talk.end()
    assert report(data, "ÆLD-2024-01")["kommentar"] == "Knuten er ute av bruk."
    assert report(data, "ØKO-2024-02") == {"status": "ferdig"}


@pytest.mark.parametrize("width", [60, 80, 200])
def test_no_line_is_broken_by_the_terminal(width: int, data: Path) -> None:
    """Titles, choices, refusals and faults fit the width, with what is typed short."""
    with asked(data, "byg-2023-1", "æld-1", width=width) as talk:
        for question, text in (
            *(("Status", "9"), ("Status", "3"), ("Kommentar", "\x07"), ("Kommentar", "Nei")),
            *((FERDIG, "snart"), (FERDIG, ""), ("Vurdering", "?"), ("Vurdering", "")),
            *(("Avvik", "Nei"), ("Tiltak", ""), ("Avvik", ""), ("Status", ""), ("Status", "")),
        ):
            talk.answer(question, text)
        status, _ = talk.end()
    assert status == 0
    assert [line for line in talk.seen.splitlines() if cell_len(line) > width] == []


# --- the form in an editor ------------------------------------------------------------------

# An editor: keeps what it was shown, and does what its scripts say, one for each time it opens.
EDITOR = """
import sys
import tempfile
from pathlib import Path
here, form = Path(sys.argv[1]), Path(sys.argv[-1])
number = len(list(here.glob("shown-*")))
(here / f"shown-{number}").write_bytes(form.read_bytes())
(here / "form").write_text(str(form))
exec((here / f"{number}.py").read_text(encoding="utf-8"))
"""


class Editor:
    """A program that edits as a script says, each time it is opened."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir()
        (folder / "editor.py").write_text(EDITOR, encoding="utf-8")
        self.command = f"'{sys.executable}' -IS '{folder / 'editor.py'}' '{folder}'"

    def will(self, *scripts: str) -> None:
        """What it does the first time, the second …; `form` is the file."""
        for number, script in enumerate(scripts):
            (self.folder / f"{number}.py").write_text(script, encoding="utf-8")

    @property
    def shown(self) -> list[str]:
        """What it was opened on each time."""
        times = sorted(self.folder.glob("shown-*"))
        return [path.read_bytes().decode("utf-8", "replace") for path in times]

    @property
    def form(self) -> Path:
        """The file it was opened on last."""
        return Path((self.folder / "form").read_text(encoding="utf-8"))


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Editor:
    """The user's editor, with a folder of its own for temporary files."""
    (tmp_path / "tmp").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tmp"))
    program = Editor(tmp_path / "min editor")
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", program.command)
    return program


def fill(id_: str, **fields: str) -> str:
    """A script that fills in fields of a report in the form."""
    lines = [f"head, part, rest = text.partition('- id: {id_}\\n')", "assert part"]
    lines += [
        f"rest = rest.replace({f'  {name}:'!r}, {f'  {name}: {value}'!r}, 1)"
        for name, value in fields.items()
    ]
    return "\n".join(
        [
            "text = form.read_bytes().decode()",
            *lines,
            "form.write_bytes((head + part + rest).encode())",
        ]
    )


EDIT = ("status", "oppdater", "--rediger", "--dato", "2024-05-15")
NOTHING = "Ingenting er fylt ut, så ingenting er rapportert.\n"


def left(editor: Editor) -> list[Path]:
    """The files that are left of the form."""
    return [path for path in (editor.folder.parent / "tmp").rglob("*") if path.is_file()]


def test_form_has_what_lacks_a_report(data: Path, editor: Editor, run: Run) -> None:
    """The editor opens on what is asked for, with who has it; what is filled in is reported."""
    editor.will(fill("ÆLD-2024-01", status="ferdig", kommentar="Alle kan knyte nå."))
    ended = run(*EDIT, "--sektor", "ÆLD", "--sektor", "ARK")
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


def test_text_is_whole_whatever_is_in_it(data: Path, editor: Editor, run: Run) -> None:
    """Colon, `#`, bullets and many lines; also when the form comes back, and is handed in later."""
    text = "Ferdig: se sak #12. Vi mangler penger.\n- én ting\n# og en til"
    editor.will(
        fill("ÆLD-2024-01", status="fredig", kommentar=text.replace("\n", "\n    ")),
        "pass",
    )
    ended = run(*EDIT, "æld-1", "ark-2024-1")
    assert ended.status == 3
    assert "  # FEIL: ukjent status «fredig»\n" in editor.shown[1]
    saved = editor.form.read_text(encoding="utf-8").replace("fredig", "ferdig")
    Path("skjema.yaml").write_text(saved, encoding="utf-8")
    ended = run("status", "oppdater", "--fra", "skjema.yaml", "--dato", "2024-05-15")
    assert (ended.status, ended.err) == (0, "")
    assert report(data, "ÆLD-2024-01") == {"status": "ferdig", "kommentar": text}


def test_text_behind_a_status_is_told_of(data: Path, editor: Editor, run: Run) -> None:
    """The form comes back with it, and it is taken when it stands where all of it is kept."""
    editor.will(
        fill("ÆLD-2024-01", status="under arbeid # nesten ferdig, mangler to"),
        "text = form.read_text(encoding='utf-8')\n"
        "text = text.replace('  kommentar:\\n', '')\n"
        "text = text.replace(' arbeid # nesten', ' arbeid\\n  kommentar: #nesten')\n"
        "form.write_text(text, encoding='utf-8')",
    )
    assert run(*EDIT, "æld-1").status == 0
    assert (
        "  # FEIL: teksten fra «# nesten ferdig, mangler to» er en merknad, og blir ikke med\n"
        "  # FEIL:   Skriv den i «kommentar», der alt blir med, eller på en linje for seg selv.\n"
        "  status: under arbeid # nesten ferdig, mangler to\n"
    ) in editor.shown[1]
    said = {"status": "under_arbeid", "kommentar": "#nesten ferdig, mangler to"}
    assert report(data, "ÆLD-2024-01") == said


def test_faults_come_back_and_nothing_typed_is_lost(data: Path, editor: Editor, run: Run) -> None:
    """Faults of words and of rules stand above their lines, until all is right; then it is gone."""
    editor.will(
        fill("ÆLD-2024-01", status="fredig", kommentar="Går bra nå, takk", avvik="Tauet"),
        "form.write_bytes(form.read_bytes().replace(b'fredig', b'ferdig'))",
        "form.write_bytes(form.read_bytes().replace(b'\\n  tiltak:', b'\\n  tiltak: Garn', 1))",
    )
    ended = run(*EDIT, "æld-1", "ark-2024-1")
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
    scripts: list[str], status: int, said: str, data: Path, editor: Editor, run: Run
) -> None:
    """An editor that fails, or that saves nothing, leaves no file and reports nothing."""
    editor.will(*scripts)
    ended = run(*EDIT, "æld-1")
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
    scripts: list[str], said: str, data: Path, editor: Editor, run: Run
) -> None:
    """What was typed stands in a file that is named, and that --fra can take when it is right."""
    editor.will(*scripts)
    ended = run(*EDIT, "æld-1")
    assert ended == (3, "", said.format(editor.form))
    assert left(editor) == [editor.form]
    typed = editor.form.read_text(encoding="utf-8")
    assert "status: fredig\n" in typed
    editor.form.write_text(typed.replace("fredig", "ferdig"), encoding="utf-8")
    taken = run("status", "oppdater", "--fra", str(editor.form), "--dato", "2024-05-15")
    assert taken.status == 0
    assert "RAP012: rapporten har ingen kommentar" in taken.err
    assert report(data, "ÆLD-2024-01") == {"status": "ferdig"}


@pytest.mark.parametrize("command", ["finnes-ikke-her", "finnes-ikke-her -w", "vi 'uten slutt"])
def test_editor_that_is_missing_is_named(
    command: str, data: Path, editor: Editor, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """VISUAL goes before EDITOR; where it cannot be started it is said which, and how to set it."""
    monkeypatch.setenv("VISUAL", command)
    assert run(*EDIT, "æld-1") == (
        3,
        "",
        (
            f"Feil: redigeringsprogrammet «{command}» lar seg ikke starte\n"
            "Sett EDITOR til det du bruker, for eksempel «export EDITOR=nano».\n"
        ),
    )
    assert left(editor) == []


def test_editor_that_takes_the_form_away_is_no_crash(
    data: Path, editor: Editor, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A form that is gone is said so; a VISUAL that is blank is none."""
    monkeypatch.setenv("VISUAL", " ")
    editor.will("form.unlink()")
    ended = run(*EDIT, "æld-1")
    assert (ended.status, ended.out) == (3, "")
    assert ended.err.startswith("Feil: redigeringsprogrammet har tatt bort skjemaet")


def test_editor_with_other_line_ends_is_read(data: Path, editor: Editor, run: Run) -> None:
    """CRLF, a BOM and Windows-1252 are what some editors save; the first two are no fault."""
    editor.will(
        fill("ÆLD-2024-01", status="fredig", kommentar="På sjøen hver dag")
        + "\nform.write_bytes(b'\\xef\\xbb\\xbf' + form.read_bytes().replace(b'\\n', b'\\r\\n'))",
        "form.write_bytes(form.read_bytes().replace(b'fredig', b'ferdig'))",
    )
    assert run(*EDIT, "æld-1").status == 0
    second = editor.shown[1]
    assert "  # FEIL: ukjent status «fredig»\r\n" in second
    assert second.count("\n") == second.count("\r\n")
    assert report(data, "ÆLD-2024-01") == {"status": "ferdig", "kommentar": "På sjøen hver dag"}
    assert left(editor) == []


def test_form_that_is_no_text_comes_back(data: Path, editor: Editor, run: Run) -> None:
    """Bytes that are not UTF-8 are kept as they are, and said to be a fault."""
    editor.will(
        fill("ÆLD-2024-01", status="ferdig", kommentar="X hver dag")
        + "\nform.write_bytes(form.read_bytes().replace(b'X hver', b'S\\xf8 hver'))",
        "",
    )
    ended = run(*EDIT, "æld-1")
    assert ended.status == 3
    assert b"kommentar: S\xf8 hver dag\n" in editor.form.read_bytes()
    assert "# FEIL: " in editor.shown[1]
    assert report(data, "ÆLD-2024-01") == {}


def test_form_can_be_tried_without_writing(data: Path, editor: Editor, run: Run) -> None:
    """With --diff the change is shown, nothing is written, and the form is kept and named."""
    editor.will(fill("ÆLD-2024-01", status="ferdig"))
    ended = run(*EDIT, "æld-1", "--diff")
    assert ended.status == 0
    assert "+      - {periode: 2024-VÅR, dato: 2024-05-15, status: ferdig}\n" in ended.out
    assert ended.err.endswith(f"\nDet du skrev, ligger i {editor.form}.\n")
    assert left(editor) == [editor.form]
    assert report(data, "ÆLD-2024-01") == {}
    assert run(*EDIT, "byg-2024-2") == (0, "Ingenting mangler rapport.\n", "")


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


# --- as a new user would --------------------------------------------------------------------


def test_a_round_of_the_real_data_and_back(
    tmp_path: Path, editor: Editor, run: Run, monkeypatch: pytest.MonkeyPatch
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

    def styring(*words: str) -> str:
        ended = run(*words, "--dato", "2023-05-05")
        assert (ended.status, ended.err) == (0, "")
        return ended.out

    (fagsjef,) = (k for k in last(folder).kontakter if (k.stilling or "").startswith("Fagsjef"))
    said = styring("oppdrag", "deleger", "SOS-2023-01", "--til", fagsjef.id)
    assert "er delegert fra Else Pran (elspra) til Kari Westgaard Berg (kwe).\n" in said
    styring("oppdrag", "del-opp", "sos-1", "Høre planen", "Svare på høringen", "Vedta planen")
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
        styring("status", "oppdater", id_, "--rediger")
        for path in editor.folder.glob("shown-*"):
            path.unlink()
    fields = {"status": "ferdig", "kommentar": "Forumet møtes hver måned."}
    editor.will(fill("SOS-2023-02", **fields))
    styring("status", "oppdater", "--sektor", "SOS", "--rediger")
    steps += 3

    # the rest from a spreadsheet
    listed = styring("oppdrag", "list", "--sektor", "SOS", "--uten-rapport", "--format", "csv")
    head, *rows = listed.removeprefix("\ufeff").splitlines()
    assert [row.split(";")[0] for row in rows] == ["SOS-2023-03", "SOS-2023-04", "SOS-2023-05"]
    filled = [row.replace(";ikke_rapportert;", ";Satt på vent;") for row in rows]
    lines = [f"{head};kommentar;forventet ferdig"]
    lines += [f'{row};"Venter på svar; ring Else";31.12.2023' for row in filled]
    Path("sos.csv").write_bytes("\r\n".join(lines).encode("cp1252"))
    styring("status", "oppdater", "--fra", "sos.csv")
    steps += 1

    assert styring("status", "oppdater", "--sektor", "SOS") == "Ingenting mangler rapport.\n"
    assert run("valider", "--dato", "2023-05-05", "--streng").status == 0
    changed = git("diff", "--numstat").split()
    assert changed[1:] == ["0", "oppdrag.yaml"], "lines come in, and none goes out"
    assert git("status", "--porcelain") == " M oppdrag.yaml\n"
    for _ in range(steps):
        assert run("angre").out.startswith("Angret: styring ")
    assert run("angre").status == 3
    assert git("status", "--porcelain") == git("diff") == ""


def test_what_may_be_of_two_is_passed_over(data: Path) -> None:
    """It is said that the id is given twice, and the next is asked about."""
    year = data / "oppdrag" / "2024.yaml"
    (year.parent / "2024-PC1.yaml").write_bytes(year.read_bytes())
    before = {path: path.read_bytes() for path in data.rglob("*.yaml")}
    with asked(data) as talk:
        talk.answer("Status", "")  # BYG-2023-01
        talk.answer("Status", "")  # its oppgave
        said = talk.wait_for("igjen\nV-2023-01")
        talk.press(CTRL_C)
        talk.end()
    assert "er gitt to ganger" in said
    assert {path: path.read_bytes() for path in data.rglob("*.yaml")} == before
