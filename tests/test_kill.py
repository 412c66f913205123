"""Whether a change is made whole or not at all when the process is killed, wherever that is."""

import re
import signal
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest
from child import content, dying, forked, left_behind, seen
from driver import styring

from styring.change.commit import Rewrite, open_door
from styring.journal import loggen

CHANGES = {
    "one file": ("oppdrag", "del-opp", "ark-2024-01", "Hylle", "Skap"),
    "two files": ("oppdrag", "deleger", "ark-2024-01", "byg-2023-02", "--til", "vikar"),
    "undoing": ("angre",),
    "a new year": ("nytt-aar", "2025"),
    "undoing a new year": ("angre",),
}
NEXT = ("status", "oppdater", "øko-2024-02", "--status", "ferdig", "--kommentar", "Alt er levert.")
"""What comes to the door after the kill."""
FINISHED = "En endring som ble avbrutt, er nå fullført"
TAKEN_BACK = "En endring som ble avbrutt, er tatt tilbake"
Kept = dict[Path, bytes | None]
"""What was in a folder at a time."""
SMALL = {
    "kontakter.yaml": """\
sektorer:
  - {kode: ARK, navn: Arkiv, direktoer: kari}
  - {kode: BYG, navn: Bygg, direktoer: kari}
  - {kode: ØKO, navn: Økonomi, direktoer: kari}
kontakter:
  - {id: kari, navn: Kari}
  - {id: vikar, navn: Vikar}
""",
    "maal.yaml": "satsingsomraader: []\n",
    "oppdrag/2023.yaml": "aar: 2023\noppdrag:\n  - {id: BYG-2023-02, tittel: Male, sektor: BYG}\n",
    "oppdrag/2024.yaml": "aar: 2024\noppdrag:\n"
    "  - {id: ARK-2024-01, tittel: Arkivere, sektor: ARK}\n"
    "  - {id: ØKO-2024-02, tittel: Telle, sektor: ØKO}\n",
}
"""The files that are changed: small, for they are read after every kill."""
MARK = b"# For hand.\n"
"""What someone wrote at the end of a file."""


class Broken:
    """A change of a data folder, and all that the folder is like where that can be broken off."""

    def __init__(self, room: Path, words: tuple[str, ...], *before: tuple[str, ...]) -> None:
        self.data = room / "data"
        for name, text in SMALL.items():
            (self.data / name).parent.mkdir(parents=True, exist_ok=True)
            (self.data / name).write_text(text, encoding="utf-8")
        for earlier in before:
            assert styring(*earlier, data=self.data).status == 0
        first = self.keep()
        self.old = content(self.data)
        ended = styring(*words, data=self.data)
        assert (ended.status, ended.err) == (0, "")
        self.new = content(self.data)
        assert self.new != self.old
        entry = next(loggen.logg(self.data))
        files = [
            Rewrite(
                self.data / fil.fil,
                self.old.get(fil.fil, b""),
                self.new.get(fil.fil, b""),
                fil.skjoeter,
            )
            for fil in entry.filer
        ]

        def again() -> None:
            """Goes through the door as the command did."""
            with open_door(self.data) as door:
                door.rewrite(files, entry)

        self.kept = [self.keep() for _ in self.killed(first, again)]

    def recover(self) -> None:
        """Comes to the door, and changes nothing."""
        with open_door(self.data):
            pass

    def keep(self) -> Kept:
        """All that is in the folder: the bytes of files, by their paths, and None for folders."""
        found = sorted(self.data.rglob("*"))
        return {path: path.read_bytes() if path.is_file() else None for path in found}

    def restore(self, kept: Kept) -> None:
        """Makes the folder like it was. It stays the same folder, with the same files in it."""
        for path, text in reversed(self.keep().items()):
            if path not in kept:
                path.rmdir() if text is None else path.unlink()
        for path, text in kept.items():
            if text is None:
                path.mkdir(exist_ok=True)
            elif not path.exists() or path.read_bytes() != text:
                path.write_bytes(text)

    def states(self) -> Iterator[None]:
        """Puts the folder in every state that a kill leaves it in."""
        for kept in self.kept:
            self.restore(kept)
            yield

    def killed(self, first: Kept, act: Callable[[], None]) -> Iterator[str]:
        """Kills what is done at every call, and gives the states of the folder that differ."""
        known = set[str]()
        for when in ("before", "middle", "after"):
            for number in count(1):
                self.restore(first)
                ended = forked(act, around=dying(number, when=when))
                if ended.status == 0:
                    break
                assert ended.status == -signal.SIGKILL, ended.err
                if (state := self.looks()) not in known:
                    known.add(state)
                    yield state

    def looks(self) -> str:
        """All there is in the folder, but for what chance and the clock put in names and texts."""
        found = [(str(path.relative_to(self.data)), text) for path, text in self.keep().items()]
        return re.sub(r"\.[0-9a-f]{16}\.styring-ny|\d{4}-\d\d-\d\dT[\d:+]+", "", repr(found))


@pytest.fixture(scope="module")
def two_files(tmp_path_factory: pytest.TempPathFactory) -> Broken:
    """A change of two files, the first one in its folder."""
    return Broken(tmp_path_factory.mktemp("two"), CHANGES["two files"])


@pytest.fixture(params=CHANGES)
def broken(request: pytest.FixtureRequest, tmp_path: Path, two_files: Broken) -> Broken:
    """A change, where one is undone that was made before."""
    if request.param == "two files":
        return two_files
    undone = {"undoing": "two files", "undoing a new year": "a new year"}.get(request.param)
    before = [CHANGES[undone]] if undone else []
    return Broken(tmp_path, CHANGES[request.param], *before)


def test_a_killed_change_is_whole_or_not_at_all(broken: Broken) -> None:
    """Readers see all old or all new; the next change ends it, says so, and can be undone."""
    ends = set[bool]()
    for _ in broken.states():
        raw = content(broken.data)
        assert broken.old.keys() & broken.new.keys() <= raw.keys()
        assert all(raw[name] in (broken.old.get(name), broken.new.get(name)) for name in raw)
        now = seen(broken.data)
        assert now in (broken.old, broken.new)
        ends.add(now == broken.new)
        has_begun = (broken.data / ".styring/paabegynt.json").exists()
        ended = styring(*NEXT, data=broken.data)
        assert (ended.status, ended.err.split(":")[0]) == (0, FINISHED if has_begun else "")
        assert left_behind(broken.data) == []
        assert content(broken.data) != now
        ended = styring("angre", data=broken.data)
        assert (ended.status, ended.err) == (0, "")
        assert content(broken.data) == now == seen(broken.data)
    assert ends == {True, False}


def test_a_killed_change_is_one_step_of_angre(two_files: Broken) -> None:
    """What was seen as made can be undone at once, though it was not finished."""
    for _ in two_files.states():
        now = seen(two_files.data)
        ended = styring("angre", data=two_files.data)
        assert content(two_files.data) == two_files.old
        assert left_behind(two_files.data) == []
        if now == two_files.new:
            assert (ended.status, ended.out[:8]) == (0, "Angret: ")
        else:
            assert ended == (3, "", ended.err)
            assert "det er ingen endring å angre" in ended.err


@pytest.mark.parametrize("name", ["oppdrag/2024.yaml", "oppdrag/2023.yaml"])
def test_what_was_edited_after_a_kill_is_kept(two_files: Broken, name: str) -> None:
    """The change is finished or taken back around it, which is said."""
    ends = set[str]()
    for _ in two_files.states():
        path = two_files.data / name
        path.write_bytes(path.read_bytes() + MARK)
        ended = styring(*NEXT, data=two_files.data)
        assert ended.status == 0, ended.err
        ends.add(said := ended.err.split(":")[0])
        assert left_behind(two_files.data) == []
        assert styring("angre", data=two_files.data).status == 0
        now = content(two_files.data)
        assert now[name].endswith(MARK)
        now[name] = now[name].removesuffix(MARK)
        assert now in ((two_files.old,) if said == TAKEN_BACK else (two_files.old, two_files.new))
    assert ends == {"", FINISHED, TAKEN_BACK}


def halfway(broken: Broken) -> str:
    """Brings the folder where one of two files has taken its place; the name of the other."""
    for _ in broken.states():
        raw = content(broken.data)
        if raw not in (broken.old, broken.new):
            return next(name for name in raw if raw[name] == broken.old[name] != broken.new[name])
    raise AssertionError


def test_finishing_may_be_killed_too(two_files: Broken) -> None:
    """Whoever comes next goes on with it; those who read see the change as made all the time."""
    halfway(two_files)
    half = two_files.keep()
    for _ in two_files.killed(half, two_files.recover):
        assert seen(two_files.data) == two_files.new
        assert styring("angre", data=two_files.data).status == 0
        assert content(two_files.data) == two_files.old
        assert left_behind(two_files.data) == []


def test_taking_back_may_be_killed_too(two_files: Broken) -> None:
    """Whoever comes next goes on with it, and the edit that was the reason stays."""
    edited = two_files.data / (name := halfway(two_files))
    edited.write_bytes(edited.read_bytes() + MARK)
    half = two_files.keep()
    for _ in two_files.killed(half, two_files.recover):
        assert seen(two_files.data) == {**two_files.old, name: two_files.old[name] + MARK}
        assert "det er ingen endring å angre" in styring("angre", data=two_files.data).err
        assert content(two_files.data) == {**two_files.old, name: two_files.old[name] + MARK}
        assert left_behind(two_files.data) == []
