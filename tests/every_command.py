"""Every command there is, what it takes, and what it says to `--help` and to wrong use."""

import json
import os
import re
import subprocess
import sys
from functools import cache
from typing import Any

from typer.main import get_command

from styring.app import app

# What Typer says where nobody has told it what to say, and the types it shows.
ENGLISH = re.compile(
    r"\b(?:Usage|Options?|Commands?|Arguments?|Show|message|and exit|Try|for help|Error|Missing"
    r"|Invalid|No such|Did you mean|Possible|Got|unexpected|extra|requires?|required|default"
    r"|env var|TEXT|PATH|FILE|DIRECTORY|INTEGER|FLOAT|BOOLEAN|bool|str|int|path)\b|[{}<>]|\[\["
)

NEEDED = ("PATH", "PYTHONPATH", "SYSTEMROOT")
"""What Python must know of the shell around us; the rest changes colours and widths."""

RUN_ALL = """
import io, json, sys
from styring.__main__ import main
for arguments in json.load(sys.stdin):
    sys.argv = ["styring", *arguments]
    said, shown = sys.stdout, io.BytesIO()
    sys.stdout = sys.stderr = io.TextIOWrapper(shown, encoding="utf-8", write_through=True)
    try:
        main()
    except SystemExit as end:
        status = end.code
    sys.stdout = said
    print(json.dumps([status, shown.getvalue().decode()]))
"""


def called() -> list[tuple[str, Any]]:
    """The root, every command and every group of them, by the words that call it."""
    root: Any = get_command(app)
    context = root.make_context("styring", [], resilient_parsing=True)
    found = [("", root)]
    for name, command in found:
        if hasattr(command, "list_commands"):
            for word in command.list_commands(context):
                found.append((f"{name} {word}".strip(), command.get_command(context, word)))
    return found


def commands() -> list[str]:
    """The words that call every command and every group of them."""
    return [name for name, _ in called()[1:]]


WRONG = ("--finnes-ikke", "--dato", "--help=ja")
"""What no command takes: an option that is not there, one without its value, one with a value."""


@cache
def said() -> dict[tuple[str, ...], tuple[int, str]]:
    """What every command says to --help, and to what it does not take, with its exit status."""
    words = [(), *(tuple(name.split()) for name in commands())]
    calls = [(*name, last) for name in words for last in ("--help", *WRONG)]
    ended = subprocess.run(
        [sys.executable, "-c", RUN_ALL],
        input=json.dumps(calls),
        env={name: os.environ[name] for name in NEEDED if name in os.environ},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    answers = (json.loads(line) for line in ended.stdout.splitlines())
    return {call: (status, text) for call, (status, text) in zip(calls, answers, strict=True)}


def params() -> list[tuple[str, Any]]:
    """Every option and argument there is, by the words that call its command."""
    root = called()[0][1]
    context = root.make_context("styring", [], resilient_parsing=True)
    return [(name, param) for name, command in called() for param in command.get_params(context)]
