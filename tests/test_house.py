"""Whether the house stands as CONTRIBUTING.md says: levels, rooms, commands, formats, kinds."""

import ast
import json
import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import fields
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Any, NamedTuple

import pytest
from typer.main import get_command

from styring import formats
from styring.app import app
from styring.commands import REKKEFOELGE
from styring.formats.format import formater, former, vanlig
from styring.slag import FILER, OPPFULGTE, OPPGAVE, SLAG, feltord, viser_til

HOUSE = Path(__file__).resolve().parents[1] / "styring"

# A room imports from itself and from rooms on lower levels.
LEVELS = {
    "styring": 0,  # the package itself, with its version
    "alfabet": 0,
    "mente": 0,
    "systemfeil": 0,
    "finding": 0,
    "errors": 1,
    "tegn": 1,
    "model": 1,
    "yamlfile": 1,
    "slag": 2,
    "verdi": 2,
    "mappe": 3,
    "git": 4,
    "journal": 5,
    "register": 6,
    "jsonskjema": 7,
    "stand": 7,
    "nymappe": 8,
    "offentlig": 8,
    "tidstolk": 8,
    "actions": 9,
    "rules": 9,
    "views": 9,
    "tolk": 10,
    "change": 10,
    "documents": 10,
    "formats": 11,
    "innlevering": 12,
    "cli": 13,
    "commands": 14,
    "app": 15,
    "__main__": 16,
}
# Which rooms may import what is not ours and not Python's own, or runs other programs; of them
# all, nobody imports click.
LIBRARIES = {
    "icalendar": {"formats"},
    "jinja2": {"documents"},
    "markdown_it": {"formats"},
    "markupsafe": {"documents", "formats"},
    "pydantic": {"model", "register", "jsonskjema"},
    "pydantic_core": {"model", "register"},
    "rich": {"formats", "cli"},
    "subprocess": {"cli", "git"},
    "typer": {"cli", "commands"},
    "typst": {"formats"},
    "yaml": {"yamlfile", "formats"},
}
# Which rooms may call what, by the last part of a name that is called. The form that an editor
# opens on, and the files that people ask for, are no data, and in no data folder.
CALLS = {
    "read": (
        {
            *("change", "innlevering", "journal", "mappe", "nymappe", "register", "yamlfile"),
            *("styring.cli.utkast", "styring.cli.redigering"),
        },
        {"open", "read_bytes", "read_text", "iterdir", "glob"},
    ),
    "write": (
        {
            "change",
            *("styring.cli.utkast", "styring.cli.redigering"),
            "styring.cli.utfil",
        },
        {"write_bytes", "write_text", "mkdir", "rename", "rmdir", "unlink"},
    ),
    "publish": ({"offentlig"}, {"OffentligRegister"}),
    "clock": ({"cli"}, {"now", "today", "utcnow"}),
}
# What is private in a library and used all the same, in one file each, which says why.
PRIVATE = {("styring.cli.skallsvar", "typer._click.shell_completion")}
NO_SECRET = {"_asdict", "_exit", "_fields", "_make", "_replace"}
"""What begins as private names do, and is written of in Python's own papers."""
STANDARD = sys.stdlib_module_names
NO_ROOM = {"base", "common", "core", "helpers", "util", "utils"}
LONGEST = 400


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


class Module(NamedTuple):
    """A file of the house."""

    name: str
    path: Path
    tree: ast.Module

    @property
    def room(self) -> str:
        """The part of the house that it is in."""
        return room_of(self.name)


def room_of(name: str) -> str:
    """The room of a module by its dotted name."""
    return [*name.split("."), "styring"][1]


def modules() -> Iterator[Module]:
    """Every Python file of the house."""
    for path in sorted(HOUSE.rglob("*.py")):
        parts = path.relative_to(HOUSE.parent).with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        yield Module(name, path, ast.parse(path.read_text(encoding="utf-8")))


MODULES = {module.name: module for module in modules()}


def imports(module: Module) -> Iterator[tuple[int, str]]:
    """The line and the dotted name of every import, those for types and in functions too."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module.name}:{node.lineno} is relative"
            for alias in node.names:
                whole = f"{node.module}.{alias.name}"
                yield node.lineno, whole if whole in MODULES else str(node.module)


def is_ours(name: str) -> bool:
    """A dotted name is of the house."""
    return name.split(".")[0] == "styring"


def test_every_room_has_its_level() -> None:
    """The table of levels has the rooms there are, and no others."""
    assert {module.room for module in MODULES.values()} == set(LEVELS)


def test_imports_go_downwards() -> None:
    """A room imports from itself and from below, never from above or beside."""
    wrong = [
        f"{module.name}:{line} imports {name}"
        for module in MODULES.values()
        for line, name in imports(module)
        if is_ours(name)
        and room_of(name) != module.room
        and LEVELS[room_of(name)] >= LEVELS[module.room]
    ]
    assert wrong == []


def test_libraries_stay_in_their_rooms() -> None:
    """Only what makes commands knows Typer, only what shows knows rich, and nobody knows click."""
    wrong = [
        f"{module.name}:{line} imports {name}"
        for module in MODULES.values()
        for line, name in imports(module)
        if not is_ours(name)
        and ((library := name.split(".")[0]) in LIBRARIES or library not in STANDARD)
        and module.room not in LIBRARIES.get(library, set())
    ]
    assert wrong == []


@pytest.mark.parametrize("what", CALLS)
def test_calls_stay_in_their_rooms(what: str) -> None:
    """Only the register reads, one door writes, one publishes, only commands ask for the day."""
    rooms, names = CALLS[what]
    wrong = [
        f"{module.name}:{call.lineno} calls {ast.unparse(call.func)}"
        for module in MODULES.values()
        if rooms.isdisjoint({module.room, module.name})
        for call in ast.walk(module.tree)
        if isinstance(call, ast.Call)
        and ast.unparse(call.func).split(".")[-1] in names
        # A package's own files, which the installation brought, are no data.
        and not ast.unparse(call.func).startswith("files(")
    ]
    assert wrong == []


def test_streams_are_written_in_one_room() -> None:
    """Nothing but commands, and the boundary around them, speaks to the user."""
    wrong = [
        f"{module.name}:{node.lineno} uses {ast.unparse(node)}"
        for module in MODULES.values()
        if module.room not in {"cli", "commands", "app"}
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Name | ast.Attribute)
        and ast.unparse(node) in {"print", "sys.stdout", "sys.stderr", "sys.stdin"}
    ]
    assert wrong == []


def test_rooms_are_named_for_what_they_are() -> None:
    """No module or folder is a drawer for what has no place."""
    parts = {part for module in MODULES.values() for part in module.name.split(".")}
    assert parts.isdisjoint(NO_ROOM)


def test_no_two_classes_have_one_name() -> None:
    """One word is one thing, so whoever searches for a class finds one."""
    classes = Counter(
        node.name
        for module in MODULES.values()
        for node in module.tree.body
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_")
    )
    assert [name for name, number in classes.items() if number > 1] == []


def test_no_two_modules_have_one_name() -> None:
    """But in rooms where a file is called as its command, its format, or what it is about."""
    names = Counter(
        name.split(".")[-1]
        for name, module in MODULES.items()
        if module.room not in {"commands", "formats", "rules", "actions"}
        and not module.path.name.startswith("__")
    )
    assert [name for name, number in names.items() if number > 1] == []


def test_what_is_followed_up_is_not_asked_what_kind_it_is() -> None:
    """It answers what is asked of all that is, as `model.fulgt` says, so that more kinds can be."""
    kinds = {slag.klassenavn for slag in (*OPPFULGTE, OPPGAVE)} | {"Deloppgave", "Oppfulgt"}
    wrong = [
        f"{module.name}:{node.lineno} {ast.unparse(node)}"
        for module in MODULES.values()
        if module.room != "model"
        for node in ast.walk(module.tree)
        if (
            isinstance(node, ast.Call)
            and ast.unparse(node.func) == "isinstance"
            and not kinds.isdisjoint(re.findall(r"\w+", ast.unparse(node.args[1])))
        )
        or (isinstance(node, ast.Compare) and ast.unparse(node.left).startswith("slag_til("))
    ]
    assert wrong == []


def test_views_answer_with_what_is_shown() -> None:
    """What is worked out is asked of `stand`: views give text, and the forms that they define.

    `visning`, which knows no register, is those forms.
    """
    views = [module for module in MODULES.values() if module.room == "views"]
    shown = {"None", "str", "list", "tuple", "dict", "Any", "Iterator"}
    for named in (node for module in views for node in module.tree.body):
        if isinstance(named, ast.ClassDef):
            shown.add(named.name)
        elif isinstance(named, ast.Assign):
            shown.update(map(ast.unparse, named.targets))
    wrong = []
    for module in views:
        for node in ast.walk(module.tree) if module.name != "styring.views.visning" else ():
            if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
                gives = ast.unparse(node.returns) if node.returns else ""
                gives = re.sub(r"(?<=Oppsett)\[\w+\]", "", gives)  # what columns are of
                if not shown.issuperset(re.findall(r"\w+", gives)):
                    wrong.append(f"{module.name}:{node.lineno} {node.name} gives {gives}")
    assert wrong == []


def test_modules_are_short() -> None:
    """A module ends before 400 lines do."""
    lengths = {
        module.name: len(module.path.read_text(encoding="utf-8").splitlines())
        for module in MODULES.values()
    }
    assert {name: length for name, length in lengths.items() if length > LONGEST} == {}


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


def test_every_command_that_help_has_a_place_for_is_there() -> None:
    """The order of commands names no command twice, and none that is gone."""
    words = {name.split()[-1] for name in commands()}
    assert [word for word in REKKEFOELGE if word not in words] == []
    assert len(set(REKKEFOELGE)) == len(REKKEFOELGE)


def test_every_result_with_a_format_can_go_to_a_file() -> None:
    """`--format` and `--ut` go together at every command that shows something."""
    shown = {name for name in commands() if "--format" in said()[(*name.split(), "--help")][1]}
    written = {name for name in commands() if "--ut " in said()[(*name.split(), "--help")][1]}
    assert written - shown == {"skjema"}  # which writes a folder of files
    assert shown - written == set()
    assert {"oppdrag list", "status", "valider", "logg", "brev", "rapport mangler"} <= shown


@pytest.mark.parametrize(("name", "shown"), [(name, c.viser) for name, c in called() if c.viser])
def test_help_names_the_formats_of_what_is_shown(name: str, shown: str) -> None:
    """Every one that can write some shape of it, and each has its own endings."""
    _, text = said()[(*name.split(), "--help")]
    able = formater(shown)
    told = re.search(r" FORMAT (.*?) Ellers det ", re.sub(r"[│\s]+", " ", text))
    assert told is not None
    names = re.findall("[a-z]+", re.sub(r"\(.*?\)", "", told[1]))
    assert names[0] == vanlig(shown)
    assert sorted(able) == sorted(name for name in names if name != "eller")
    endings = [ending for format_ in able.values() for ending in format_.endelser]
    assert len(set(endings)) == len(endings)


def test_every_format_is_of_some_use() -> None:
    """Some command shows what it can write."""
    shown = {shape for _, command in called() for shape in former(command.viser)}
    for module in iter_modules(formats.__path__):
        format_ = getattr(import_module(f"styring.formats.{module.name}"), "FORMAT", None)
        assert format_ is None or format_.skrivere.keys() & shown, module.name


def test_descriptions_of_kinds_hold() -> None:
    """Their models have the lists and the fields that they name, and what is referred to is."""
    assert len({slag.navn for slag in SLAG}) == len(SLAG)
    assert len({fil.navn for fil in FILER}) == len(FILER)
    for fil in FILER:
        holders = (fil.klasse, *(slag.klasse for slag in fil.slag))
        named = {felt.name for klasse in holders for felt in fields(klasse)}
        assert {*fil.lister} <= named, fil.navn
    for kind in SLAG:
        there = {felt.name for felt in fields(kind.klasse)}
        told = {kind.noekkel, kind.tittel, *kind.vanlige, *kind.felt} - {""}
        assert told <= there, kind.navn
        refers = {feltord(kind.klassenavn, felt).viser_til: felt for felt in there}
        assert {felt for til, felt in refers.items() if til} == {
            felt for felt in refers.values() if viser_til(kind.klassenavn, felt)
        }, kind.navn


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


CALLED = ["", *commands()]


@pytest.mark.parametrize("name", CALLED)
def test_help_is_norwegian(name: str) -> None:
    """Every command has help, and not a word of it is Typer's own."""
    status, text = said()[(*name.split(), "--help")]
    assert status == 0
    assert text.split()[:2] == ["Bruk:", "styring"]
    assert "Vis denne hjelpen." in text
    assert ENGLISH.findall(text) == []


@pytest.mark.parametrize("name", commands())
def test_help_lists_what_is_under_it(name: str) -> None:
    """The help of a group names each of its commands, with a text."""
    *group, word = name.split()
    _, text = said()[(*group, "--help")]
    assert re.search(rf"^│ {word} +\w", text, re.M)


@pytest.mark.parametrize("wrong", WRONG)
@pytest.mark.parametrize("name", CALLED)
def test_wrong_use_is_answered_in_norwegian(name: str, wrong: str) -> None:
    """An option that is used wrongly ends with 2 and is named in bokmål."""
    status, text = said()[(*name.split(), wrong)]
    assert status == 2
    assert text.startswith("Feil: ")
    assert f"valget «{wrong.partition('=')[0]}»" in text
    assert ENGLISH.findall(text) == []


def private_in(node: ast.AST) -> Iterator[str]:
    """What is private in others and used in a node, by its dotted name."""
    if isinstance(node, ast.ImportFrom | ast.Import):
        names = (getattr(node, "module", None) or "", *(alias.name for alias in node.names))
        yield from (name for name in names if re.search(r"(^|\.)_(?!_)", name))
    elif (
        isinstance(node, ast.Attribute)
        and re.match("_(?!_)", node.attr)
        and node.attr not in NO_SECRET
        and ast.unparse(node.value) not in ("self", "cls")
    ):
        yield ast.unparse(node)


def test_typer_has_what_we_lean_on() -> None:
    """What is private in it and used in `skallsvar`, or not written of and used in `norsk`."""
    from typer._click import shell_completion

    for name in ("CompletionItem", "ShellComplete", "add_completion_class"):
        assert hasattr(shell_completion, name), name
    for name, param in params():
        for hook in ("get_runtime_param", "display_type_rich", "get_usage_pieces"):
            assert callable(getattr(type(param), hook)), (name, hook)


def params() -> list[tuple[str, Any]]:
    """Every option and argument there is, by the words that call its command."""
    root = called()[0][1]
    context = root.make_context("styring", [], resilient_parsing=True)
    return [(name, param) for name, command in called() for param in command.get_params(context)]


def test_private_parts_of_libraries_are_left_alone() -> None:
    """But for those that are entered here, each in one file, which says why."""
    found = {
        (module.name, private)
        for module in MODULES.values()
        for node in ast.walk(module.tree)
        for private in private_in(node)
    }
    assert found == PRIVATE


def test_every_option_and_argument_takes_text_as_it_is() -> None:
    """None is converted by Typer, which says in English what is wrong with what it converts."""
    types = {param.type_descriptor.annotation for _, param in params()}
    assert types - {str, bool} == {list[str]}
