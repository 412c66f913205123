"""Every command: its help is Norwegian, its formats are of use, its words are text."""

import re
from importlib import import_module
from pkgutil import iter_modules

import pytest
from every_command import ENGLISH, WRONG, called, commands, params, said

from styring import formats
from styring.commands import REKKEFOELGE
from styring.formats.format import formater, former, vanlig


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


def test_typer_has_what_we_lean_on() -> None:
    """What is private in it and used in `skallsvar`, or not written of and used in `norsk`."""
    from typer._click import shell_completion

    for name in ("CompletionItem", "ShellComplete", "add_completion_class"):
        assert hasattr(shell_completion, name), name
    for name, param in params():
        for hook in ("get_runtime_param", "display_type_rich", "get_usage_pieces"):
            assert callable(getattr(type(param), hook)), (name, hook)


def test_every_option_and_argument_takes_text_as_it_is() -> None:
    """None is converted by Typer, which says in English what is wrong with what it converts."""
    types = {param.type_descriptor.annotation for _, param in params()}
    assert types - {str, bool} == {list[str]}
