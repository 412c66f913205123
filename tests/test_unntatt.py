"""What is kept from the public, or is meant to be: where it is marked, warned of and left out."""

import json
import re
from datetime import date
from email import message_from_bytes
from pathlib import Path
from typing import get_type_hints

import pytest
from driver import styring
from kanari import LOOKS, Canaries, classes, emptied, flat, little, out

from styring.finding import Alvor
from styring.mente import ramse
from styring.register.lasting import last
from styring.rules.kjoering import kjoer
from styring.slag import SLAG


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the data goes."""
    return emptied(tmp_path)


@pytest.fixture
def small(folder: Path) -> Path:
    """A folder where an oppgave and an event are kept from the public, alone."""
    return little(folder)


@pytest.mark.parametrize(
    "key",
    [
        "unntatt",
        "Unntatt",
        "UNNTATT_offentlighet",
        "untatt",
        "ｕｎｎｔａｔｔ",
        "u.off.",
        "hemmelig",
    ],
)
def test_own_field_that_is_to_keep_something_back_is_warned_of(folder: Path, key: str) -> None:
    """On every kind of record, however deep it stands, with where it should have stood."""
    canaries = Canaries(own=key)
    canaries.write(folder)
    found = [funn for funn in kjoer(last(folder), date(2023, 7, 1)) if funn.kode == "UNN001"]
    assert len(found) == canaries.records
    assert {funn.alvor for funn in found} == {Alvor.ADVARSEL}
    assert {funn.sted.tekst[funn.sted.kolonne :][: len(key)] for funn in found} == {key}
    assert all(re.search("rett under|Ta det ut av filen", funn.raad or "") for funn in found)


@pytest.mark.parametrize(("name", "format_"), LOOKS)
def test_what_own_fields_are_to_keep_back_does_not_go_out(
    folder: Path, name: str, format_: str
) -> None:
    """Nor what it can only be kept with, though the key is not where it should be."""
    canaries = Canaries(own="unntatt")
    canaries.write(folder)
    text = flat(out(folder, name, format_))
    assert [word for word in canaries.is_public if word in text] == []


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("aarshjul", "unntatt: {hjemmel: x}", "egne: {hemmelig: ja}"),
        ("oppdrag", "unntatt: {hjemmel: offl. § 23}", "egne: {noe: [{untatt: ja}]}"),
        ("oppdrag", "frist: 2023-06-01\n", "rapporter: [{periode: x, egne: {unntatt: ja}}]\n"),
    ],
)
def test_own_field_keeps_back_what_it_is_meant_for(
    small: Path, file: str, old: str, new: str
) -> None:
    """As the field itself would, with the id in what others write; of a report all it is of."""
    new = new.replace("periode: x", "periode: 2023-T1, dato: 2023-05-01, status: ferdig")
    path = small / f"{file}.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    at = ("--data", str(small), "--dato", "2023-02-01")
    brev, ics = styring("brev", *at), styring("aarshjul", "list", "-f", "ics", *at)
    assert "oppsigelser" not in brev.out + ics.out
    assert "SUMMARY:Etter [utelatt] og " in ics.out
    if "rapporter" in new:
        assert "Bygge bru" not in brev.out + ics.out
        assert "SUMMARY:Etter [utelatt] og [utelatt]\r\n" in ics.out
        assert "unntatt offentlighet: 1 oppdrag" in brev.err
    else:
        assert "Bygge bru, se [utelatt] og [utelatt]" in re.sub(r"\\(.)", r"\1", brev.out)
        assert "unntatt offentlighet: 1 hendelse.\n" in ics.err


@pytest.mark.parametrize("key", ["unntak", "antatt", "ansatte", "offentlig", "hjemmel"])
def test_other_own_fields_are_left_alone(folder: Path, key: str) -> None:
    """Words that are near it, and mean something else."""
    Canaries(own=key).write(folder)
    found = kjoer(last(folder), date(2023, 7, 1))
    assert [funn for funn in found if funn.kode == "UNN001"] == []


@pytest.mark.parametrize("key", ["unntatt", "Untatt", "unntatt_offentlighet", "skjermet"])
def test_nobody_is_led_to_publish_what_is_to_be_kept(folder: Path, key: str) -> None:
    """Wherever the key is not known, and never to the municipality's own fields."""
    canaries = Canaries(unknown=key)
    canaries.write(folder)
    found = [funn for funn in last(folder, skadde=True).funn if funn.kode == "FELT001"]
    assert len(found) > 15
    assert [funn for funn in found if "egne" in (funn.raad or "")] == []
    these = ramse(slag.flere for slag in SLAG if slag.den)
    known = f"Mente du «unntatt»\\?|Skriv «unntatt|Bare {these} kan"
    assert [funn.raad for funn in found if not re.search(known, funn.raad or "")] == []


def test_records_that_can_be_kept_are_told_of() -> None:
    """Each class that has the field is of a kind that says what one of them is called."""
    kept = {klasse for klasse in classes() if "unntatt" in get_type_hints(klasse)}
    assert kept == {slag.klasse for slag in SLAG if slag.den}


def test_event_and_oppgave_can_be_kept_alone(small: Path) -> None:
    """They are not in what is for all, nor are their ids, and it is said how much is not."""
    at = ("--data", str(small), "--dato", "2023-02-01")
    brev, ics = styring("brev", *at), styring("aarshjul", "list", "-f", "ics", *at)
    said = "Ikke med, fordi det er unntatt offentlighet: 1 hendelse.\n"
    places = "3 steder er telefon, e-post eller id-er som er unntatt, tatt ut av teksten."
    assert "oppsigelser" not in brev.out + ics.out
    assert "Bygge bru, se [utelatt] og [utelatt]" in re.sub(r"\\(.)", r"\1", brev.out)
    assert "Frist: AA-2023-01 Bygge bru\\, se [utelatt] og [utelatt]" in ics.out
    assert "SUMMARY:Etter [utelatt] og AA-2023-01.2\r\n" in ics.out
    for ended in (brev, ics):
        assert ended.err == f"{said}{places} Der står det «[utelatt]».\n"
    assert styring("valider", *at).out == "ingen feil\n"


def test_oppgave_that_is_kept_alone_is_marked_where_it_is_shown(small: Path) -> None:
    """In the internal documents and on the sheet; a draft of an e-mail has its id alone."""
    at = ("--data", str(small), "--dato", "2023-07-01")
    plan = styring("rapport", "virksomhetsplan", "--sektor", "AA", *at).out
    assert "| Kjøpe tomt (unntatt offentlighet, offl. § 23) |" in plan
    assert "| Bestille stein |" in plan
    assert "**Unntatt offentlighet:** Noe i planen er unntatt etter offl. § 23." in plan
    note = styring("rapport", "notat", "--sektor", "AA", *at).out
    assert "Oppgaven **Kjøpe tomt** (AA-2023-01.1, unntatt offentlighet, offl. § 23)." in note
    assert "Oppgaven «Kjøpe tomt» (unntatt offentlighet) i «Bygge bru" in note
    sheet = styring("oppdrag", "vis", "AA-2023-01", *at).out
    assert re.search("Kjøpe tomt.*offl. § 23", sheet)
    drafts = styring("rapport", "mangler", "-f", "epost", "--ut", str(small.parent / "ut"), *at)
    assert drafts.status == 0
    (draft,) = (small.parent / "ut").glob("*.eml")
    text = message_from_bytes(draft.read_bytes()).get_payload(decode=True)
    assert isinstance(text, bytes)
    assert "AA-2023-01.1 (unntatt offentlighet)" in text.decode()
    assert "Kjøpe tomt" not in text.decode()
    assert "AA-2023-01.2 Bestille stein" in text.decode()


def test_events_that_are_kept_are_told_in_the_list(small: Path) -> None:
    """The list is internal: all are in it, with the law as a column and in JSON."""
    at = ("--data", str(small), "--format")
    table = styring("aarshjul", "list", *at, "csv", "--kolonner", "id,unntatt").out
    assert table.splitlines()[1:] == ["moete-7;x", "a;"]
    first, second = json.loads(styring("aarshjul", "list", *at, "json").out)
    assert (first["unntatt"]["hjemmel"], second["unntatt"]) == ("x", None)
