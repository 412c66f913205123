"""A document given out: its page, its file, and what cannot be written."""

import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import EKSEMPEL, ROOT
from dokumentene import DAY, MD, UNNTATT, Page, copied, made, refused
from driver import styring

from styring.formats.commonmark import HELT


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the fictional municipality as `data`, in a folder to stand in."""
    return copied(tmp_path, monkeypatch)


def test_page_is_whole_in_itself() -> None:
    """Language, title, ids, table headings; and it fetches nothing from anywhere."""
    text = made(styring("brev", "--data", str(EKSEMPEL), "--dato", DAY, "--format", "html"))
    page = Page(text)
    names = [name for name, _ in page.tags]
    assert ("html", {"lang": "nb"}) in page.tags
    assert names.count("h1") == 1
    assert page.text("title") == "Styringsbrev 2025 – Tenkevik kommune (oppdiktet)"
    assert not {"script", "link", "img", "iframe", "object"} & set(names)
    links = [attributes["href"] for name, attributes in page.tags if name == "a"]
    led_to = [link for link in links if link and link.startswith("https://tenkevik.example/")]
    assert led_to  # where readers may go, which nothing is fetched from
    assert not re.search(r"url\(|@import|\bsrc=", text)
    assert len(re.findall("https?:", text)) == len(led_to)
    ids = [attributes["id"] for _, attributes in page.tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    assert len(links) >= 4
    assert {f"#{id_}" for id_ in ids} >= {*links} - {*led_to}
    assert all(attributes["scope"] == "col" for name, attributes in page.tags if name == "th")


@pytest.mark.parametrize(
    ("name", "said"),
    [("Årsrapport", "årsrapport 2025"), ("T3", "T3 2025"), ("3. tertial", "3. tertial 2025")],
)
def test_round_has_no_capital_within_a_sentence(folder: Path, name: str, said: str) -> None:
    """But one that is not a word stays as it is."""
    file = folder / "kommune.yaml"
    text = file.read_text(encoding="utf-8")
    assert text.count("navn: Årsrapport,") == 1
    file.write_text(text.replace("navn: Årsrapport,", f"navn: {name},"), encoding="utf-8")
    shown = styring("rapport", "aar", "--dato", "2026-02-01").out
    assert f"**Mangler rapport for {said}:**" in shown


@pytest.mark.parametrize("text", ["19. november 2025", "2. kvartal 2026", "→ uendret", "↑ 3,2"])
def test_times_and_trends_stand_on_one_line(text: str) -> None:
    """Also a time behind an arrow."""
    assert [funn[0] for funn in HELT.finditer(f"mai 2025 → {text}")] == ["mai 2025", text]


def test_markdown_and_html_say_the_same() -> None:
    """Every text of the one is in the other, in the same order."""
    om = ("--data", str(EKSEMPEL), "--dato", DAY)
    html = Page(made(styring("brev", *om, "--format", "html")))
    markdown = Page(MD.render(made(styring("brev", *om))))
    own = ("style", "title", "nav", "footer")
    texts = [text for tags, text in html.texts if not set(own) & set(tags)]
    assert " ".join("".join(texts).split()) == markdown.text()


@pytest.mark.parametrize(
    ("words", "begins"),
    [
        (("--ut", "brev.md"), "# Styringsbrev 2025"),
        (("--ut", "Brev.HTML"), "<!DOCTYPE html>"),
        (("--ut", "brev.txt", "--format", "markdown"), "# Styringsbrev 2025"),
        (("--ut", "brev.md", "--format", "html"), "<!DOCTYPE html>"),
    ],
)
def test_file_has_the_format_of_its_name_unless_another_is_named(
    folder: Path, words: tuple[str, ...], begins: str
) -> None:
    """The file is whole, and stdout is left alone."""
    ended = styring("brev", "--dato", DAY, *words)
    assert made(ended, said=f"Skrevet til {words[1]}.\n{UNNTATT}") == ""
    assert Path(words[1]).read_text(encoding="utf-8").startswith(begins)
    assert sorted(path.name for path in Path().iterdir()) == sorted([words[1], "data"])


@pytest.mark.parametrize(
    ("words", "status", "says"),
    [
        (("--ut", "brev.docx"), 2, "La navnet slutte på .html, .htm, .md, .pdf"),
        (("--format", "htlm"), 2, "Mente du «html»?"),
        (("--ut", "data/maler/brev.md"), 3, "er i datamappen"),
        (("--ut", "data/../data/brev.html"), 3, "er i datamappen"),
        (("--ut", ""), 2, "navnet på en fil mangler"),
        (("--ut", "brev.txt"), 2, "«brev.txt» slutter ikke på et format som finnes her"),
        (("--ut", "mappe.md"), 3, "«mappe.md» kan ikke skrives: det er en mappe"),
        (("--ut", "ring.md"), 3, "«ring.md» kan ikke skrives: lenken fører til seg selv"),
        (("--ut", "finnes/ikke.md"), 3, "«finnes/ikke.md» kan ikke skrives: mappen finnes ikke"),
    ],
)
def test_what_cannot_be_written_is_refused(
    folder: Path, words: tuple[str, ...], status: int, says: str
) -> None:
    """With the way out, and with nothing written."""
    Path("ring.md").symlink_to("ring.md")
    Path("mappe.md").mkdir()
    assert says in refused(styring("brev", "--dato", DAY, *words), status)
    assert not list(folder.glob("**/brev.*"))


@pytest.mark.skipif(os.geteuid() != 0, reason="only root gives files away")
def test_file_that_was_there_keeps_its_owner(folder: Path) -> None:
    """And is not for others to read while it is written, for it is made with the mode it has."""
    Path("notat.md").touch(0o600)
    os.chown("notat.md", 1234, 1235)
    made(
        styring("brev", "--dato", DAY, "--ut", "notat.md"), said=f"Skrevet til notat.md.\n{UNNTATT}"
    )
    found = Path("notat.md").stat()
    assert (found.st_uid, found.st_gid, found.st_mode & 0o777) == (1234, 1235, 0o600)


def test_file_that_was_there_keeps_its_mode(folder: Path) -> None:
    """What is no file is written to, and what looks like our own draft of a file is left alone."""
    Path("hemmelig.md").touch(0o600)
    Path(".hemmelig.md.ny").symlink_to(folder / "kommune.yaml")
    made(
        styring("brev", "--dato", DAY, "--ut", "hemmelig.md"),
        said=f"Skrevet til hemmelig.md.\n{UNNTATT}",
    )
    assert Path("hemmelig.md").read_text(encoding="utf-8").startswith("# Styringsbrev 2025")
    assert Path("hemmelig.md").stat().st_mode & 0o777 == 0o600
    assert (folder / "kommune.yaml").read_bytes() == (EKSEMPEL / "kommune.yaml").read_bytes()
    words = ("--ut", "/dev/null", "--format", "markdown")
    made(styring("brev", "--dato", DAY, *words), said=f"Skrevet til /dev/null.\n{UNNTATT}")
    assert Path("/dev/null").is_char_device()


def test_bytes_are_not_poured_on_a_terminal(folder: Path) -> None:
    """A PDF on a screen is refused with a file's name to use."""
    leader, follower = pty.openpty()
    ended = subprocess.run(
        [sys.executable, "-m", "styring", "brev", "--dato", DAY, "--format", "pdf"],
        stdout=follower,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        encoding="utf-8",
        check=False,
    )
    os.close(follower)
    os.close(leader)
    assert (ended.returncode, "--ut dokument.pdf" in ended.stderr) == (3, True)


@pytest.mark.parametrize(
    ("length", "said"), [(400_000, "Lager PDF av et langt dokument."), (9, "")]
)
def test_long_pdf_is_told_of_on_a_terminal_before_it_is_made(
    folder: Path, length: int, said: str
) -> None:
    """So that nobody believes that it hangs."""
    (folder / "maler" / "brev.md").write_text(f"# Hei\n\n[a]: /b '{'x' * length}'\n")
    leader, follower = pty.openpty()
    words = ["brev", "--dato", DAY, "--ut", "brev.pdf"]
    subprocess.run(
        [sys.executable, "-m", "styring", *words],
        stderr=follower,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=True,
    )
    os.close(follower)
    seen = os.read(leader, 1000).decode()
    os.close(leader)
    assert seen.partition("Skrevet til brev.pdf.")[0].partition(" Det")[0] == said
