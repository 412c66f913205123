"""What a hostile repository may try, and that nothing in it acts outside its data folder."""

import hashlib
import json
import os
import re
import shutil
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from changes import ONE, SOMEONE, broken_off
from child import command, content, forked, seen
from conftest import RIK, ROOT
from driver import Ended, styring

from styring.journal import begynt

YEAR = "oppdrag/2024.yaml"
SECRET = "hemmelig: passord123\n"


@pytest.fixture
def rik(tmp_path: Path) -> Path:
    """A data folder of its own, beside what is none of its business."""
    (tmp_path / "heim").mkdir()
    (tmp_path / "heim/hemmelig.yaml").write_text(SECRET, encoding="utf-8")
    return shutil.copytree(RIK, tmp_path / "data")


def outside(data: Path) -> dict[str, bytes]:
    """What is beside the data folder, and what is git's in it."""
    paths = [*(data.parent / "heim").rglob("*"), *(data / ".git").rglob("*")]
    return {str(path): path.read_bytes() for path in paths if path.is_file()}


def told(ended: Ended, status: int = 3) -> str:
    """What was said of what was not done."""
    assert ended.status == status, ended
    assert "Traceback" not in ended.err
    assert SECRET.strip() not in ended.out + ended.err
    return ended.err


def sum_of(text: bytes) -> str:
    """What content is known by in the journal."""
    return hashlib.sha256(text).hexdigest()


def entry(fil: str, ny: str, old: bytes, new: bytes, **more: Any) -> bytes:
    """A change that someone has written down as begun."""
    splice = [0, old.decode(), new.decode()]
    file = {"fil": fil, "ny": ny, "foer": sum_of(old), "etter": sum_of(new), "skjoeter": [splice]}
    whole = {"nr": 1, "tid": "2026-01-01T00:00:00", "kommando": ["x"], "ider": [], "felt": []}
    return json.dumps({**whole, "filer": [file], **more}).encode()


def here(data: Path) -> dict[str, str]:
    """What nobody who makes an entry elsewhere knows, as if they did."""
    return {"skrevet": f"{os.uname().nodename} {data.stat().st_ino:x}"}


WAYS: dict[str, tuple[Callable[[Path], object], str]] = {
    "up": (lambda data: None, "../heim/ny.yaml"),
    "absolute": (lambda data: None, "/tmp/styring-ond.yaml"),
    "folder link": (lambda data: (data / "ut").symlink_to("../heim"), "ut/ny.yaml"),
    "kind's folder link": (lambda data: (data / "vedtak").symlink_to("../heim"), "vedtak/ny.yaml"),
    "file link": (lambda data: (data / "aarshjul.yml").symlink_to("../heim/ny"), "aarshjul.yml"),
    "hooks": (lambda data: (data / ".git/hooks").mkdir(parents=True), ".git/hooks/pre-commit"),
    "hidden by link": (lambda data: (data / "vedtak").symlink_to(".styring"), "vedtak/ny.yaml"),
    "other file": (lambda data: None, "Makefile"),
    "hidden": (lambda data: None, "oppdrag/.ny.yaml"),
    "nul": (lambda data: None, "oppdrag/a\0.yaml"),
}


@pytest.mark.parametrize("way", WAYS)
def test_journal_acts_on_data_files_only(rik: Path, way: str) -> None:
    """Neither `..`, nor a link, nor git's own folder: it is damaged, and nothing is made."""
    prepare, fil = WAYS[way]
    prepare(rik)
    before, data = outside(rik), content(rik / "oppdrag")
    (rik / ".styring").mkdir()
    forged = entry(fil, ".x.styring-ny", b"", b"echo ond\n", **here(rik))
    (rik / ".styring/paabegynt.json").write_bytes(forged)
    said = told(styring(*ONE, data=rik))
    assert "data/.styring/paabegynt.json» er skadet\n" in said
    assert "Slett filen" in said
    assert outside(rik) == before
    assert content(rik / "oppdrag") == data
    assert not (rik / fil.replace("\0", "")).exists()


@pytest.mark.parametrize("ny", ["../heim/x.styring-ny", "ut/x.styring-ny", "/x.styring-ny"])
def test_journal_takes_nothing_from_elsewhere(rik: Path, ny: str) -> None:
    """What is to take a file's place, and is tidied away, is in the data folder too."""
    (rik / "ut").symlink_to("../heim")
    (rik.parent / "heim/x.styring-ny").write_text("x")
    before, data = outside(rik), content(rik)
    (rik / ".styring").mkdir()
    forged = entry("vedtak/ny.yaml", ny, b"", b"vedtak: []\n", **here(rik))
    (rik / ".styring/paabegynt.json").write_bytes(forged)
    assert "er skadet" in told(styring(*ONE, data=rik))
    assert (outside(rik), content(rik)) == (before, data)


def test_new_content_is_what_the_journal_says(rik: Path) -> None:
    """Other bytes that stand where it was put do not take the file's place."""
    broken_off(rik)
    for path in rik.rglob(".*.styring-ny"):
        path.write_text("aar: 1999\n")
    assert "er nå fullført" in styring(*ONE, data=rik).err
    for year in (2023, 2024):
        assert b"til: vikar" in (rik / f"oppdrag/{year}.yaml").read_bytes()


def foreign(data: Path, way: str) -> str:
    """Makes a change that was broken off look like someone else's; how that is said."""
    begun = data / ".styring/paabegynt.json"
    if way == "owner":
        os.chown(begun, SOMEONE, SOMEONE)
        return "filen har en annen eier enn deg"
    if way == "name":
        os.link(begun, data.parent / "annet")
        return "filen har også et annet navn"
    if way == "git":
        environment = {"PATH": os.environ["PATH"], "HOME": str(data.parent)}
        for words in (["init", "-q"], ["add", "-f", ".styring/paabegynt.json"]):
            subprocess.run(["git", "-C", str(data), *words], env=environment, check=True)
        return "git har filen, så den kan ha fulgt med"
    entry_ = json.loads(begun.read_bytes())
    machine, _, folder = entry_["skrevet"].rpartition(" ")
    entry_["skrevet"] = {"machine": f"annen {folder}", "copy": f"{machine} 1", "old": ""}[way]
    begun.write_text(json.dumps(entry_))
    return "den er skrevet på en annen maskin eller i en annen mappe"


WHO = [
    pytest.param("owner", marks=pytest.mark.skipif(os.geteuid() != 0, reason="root gives files")),
    *("name", "git", "machine", "copy", "old"),
]


@pytest.mark.parametrize("way", WHO)
def test_what_another_may_have_begun_waits_for_a_word(
    rik: Path, way: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing of it is made, taken back or shown before the file is deleted; all say so."""
    monkeypatch.setattr(begynt, "_VENT", 2)  # nobody is making it, and waiting brings nothing
    broken_off(rik)
    why = foreign(rik, way)
    before = content(rik)
    for words in (ONE, ("angre",), ("logg",)):
        said = told(styring(*words, data=rik))
        assert (
            f"paabegynt.json» er en endring som ble avbrutt, og den kan være andres: {why}" in said
        )
        assert "slett filen" in said
    shown = styring("oppdrag", "list", data=rik)
    assert "vikar" not in shown.out
    assert "FIL010" in told(shown, 1)
    assert why in told(shown, 1)
    assert (
        json.loads(styring("valider", str(rik), "-f", "json", data=rik).out)[0]["kode"] == "FIL010"
    )
    assert content(rik) == before
    (rik / ".styring/paabegynt.json").unlink()
    assert styring(*ONE, data=rik).status == 0
    assert seen(rik) == content(rik) != before


def test_what_a_colleague_is_just_making_is_waited_for(rik: Path) -> None:
    """It is not told of when it is over at once, as in a folder that many share."""
    broken_off(rik)
    foreign(rik, "machine")
    before = content(rik)

    def reads() -> None:
        def over(_: float) -> None:
            (rik / ".styring/paabegynt.json").unlink(missing_ok=True)

        setattr(time, "sleep", over)  # noqa: B010 - while we wait, the other one ends
        command(rik, "oppdrag", "list")

    ended = forked(reads)
    assert (ended.status, ended.err) == (0, "")
    assert content(rik) == before


PARTS = ["", "laas", "logg", "sist", ".gitignore", "paabegynt.json"]


@pytest.mark.parametrize("part", PARTS)
def test_journal_is_no_link(rik: Path, part: str) -> None:
    """A link in its place is told of: nothing is written, emptied or read where it leads."""
    assert styring(*ONE, data=rik).status == 0
    path = rik / ".styring" / part
    shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
    goal = rik.parent / "heim" / ("" if part in ("", "logg", "sist") else "hemmelig.yaml")
    path.symlink_to(goal)
    before, data = outside(rik), content(rik)
    for words in (ONE, ("angre",), ("logg",)):
        said = told(styring(*words, data=rik))
        assert re.search(r"«.*data/\.styring.*» er en lenke, og følges ikke\n", said)
        assert "Slett lenken" in said
    assert (outside(rik), content(rik)) == (before, data)


def test_lock_that_is_also_another_file_is_not_written_in(rik: Path) -> None:
    """A hard link is not emptied, and a pipe is told of: what came with the folder is not ours."""
    secret = rik.parent / "hemmelig.txt"
    secret.write_text("hemmelig", encoding="utf-8")
    (rik / ".styring").mkdir(exist_ok=True)
    lock = rik / ".styring" / "laas"
    lock.unlink(missing_ok=True)
    lock.hardlink_to(secret)
    before = (secret.stat().st_mode, content(rik))
    assert re.search("«.*laas» har også et annet navn\n", told(styring(*ONE, data=rik)))
    assert (secret.stat().st_mode, content(rik)) == before
    assert secret.read_text(encoding="utf-8") == "hemmelig"
    lock.unlink()
    os.mkfifo(lock)
    assert re.search("«.*laas» er ikke en vanlig fil\n", told(styring(*ONE, data=rik)))
    lock.unlink()
    assert styring(*ONE, data=rik).status == 0


@pytest.mark.parametrize(("last", "after"), [("999999", "1000000"), ("001234", "001235")])
def test_changes_are_counted_on_from_any_number(rik: Path, last: str, after: str) -> None:
    """A high number that came with the folder does not make those after it be lost."""
    assert styring(*ONE, data=rik).status == 0
    entries = rik / ".styring" / "logg"
    (entries / "000001.json").rename(entries / f"{last}.json")
    before = content(rik)
    assert styring("oppdrag", "endre", "ark-2024-01", "--tittel", "Ny", data=rik).status == 0
    assert {path.stem for path in entries.iterdir()} == {last, after}
    assert styring("angre", data=rik).status == 0
    assert content(rik) == before


def test_number_that_nothing_can_come_after_is_told_of(rik: Path) -> None:
    """Before anything is changed, with the file that is in the way."""
    assert styring(*ONE, data=rik).status == 0
    entries = rik / ".styring" / "logg"
    (entries / "000001.json").rename(entries / "999999999.json")
    before = content(rik)
    assert "999999999.json» er skadet" in told(
        styring("oppdrag", "endre", "ark-2024-01", "--tittel", "Ny", data=rik)
    )
    assert content(rik) == before


@pytest.mark.parametrize("name", ["logg/000001.json", "paabegynt.json"])
def test_entry_that_leads_elsewhere_is_not_read(rik: Path, name: str) -> None:
    """Not even to be found damaged: it may be endless."""
    assert styring(*ONE, data=rik).status == 0
    path = rik / ".styring" / name
    path.unlink(missing_ok=True)
    path.symlink_to("/dev/zero")
    told(styring("logg", data=rik))


@pytest.mark.parametrize(
    ("name", "leads"),
    [
        ("vedtak.yaml", "../heim/hemmelig.yaml"),
        ("oppdrag/x.yaml", "../../heim/hemmelig.yaml"),
        ("oppdrag/x.yaml", "/proc/self/environ"),
        ("vedtak", "../heim"),
        ("oppdrag/x.yaml", "../.git/config"),
    ],
)
def test_data_file_that_leads_out_is_not_read(rik: Path, name: str, leads: str) -> None:
    """It is told of with its place and nothing of what is in it, on every way to see data."""
    (rik / ".git").mkdir()
    (rik / ".git/config").write_text(SECRET)
    (rik / name).unlink(missing_ok=True)
    (rik / name).symlink_to(leads)
    before = outside(rik)
    for words in (
        ("oppdrag", "list"),
        ("valider", str(rik)),
        ("valider", str(rik), "-f", "github"),
    ):
        ended = styring(*words, data=rik)
        told(ended, 1)
        assert "den er en lenke ut av datamappen" in ended.out + ended.err
        assert "passord123" not in ended.out + ended.err
    assert styring(*ONE, data=rik).status == 0, "the rest can still be changed"
    assert outside(rik) == before


def test_new_file_is_not_made_through_a_link(rik: Path) -> None:
    """A new year's file is not put in the folder that a link leads to."""
    (rik / "oppdrag").rename(rik.parent / "heim/oppdrag")
    (rik / "oppdrag").symlink_to("../heim/oppdrag")
    before = outside(rik)
    told(styring("nytt-aar", "2025", data=rik), 1)
    assert outside(rik) == before


def test_template_that_leads_out_is_not_read(rik: Path) -> None:
    """What it leads to does not come into a document that everyone reads."""
    (rik / "maler").mkdir()
    (rik / "maler/forord.md").symlink_to("../../heim/hemmelig.yaml")
    said = told(styring("brev", data=rik))
    assert "forord.md» kan ikke leses (den er en lenke ut av datamappen)" in said


@pytest.mark.parametrize("way", ["file", "folder", "new", "drafts"])
def test_what_is_asked_for_is_not_written_through_a_link(
    rik: Path, way: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A link that came along takes the file nowhere else; whoever wants that names the place."""
    monkeypatch.chdir(rik.parent)
    link, goal, ut = {
        "file": ("brev.md", "heim/hemmelig.yaml", "brev.md"),
        "new": ("brev.md", "heim/.bashrc", "brev.md"),
        "folder": ("ut", "heim", "ut/brev.md"),
        "drafts": ("purringer", "heim", "purringer"),
    }[way]
    Path(link).symlink_to(goal)
    before = outside(rik)
    words = ("brev",) if "brev" in ut else ("rapport", "mangler", "--format", "epost")
    said = told(styring(*words, "--ut", ut, data=rik))
    if way != "a draft":
        assert (
            f"Feil: «{link}» er en lenke\nEr det dit den fører, skriv --ut {rik.parent}/heim"
            in said
        )
    assert outside(rik) == before


def test_what_settings_of_git_name_is_not_run(rik: Path) -> None:
    """A repository that came with its settings runs no program when its lines are asked for."""
    environment = {"PATH": os.environ["PATH"], "HOME": str(rik.parent)}
    author = ("-c", "user.name=x", "-c", "user.email=x@example.com")
    ran = rik.parent / "kjoert"
    spy = rik / "spion.sh"
    spy.write_text(f"#!/bin/sh\ntouch {ran}\n")
    spy.chmod(0o755)
    for words in (
        ["init", "-q"],
        ["add", "."],
        [*author, "commit", "-qm", "x"],
        ["config", "core.fsmonitor", str(spy)],
    ):
        subprocess.run(["git", "-C", str(rik), *words], env=environment, check=True)
    ran.unlink(missing_ok=True)
    assert styring("valider", str(rik), "--siden", "HEAD", data=rik).status in (0, 1)
    assert not ran.exists()


@pytest.mark.parametrize("name", ["-x", "--output=ond", "$(touch ond)", "a;touch ond", "a b"])
def test_name_of_a_branch_is_a_name(rik: Path, name: str) -> None:
    """Git gets it as one word, and never as an option."""
    environment = {"PATH": os.environ["PATH"], "HOME": str(rik.parent)}
    subprocess.run(["git", "-C", str(rik), "init", "-q"], env=environment, check=True)
    said = told(styring("valider", str(rik), "--siden", name, data=rik), 2)
    assert "git kjenner ingen revisjon" in said
    assert not list(rik.parent.rglob("ond"))


def test_every_promise_has_its_test() -> None:
    """SECURITY.md names tests that are there."""
    text = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
    named = re.findall(r"`(test_\w+\.py)::(test_\w+)`", text)
    assert len(named) > 10
    for file, test in named:
        assert f"def {test}(" in (ROOT / "tests" / file).read_text(encoding="utf-8"), test
