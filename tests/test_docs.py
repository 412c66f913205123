"""Whether the documentation has all there is, and leads where it says."""

import re
import tomllib
from dataclasses import fields
from pathlib import Path
from typing import Any, cast

import pytest
from conftest import ROOT
from every_command import commands

from docs import bilder, datafiler, kommandoer, kontrakt
from docs.__main__ import REFERANSE_SIDER
from docs.kontroll import feil
from docs.sti import SIDER
from docs.svar import SVAR, Svar
from styring.cli.norsk import FELLES
from styring.rules.kjoering import alle
from styring.slag import FILER, SLAG

PAGES = {path.relative_to(SIDER).as_posix(): path for path in SIDER.rglob("*.md")}
WRITTEN = {
    name: path.read_text(encoding="utf-8")
    for name, path in PAGES.items()
    if not name.startswith("referanse/")
}
PICTURES = [
    (page, *picture)
    for page, text in WRITTEN.items()
    for picture in re.findall(r"!\[([^\]]*)\]\([^)]*?(\w+)\.svg\)", text)
]


@pytest.fixture(scope="module")
def made() -> dict[str, str]:
    """The generated pages, by name."""
    return {navn: lag() for navn, lag in REFERANSE_SIDER.items()}


def section(page: str, heading: str) -> str:
    """What stands between a heading and the next one."""
    found = re.search(rf"^#+ {re.escape(heading)}(?: \{{.*\}})?$", page, re.MULTILINE)
    assert found, heading
    return re.split(r"^#{2,} ", page[found.end() :], maxsplit=1, flags=re.MULTILINE)[0]


def test_every_command_and_option_is_there(made: dict[str, str]) -> None:
    """Each command has a heading, and below it each option and argument with what it is."""
    for command in kommandoer.alle():
        text = section(made["kommandoer.md"], f"styring {command.navn}")
        for param in command.kommando.get_params(command.ctx):
            if param.name not in (*FELLES, "help"):
                assert (param.metavar or param.opts[0]) in text, f"{command.navn} {param.name}"
                assert all(f"`{navn}" in text for navn in param.opts if navn.startswith("-"))


def test_commands_are_those_of_the_program() -> None:
    """None is passed over on the way through the groups."""
    assert sorted(en.navn for en in kommandoer.alle()) == sorted(commands())


def test_every_rule_is_there(made: dict[str, str]) -> None:
    """Each rule has a heading, and below it why it matters and both examples."""
    for rule in alle():
        text = section(made["regler.md"], rule.kode)
        assert all(f"```yaml\n{example.tekst}\n```" in text for example in rule.eksempler)
        assert len(text) > len(rule.hvorfor)
        assert f"[{rule.kode}](#{rule.kode.lower()})" in made["regler.md"]


@pytest.mark.parametrize("kind", FILER, ids=[slag.navn for slag in FILER])
def test_every_field_is_there(kind: Any, made: dict[str, str]) -> None:
    """Each kind of file has a heading; each field of its records stands in a table below one."""
    page = made["datafiler.md"]
    for name, schema in datafiler.poster(kind).items():
        is_file = name == kind.klasse.__name__
        text = section(page, f"{kind.navn}.yaml" if is_file else datafiler.overskrift(name))
        assert [felt for felt in schema["properties"] if f"\n| `{felt}` |" not in text] == []
    assert [f.name for f in fields(kind.klasse)] == list(
        datafiler.poster(kind)[kind.klasse.__name__]["properties"]
    )


@pytest.mark.parametrize("answer", SVAR, ids=[svar.proev for svar in SVAR])
def test_every_field_of_an_answer_is_there(answer: Svar) -> None:
    """What a command answers is the fields of its record and those told of; none is made up."""
    found = [felt.sti for felt in kontrakt.regnede(answer)]
    assert set(found) == set(answer.ordene)
    if answer.klasse:
        posts = kontrakt.svaret(answer.proev, answer.foerst)
        own = {felt.name for felt in fields(cast(Any, answer.klasse))} - set(answer.uten)
        assert set(posts[0]) == own | {sti for sti in found if "[]" not in sti}


def test_every_command_that_answers_in_json_is_told_of() -> None:
    """What offers the format has its fields on the page."""
    offers = {
        en.navn
        for en in kommandoer.alle()
        for param in en.kommando.get_params(en.ctx)
        if "--format" in param.opts and "json" in param.help
    }
    made = {f"{slag.navn} {name}" for slag in SLAG if slag.vanlige for name in ("list", "vis")}
    assert offers == made | {svar.kommando.partition(" --")[0] for svar in SVAR}


def test_every_page_is_in_the_menu() -> None:
    """No page is left out of the menu, and none is there that is not made."""
    menu = re.findall(r'"([\w/-]+\.md)"', (ROOT / "zensical.toml").read_text(encoding="utf-8"))
    assert sorted(menu) == sorted([*WRITTEN, *(f"referanse/{navn}" for navn in REFERANSE_SIDER)])


def test_site_is_in_bokmaal_and_fetches_no_fonts() -> None:
    """The theme speaks bokmål and has its fonts from the reader's own machine."""
    site = tomllib.loads((ROOT / "zensical.toml").read_text(encoding="utf-8"))["project"]
    assert (site["theme"]["language"], site["theme"]["font"]) == ("nb", False)


def test_every_picture_is_made_and_told_in_words() -> None:
    """Each picture is of a command, is on some page, and has a text for those who do not see it."""
    assert {name for _, _, name in PICTURES} == set(bilder.KOMMANDOER)
    assert [page for page, words, _ in PICTURES if len(words) < 40] == []


@pytest.mark.parametrize("name", bilder.KOMMANDOER)
def test_picture_fetches_nothing(name: str) -> None:
    """A picture shows its command in colour, and asks for nothing from anywhere."""
    svg = bilder.bilde(name)
    assert re.findall(r"url\((?!#)|@font-face|@import|href=|<image|<script", svg) == []
    assert set(re.findall(r"https?://[^\s\"')]+", svg)) <= {
        "http://www.w3.org/2000/svg",
        "https://www.textualize.io",  # who made the program that draws it, in a comment
    }
    assert "styring&#160;" in svg
    assert len(set(re.findall(r"fill: (#\w+)", svg))) > 2
    assert svg == bilder.bilde(name)


def test_fiction_is_said_to_be_fiction() -> None:
    """A page that shows an invented municipality says that it is invented."""
    for page, text in WRITTEN.items():
        if re.search("Tenkevik|Lillevik|styring init", text):
            assert "oppdikt" in text, page


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md"])
def test_repository_has_what_its_papers_link_to(page: str) -> None:
    """A link from a paper leads to a file in the repository, or to a heading of its own."""
    text = (ROOT / page).read_text(encoding="utf-8")
    links = [link for link in re.findall(r"\]\(([^)]+)\)", text) if "://" not in link]
    assert [
        link for link in links if not link.startswith("#") and not (ROOT / link).is_file()
    ] == []
    headings = [re.sub(r"[^\w -]", "", h).lower() for h in re.findall(r"^#+ (.*)", text, re.M)]
    own = [link[1:] for link in links if link.startswith("#")]
    assert set(own) <= {heading.replace(" ", "-") for heading in headings}


def test_dead_links_are_found(tmp_path: Path) -> None:
    """A page, a heading and a picture that are not there, and a script from elsewhere."""
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "index.html").write_text('<h1 id="her">Å</h1><a href="../#d%C3%A6r">x</a>')
    (tmp_path / "index.html").write_text(
        '<h1 id="dær">Æ</h1><a href="a/#her">x</a><a href="a/#borte">x</a><a href="b/">x</a>'
        '<img src="c.svg"><script src="https://elsewhere.example/x.js"></script>'
        '<a href="https://elsewhere.example/">fine</a><a href="mailto:a@b.example">fine</a>'
    )
    assert list(feil(tmp_path)) == [
        "index.html: a/#borte has no such heading",
        "index.html: b/ is not there",
        "index.html: c.svg is not there",
        "index.html: script is fetched from https://elsewhere.example/x.js",
    ]
