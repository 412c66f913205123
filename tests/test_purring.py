"""Drafts to those who have not reported: to whom they are, what they say, where they are put."""

import re
from pathlib import Path

import pytest
from driver import styring
from restansen import ASSIGNMENTS, CONTACTS, OM, body, drafts, little, opened


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A little municipality with the rounds of those that have not set their own."""
    return little(tmp_path, monkeypatch)


def test_drafts_are_one_for_each_who_has_an_address(data: Path) -> None:
    """Those who have none, or none that can be used, are named."""
    text = ASSIGNMENTS.replace("frist: 2024-11}", "delegering: [{til: per}]}").replace(
        "sektor: B}", "sektor: B, delegering: [{til: liv}]}"
    )
    (data / "oppdrag.yaml").write_text(text, encoding="utf-8")
    ended = drafts()
    assert ended.out == "2 utkast er skrevet i mappen purringer.\n"
    assert "Ikke noe utkast til Per Post (per): ingen e-postadresse.\n" in ended.err
    assert "Ikke noe utkast til Liv Løs (liv): adressen kan ikke brukes.\n" in ended.err
    assert {path.name for path in Path("purringer").iterdir()} == {"kari.eml", "ola.eml"}


def test_draft_is_whole_and_says_how_to_report(data: Path) -> None:
    """To whom, from when, what is missing, when it is due, and the commands."""
    (data / "kommune.yaml").write_text(
        'perioder: [{kode: T2, navn: 2. tertial, per: "31.8.", frist: "12.9."}]\n'
    )
    assert drafts().status == 0
    draft = opened(Path("purringer/ola.eml"))
    assert [(name, str(value)) for name, value in draft.items()][3:] == [
        ("X-Unsent", "1"),
        ("To", "Ola Ås <ola@x.example>"),
        ("Subject", "Rapportering for 2. tertial 2024, frist 12. september 2024"),
        ("Date", "Sun, 01 Sep 2024 00:00:00 +0000"),
    ]
    assert draft.get_content_type() == "text/plain"
    each = '--status "…" --forventet-ferdig "…" --kommentar "…"'
    assert (
        body(Path("purringer/ola.eml"))
        == f"""\
Hei Ola Ås

Det er tid for å rapportere for 2. tertial 2024. Vi ber deg rapportere om dette innen 12. september 2024:

- A-2024-01 Bygge bru
  Fristen for arbeidet: november 2024.
  Det er aldri rapportert.

- A-2024-02 (unntatt offentlighet)

- V-1 Svare
  Det er aldri rapportert.

Vi trenger å vite hvordan det står per 31. august 2024.

Fyll ut alt i ett skjema i redigeringsprogrammet ditt:

    styring status oppdater --ansvarlig ola --periode 2024-T2 --rediger

Eller svar på ett spørsmål om gangen:

    styring status oppdater --ansvarlig ola --periode 2024-T2

Eller rapporter med en kommando for hvert, der du setter inn det som skal stå for «…»:

    styring status oppdater A-2024-01 --periode 2024-T2 {each}
    styring status oppdater A-2024-02 --periode 2024-T2 {each}
    styring status oppdater V-1 --periode 2024-T2 {each}

Status er «ikke startet», «under arbeid», «satt på vent», «ferdig» eller «utgår».
Forventet ferdig er en dag eller grovere: 2024-12-31, 2024-12, 2024-K4 eller 2024.

Er det noe av dette du ikke har ansvaret for lenger, så svar på denne e-posten.
"""  # noqa: E501
    )


def test_draft_names_what_is_kept_from_the_public_by_id_only(data: Path) -> None:
    """Not the title, and not that of an oppgave in it."""
    drafts()
    assert "A-2024-02.1 (unntatt offentlighet)\n" in body(Path("purringer/kari.eml"))
    assert "Hemmelig" not in body(Path("purringer/kari.eml")) + body(Path("purringer/ola.eml"))


def test_draft_before_any_round_asks_for_oppgaver_only(data: Path) -> None:
    """There is no round to tell of, and none in the commands."""
    styring("rapport", "mangler", "--dato", "2024-03-01", "--format", "epost")
    assert opened(Path("purringer/kari.eml"))["Subject"] == "Rapportering"
    text = body(Path("purringer/kari.eml"))
    assert "Det er en oppgave i A-2024-02.\n\nFyll ut alt i ett skjema" in text
    assert "--periode" not in text


@pytest.mark.parametrize(
    ("day", "subject", "said"),
    [
        ("2024-08-31", "Rapportering for 2. tertial 2024, frist 12. september 2024", "Det er tid"),
        ("2024-09-11", "Rapportering for 2. tertial 2024, frist 12. september 2024", "Det er tid"),
        (
            "2024-09-12",
            "Påminnelse: rapportering for 2. tertial 2024, frist i dag",
            "I dag, 12. september 2024, er fristen",
        ),
        (
            "2024-09-13",
            "Purring: rapportering for 2. tertial 2024, 1 dag etter fristen",
            "var 12. september 2024, for 1 dag siden. Vi har ikke fått rapport",
        ),
        (
            "2024-10-12",
            "Purring: rapportering for 2. tertial 2024, 30 dager etter fristen",
            "var 12. september 2024, for 30 dager siden. Vi har ikke fått rapport",
        ),
    ],
)
def test_draft_asks_then_reminds_then_says_how_late_it_is(
    day: str, subject: str, said: str, data: Path
) -> None:
    """By the day and the deadline of the round; before that nobody is told of being late."""
    (data / "kommune.yaml").write_text(
        'perioder: [{kode: T2, navn: 2. tertial, per: "31.8.", frist: "12.9."}]\n'
    )
    styring("rapport", "mangler", "--dato", day, "--format", "epost")
    draft = Path("purringer/ola.eml")
    assert opened(draft)["Subject"] == subject
    assert said in body(draft)
    assert ("ikke fått" in body(draft)) is (day > "2024-09-12")


def test_nothing_is_late_where_no_deadline_is_set(data: Path) -> None:
    """However long ago the round was."""
    styring("rapport", "mangler", "--dato", "2024-12-30", "--format", "epost")
    draft = Path("purringer/ola.eml")
    assert opened(draft)["Subject"] == "Rapportering for 2. tertial 2024"
    assert "Vi ber deg rapportere om dette:\n" in body(draft)
    assert not re.search("ikke fått|innen|siden", body(draft))


def test_same_day_gives_the_same_bytes(data: Path) -> None:
    """Written again, over what was there, and somewhere else."""
    drafts()
    before = {path.name: path.read_bytes() for path in Path("purringer").iterdir()}
    drafts()
    drafts("--ut", "et/annet/sted")
    for folder in ("purringer", "et/annet/sted"):
        assert {path.name: path.read_bytes() for path in Path(folder).iterdir()} == before
    assert all(b"\n" not in text.replace(b"\r\n", b"") for text in before.values())


def test_drafts_from_before_are_told_of(data: Path) -> None:
    """Whoever has reported since is not to get one, and nothing is deleted unasked."""
    assert "fra før" not in drafts().err
    (data / "oppdrag.yaml").write_text(ASSIGNMENTS.replace("ansvarlig: kari", "status: ferdig"))
    ended = drafts()
    assert ended.err.endswith("Der ligger også utkast fra før: kari.eml. Gjelder de fortsatt?\n")
    assert Path("purringer/kari.eml").exists()


def test_draft_that_someone_has_written_in_is_left_alone(data: Path) -> None:
    """It is said which ones; those that are as they were are written again."""
    drafts()
    draft, *others = sorted(Path("purringer").iterdir())
    draft.write_bytes(draft.read_bytes() + b"Ring meg gjerne.\r\n")
    edited = draft.read_bytes()
    ended = drafts()
    assert draft.read_bytes() == edited
    assert ended.out == f"{len(others)} utkast er skrevet i mappen purringer.\n"
    assert f"det nye utkastet: {draft.name}.\nSlett filene først" in ended.err


@pytest.mark.parametrize("where", ["data", "data/purringer", "data/../data/x/y", "lenke/x"])
def test_drafts_are_never_put_in_the_data_folder(where: str, data: Path) -> None:
    """Not through a link either, and nothing is made there."""
    Path("lenke").symlink_to(data)
    before = sorted(data.rglob("*"))
    ended = drafts("--ut", where)
    assert (ended.status, ended.out) == (3, "")
    assert f"Feil: «{where}» er i datamappen\n" in ended.err
    assert sorted(data.rglob("*")) == before


def test_standing_in_the_data_folder_another_one_must_be_chosen(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The folder for drafts is else where one stands."""
    monkeypatch.chdir(data)
    ended = drafts("--data", ".")
    assert ended.status == 3
    assert ended.err.endswith("Velg et annet sted med --ut: datamappen er for dataene.\n")


@pytest.mark.parametrize("way", ["folder", "link"])
def test_how_many_drafts_were_written_is_said_when_one_cannot_be(way: str, data: Path) -> None:
    """With the reason; those that are written stay."""
    Path("purringer").mkdir()
    last = Path("purringer", "kari.eml")
    if way == "folder":
        last.mkdir()
    else:
        last.symlink_to("borte/kari.eml")
    ended = drafts()
    assert (ended.status, ended.out) == (3, "")
    if way == "folder":
        why, out = " kan ikke skrives: det er en mappe", "Velg et annet sted med --ut."
    else:
        why, out = " er en lenke", f"Er det dit den fører, skriv --ut {Path('purringer').resolve()}"
    said = f"Feil: «purringer/kari.eml»{why}\n1 av 2 utkast er skrevet.\n{out}"
    assert said in ended.err
    assert Path("purringer", "ola.eml").is_file()


def test_folder_that_cannot_be_made_is_said(data: Path) -> None:
    """A file stands in the way."""
    Path("purringer").write_text("")
    ended = drafts()
    assert (ended.status, ended.out) == (3, "")
    assert "Feil: «purringer» kan ikke skrives: " in ended.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("--ut x", "Feil: --ut: «x» slutter ikke på et format som finnes her\n"),
        ("--format epsot", "Feil: formatet «epsot» finnes ikke her\nMente du «epost»?"),
        ("--format ics", "Feil: formatet «ics» finnes ikke her\n"),
        ("--periode T9", "Feil: finner ingen periode «T9»\n"),
        ("--periode=", "Feil: --periode er tom\n"),
        ("--format epost --ut=", "Feil: --ut: navnet på en fil mangler\n"),
        ("--sektor nei", "Feil: finner ingen sektor «nei»\n"),
    ],
)
def test_wrong_use_is_told_at_once(words: str, said: str) -> None:
    """Before anything is shown or written."""
    ended = styring("rapport", "mangler", *OM, *words.split())
    assert (ended.status, ended.out) == (2, "")
    assert ended.err.startswith(said)


def test_id_cannot_lead_a_draft_out_of_its_folder(data: Path) -> None:
    """What cannot stand in a file name is written as in a web address."""
    text = CONTACTS.replace("id: ola", 'id: "../../ola og"').replace("ola}", '"../../ola og"}')
    (data / "kontakter.yaml").write_text(text, encoding="utf-8")
    drafts()
    names = {path.name for path in Path("purringer").iterdir()}
    assert names == {"..%2F..%2Fola%20og.eml", "kari.eml"}
    assert "--ansvarlig '../../ola og'" in body(Path("purringer/..%2F..%2Fola%20og.eml"))
