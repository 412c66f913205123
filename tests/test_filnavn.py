"""Names of files as offices have them: long, in either form of Unicode, in any bytes, in copies."""

import json
import os
import subprocess
import unicodedata
from pathlib import Path
from urllib.parse import unquote_to_bytes

import pytest
from changes import TWO, broken_off, done
from child import content, left_behind
from driver import styring

YEAR = "oppdrag/2024.yaml"


def named(data: Path, name: bytes) -> Path:
    """Gives the newest file of oppdrag another name."""
    path = data / "oppdrag" / os.fsdecode(name)
    (data / YEAR).rename(path)
    return path


NAMES = {
    "nfc": unicodedata.normalize("NFC", "vedtak på året.yaml").encode(),
    "nfd": unicodedata.normalize("NFD", "vedtak på året.yaml").encode(),
    "latin-1": b"\xe5ret.yaml",
    "long": b"x" * 250 + b".yaml",
    "long, of long letters": "å".encode() * 125 + b".yaml",
    "acting": b"a\x1b[31m\n.yaml",
}


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_a_file_of_any_name_is_changed_and_changed_back(rik: Path, name: bytes) -> None:
    """Also when the change is broken off, and then goes on."""
    path = named(rik, name)
    before = content(rik)
    for _ in range(2):
        done(styring(*TWO, data=rik))
        assert b"til: vikar" in path.read_bytes()
        assert "styring" in done(styring("logg", data=rik))
        done(styring("angre", data=rik))
        assert content(rik) == before
    broken_off(rik)
    assert "er nå fullført" in styring("angre", data=rik).err
    assert content(rik) == before
    assert left_behind(rik) == []


@pytest.mark.parametrize("form", ["tekst", "json", "github", "sarif"])
@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_a_fault_in_a_file_of_any_name_is_told_in_every_format(
    rik: Path, name: bytes, form: str
) -> None:
    """No byte of it acts on a terminal, and machines get the very name."""
    path = named(rik, name)
    path.write_bytes(path.read_bytes() + b"ukjent: 1\n")
    ended = styring("valider", str(rik), "--format", form, data=rik)
    assert (ended.status, "Traceback" in ended.err) == (1, False)
    assert "\x1b" not in ended.out
    if form == "sarif":
        results = json.loads(ended.out)["runs"][0]["results"]
        places = [result["locations"][0]["physicalLocation"] for result in results]
        assert any(
            unquote_to_bytes(place["artifactLocation"]["uri"]).endswith(b"/oppdrag/" + name)
            for place in places
        )
    elif form == "json":
        files = {os.fsencode(funn["fil"]) for funn in json.loads(ended.out)}
        assert os.fsencode(path) in files


@pytest.mark.parametrize(("disk", "typed"), [("NFC", "NFD"), ("NFD", "NFC")])
def test_either_form_of_a_name_is_the_same_file(rik: Path, disk: str, typed: str) -> None:
    """As what people type for `valider`, and as git has it for `--siden`."""
    names = {form: unicodedata.normalize(form, "påæøå.yaml") for form in ("NFC", "NFD")}
    environment = {"PATH": os.environ["PATH"], "HOME": str(rik.parent)}
    author = ("-c", "user.name=x", "-c", "user.email=x@example.com")

    def git(*words: str) -> None:
        subprocess.run(["git", "-C", str(rik), *author, *words], env=environment, check=True)

    path = named(rik, names[disk].encode())
    other = path.with_name(names[typed])
    shown = styring("valider", str(rik), str(other), data=rik)
    assert "ingen datafil" not in shown.err
    git("init", "-q")
    path.rename(other)
    git("add", ".")
    git("commit", "-qm", "x")
    other.rename(path)
    path.write_bytes(path.read_bytes() + b"ukjent: 1\n")
    assert "ukjent" in styring("valider", str(rik), "--siden", "HEAD", data=rik).out


LEFT = (
    *("~$2024.yaml", "2024.tmp", "2024.yaml.tmp", ".~lock.2024.yaml#", "._2024.yaml", "2024.yaml~"),
    *("2024.yaml.bak", ".#2024.yaml"),
    *("Thumbs.db", "desktop.ini", ".DS_Store", ".2024.yaml.swp", "2024.yaml.orig"),
)


@pytest.mark.parametrize("name", LEFT)
@pytest.mark.parametrize("where", ["", "oppdrag"])
def test_what_programs_leave_beside_a_file_is_no_data(rik: Path, where: str, name: str) -> None:
    """Neither read, nor told of, nor in the way."""
    name = name if where else name.replace("2024", "kommune")
    before = styring("valider", str(rik), data=rik)
    (rik / where / name).write_bytes(b"\x04Ola\x00\xff oppdrag: {")
    assert styring("valider", str(rik), data=rik) == before
    done(styring(*TWO, data=rik))
    done(styring("angre", data=rik))


COPIES = (
    *("{} (1)", "{}(2)", "{} (PC1s konfliktkopi 2026-05-10)", "{}-PC1", "{} - Kopi", "{} 2"),
    *("{} - Copy (2)", "{} (conflicted copy 2026-05-10 101112)", "{}-DESKTOP-4F7", "{} kopi 3"),
    *("{}.sync-conflict-20260510-101112-ABCDEFG", "{}_LOCAL_4711", "{}_BASE_4711", "{}.tmp"),
    *("Kopi av {}", "Copy of {}", "Kopi (2) av {}", "Kopi av {} (1)", "{} - Kopi - Kopi"),
    *("{} (Kari sin konflikt 2026-05-01)", "{}-DESKTOP-AB12", "{}_backup", "{}.bak", "{}_conf(1)"),
)


@pytest.mark.parametrize("stem", COPIES)
def test_a_copy_that_is_left_is_told_of(rik: Path, stem: str) -> None:
    """It holds records, so it is read, and it is said what it looks like a copy of."""
    copy = rik / "oppdrag" / f"{stem.format('2024')}.yaml"
    copy.write_text("aar: 2024\noppdrag: []\n")
    (found,) = [
        funn
        for funn in json.loads(styring("valider", str(rik), "--format", "json", data=rik).out)
        if funn["fil"] == str(copy)
    ]
    assert found["kode"] == "FIL011"
    assert found["melding"] == "filen ser ut som en kopi av «2024.yaml», og blir lest"
    above = rik / f"{stem.format('kommune')}.yaml"
    copy.rename(above)
    shown = styring("valider", str(rik), data=rik).out
    assert "feil FIL012: filen ser ut som en kopi av «kommune.yaml», og leses ikke" in shown
    assert "Se hva som skiller dem" in shown


OWN = (
    *("2023-2024", "2024-T1", "2024-hel", "x (1)", "2024-2", "2024 1234", "2025 2", "Kopi av 2025"),
    *("2024-konferanse", "2024-confer", "tek-2", "tek_backup", "tek.tmp", "Kopi av ", "2024 og 2"),
)


@pytest.mark.parametrize("name", OWN)
def test_a_name_of_ones_own_is_no_copy(rik: Path, name: str) -> None:
    """Nor is one that looks like a copy of what is not there."""
    (rik / "oppdrag" / f"{name}.yaml").write_text("aar: 2024\noppdrag: []\n")
    assert "FIL011" not in styring("valider", str(rik), data=rik).out


@pytest.mark.parametrize("added", [".txt", ".tmp", ".bak", "~", ".part"])
def test_records_in_a_file_that_is_not_read_for_its_name_are_told_of(rik: Path, added: str) -> None:
    """As when Notepad saved it, or a change of names was broken off."""
    (rik / YEAR).rename(rik / f"{YEAR}{added}")
    ended = styring("valider", str(rik), data=rik)
    assert f"2024.yaml{added}:1:1: advarsel FIL003: filen leses ikke" in ended.out
    assert "Gi den navnet «2024.yaml»" in ended.out
