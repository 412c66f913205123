"""The text of a draft: as a municipality writes it itself, and whatever is in the data."""

import re
import shlex
from datetime import date
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

import pytest
from conftest import EKSEMPEL, RIK, ROOT, in_format
from driver import styring
from hypothesis import example, given
from hypothesis import strategies as st
from restansen import ASSIGNMENTS, OM, body, drafts, little, opened

from styring.documents.purretekst import Mangeltekst, Purretekst, utkast
from styring.formats.skjerm import ROER
from styring.model.kommune import Periode, Runde
from styring.model.oppdrag import Oppdrag
from styring.model.tidsform import midt_i
from styring.register.lasting import last
from styring.stand.purring import Mangel, Purring
from styring.tegn import ufarlig


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A little municipality with the rounds of those that have not set their own."""
    return little(tmp_path, monkeypatch)


REGISTER = last(EKSEMPEL)
OM_RIK = ("--data", str(RIK), "--dato", "2024-05-15")
EACH = '--status "…" --forventet-ferdig "…" --kommentar "…"'
OWN = """\
Emne: {{ steg }}: {{ periode }} ({{ dager or "i tide" }})

Kjære {{ navn }} i {{ kommune }}!
{% for en in mangler %}
* {{ en.tittel }}: {{ en.kommando }}
{% endfor %}
Hilsen {{ kommune | upper }} &amp; <b>alle</b>
"""


def test_municipality_writes_its_own_text(data: Path) -> None:
    """In a template, with the names that the docs list; what is put in stays plain text."""
    (data / "kommune.yaml").write_text("navn: Å & Ø <b>kommune</b>\n", encoding="utf-8")
    text = ASSIGNMENTS.replace("Bygge bru", '"{{ 7*7 }} _a_ <i>"')
    (data / "oppdrag.yaml").write_text(text, encoding="utf-8")
    (data / "maler").mkdir()
    (data / "maler/purring.txt").write_text(OWN, encoding="utf-8")
    assert drafts().status == 0
    draft = Path("purringer/ola.eml")
    assert opened(draft)["Subject"] == "forespørsel: 2. tertial 2024 (i tide)"
    assert body(draft).splitlines()[:2] == [
        "Kjære Ola Ås i Å & Ø <b>kommune</b>!",
        f"* {{{{ 7*7 }}}} _a_ <i>: styring status oppdater A-2024-01 --periode 2024-T2 {EACH}",
    ]
    assert body(draft).endswith("Hilsen Å & Ø <B>KOMMUNE</B> &amp; <b>alle</b>\n")
    (data / "maler/purring.txt").write_text("Hei {{ nanv }}\n", encoding="utf-8")
    ended = drafts("--ut", "andre")
    assert (ended.status, ended.out) == (3, "")
    assert (
        "maler/purring.txt:1: finner ikke noe her som heter «nanv»\nMente du «navn»?" in ended.err
    )
    assert not list(Path("andre").glob("*.eml"))


@pytest.mark.parametrize(
    ("day", "deadline", "said"),
    [
        ("2024-09-05", True, "Fristen er 12. september 2024."),
        ("2024-09-15", True, "Fristen var 12. september 2024, for 3 dager siden."),
        ("2024-09-15", False, None),
    ],
)
def test_text_that_the_docs_show_reads_well_at_every_step(
    day: str, deadline: bool, said: str | None, data: Path
) -> None:
    """With a deadline and without: no sentence is left with a hole in it."""
    page = (ROOT / "docs/sider/hvordan/dokumenter.md").read_text(encoding="utf-8")
    own = page.partition('```text title="data/maler/purring.txt"\n')[2].partition("```")[0]
    (data / "maler").mkdir()
    (data / "maler/purring.txt").write_text(own, encoding="utf-8")
    frist = ', frist: "12.9."' if deadline else ""
    rounds = f'perioder: [{{kode: T2, navn: 2. tertial, per: "31.8."{frist}}}]\n'
    (data / "kommune.yaml").write_text(rounds, encoding="utf-8")
    assert styring("rapport", "mangler", "--dato", day, "--format", "epost").status == 0
    second = body(Path("purringer/ola.eml")).splitlines()[1:2]
    assert second == ([said] if said else [""])


def test_names_that_a_text_of_its_own_gets_are_in_the_docs() -> None:
    """All of them, and of what is missing too."""
    page = (ROOT / "docs/sider/hvordan/dokumenter.md").read_text(encoding="utf-8")
    table = page.partition("Dette er det den kan bruke")[2]
    names = (*Purretekst._fields, *Mangeltekst._fields)
    assert [name for name in names if f"`{name}`" not in table] == []


def test_template_without_a_subject_has_the_usual_one(data: Path) -> None:
    """And its first line is text."""
    (data / "maler").mkdir()
    (data / "maler/purring.txt").write_text("Hei på deg\n", encoding="utf-8")
    drafts()
    assert opened(Path("purringer/ola.eml"))["Subject"] == "Rapportering for 2. tertial 2024"
    assert body(Path("purringer/ola.eml")) == "Hei på deg\n"


@pytest.mark.parametrize("om", [OM, (*OM, "--periode", "T1"), OM_RIK], ids=["T2", "T1", "VÅR"])
def test_commands_of_a_draft_report_just_what_it_lists(om: tuple[str, ...], tmp_path: Path) -> None:
    """The commands find what is missing, and none of them reports anything as it stands."""
    styring("rapport", "mangler", *om, "--format", "epost", "--ut", str(tmp_path))
    found = list(tmp_path.glob("*.eml"))
    assert found
    for path in found:
        text = body(path)
        listed = re.findall(r"^- (\S+)", text, re.M)
        form, asks, *each = (
            shlex.split(c)[1:] for c in re.findall("^    (styring .*)", text, re.M)
        )
        assert form == [*asks, "--rediger"]
        asked = styring(*asks, *om[:4]).out.splitlines()[1:]
        assert [line.split()[0] for line in asked] == listed == [words[2] for words in each]
        for words in each:
            ended = styring(*words, *om[:4])
            assert (ended.status, ended.err[:5]) == (2, "Feil:")


@example('Å, B "x" <y@z.example>', "a")
@example("=?utf-8?q?a=0D=0ABcc:_x?=", "=?utf-8?q?a?=")
@example("a\r\nBcc: x@y.example", "a\n\nHei")
@example("å" * 300, "x " * 300)
@given(st.text(min_size=1), st.text(min_size=1))
def test_no_name_or_title_can_add_to_a_draft(name: str, title: str) -> None:
    """There are the same headers and one address; every text is read back as it is shown."""
    day = date(2025, 9, 15)
    runde = Runde(2025, Periode(kode="T2", navn=title, per="31.8.", frist="12.9."))
    oppdrag = Oppdrag(id="A-1; rm", tittel=title, sektor="A")
    mangel = Mangel(oppdrag, runde.periode, None)
    purring = Purring("a", name, "a.b@x.example", (mangel,), runde, day)
    raw = in_format(utkast(REGISTER, purring), "epost", ROER).encode("ascii")
    draft = message_from_bytes(raw, policy=policy.default)
    assert isinstance(draft, EmailMessage)
    assert draft.defects == []
    assert draft.keys() == [
        *("Content-Type", "MIME-Version", "Content-Transfer-Encoding"),
        *("X-Unsent", "To", "Subject", "Date"),
    ]
    (to,) = draft["To"].addresses
    assert to.addr_spec == "a.b@x.example"
    assert "".join(to.display_name.split()) == "".join(ufarlig(name).split())
    subject = f"Purring: rapportering for {ufarlig(midt_i(runde.navn))}, 3 dager etter fristen"
    assert "".join(draft["Subject"].split()) == "".join(subject.split())
    lines = draft.get_content().split("\r\n")
    assert lines[0] == f"Hei {ufarlig(name)}".rstrip()
    assert lines[4] == f"- A-1; rm {ufarlig(title)}".rstrip()
    assert any("status oppdater 'A-1; rm' " in line for line in lines)
