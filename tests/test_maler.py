"""A municipality's own templates: they take the place of ours, and cannot do harm."""

import signal
import sys
from pathlib import Path

import pytest
from dokumentene import DAY, copied, made, refused
from driver import styring

from styring.documents import grenser


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the fictional municipality as `data`, in a folder to stand in."""
    return copied(tmp_path, monkeypatch)


def test_own_template_takes_the_place_of_ours(folder: Path) -> None:
    """With all the names there are, and values that are text."""
    (folder / "maler" / "brev.md").write_text(
        "# {{ tittel }}\n\n{% for s in sektorer %}\n- {{ s.kode }}: {{ s.oppdrag|length }}\n"
        "{% endfor %}\n",
        encoding="utf-8-sig",
    )
    text = made(styring("brev", "--dato", DAY))
    assert text == "# Styringsbrev 2025\n\n- OPV: 6\n- HEL: 5\n- TEK: 6\n- KUL: 4\n- ORG: 4\n"


def test_foreword_has_its_place(folder: Path) -> None:
    """It is Markdown of the municipality's own, signed with the kommunedirektør's name."""
    forord = "Kjære *alle*.\n\nÅret {{ aar }} blir bra.\n"
    (folder / "maler" / "forord.md").write_text(forord, encoding="utf-8")
    text = made(styring("brev", "--dato", DAY))
    assert (
        "## Kommunedirektørens forord\n\nKjære *alle*.\n\nÅret 2025 blir bra.\n\n"
        "Astrid Tenkvoll, kommunedirektør\n\n## Visjon"
    ) in text
    assert text.count("Astrid Tenkvoll") == 1


def test_own_page_takes_the_place_of_ours(folder: Path) -> None:
    """Round the same content, with what is text escaped."""
    with (folder / "kommune.yaml").open(encoding="utf-8") as file:
        changed = file.read().replace("Tenkevik kommune (oppdiktet)", "<b>Vik & Nes</b>")
    (folder / "kommune.yaml").write_text(changed, encoding="utf-8")
    page = "<title>{{ avsender }}</title>{{ innledning }}{{ innhold }}<i>{{ dag }}</i>"
    (folder / "maler" / "side.html").write_text(page, encoding="utf-8")
    text = made(styring("brev", "--dato", DAY, "--format", "html"))
    assert text.startswith("<title>&lt;b&gt;Vik &amp; Nes&lt;/b&gt;</title><h1")
    assert text.endswith("<i>15. september 2025</i>")
    assert "<b>" not in text


ENDLESS = """{% set long = range(99999) %}
{% for a in long %}{% for b in long %}{% for c in long %}{% endfor %}{% endfor %}{% endfor %}
"""


@pytest.mark.parametrize(
    ("template", "line", "says"),
    [
        ("\n{{ tittle }}", 2, "«tittle»\nMente du «tittel»?"),
        ("\n\n{{ kommune.epost }}", 3, "finner ikke noe her som heter «epost»"),
        ("{% if %}", 1, "malen er ikke skrevet riktig"),
        ("{{ aar|finnesikke }}", 1, "malen er ikke skrevet riktig"),
        ("{% for a in range(10**9) %}{% endfor %}", 1, "malen kan ikke fylles ut"),
        ("\n{# {{ tittel }}", 2, "malen er ikke skrevet riktig: Missing end of comment tag"),
        ("{% raw %}{{ tittel }}", 1, "malen er ikke skrevet riktig"),
        ("{{ " + "(" * 5000, 1, "malen er for innfløkt"),
        ("{% for a in 'x' %}" * 30 + "{% endfor %}" * 30, 1, "malen er for innfløkt"),
        ("\n{{ 9 ** 9 ** 9 }}", 2, "malen kan ikke fylles ut"),
        ("\n{{ 'x' * 10000000000 }}", 2, "malen krever for mye minne"),
        ("{% for a in 'x' %}\n{{ a.__class__ }}{% endfor %}", 2, "malen kan ikke fylles ut"),
        ("{{ 1 / 0 }}", 1, "malen kan ikke fylles ut"),
        ("{% include 'brev.md' %}", 1, "malen henter inn seg selv"),
        ("{% include '../kommune.yaml' %}", 1, "finner ingen mal som heter"),
        ("{% include '/etc/hostname' %}", 1, "finner ingen mal som heter"),
    ],
)
def test_wrong_template_is_told_of_with_its_line(
    folder: Path, template: str, line: int, says: str
) -> None:
    """A fault in a template has a place and a way out, and gives no document."""
    (folder / "maler" / "brev.md").write_text(template, encoding="utf-8")
    said = refused(styring("brev", "--dato", DAY, "--ut", "brev.md"))
    assert said.startswith(f"Feil: data/maler/brev.md:{line}: ")
    assert says in said
    assert "Rett malen" in said
    assert not Path("brev.md").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="has no clock that can stop it")
def test_template_that_never_ends_is_stopped(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After a while, and what was set up to do it is as it was."""
    monkeypatch.setattr(grenser, "SEKUNDER", 1.0)
    (folder / "maler" / "forord.md").write_text(ENDLESS, encoding="utf-8")
    said = refused(styring("brev", "--dato", DAY))
    assert said.startswith("Feil: data/maler/forord.md:2: malen blir aldri ferdig\n")
    wordy = ENDLESS.replace("{% for c in long %}", "{% for c in long %}x")
    (folder / "maler" / "forord.md").write_text(wordy, encoding="utf-8")
    assert "data/maler/forord.md" in refused(styring("brev", "--dato", DAY))
    # Worked out before the rest is begun with, in memory that there is whatever ran here before.
    slow = '{{ (["x" * 1000] * 50000)|string|length }}'
    monkeypatch.setattr(grenser, "SEKUNDER", 0.1)
    (folder / "maler" / "forord.md").write_text(slow + ENDLESS, encoding="utf-8")
    assert "malen blir aldri ferdig" in refused(styring("brev", "--dato", DAY))
    assert signal.getitimer(signal.ITIMER_PROF) == (0, 0)
    (folder / "maler" / "forord.md").unlink()
    monkeypatch.setattr(grenser, "SEKUNDER", 0.000001)
    assert styring("brev", "--dato", DAY).status == 0, "our own take the time they take"


@pytest.mark.skipif(sys.platform != "linux", reason="only there is what is used known")
@pytest.mark.parametrize(
    "step",
    [
        "'x' * 1000000000",
        "'x'|center(1000000000)",
        "'%1000000000d' % 1",
        "'{:1000000000}'.format(1)",
    ],
)
def test_a_single_huge_step_of_a_template_is_never_made(folder: Path, step: str) -> None:
    """No clock can stop it within, so the memory that it would take is not given."""
    (folder / "maler" / "brev.md").write_text(f"\n{{{{ ({step})|length }}}}", encoding="utf-8")
    said = refused(styring("brev", "--dato", DAY))
    assert said.startswith("Feil: data/maler/brev.md:2: malen krever for mye minne\n")


def test_template_may_be_a_link_as_data_files_may(folder: Path) -> None:
    """To a file in the folder; one that leads nowhere is told of, as is a folder."""
    mal = folder / "maler" / "brev.md"
    mal.symlink_to("../felles.md")
    nowhere = "«data/maler/brev.md» kan ikke leses (den er en lenke til noe som ikke finnes)"
    assert nowhere in refused(styring("brev", "--dato", DAY))
    (folder / "felles.md").write_text("# Felles\n", encoding="utf-8")
    assert made(styring("brev", "--dato", DAY)) == "# Felles\n"
    mal.unlink()
    mal.mkdir()
    assert "brev.md» kan ikke leses (den er ikke en vanlig fil)" in refused(styring("brev"))


def test_what_is_no_template_of_theirs_is_told_of(folder: Path) -> None:
    """The parts that our templates are made of are ours, and a misspelled name does nothing."""
    before = made(styring("rapport", "tertial", "--dato", DAY), said="")
    for name in ("saker.md", "forod.md", "forord.docx", ".skjult"):
        (folder / "maler" / name).write_text("Hei\n", encoding="utf-8")
    ended = styring("rapport", "tertial", "--dato", DAY)
    assert ended.out == before
    assert ended.err == (
        "Ikke brukt i data/maler: forod.md, forord.docx, saker.md. Malene du kan ha der, er"
        " aar.md, brev.md, forord.md, notat.md, purring.txt, side.html, tertial.md,"
        " vedtak.md, virksomhetsplan.md.\n"
    )


def test_template_that_steers_terminals_does_not(folder: Path) -> None:
    """A control character in a template is spelled out, as one in a value is."""
    (folder / "maler" / "forord.md").write_text("Rød\x1b[31m og\u202e snudd\n", encoding="utf-8")
    assert "\nRød\\x1b[31m og\\u202e snudd\n" in made(styring("brev", "--dato", DAY))


def test_template_that_is_no_text_is_told_of(folder: Path) -> None:
    """A Word document that is named as a template is no reason for a traceback."""
    (folder / "maler" / "brev.md").write_bytes(b"PK\x03\x04\xff\xfe")
    assert "data/maler/brev.md» er ikke ren tekst" in refused(styring("brev"))


def test_templates_are_no_data_files(folder: Path) -> None:
    """The folder of templates is nothing that the check of the data asks about."""
    (folder / "maler" / "brev.md").write_text("# Hei\n")
    ended = styring("valider", "--dato", DAY)
    assert "maler" not in ended.out + ended.err
