"""The house: which rooms may use which, what may be called where, and how long modules are."""

import ast
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import NamedTuple

import pytest

from styring.slag import FILER, OPPFULGTE, OPPGAVE, SLAG
from styring.slagfelt import feltord, viser_til

TESTS = Path(__file__).resolve().parent
HOUSE = TESTS.parent / "styring"

# Which rooms may import what is not ours and not Python's own, or runs other programs; of them
# all, nobody imports click.
LIBRARIES = {
    "icalendar": {"formats"},
    "jinja2": {"documents"},
    "markdown_it": {"formats"},
    "markupsafe": {"documents", "formats"},
    "pydantic": {"journal", "model", "register", "jsonskjema"},
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


def levels() -> dict[str, int]:
    """The level of each room, as the table in CONTRIBUTING draws the house."""
    table = (HOUSE.parent / "CONTRIBUTING.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (\d+) \| ([^|]+) \|", table, re.MULTILINE)
    rooms = {
        room: int(level) for level, names in rows for room in re.findall(r"\w+(?=\.py|/)", names)
    }
    return {"styring": 0, **rooms}  # the package itself has its version


LEVELS = levels()


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
    """The table in CONTRIBUTING has the rooms there are, and no others."""
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
    """But a file may be called as its command or its format; of rules or acts, as their record."""
    names = Counter(
        module.path.stem
        for module in MODULES.values()
        if module.room not in {"commands", "formats"} and not module.path.stem.startswith("__")
        if module.room not in {"rules", "actions"}
        or f"styring.model.{module.path.stem}" not in MODULES
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


def test_files_of_tests_are_short() -> None:
    """So are they, as each is of one question."""
    files = {path.name: path.read_text(encoding="utf-8") for path in TESTS.rglob("*.py")}
    lengths = {name: text.count("\n") for name, text in files.items()}
    assert {name: length for name, length in lengths.items() if length >= LONGEST} == {}


def test_descriptions_of_kinds_hold() -> None:
    """Their models have the lists and the fields that they name, and what is referred to is."""
    assert len({slag.navn for slag in SLAG}) == len(SLAG)
    assert len({fil.navn for fil in FILER}) == len(FILER)
    for fil in FILER:
        holders = (fil.klasse, *(slag.klasse for slag in fil.slag))
        named = {felt.name for klasse in holders for felt in fields(klasse)}
        assert {*fil.lister} <= named, fil.navn
    for kind in SLAG:
        assert bool(kind.fil) != bool(kind.del_av), kind.navn
        wholes = [{felt.name for felt in fields(whole.klasse)} for whole in kind.del_av]
        assert all(kind.liste in named for named in wholes), kind.navn
        there = {felt.name for felt in fields(kind.klasse)}
        told = {kind.noekkel, kind.tittel, *kind.vanlige, *kind.felt} - {""}
        assert told <= there, kind.navn
        for felt in there:
            names = feltord(kind.klassenavn, felt).viser_til
            assert len(viser_til(kind.klassenavn, felt)) == len(names), (kind.navn, felt)


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


def test_private_parts_of_libraries_are_left_alone() -> None:
    """But for those that are entered here, each in one file, which says why."""
    found = {
        (module.name, private)
        for module in MODULES.values()
        for node in ast.walk(module.tree)
        for private in private_in(node)
    }
    assert found == PRIVATE
