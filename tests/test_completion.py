"""Tab in a real bash, zsh and fish: what is offered, what is filled in, and that nothing runs."""

import fcntl
import json
import os
import pty
import re
import select
import shutil
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import DATA, OWN_TERMINAL, ROOT
from driver import Ended, styring

SHELLS = ("bash", "zsh", "fish")
ALL_MUST_BE_THERE = "STYRING_ALLE_SKALL"
"""Set where a shell that is not installed is a failure, as CI does."""

PATIENCE = 30
"""How many seconds a shell may think before it is taken to be stuck."""

PROMPT = "KLAR> "
TAB, SHOW_LINE = "\t", "\x18\x05"
"""Ctrl-X Ctrl-E is bound to show the line as it stands, and to empty it."""

LIST = {"bash": "\x1b?", "zsh": "\x04", "fish": TAB}
"""What lists the offers without asking, in each shell."""

EVIL = "$(touch hacket-1) `touch hacket-2`; touch hacket-3"
ODD = "'\" ${HOME} %F{red} [red]x[/red] a:b \\ | *"
OPPDRAG = {
    "SOS-2023-01": "Lære å telle",
    "SOS-2023-02": EVIL,
    "STYV-2023-01": ODD,
}
STATUSES = {
    "ikke-rapportert": "ikke rapportert",
    "ikke-startet": "ikke startet",
    "under-arbeid": "under arbeid",
    "satt-på-vent": "satt på vent",
    "ferdig": "ferdig",
    "utgår": "utgår",
}
SETTINGS = {
    "bash": r"""
PS1='KLAR> '
bind 'set completion-query-items 0'
bind 'set page-completions off'
bind 'set enable-bracketed-paste off'
eval "$(styring fullfoering bash)"
vis_linjen() { printf '\n<<<%s>>>\n' "$READLINE_LINE"; READLINE_LINE=; }
bind -x '"\C-x\C-e": vis_linjen'
""",
    "zsh": r"""
PS1='KLAR> '
LISTMAX=10000
unsetopt beep prompt_sp
bindkey -e
autoload -Uz compinit; compinit -D -u
eval "$(styring fullfoering zsh)"
vis_linjen() { zle -R; print -r -- $'\n<<<'"$BUFFER>>>" > /dev/tty; BUFFER=; zle -R }
zle -N vis_linjen
bindkey '^X^E' vis_linjen
""",
    "fish": r"""
function fish_prompt; echo -n 'KLAR> '; end
set -g fish_greeting
set -g fish_autosuggestion_enabled 0
styring fullfoering fish | source
function vis_linjen
    printf '\n<<<%s>>>\n' (commandline); commandline ''; commandline -f repaint
end
bind \cx\ce vis_linjen
""",
}
FILES = {"bash": "bashrc", "zsh": ".zshrc", "fish": "fish/config.fish"}
START = {
    "bash": ("--noprofile", "--rcfile", "bashrc", "-i"),
    "zsh": ("-i",),
    "fish": ("-i",),
}

ESCAPE = re.compile(r"\x1b(?:\[[0-9;?>=]*[A-Za-z]|\][^\x07]*\x07|\([B0]|[=>])|[\x0f\x07]")
QUESTIONS = {b"\x1b[c": b"\x1b[?1;2c", b"\x1b[0c": b"\x1b[?1;2c", b"\x1b[6n": b"\x1b[1;1R"}
"""What a shell may ask its terminal, and what a terminal answers."""


class Shell:
    """An interactive shell on a terminal of our own."""

    def __init__(self, name: str, home: Path) -> None:
        self.name, self.home = name, home
        settings = home / FILES[name]
        settings.parent.mkdir(exist_ok=True)
        settings.write_text(SETTINGS[name], encoding="utf-8")
        # Where it is not, fish makes 14,000 files of the machine's manual, beside what is tried.
        (home / "fish/generated_completions").mkdir(parents=True, exist_ok=True)
        env = {
            "PATH": f"{home / 'bin'}:{os.environ['PATH']}",
            "HOME": str(home),
            "ZDOTDIR": str(home),
            "XDG_CONFIG_HOME": str(home),
            "XDG_DATA_HOME": str(home),
            "TERM": "xterm",
            "LC_ALL": "C.UTF-8",
            "INPUTRC": "/dev/null",
        }
        self.fd, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 200, 240, 0, 0))
        self.process = subprocess.Popen(
            [*OWN_TERMINAL, name, *START[name]],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            env=env,
            cwd=home,
        )
        os.close(theirs)
        self.until(re.escape(PROMPT))

    def until(self, pattern: str) -> str:
        """All that the shell shows until the pattern comes."""
        seen, end = b"", time.monotonic() + PATIENCE
        while not re.search(pattern, text := ESCAPE.sub("", seen.decode("utf-8", "replace"))):
            left = max(0.0, end - time.monotonic())
            assert select.select([self.fd], [], [], left)[0], f"{self.name} shows only: {text!r}"
            part = os.read(self.fd, 1 << 16)
            seen += part
            for question, answer in QUESTIONS.items():
                if question in part:
                    os.write(self.fd, answer)
        return text

    def type(self, keys: str) -> tuple[str, str]:
        """What is shown when the keys are typed, and the command line as it then stands."""
        os.write(self.fd, f"{keys}{SHOW_LINE}".encode())
        shown, _, line = self.until(r"<<<.*>>>").rpartition("<<<")
        return shown.replace("\r", ""), line.partition(">>>")[0]

    def offers(self, line: str) -> str:
        """What is listed for a command line."""
        return self.type(line + LIST[self.name])[0]

    def filled_in(self, line: str) -> str:
        """A command line after Tab."""
        return self.type(line + TAB)[1].rstrip(" ")

    def end(self) -> None:
        """Ends the shell."""
        self.process.kill()
        self.process.wait()
        os.close(self.fd)


def write_data(folder: Path, oppdrag: dict[str, str]) -> None:
    """A data folder with these oppdrag by id and title, and with sectors, people and goals."""
    folder.mkdir()
    (folder / "kontakter.yaml").write_text(
        "sektorer: [{kode: SOS, navn: Samfunn}, {kode: STYV, navn: Styring},"
        " {kode: ØRN, navn: Ørner}]\n"
        "kontakter: [{id: kari, navn: Kari Nordmann}, {id: ola, navn: Ola Nordmann}]\n",
        encoding="utf-8",
    )
    (folder / "maal.yaml").write_text(
        "satsingsomraader: [{id: TF, tittel: Fellesskap, hovedmaal: [{id: TF1, tittel: Alle,"
        " delmaal: [{id: TF1.1, tittel: Flere deltar}]}]}]\n",
        encoding="utf-8",
    )
    records = "".join(
        f"  - {{id: '{id_}', sektor: SOS, tittel: {json.dumps(title)}}}\n"
        for id_, title in oppdrag.items()
    )
    (folder / "oppdrag.yaml").write_text(f"aar: 2023\noppdrag:\n{records}", encoding="utf-8")


@pytest.fixture(scope="module", params=SHELLS)
def shell(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Shell]:
    """Each shell in turn, in a home with a data folder, with our completion switched on."""
    name: str = request.param
    if shutil.which(name) is None:
        say = pytest.fail if os.environ.get(ALL_MUST_BE_THERE) else pytest.skip
        say(f"{name} er ikke installert")
    home = tmp_path_factory.mktemp(name)
    write_data(home / "data", OPPDRAG)
    write_data(home / "langtnavn", {"ENESTE-1": "Den eneste", "X;touch${IFS}hacket-4": "Vond id"})
    (home / "bin").mkdir()
    program = home / "bin" / "styring"
    program.write_text(
        f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m styring "$@"\n',
        encoding="utf-8",
    )
    program.chmod(0o755)
    started = Shell(name, home)
    yield started
    started.end()


def has_offer(shown: str, what: str, title: str) -> bool:
    """There is an offer with its title beside it, as each of the shells shows it."""
    return bool(re.search(rf"{re.escape(what)} +(?:\(|-- ){re.escape(title)}", shown))


def test_ids_are_offered_with_their_titles(shell: Shell) -> None:
    """Every oppdrag is listed with its title beside it, letter by letter, whatever is in it."""
    shown = shell.offers("styring oppdrag vis ")
    assert [id_ for id_, title in OPPDRAG.items() if not has_offer(shown, id_, title)] == []
    assert not list(shell.home.glob("hacket*"))


def test_statuses_are_offered_with_their_names(shell: Shell) -> None:
    """Every status is listed as people read it, in one word."""
    shown = shell.offers("styring oppdrag list --status ")
    assert [code for code, name in STATUSES.items() if not has_offer(shown, code, name)] == []


def test_commands_are_offered_with_what_they_do(shell: Shell) -> None:
    """The commands are listed with their help, in bokmål."""
    shown = shell.offers("styring ")
    for command in ("oppdrag", "maal", "kontakt", "status", "valider", "forklar", "fullfoering"):
        assert re.search(rf"^(?:.*\s)?{command} +(?:\(|-- )[A-ZÆØÅ]", shown, re.MULTILINE)


def test_options_are_offered_with_what_they_do(shell: Shell) -> None:
    """The options of a command are listed with their help, the global ones too."""
    shown = shell.offers("styring kontakt list --")
    for option in ("sektor", "sorter", "kolonner", "format", "data", "dato", "help"):
        assert re.search(rf"--{option} +(?:\(|-- )\S", shown)


@pytest.mark.parametrize(
    ("typed", "filled_in"),
    [
        ("styring oppdrag list --uten", "styring oppdrag list --uten-rapport"),
        ("styring oppdrag vis STYV-2023-01 so", "styring oppdrag vis STYV-2023-01 SOS-2023-0"),
        ("styring oppdrag list --sektor=SO", "styring oppdrag list --sektor=SOS"),
        ("styring status --sektor ø", "styring status --sektor ØRN"),
        ("styring status --etter a", "styring status --etter ansvarlig"),
        ("styring --data langtnavn oppdrag vis e", "styring --data langtnavn oppdrag vis ENESTE-1"),
        ("styring status --data langt", "styring status --data langtnavn/"),
    ],
)
def test_tab_fills_in(typed: str, filled_in: str, shell: Shell) -> None:
    """Tab fills in what only one thing can mean, or as much as all have in common."""
    assert shell.filled_in(typed) == filled_in


def test_no_title_is_filled_in_or_run(shell: Shell) -> None:
    """Of an oppdrag with a command for a title, Tab fills in the id alone, and nothing runs."""
    assert shell.filled_in("styring oppdrag vis SOS-2023-02") == "styring oppdrag vis SOS-2023-02"
    assert not list(shell.home.glob("hacket*"))


def test_no_id_is_run_when_the_line_is(shell: Shell) -> None:
    """An id that is a command is filled in so that it stays an id, or not at all."""
    shell.type(f"styring --data langtnavn oppdrag vis X{TAB}\r")
    assert not list(shell.home.glob("hacket*"))


@pytest.mark.parametrize("name", SHELLS)
def test_script_says_how_it_is_used(name: str) -> None:
    """The script for a shell begins with what to put in which file."""
    ended = styring("fullfoering", name)
    assert (ended.status, ended.err) == (0, "")
    head = "".join(line for line in ended.out.splitlines()[:4] if line.startswith("#"))
    assert f"styring fullfoering {name}" in head
    assert {"bash": ".bashrc", "zsh": ".zshrc", "fish": "config.fish"}[name] in head


@pytest.mark.parametrize("words", ["oppdrag\x1fvis\x1f", "oppdrag\x1flist\x1f--sektor\x1fS"])
def test_nothing_is_offered_and_nothing_said_without_data(
    words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a folder without data, or with broken data, Tab is silent."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("_STYRING_COMPLETE", "complete_styring")
    monkeypatch.setenv("_STYRING_ORD", words)
    assert silent(styring())
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "kontakter.yaml").write_text("sektorer: [", encoding="utf-8")
    (tmp_path / "data" / "oppdrag.yaml").write_bytes(b"\xff\xfe\x00")
    assert silent(styring())


def silent(ended: Ended) -> bool:
    """Nothing was offered, and nothing said."""
    return (ended.status, ended.out.strip(), ended.err) == (0, "", "")


def test_ids_are_offered_without_waiting_for_the_models() -> None:
    """What they take to load is a third of what Tab takes."""
    code = """
import sys
from styring.app import main
sys.argv = ["styring"]
try:
    main()
finally:
    sys.stderr.write(str("pydantic" in sys.modules))
"""
    words = "\x1f".join(("--data", str(DATA), "oppdrag", "vis", "sos-"))
    asked = {"_STYRING_COMPLETE": "complete_styring", "_STYRING_ORD": words}
    ended = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, env={**os.environ, **asked}
    )
    assert ended.stdout.decode().startswith("SOS-2023-01\t")
    assert ended.stderr.decode() == "False"
