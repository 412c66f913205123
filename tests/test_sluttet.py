"""Those who have left: what they have is handed on, and nothing new comes to them."""

import json
from pathlib import Path

import pytest
from driver import anew, styring
from folkene import beside, change, codes


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small data folder, in the folder that the command stands in."""
    return beside(tmp_path, monkeypatch)


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


def test_what_they_still_have_is_a_warning_with_the_way_out(left: Path) -> None:
    """From the day after the last, all that is open is named, and the command that hands it on."""
    assert styring("valider", "--streng", "--dato", "2026-06-30").status == 0
    ended = styring("valider", *ETTER)
    assert ended.status == 0
    assert (
        "kontakter.yaml:10:44: advarsel KON009: «per» har sluttet, men har fortsatt " in ended.out
    )
    assert "fortsatt SOS-2026-02, V-2026-01, SOS-2026-02.1 og V-2026-01.1\n" in ended.out
    assert "«styring oppdrag deleger --fra-person per --til KONTAKT»" in ended.out


def test_direktoer_who_has_left_is_told_of(left: Path) -> None:
    """What is not handed on goes to the next direktør, so the way out is to write who that is."""
    change(
        left / "kontakter.yaml", "Ola Nordmann, sektor: SOS", "Ola Nordmann, sluttet: 2026-06-15"
    )
    ended = styring("valider", *ETTER)
    assert "«ola» har sluttet, men er fortsatt direktør i SOS\n" in ended.out
    assert "Skriv «til: 2026-06-15» og den nye under «direktoer» i sektoren." in ended.out


def test_all_they_have_is_handed_on_in_one_change(left: Path) -> None:
    """Oppdrag, vedtak and open oppgaver go, what is done stays, and one undoing takes it back."""
    before = {path: path.read_bytes() for path in left.glob("*.yaml")}
    words = ("oppdrag", "deleger", "--fra-person", "per", "--til", "ola", *ETTER)
    assert styring(*words, "--diff").status == 0
    assert {path: path.read_bytes() for path in left.glob("*.yaml")} == before
    ended = styring(*words)
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
    assert styring("valider", "--streng", *ETTER).status == 0
    assert styring(*words).out == "Per Nordmann (per) har ikke noe å gi videre.\n"
    assert styring("angre").status == 0
    assert {path: path.read_bytes() for path in left.glob("*.yaml")} == before


def test_ids_leave_the_rest_with_them(left: Path) -> None:
    """With ids, only these and their oppgaver are handed on."""
    words = ("deleger", "--fra-person", "per", "--til", "ola", *ETTER)
    ended = styring("vedtak", *words, "v-1")
    assert [line.split()[0] for line in ended.out.splitlines()] == [
        "V-2026-01",
        "V-2026-01.1",
        "Angre",
    ]
    ended = styring("oppdrag", *words, "sos-1")
    assert ended.status == 3
    assert "Per Nordmann (per) har ikke noe i SOS-2026-01 å gi videre" in ended.err


def test_it_may_go_back_when_they_have_left(left: Path) -> None:
    """Who handed it to one that left can have it back, which is a ring in all other cases."""
    words = ("oppdrag", "deleger", "--fra-person", "per", "--til", "kari")
    assert styring(*words, *ETTER).status == 0
    assert styring("valider", "--streng", *ETTER).status == 0
    assert styring("angre").status == 0
    change(left / "kontakter.yaml", ", sluttet: 2026-06-30", "")
    ended = styring(*words, *ETTER)
    assert ended.status == 3
    assert "Har Per Nordmann sluttet, så skriv «sluttet» i kontakter.yaml. Da går det." in ended.err


def test_what_someone_has_as_direktoer_is_not_handed_on(left: Path) -> None:
    """It goes to the next direktør by itself, and that is said."""
    ended = styring("oppdrag", "deleger", "--fra-person", "ola", "--til", "kari", *ETTER)
    assert (ended.status, ended.err) == (0, "")
    assert ended.out.startswith(
        "Ola Nordmann (ola) har ikke noe å gi videre.\nOla Nordmann er direk"
    )
    assert "går over når en ny direktør er ført opp i kontakter.yaml." in ended.out


def test_what_cannot_be_read_stops_the_handing_on_of_all(left: Path) -> None:
    """Where some of it is unknown, nothing is handed on."""
    change(left / "vedtak.yaml", "type: politisk", "type: []")
    ended = styring("oppdrag", "deleger", "--fra-person", "per", "--til", "ola", *ETTER)
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
def test_nothing_new_goes_to_those_who_have_left(words: tuple[str, ...], left: Path) -> None:
    """They are refused with the day and the way out; before that day nothing hinders it."""
    Path("rapporter.csv").write_text(
        "id;status;av;kommentar\nSOS-2026-01;ferdig;per;Klart.\n", encoding="utf-8"
    )
    ended = styring(*words, *ETTER)
    assert ended.status in (1, 3)
    assert ended.out == ""
    assert "Per Nordmann (per) sluttet 30.06.2026" in ended.err
    assert "--dato" in ended.err
    if words[0] != "vedtak" and "--fra-person" not in words:
        assert styring(*words, "--dato", "2026-06-30", "--diff").status == 0


def test_report_on_what_they_have_names_nobody(left: Path) -> None:
    """Where nobody says who reports, it is not one who has left."""
    words = ("status", "oppdater", "sos-2", "--status", "under arbeid", "--kommentar", "Teller.")
    assert "av: per" in styring(*words, "--dato", "2026-06-30", "--diff").out
    ended = styring(*words, *ETTER, "--diff")
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
    file: str, old: str, new: str, place: str, left: Path
) -> None:
    """A report, a link and a time as direktør after the last day are found where the day stands."""
    change(left / file, old, new)
    ended = styring("valider", "--format", "json", "--dato", "2026-08-01")
    assert (f"{file}:{place}", "KON008") in codes(ended)


def test_they_are_not_offered_for_what_is_new(left: Path) -> None:
    """Neither a shortening nor a guess gives one who has left, where it is for something new."""
    with (left / "kontakter.yaml").open("a", encoding="utf-8") as file:
        file.write("  - {id: persen, navn: Eva Persen}\n")
    words = ("oppdrag", "deleger", "sos-1", "--til")
    assert "til Eva Persen (persen)" in styring(*words, "pe", *ETTER).out
    assert styring("angre").status == 0
    assert "Mente du persen (Eva Persen)?" in styring(*words, "persn", *ETTER).err
    assert "er ikke entydig" in styring(*words, "pe", "--dato", "2026-06-30").err


def test_people_are_shown_as_they_left(left: Path) -> None:
    """The list says when; who is in the sector does not have them; their past is as it was."""
    listed = styring("kontakt", "list", *ETTER).out.splitlines()
    assert listed[0].split() == ["Id", "Navn", "Sektor", "Sluttet"]
    assert listed[-1].split() == ["per", "Per", "Nordmann", "30.06.2026"]
    assert "Per Nordmann" in styring("oppdrag", "vis", "sos-3", *ETTER).out
    change(left / "kontakter.yaml", "sluttet: 2026-06-30", "sektor: SOS, sluttet: 2026-06-30")
    (then,) = json.loads(
        styring("kontakt", "vis", "SOS", "--format", "json", "--dato", "2026-06-30").out
    )
    (now,) = json.loads(styring("kontakt", "vis", "SOS", "--format", "json", *ETTER).out)
    assert then["kontakter"] == ["kari", "ola", "per"]
    assert now["kontakter"] == ["kari", "ola"]


def test_tab_offers_only_those_who_are_there(left: Path) -> None:
    """For something new those who have left are not offered; to find what they have, they are."""
    change(left / "kontakter.yaml", "sluttet: 2026-06-30", "sluttet: 2020-06-30")

    def offered(*words: str) -> list[str]:
        tab = anew(_STYRING_COMPLETE="complete_styring", _STYRING_ORD="\x1f".join((*words, "")))
        shown = styring(process=tab).out
        return [line.partition("\t")[0] for line in shown.splitlines()]

    assert offered("oppdrag", "deleger", "sos-1", "--til") == ["kari", "ola"]
    assert offered("oppdrag", "del-opp", "sos-1", "Telle", "--ansvarlig") == ["kari", "ola"]
    assert offered("status", "oppdater", "sos-1", "--av") == ["kari", "ola"]
    assert offered("oppdrag", "deleger", "--fra-person") == ["kari", "ola", "per"]
    assert offered("oppdrag", "list", "--ansvarlig") == ["kari", "ola", "per"]
    back = ("oppdrag", "deleger", "sos-1", "--dato", "2020-06-30", "--til")
    assert offered(*back) == ["kari", "ola", "per"]


def test_purring_is_not_written_to_those_who_have_left(left: Path) -> None:
    """What they have is in the list, and it is said why there is no draft."""
    change(left / "kontakter.yaml", "Per Nordmann, ", "Per Nordmann, epost: per@kommune.example, ")
    words = ("rapport", "mangler", "--format", "epost", "--ut", "utkast", "--dato")
    assert "Per" not in styring(*words, "2026-06-30").err
    ended = styring(*words, "2026-07-01")
    assert "Ikke noe utkast til Per Nordmann (per): har sluttet." in ended.err


def test_editors_say_who_has_left(left: Path) -> None:
    """The schema offers all ids, for the past stands, with the last day beside the name."""
    shown = styring("skjema", "oppdrag").out
    assert '"Per Nordmann (sluttet 2026-06-30)"' in shown
    assert '"Ola Nordmann"' in shown
