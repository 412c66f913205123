"""What is never in the reports of a round and of a year."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import EKSEMPEL, RIK
from driver import styring
from markdown_it import MarkdownIt
from rapportene import DAY, ID, change, chapters, copied, made

from styring.documents.aarsrapport import Aarsrapport
from styring.documents.tertial import Tertial
from styring.documents.vedtaksrapport import Vedtaksrapport


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the fictional municipality."""
    return copied(tmp_path)


MD = MarkdownIt("commonmark", {"html": False}).enable("table")


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("tertial", Tertial._fields),
        ("aar", Aarsrapport._fields),
        ("vedtak", Vedtaksrapport._fields),
    ],
)
def test_template_that_prints_all_it_gets_prints_nothing_private(
    folder: Path, name: str, fields: tuple[str, ...]
) -> None:
    """What is unntatt, people, telephones, addresses and own fields are not there to be printed."""
    names = "".join(f"{{{{ {field} }}}}\n\n" for field in fields)
    (folder / "maler" / f"{name}.md").write_text(names, encoding="utf-8")
    text = made(name, data=folder)
    assert "Åpne ett felles mottak for familier som trenger hjelp" in text
    assert "Folkemøte om det nye omsorgssenteret" in text
    contacts = yaml.safe_load((folder / "kontakter.yaml").read_text(encoding="utf-8"))
    people = [person[key] for person in contacts["kontakter"] for key in ("navn", "id")]
    assert len(people) > 20
    secret = ("HEL-2025-03", "Kjøpe tomt", "takserte", "trukket seg", "offl.")
    private = ("000 00 0", "@", ".example", "prosjekt", "11840")
    assert [word for word in (*people, *secret, *private) if word in text] == []


LEAKS = (
    "Ring 000 00 010, +47 00000010, 0047 000-00-010 eller i 2025 0000 0010.",
    "Skriv til Piagaa@tenkevik.example eller ukjent.æ+x@sub.kommune.no.",
    "Se hel-2025-03, HEL\u20112025\u201103 og HEL-2025-03.1.",
)
HIDDEN = (
    "Ring [utelatt], [utelatt], [utelatt] eller i 2025 [utelatt].",
    "Skriv til [utelatt] eller [utelatt].",
    "Se [utelatt], [utelatt] og [utelatt].",
)
KEPT = "Sak 000 00 0101, 1000 00 010, 00000099, a @ b og HEL-2025-031 den 31.12.2025."


def leaking(content: Any) -> None:
    """Writes what may not come out in every text that a document for the public has."""
    text = " ".join((*LEAKS, KEPT))
    if "oppdrag" in content:
        for post in content["oppdrag"]:
            post["tittel"] += text
            for one in post.get("rapporter", ()):
                one["kommentar"] = one["avvik"] = one["tiltak"] = text
    for post in (*content.get("vedtak", ()), *content.get("hendelser", ())):
        post["tittel"] += text
    if "visjon" in content:
        content["visjon"] = text
    for omraade in content.get("satsingsomraader", ()):
        omraade["tittel"] += text
        for hovedmaal in omraade["hovedmaal"]:
            for delmaal in hovedmaal["delmaal"]:
                delmaal["tittel"] += text
                for one in delmaal.get("indikatorer", ()):
                    one["navn"] += text


@pytest.mark.parametrize(
    "words", [*(("rapport", one) for one in ("tertial", "aar", "vedtak")), ("brev",)]
)
def test_addresses_telephones_and_secret_ids_are_taken_out_of_what_people_wrote(
    folder: Path, words: tuple[str, ...]
) -> None:
    """However they are spelled, and nothing beside them; and it is said in how many places."""
    change(folder, leaking)
    ended = styring(*words, "--data", str(folder), "--dato", DAY)
    text = re.sub(r"\\(.)", r"\1", ended.out)
    assert " ".join((*HIDDEN, KEPT)) in text
    assert text.count(KEPT) == text.count(" ".join((*HIDDEN, KEPT)))
    assert f"\n{text.count('[utelatt]')} steder er telefon, e-post eller id-er" in "\n" + ended.err


@pytest.mark.parametrize("fault", ["unntatt: ja", "unntat: {hjemmel: x}"])
def test_id_of_what_has_a_fault_is_taken_out_too(folder: Path, fault: str) -> None:
    """It may be unntatt: nobody knows when that is what is written wrong."""
    file = folder / "oppdrag" / "hel.yaml"
    text = file.read_text(encoding="utf-8")
    text = text.replace("unntatt: {hjemmel: offl. § 23 første ledd}", fault)
    text = text.replace("Teamet i ytre distrikt er i gang", "Se HEL-2025-03")
    file.write_text(text + "\n  - {id: '2025', frist: x}\n  - {id: '', frist: x}\n", "utf-8")
    ended = styring("rapport", "tertial", "--periode", "T1", "--data", str(folder), "--dato", DAY)
    assert ended.status == 1
    assert r"Se \[utelatt\], og 23 nye brukere har fått tilbudet." in ended.out
    assert ended.out.count("utelatt") == 1


def test_telephone_of_a_contact_with_a_fault_is_taken_out_too(folder: Path) -> None:
    """The fault does not make it known to all."""

    def break_and_leak(content: Any) -> None:
        for kontakt in content.get("kontakter", ()):
            kontakt["feil"] = 1
        for post in content.get("oppdrag", ()):
            post["tittel"] = "Ring 000 00 010 om tomta"

    change(folder, break_and_leak)
    ended = styring("brev", "--data", str(folder), "--dato", DAY)
    assert ended.status == 1
    assert r"Ring \[utelatt\] om tomta" in ended.out
    assert "00 010" not in ended.out


def test_delegation_after_the_day_is_not_known_then(folder: Path) -> None:
    """So a vedtak that nobody had then lacks no report."""

    def delegate(content: Any) -> None:
        for post in content.get("vedtak", ()):
            post.pop("sektor", None)
            post.pop("rapporter", None)
            post["delegering"] = [{"til": "ragdik", "dato": "2025-09-10"}]

    change(folder, delegate)
    lacking = chapters(made("tertial", data=folder))["Mangler rapport for 2. tertial 2025"]
    assert ID.findall(lacking) == ["OPV-2025-06", "HEL-2025-06", "ORG-2025-03"]


@pytest.mark.parametrize("name", ["tertial", "aar"])
def test_text_that_would_be_markup_is_text(name: str) -> None:
    """In titles, comments, names and vedtak."""
    text = made(name, data=RIK, day="2024-11-01")
    assert "1 oppdrag og 1 vedtak er unntatt offentlighet og ikke med" in text
    html = MD.render(text)
    assert "=1+1 [red]rødt[/red] a|b `c` **d** &lt;script&gt;alert(&quot;æ&quot;)" in html
    assert "@SUM(A1) [link=x]y[/link] | &amp;amp; &lt;b&gt;" in html
    assert not re.search(r"<(?:script|b|a|img|code)\b|[\x00-\x09\x0b-\x1f\x7f\u202e]", html)


def test_note_counts_what_is_done_as_the_reports_do() -> None:
    """In the plural too."""
    for words in (("notat", "--sektor", "TEK"), ("tertial", "--sektor", "TEK")):
        text = styring("rapport", *words, "--data", str(EKSEMPEL), "--dato", DAY).out
        assert "4 under arbeid og 2 ferdige.\n" in text
