"""What cannot be known to be for all, since it cannot be read, does not go out."""

import re
from pathlib import Path

import pytest
from driver import styring
from kanari import PUBLIC, emptied, little


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the data goes."""
    return emptied(tmp_path)


@pytest.fixture
def small(folder: Path) -> Path:
    """A folder where an oppgave and an event are kept from the public, alone."""
    return little(folder)


ALL_FOUR = (*PUBLIC.values(), ("aarshjul", "list", "--format", "ics"))
WHOLE = """\
aar: 2023
oppdrag:
  - id: A-2023-01
    tittel: Ring 900   60     938 om HEM-2023-02, HEM-2023-02s frist
    sektor: A
    frist: 2023-12-31
"""
RESOLVED = """\
vedtak:
  - id: V-1
    tittel: Ring 900   60     938 om HEM-2023-02, HEM-2023-02s frist
    type: politisk
    dato: 2023-01-01
"""
KEPT = "{id: HEM-2023-02, tittel: Kanarifugl, sektor: A, frist: 2023-12-31"
PERIODS = """\
navn: Prøve
perioder: [{kode: T1, navn: 1. tertial, per: "30.4.", frist: "12.5."}]
"""
CONTACT = "sektorer: [{kode: A, navn: Avdeling}]\nkontakter:\n  - {id: ola, navn: Ola, "


def everything(folder: Path) -> list[str]:
    """What comes out of every command that is for all, without what makes it look well."""
    outs = []
    for command in ALL_FOUR:
        ended = styring(*command, "--data", str(folder), "--dato", "2023-07-01")
        assert ended.status in (0, 1), ended.err
        outs.append(re.sub(r"\r\n |\\(?=\W)", "", ended.out))
    return outs


@pytest.mark.parametrize(
    "contacts",
    [
        f"{CONTACT}telefon: 900 60 938",
        f"{CONTACT}tlf: 900 60 938}}\n",
        f"{CONTACT}telefon: 22334455, telefon: 900 60 938}}\n",
        f"{CONTACT}<<: {{telefon: 900 60 938}}}}\n",
        f"{CONTACT}egne: {{mobil: [{{privat: 900 60 938}}]}}}}\n",
        f"{CONTACT}egne: {{mobil: 90060938, fra: 31.12.2023}}}}\n",
        "sektorer: []\nkontakter:\n  ola: {telefon: 900 60 938}\n",
        "sektorer: [{kode: A, navn: Avdeling, telefon: 900 60 938}]\nkontakter: []\n",
        "æ",
    ],
)
@pytest.mark.parametrize("coding", ["utf-8", "utf-16", "latin-1"])
def test_telephone_of_a_contact_that_cannot_be_read_does_not_go_out(
    folder: Path, contacts: str, coding: str
) -> None:
    """Nor one among the municipality's own fields, however the file is at fault."""
    (folder / "kommune.yaml").write_text(PERIODS, encoding="utf-8")
    (folder / "kontakter.yaml").write_bytes(contacts.encode(coding))
    (folder / "maal.yaml").write_text("satsingsomraader: []\n", encoding="utf-8")
    (folder / "oppdrag.yaml").write_text(WHOLE, encoding="utf-8")
    (folder / "vedtak.yaml").write_text(RESOLVED, encoding="utf-8")
    for text in everything(folder):
        assert "Ring [utelatt] om HEM-2023-02" in text
        assert "900 60" not in text


@pytest.mark.parametrize(
    "other",
    [
        f"aar: 2023\noppdrag:\n  - {KEPT}, unntatt: {{hjemmel: x}}\n",
        f"aar: 2023\noppdrag:\n  - {KEPT}, galt: 1}}\n",
        f"aar: 2023\nunntatt: {{hjemmel: x}}\noppdrag:\n  - {KEPT}}}\n",
        f"aar: 2023\nhemmelig: ja\noppdrag:\n  - {KEPT}}}\n",
        f"aar: 2023\noppdrag:\n  - {KEPT}, unntatt: {{hjemmel: x}}}}\n  - {KEPT}}}\n",
        f"aar: 2023\noppdrag:\n  - {KEPT.lower()}}}\n  - {KEPT}, unntatt: {{hjemmel: x}}}}\n",
        f"aar: 2023\noppdrag:\n  - {KEPT}, beskrivelse: æ}}\n".encode("latin-1"),
        f"aar: 2023\noppdrag:\n  - {KEPT}}}\n".encode("utf-16"),
    ],
)
def test_what_may_be_kept_from_the_public_does_not_go_out(folder: Path, other: str | bytes) -> None:
    """When its file cannot be read, keeps all that is in it, or gives it twice; nor its id."""
    (folder / "oppdrag").mkdir()
    (folder / "kommune.yaml").write_text(PERIODS, encoding="utf-8")
    (folder / "kontakter.yaml").write_text(f"{CONTACT}telefon: 900 60 938}}\n", encoding="utf-8")
    (folder / "maal.yaml").write_text("satsingsomraader: []\n", encoding="utf-8")
    (folder / "oppdrag" / "a.yaml").write_text(WHOLE, encoding="utf-8")
    (folder / "oppdrag" / "b.yaml").write_bytes(other.encode() if isinstance(other, str) else other)
    (folder / "vedtak.yaml").write_text(RESOLVED, encoding="utf-8")
    for text in everything(folder):
        assert "Ring [utelatt] om [utelatt], [utelatt]s frist" in text
        assert "kanarifugl" not in text.lower()
        assert "HEM-2023" not in text


@pytest.mark.parametrize("command", ALL_FOUR)
def test_faulty_line_is_shown_to_who_has_the_files_and_not_let_out(
    small: Path, command: tuple[str, ...]
) -> None:
    """On stderr as it stands, so that it can be mended; in what is made there is not a word."""
    path = small / "aarshjul.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("spor: p", "spår: p", 1), "utf-8")
    (small / "kommune.yaml").write_text(PERIODS, encoding="utf-8")
    at = ("--data", str(small), "--dato", "2023-07-01")
    file = small.parent / ("ut.ics" if "ics" in command else "ut.md")
    ended = styring(*command[: 2 if "ics" in command else None], *at, "--ut", str(file))
    assert ended.status == 1
    assert "Om oppsigelser" in ended.err
    assert "oppsigelser" not in styring(*command, *at).out + ended.out + file.read_text("utf-8")
