"""People who come and go: a new direktør, and those who have left, from outside."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import Run
from driver import Ended

FOLK = """\
sektorer:
  - kode: SOS
    navn: Samfunn
    direktoer:
      - {kontakt: kari, til: 2026-04-30}
      - {kontakt: ola, fra: 2026-05-15}
kontakter:
  - {id: kari, navn: Kari Nordmann, sektor: SOS}
  - {id: ola, navn: Ola Nordmann, sektor: SOS}
  - {id: per, navn: Per Nordmann, sektor: SOS}
"""
OPPDRAG = """\
aar: 2026
oppdrag:
  - {id: SOS-2026-01, tittel: Lage en plan, sektor: SOS}
  - id: SOS-2026-02
    tittel: Lære å telle
    sektor: SOS
    delegering:
      - {til: per, av: kari, dato: 2026-02-01}
"""

THREE = """\
{kontakt: kari, fra: 2026-03-01, til: 2026-03-01}
      - {kontakt: ola, fra: 2026-01-01, til: 2026-12-31}
      - {kontakt: per, fra: 2026-04-01}"""
"""Direktører of whom the second is it all the time that the others are."""


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small data folder, in the folder that the command stands in."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / "maal.yaml").write_text("satsingsomraader: []\n", encoding="utf-8")
    (folder / "kontakter.yaml").write_text(FOLK, encoding="utf-8")
    (folder / "oppdrag.yaml").write_text(OPPDRAG, encoding="utf-8")
    return folder


def change(path: Path, old: str, new: str) -> None:
    """Other text in one place of a file."""
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


def holders(run: Run, day: str) -> list[str | None]:
    """Who has each oppdrag on a day."""
    ended = run("oppdrag", "list", "--format", "json", "--dato", day)
    assert (ended.status, ended.err) == (0, "")
    return [oppdrag["ansvarlig"] for oppdrag in json.loads(ended.out)]


def codes(ended: Ended) -> list[tuple[str, str]]:
    """The faults in JSON, each as its place and its code."""
    found = json.loads(ended.out)
    return [(f"{Path(f['fil']).name}:{f['linje']}:{f['kolonne']}", f["kode"]) for f in found]


# --- a new direktør -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2026-01-31", ["kari", "kari"]),
        ("2026-02-01", ["kari", "per"]),
        ("2026-04-30", ["kari", "per"]),
        ("2026-05-01", [None, "per"]),
        ("2026-05-15", ["ola", "per"]),
    ],
)
def test_holder_is_who_held_it_on_the_day(
    day: str, expected: list[str | None], run: Run, data: Path
) -> None:
    """What is not handed on is with the direktør of the day, and with nobody between two."""
    assert holders(run, day) == expected


def test_new_direktoer_leaves_the_old_chain_in_peace(run: Run, data: Path) -> None:
    """The chain is judged by who was direktør on the day, so nothing of the past is at fault."""
    ended = run("valider", "--streng", "--dato", "2026-06-01")
    assert (ended.status, ended.out) == (0, "ingen feil\n")
    change(data / "oppdrag.yaml", "av: kari, dato: 2026-02-01", "av: ola, dato: 2026-02-01")
    ended = run("valider", "--dato", "2026-06-01")
    assert ended.status == 1
    assert (
        "oppdrag.yaml:8:24: feil DEL002: «ola» delegerer, men direktøren da var «kari»" in ended.out
    )
    assert "Skriv «av: kari», eller legg inn leddet som mangler." in ended.out


def test_one_name_is_the_direktoer_of_all_days(run: Run, data: Path) -> None:
    """Where a file says only the name, the chain must begin with it, and the advice is the list."""
    listed = "\n      - {kontakt: kari, til: 2026-04-30}\n      - {kontakt: ola, fra: 2026-05-15}"
    change(data / "kontakter.yaml", listed, " ola")
    assert holders(run, "2020-01-01") == ["ola", "ola"]
    ended = run("valider", "--dato", "2026-06-01")
    assert ended.status == 1
    assert "Var «kari» direktør da, så skriv når i kontakter.yaml." in ended.out


def test_undated_link_may_be_from_any_direktoer_there_has_been(run: Run, data: Path) -> None:
    """Where it is not said when it was handed on, whoever has been direktør may have done it."""
    change(data / "oppdrag.yaml", "av: kari, dato: 2026-02-01", "av: kari")
    assert run("valider", "--streng", "--dato", "2026-06-01").status == 0
    change(data / "oppdrag.yaml", "av: kari", "av: per")
    assert run("valider", "--dato", "2026-06-01").status == 1


def test_it_is_the_direktoer_of_the_day_who_hands_on(run: Run, data: Path) -> None:
    """The link is from the new direktør after the change, and from the old one before it."""
    words = ("oppdrag", "deleger", "sos-1", "--til", "per", "--diff", "--dato")
    assert "{til: per, av: ola, dato: 2026-06-01}" in run(*words, "2026-06-01").out
    assert "{til: per, av: kari, dato: 2026-03-01}" in run(*words, "2026-03-01").out
    refused = run("oppdrag", "deleger", "sos-1", "--til", "per", "--av", "kari")
    assert refused.status == 3
    assert "Det er Ola Nordmann (ola) som har det nå." in refused.err


def test_sector_is_shown_with_the_direktoer_of_the_day(run: Run, data: Path) -> None:
    """People see who it is on the day; machines get that, and all there have been."""
    words = ("kontakt", "vis", "SOS", "--dato")
    assert "Direktør  Kari Nordmann" in run(*words, "2026-03-01").out
    assert "Direktør  Ola Nordmann" in run(*words, "2026-06-01").out
    assert "Direktør" not in run(*words, "2026-05-01").out
    (sector,) = json.loads(run(*words, "2026-06-01", "--format", "json").out)
    assert sector["direktoer"] == "ola"
    assert [one["kontakt"] for one in sector["direktoerer"]] == ["kari", "ola"]
    note = ("rapport", "notat", "--sektor", "SOS", "--dato")
    assert "Kari Nordmann" in run(*note, "2026-03-01").out
    assert "Kari Nordmann" not in run(*note, "2026-06-01").out


def test_person_is_shown_with_the_vedtak_they_have_too(run: Run, data: Path) -> None:
    """All that `valider` says that one who has left still has, people find at the person."""
    change(
        data / "kontakter.yaml", "navn: Per Nordmann,", "navn: Per Nordmann, sluttet: 2026-03-01,"
    )
    (data / "vedtak.yaml").write_text(
        "vedtak: [{id: V-1, tittel: Bru, type: politisk, sektor: SOS,"
        " delegering: [{til: per, av: kari, dato: 2026-02-01}]}]\n",
        encoding="utf-8",
    )
    words = ("--dato", "2026-03-02")
    assert "har fortsatt SOS-2026-02 og V-1\n" in run("valider", *words).out
    shown = run("kontakt", "vis", "per", *words).out
    assert "Har ansvar for vedtak\n" in shown
    (person,) = json.loads(run("kontakt", "vis", "per", "--format", "json", *words).out)
    assert (person["oppdrag"], person["vedtak"]) == (["SOS-2026-02"], ["V-1"])
    (before,) = json.loads(
        run("kontakt", "vis", "per", "--format", "json", "--dato", "2026-01-31").out
    )
    assert before["vedtak"] == []


def test_gap_is_a_note_on_its_days(run: Run, data: Path) -> None:
    """Nobody being direktør for a time is allowed, and noted on those days only."""
    words = ("valider", "--alle", "--format", "json", "--dato")
    assert codes(run(*words, "2026-05-10")) == [("kontakter.yaml:2:11", "KON005")]
    assert codes(run(*words, "2026-06-01")) == []


@pytest.mark.parametrize(
    ("listed", "place", "code"),
    [
        ("{kontakt: kari}\n      - {kontakt: ola}", "6:19", "KON007"),
        ("{kontakt: kari, fra: 2026-03-01}\n      - {kontakt: ola}", "5:30", "KON007"),
        (THREE, "5:30 7:29", "KON007"),
        ("{kontakt: kari, fra: 2026-03-01, til: 2026-02-28}", "5:47", "KON006"),
        ("{kontakt: krai}", "5:19", "KON001"),
        ("{kontakt: kari, fra: juni}", "5:30", "FELT005"),
        ("{kontakt: kari, frra: 2026-01-01}", "5:25", "FELT001"),
    ],
)
def test_fault_in_the_list_is_told_of_at_its_place(
    listed: str, place: str, code: str, run: Run, data: Path
) -> None:
    """Two at once, a time that ends before it begins, and what is misspelled."""
    old = "{kontakt: kari, til: 2026-04-30}\n      - {kontakt: ola, fra: 2026-05-15}"
    change(data / "kontakter.yaml", old, listed)
    ended = run("valider", "--format", "json", "--dato", "2026-03-10")
    assert ended.status == 1
    there = [(place, kode) for place, kode in codes(ended) if place.startswith("kontakter")]
    assert there == [(f"kontakter.yaml:{one}", code) for one in place.split()]


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("12", "direktoer skal være tekst, ikke et tall"),
        ('""', "direktoer er tomt, men skal være tekst"),
        ("{kontakt: kari}", "direktoer skal være en liste, ikke felt med verdier"),
        ("[kari]", "direktoer nr. 1 skal være felt med verdier, ikke tekst"),
    ],
)
def test_what_is_neither_a_name_nor_a_list_is_told_of(
    value: str, said: str, run: Run, data: Path
) -> None:
    """The message names the field, and not how the program reads it."""
    (data / "kontakter.yaml").write_text(
        f"sektorer:\n  - {{kode: SOS, navn: Samfunn, direktoer: {value}}}\n"
        "kontakter:\n  - {id: kari, navn: Kari Nordmann}\n  - {id: per, navn: Per Nordmann}\n",
        encoding="utf-8",
    )
    ended = run("valider")
    assert ended.status == 1
    assert f": {said}\n" in ended.out


# --- those who have left --------------------------------------------------------------------

SLUTTET = """\
aar: 2026
oppdrag:
  - {id: SOS-2026-01, tittel: Lage en plan, sektor: SOS}
  - id: SOS-2026-02
    tittel: Lære å telle
    sektor: SOS
    delegering:
      - {til: per, av: kari, dato: 2026-02-01}
    oppgaver:
      - {id: SOS-2026-02.1, tittel: Telle til ti, ansvarlig: per}
      - {id: SOS-2026-02.2, tittel: Telle til elleve, ansvarlig: per, status: ferdig}
  - id: SOS-2026-03
    tittel: Lære å måle
    sektor: SOS
    delegering:
      - {til: per, av: kari, dato: 2026-02-01}
    rapporter:
      - {periode: 2026-T1, dato: 2026-05-02, av: per, status: ferdig, kommentar: Alt er målt nå.}
"""
VEDTAK = """\
vedtak:
  - id: V-2026-01
    tittel: Se på veien
    type: politisk
    sektor: SOS
    delegering:
      - {til: per, av: kari, dato: 2026-02-01}
    oppgaver:
      - {id: V-2026-01.1, tittel: Gå en tur, ansvarlig: per}
"""
ETTER = ("--dato", "2026-07-01")


@pytest.fixture
def left(data: Path) -> Path:
    """The same, with a vedtak, where Per has left after the last of June."""
    (data / "oppdrag.yaml").write_text(SLUTTET, encoding="utf-8")
    (data / "vedtak.yaml").write_text(VEDTAK, encoding="utf-8")
    change(
        data / "kontakter.yaml", "Per Nordmann, sektor: SOS", "Per Nordmann, sluttet: 2026-06-30"
    )
    return data


def test_what_they_still_have_is_a_warning_with_the_way_out(run: Run, left: Path) -> None:
    """From the day after the last, all that is open is named, and the command that hands it on."""
    assert run("valider", "--streng", "--dato", "2026-06-30").status == 0
    ended = run("valider", *ETTER)
    assert ended.status == 0
    assert (
        "kontakter.yaml:10:44: advarsel KON009: «per» har sluttet, men har fortsatt " in ended.out
    )
    assert "fortsatt SOS-2026-02, V-2026-01, SOS-2026-02.1 og V-2026-01.1\n" in ended.out
    assert "«styring oppdrag deleger --fra-person per --til KONTAKT»" in ended.out


def test_direktoer_who_has_left_is_told_of(run: Run, left: Path) -> None:
    """What is not handed on goes to the next direktør, so the way out is to write who that is."""
    change(
        left / "kontakter.yaml", "Ola Nordmann, sektor: SOS", "Ola Nordmann, sluttet: 2026-06-15"
    )
    ended = run("valider", *ETTER)
    assert "«ola» har sluttet, men er fortsatt direktør i SOS\n" in ended.out
    assert "Skriv «til: 2026-06-15» og den nye under «direktoer» i sektoren." in ended.out


def test_all_they_have_is_handed_on_in_one_change(run: Run, left: Path) -> None:
    """Oppdrag, vedtak and open oppgaver go, what is done stays, and one undoing takes it back."""
    before = {path: path.read_bytes() for path in left.glob("*.yaml")}
    words = ("oppdrag", "deleger", "--fra-person", "per", "--til", "ola", *ETTER)
    assert run(*words, "--diff").status == 0
    assert {path: path.read_bytes() for path in left.glob("*.yaml")} == before
    ended = run(*words)
    assert (ended.status, ended.err) == (0, "")
    assert ended.out == (
        "SOS-2026-02 er delegert fra Per Nordmann (per) til Ola Nordmann (ola).\n"
        "V-2026-01 er delegert fra Per Nordmann (per) til Ola Nordmann (ola).\n"
        "SOS-2026-02.1 går fra Per Nordmann (per) til Ola Nordmann (ola).\n"
        "V-2026-01.1 går fra Per Nordmann (per) til Ola Nordmann (ola).\n"
        "Angre med «styring angre».\n"
    )
    link = "      - {til: ola, av: per, dato: 2026-07-01}\n"
    given = "      - {til: per, av: kari, dato: 2026-02-01}\n"
    new = SLUTTET.replace("Telle til ti, ansvarlig: per", "Telle til ti, ansvarlig: ola")
    assert (left / "oppdrag.yaml").read_text(encoding="utf-8") == new.replace(
        given, given + link, 1
    )
    new = VEDTAK.replace("ansvarlig: per", "ansvarlig: ola")
    assert (left / "vedtak.yaml").read_text(encoding="utf-8") == new.replace(given, given + link)
    assert run("valider", "--streng", *ETTER).status == 0
    assert run(*words).out == "Per Nordmann (per) har ikke noe å gi videre.\n"
    assert run("angre").status == 0
    assert {path: path.read_bytes() for path in left.glob("*.yaml")} == before


def test_ids_leave_the_rest_with_them(run: Run, left: Path) -> None:
    """With ids, only these and their oppgaver are handed on."""
    words = ("deleger", "--fra-person", "per", "--til", "ola", *ETTER)
    ended = run("vedtak", *words, "v-1")
    assert [line.split()[0] for line in ended.out.splitlines()] == [
        "V-2026-01",
        "V-2026-01.1",
        "Angre",
    ]
    ended = run("oppdrag", *words, "sos-1")
    assert ended.status == 3
    assert "Per Nordmann (per) har ikke noe i SOS-2026-01 å gi videre" in ended.err


def test_it_may_go_back_when_they_have_left(run: Run, left: Path) -> None:
    """Who handed it to one that left can have it back, which is a ring in all other cases."""
    words = ("oppdrag", "deleger", "--fra-person", "per", "--til", "kari")
    assert run(*words, *ETTER).status == 0
    assert run("valider", "--streng", *ETTER).status == 0
    assert run("angre").status == 0
    change(left / "kontakter.yaml", ", sluttet: 2026-06-30", "")
    ended = run(*words, *ETTER)
    assert ended.status == 3
    assert "Har Per Nordmann sluttet, så skriv «sluttet» i kontakter.yaml. Da går det." in ended.err


def test_what_someone_has_as_direktoer_is_not_handed_on(run: Run, left: Path) -> None:
    """It goes to the next direktør by itself, and that is said."""
    ended = run("oppdrag", "deleger", "--fra-person", "ola", "--til", "kari", *ETTER)
    assert (ended.status, ended.err) == (0, "")
    assert ended.out.startswith(
        "Ola Nordmann (ola) har ikke noe å gi videre.\nOla Nordmann er direk"
    )
    assert "går over når en ny direktør er ført opp i kontakter.yaml." in ended.out


def test_what_cannot_be_read_stops_the_handing_on_of_all(run: Run, left: Path) -> None:
    """Where some of it is unknown, nothing is handed on."""
    change(left / "vedtak.yaml", "type: politisk", "type: ukjent")
    ended = run("oppdrag", "deleger", "--fra-person", "per", "--til", "ola", *ETTER)
    assert ended.status == 1
    assert "alt som Per Nordmann har, er ukjent, for noe i vedtak.yaml kan ikke leses" in ended.err
    assert (left / "oppdrag.yaml").read_text(encoding="utf-8") == SLUTTET


@pytest.mark.parametrize(
    "words",
    [
        ("oppdrag", "deleger", "sos-1", "--til", "per"),
        ("oppdrag", "deleger", "--fra-person", "kari", "--til", "Per Nordmann"),
        ("oppdrag", "del-opp", "sos-1", "Telle", "--ansvarlig", "per"),
        ("oppdrag", "endre", "sos-2026-02.1", "--ansvarlig", "pe"),
        ("vedtak", "deleger", "v-1", "--til", "per"),
        ("status", "oppdater", "sos-1", "--status", "ferdig", "--av", "per"),
        ("status", "oppdater", "--fra", "rapporter.csv"),
    ],
)
def test_nothing_new_goes_to_those_who_have_left(
    words: tuple[str, ...], run: Run, left: Path
) -> None:
    """They are refused with the day and the way out; before that day nothing hinders it."""
    Path("rapporter.csv").write_text(
        "id;status;av;kommentar\nSOS-2026-01;ferdig;per;Klart.\n", encoding="utf-8"
    )
    ended = run(*words, *ETTER)
    assert ended.status in (1, 3)
    assert ended.out == ""
    assert "Per Nordmann (per) sluttet 30.06.2026" in ended.err
    assert "--dato" in ended.err
    if words[0] != "vedtak" and "--fra-person" not in words:
        assert run(*words, "--dato", "2026-06-30", "--diff").status == 0


def test_report_on_what_they_have_names_nobody(run: Run, left: Path) -> None:
    """Where nobody says who reports, it is not one who has left."""
    words = ("status", "oppdater", "sos-2", "--status", "under arbeid", "--kommentar", "Teller.")
    assert "av: per" in run(*words, "--dato", "2026-06-30", "--diff").out
    ended = run(*words, *ETTER, "--diff")
    assert ended.status == 0
    assert "av:" not in "".join(line for line in ended.out.splitlines() if line[:1] == "+")


@pytest.mark.parametrize(
    ("file", "old", "new", "place"),
    [
        ("oppdrag.yaml", "2026-05-02, av: per", "2026-07-02, av: per", "18:34"),
        ("vedtak.yaml", "dato: 2026-02-01", "dato: 2026-07-01", "7:36"),
        ("kontakter.yaml", "ola, fra: 2026-05-15", "per, fra: 2026-07-01", "6:29"),
    ],
)
def test_what_files_give_them_later_is_a_fault(
    file: str, old: str, new: str, place: str, run: Run, left: Path
) -> None:
    """A report, a link and a time as direktør after the last day are found where the day stands."""
    change(left / file, old, new)
    ended = run("valider", "--format", "json", "--dato", "2026-08-01")
    assert (f"{file}:{place}", "KON008") in codes(ended)


def test_they_are_not_offered_for_what_is_new(run: Run, left: Path) -> None:
    """Neither a shortening nor a guess gives one who has left, where it is for something new."""
    with (left / "kontakter.yaml").open("a", encoding="utf-8") as file:
        file.write("  - {id: persen, navn: Eva Persen}\n")
    words = ("oppdrag", "deleger", "sos-1", "--til")
    assert "til Eva Persen (persen)" in run(*words, "pe", *ETTER).out
    assert run("angre").status == 0
    assert "Mente du persen (Eva Persen)?" in run(*words, "persn", *ETTER).err
    assert "er ikke entydig" in run(*words, "pe", "--dato", "2026-06-30").err


def test_people_are_shown_as_they_left(run: Run, left: Path) -> None:
    """The list says when; who is in the sector does not have them; their past is as it was."""
    listed = run("kontakt", "list", *ETTER).out.splitlines()
    assert listed[0].split() == ["Id", "Navn", "Sektor", "Sluttet"]
    assert listed[-1].split() == ["per", "Per", "Nordmann", "30.06.2026"]
    assert "Per Nordmann" in run("oppdrag", "vis", "sos-3", *ETTER).out
    change(left / "kontakter.yaml", "sluttet: 2026-06-30", "sektor: SOS, sluttet: 2026-06-30")
    (then,) = json.loads(
        run("kontakt", "vis", "SOS", "--format", "json", "--dato", "2026-06-30").out
    )
    (now,) = json.loads(run("kontakt", "vis", "SOS", "--format", "json", *ETTER).out)
    assert then["kontakter"] == ["kari", "ola", "per"]
    assert now["kontakter"] == ["kari", "ola"]


def test_tab_offers_only_those_who_are_there(left: Path) -> None:
    """For something new those who have left are not offered; to find what they have, they are."""
    change(left / "kontakter.yaml", "sluttet: 2026-06-30", "sluttet: 2020-06-30")

    def offered(*words: str) -> list[str]:
        asked = {"_STYRING_COMPLETE": "complete_styring", "_STYRING_ORD": "\x1f".join((*words, ""))}
        command = [sys.executable, "-m", "styring"]
        env = {**os.environ, **asked}
        shown = subprocess.run(command, capture_output=True, check=True, env=env).stdout.decode()
        return [line.partition("\t")[0] for line in shown.splitlines()]

    assert offered("oppdrag", "deleger", "sos-1", "--til") == ["kari", "ola"]
    assert offered("oppdrag", "del-opp", "sos-1", "Telle", "--ansvarlig") == ["kari", "ola"]
    assert offered("status", "oppdater", "sos-1", "--av") == ["kari", "ola"]
    assert offered("oppdrag", "deleger", "--fra-person") == ["kari", "ola", "per"]
    assert offered("oppdrag", "list", "--ansvarlig") == ["kari", "ola", "per"]
    back = ("oppdrag", "deleger", "sos-1", "--dato", "2020-06-30", "--til")
    assert offered(*back) == ["kari", "ola", "per"]


def test_purring_is_not_written_to_those_who_have_left(run: Run, left: Path) -> None:
    """What they have is in the list, and it is said why there is no draft."""
    change(left / "kontakter.yaml", "Per Nordmann, ", "Per Nordmann, epost: per@kommune.example, ")
    words = ("rapport", "mangler", "--format", "epost", "--ut", "utkast", "--dato")
    assert "Per" not in run(*words, "2026-06-30").err
    ended = run(*words, "2026-07-01")
    assert "Ikke noe utkast til Per Nordmann (per): har sluttet." in ended.err


def test_editors_say_who_has_left(run: Run, left: Path) -> None:
    """The schema offers all ids, for the past stands, with the last day beside the name."""
    shown = run("skjema", "oppdrag").out
    assert '"Per Nordmann (sluttet 2026-06-30)"' in shown
    assert '"Ola Nordmann"' in shown
