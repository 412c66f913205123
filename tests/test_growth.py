"""That four times as much text takes about four times as long, whatever the text is.

The patterns are found by walking the program, and each is tried on texts made of its own signs.
"""

import ast
import json
import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date
from functools import cache, partial
from importlib import import_module
from itertools import product
from pathlib import Path
from time import process_time
from typing import Any, NamedTuple, TypeGuard

import pytest
import yaml
from conftest import RIK, ROOT
from growth import AT_MOST, growth, is_linear

from styring.formats.format import formater, skriv
from styring.formats.skjerm import Skjerm
from styring.register.innhold import Register
from styring.register.lasting import last
from styring.rules.kjoering import alle, kjoer
from styring.rules.regel import Problem
from styring.views.funn import Funn


def _room(path: Path) -> str:
    return path.relative_to(ROOT / "styring").parts[0]


SIGNS = 500
"""How many there are in a text of which we look at the time alone."""
QUICK = 0.0002
"""Seconds in which nothing that is worse than linear has gone through so many."""
METHODS = {"search", "match", "fullmatch", "findall", "finditer", "sub", "subn", "split"}
MODULES = sorted((ROOT / "styring").rglob("*.py"))
DAY = date(2024, 6, 1)
ROOMS = sorted({_room(path) for path in MODULES})
COMMON = ["a", "A", "å", "0", " ", "\n", ".", "-", "\x00"]
"""What most patterns have a class for, and a sign that hardly any has."""


class Use(NamedTuple):
    """A pattern, and how it is used."""

    pattern: re.Pattern[Any]
    method: str

    def taken(self, parts: tuple[str, str, str], signs: int) -> float:
        """How long it takes to go through a text of so many signs."""
        begin, on, end = parts
        text = begin + on * (signs // len(on)) + end
        said: Any = text.encode() if isinstance(self.pattern.pattern, bytes) else text
        words = (said[:0], said) if "sub" in self.method else (said,)
        start = process_time()
        found = getattr(self.pattern, self.method)(*words)
        if self.method == "finditer":
            for _ in found:
                pass
        return process_time() - start

    def hostile(self) -> Iterator[tuple[str, str, str]]:
        """What a text begins with, goes on with, and ends with, so that little of it fits."""
        written = self.pattern.pattern
        source = written.decode() if isinstance(written, bytes) else str(written)
        letters = [sign for sign in dict.fromkeys(source) if sign.isalnum()][:4]
        others = [sign for sign in dict.fromkeys(source) if not sign.isalnum()][:24]
        signs = [*dict.fromkeys([*COMMON, *letters, *others])]
        words = [word for word in dict.fromkeys(re.findall(r"\w{2,}", source)) if len(word) < 12]
        yield from product(("", *signs), signs, ("", "\x00", "\n"))
        yield from product(("",), (f"{one}{other}" for one, other in product(signs, signs)), ("",))
        yield from product(("",), words[:8], ("", "\x00"))


@cache
def made_as_it_runs() -> dict[str, list[Any]]:
    """What patterns are made of as the program runs, by the names that it has there."""
    return {
        "moenster": ["SOS|HOM"],
        "ren": [r"[^;\r\n]*+"],
        "shift": [-2],
    }


@cache
def named_in(module: Any) -> dict[str, list[Any]]:
    """What a name in a function may stand for: of a table that is gone through, or put together."""
    tree = ast.parse(Path(module.__file__).read_text(encoding="utf-8"))
    found: dict[str, list[Any]] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.For | ast.comprehension):
            is_table = isinstance(node.iter, ast.Name | ast.Tuple | ast.List | ast.Constant)
            with suppress(NameError, TypeError, ValueError):  # what is no table is none of ours
                rows = eval(ast.unparse(node.iter), vars(module)) if is_table else ()
                names = node.target.elts if isinstance(node.target, ast.Tuple) else [node.target]
                columns = [*zip(*rows, strict=True)] if len(names) > 1 else [rows]
                for name, column in zip(names, columns, strict=False):
                    found[ast.unparse(name)] = [*column]
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.JoinedStr):
            with suppress(NameError):
                found.setdefault(ast.unparse(node.targets[0]), []).extend(
                    values_of(node.value, module, found)
                )
    return found


def values_of(node: ast.expr, module: Any, known: dict[str, list[Any]]) -> list[Any]:
    """What an expression gives, for each that the names in it may stand for. Raises NameError."""
    code = compile(ast.Expression(node), module.__name__, "eval")
    names = {part.id for part in ast.walk(node) if isinstance(part, ast.Name)}
    made = {name: known[name] for name in names if name in known}
    return [
        eval(code, vars(module) | dict(zip(made, values, strict=True)))
        for values in product(*made.values())
    ]


def evaluated(node: ast.expr, module: Any) -> list[Any]:
    """What an expression of a module may give. Raises NameError for what nobody can know."""
    return values_of(node, module, named_in(module) | made_as_it_runs())


def compiled(call: ast.Call, module: Any) -> list[re.Pattern[Any]]:
    """The patterns that a call of `re` may be given."""
    kinds = [word.value for word in call.keywords if word.arg == "flags"]
    kinds += [word for word in call.args[1:] if isinstance(word, ast.Attribute | ast.BinOp)]
    kinds = [word for word in kinds if re.fullmatch(r"[re.A-Z |]+", ast.unparse(word))]
    flags = evaluated(kinds[0], module)[0] if kinds else 0
    return [re.compile(pattern, flags) for pattern in evaluated(call.args[0], module)]


def uses_in(path: Path) -> Iterator[Use]:
    """Every use of a pattern in a module."""
    module = import_module(".".join(path.relative_to(ROOT).with_suffix("").parts))
    tree = ast.parse(path.read_text(encoding="utf-8"))
    loose = [one for value in vars(module).values() for one in patterns_in(value)]
    methods = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _is_of_re(node.func):
            if node.func.attr in METHODS:
                yield from (Use(one, node.func.attr) for one in compiled(node, module))
            elif node.func.attr == "compile" and not _is_at_top(node, tree):
                loose += compiled(node, module)
        elif isinstance(node, ast.Attribute) and not _is_of_re(node) and node.attr in METHODS:
            try:
                owners = evaluated(node.value, module)
            except NameError:  # a local name: a pattern of a table, or one that is made here
                methods.add(node.attr)
                continue
            yield from (Use(one, node.attr) for one in owners if isinstance(one, re.Pattern))
    yield from (Use(*use) for use in product(loose, methods - {"split"}))


def patterns_in(value: Any) -> Iterator[re.Pattern[Any]]:
    """Those of a table."""
    parts = value.values() if isinstance(value, dict) else value
    for part in parts if isinstance(value, dict | list | tuple) else ():
        if isinstance(part, re.Pattern):
            yield part
        yield from patterns_in(part)


def _is_of_re(node: ast.expr) -> TypeGuard[ast.Attribute]:
    return isinstance(node, ast.Attribute) and ast.unparse(node.value) == "re"


def _is_at_top(node: ast.AST, tree: ast.Module) -> bool:
    return any(
        node in ast.walk(statement)
        for statement in tree.body
        if isinstance(statement, ast.Assign | ast.AnnAssign)
    )


@cache
def uses() -> dict[Path, list[Use]]:
    """Every use of a pattern in the program, by module."""
    return {path: [*dict.fromkeys(uses_in(path))] for path in MODULES}


def test_every_pattern_is_found() -> None:
    """Each that stands at the top of a module has a use that is tried."""
    tried = {(use.pattern.pattern, use.pattern.flags) for found in uses().values() for use in found}
    assert len(tried) > 80
    for path in MODULES:
        module = import_module(".".join(path.relative_to(ROOT).with_suffix("").parts))
        for name, value in vars(module).items():
            if isinstance(value, re.Pattern):
                assert (value.pattern, value.flags) in tried, f"{path}: {name}"


@pytest.mark.parametrize("room", ROOMS)
def test_no_pattern_is_worse_than_linear(room: str) -> None:
    """Whatever the text begins with, goes on with and ends with."""
    for use in (use for path in MODULES if _room(path) == room for use in uses()[path]):
        worst: dict[tuple[str, str, str], float] = {}
        for parts in use.hostile():
            if (taken := use.taken(parts, SIGNS)) > QUICK:
                worst[parts] = taken
        for parts in sorted(worst, key=lambda parts: -worst[parts])[:3]:
            grown = growth(partial(use.taken, parts), 8 * SIGNS, 32 * SIGNS)
            assert grown < AT_MOST, (use, parts, grown)


HOSTILE = [
    *"|>#@-.:*&'\"([\\+_ 0å\n\t\xad\u200b",
    *("- ", "a-", "a@", ".a", "1 ", "a1", "\n\n", "a\n", "SOS-2023-01 ", "\u0301"),
]


class Filled(NamedTuple):
    """A folder with a text in it, as loaded, and what the rules find there."""

    register: Register
    funn: Funn


@cache
def plain() -> dict[Path, Any]:
    """What is in the files of the rich municipality, by their paths in its folder."""
    return {
        path.relative_to(RIK): yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)
        for path in sorted(RIK.rglob("*.yaml"))
    }


def filled(folder: Path, text: str) -> Filled:
    """The rich municipality, with a text behind every title and every other sentence."""

    def with_it(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: with_it(inside) for key, inside in value.items()}
        if isinstance(value, list):
            return [with_it(inside) for inside in value]
        is_sentence = isinstance(value, str) and " " in value
        return f"{value} {text}x" if is_sentence else value

    for path, data in plain().items():
        copy = folder / path
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_text(json.dumps(with_it(data), ensure_ascii=False, indent=1), encoding="utf-8")
    register = last(folder, skadde=True)
    return Filled(register, Funn(kjoer(register, DAY)))


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_no_rule_is_worse_than_linear(text: str, tmp_path: Path) -> None:
    """Whatever is in the titles, also for what is said of them in every format."""
    few, many = (filled(tmp_path / str(n), text * (n // len(text))) for n in (250, 1_000))
    rules = {regel.kode: regel.kontroll for regel in alle() if regel.kontroll}
    works: dict[str, Callable[[Filled], object]] = {
        **{code: partial(broken, rule) for code, rule in rules.items()},
        **{name: partial(said, name) for name in formater("funn")},
        "read": lambda of: last(of.register.mappe),
        "all rules": lambda of: kjoer(of.register, DAY),
    }
    for name, work in works.items():
        assert is_linear(work, few, many, least=0.01), name


def broken(rule: Any, of: Filled) -> list[Problem]:
    """What a rule finds."""
    return [*rule(of.register, DAY)]


def said(format_: str, of: Filled) -> object:
    """What is said of all that the rules find."""
    return skriv(of.funn, format_, Skjerm())
