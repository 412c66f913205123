"""`styring angre`: changes are taken back, one by one, to the byte."""

import json
import re
import shutil
from functools import partial
from pathlib import Path

import pytest
from changes import ONE, TWO, YEAR, done, refused
from child import command, content, forked
from conftest import RIK
from driver import styring
from hypothesis import example, given, settings
from hypothesis import strategies as st


def test_changes_are_undone_one_by_one(rik: Path) -> None:
    """As often as there are changes, those of two files as one; then there is nothing left."""
    states = [content(rik)]
    report = (
        "status",
        "oppdater",
        "øko-2024-02",
        "--status",
        "ferdig",
        "--kommentar",
        "Alt er gjort",
    )
    for words in (ONE, TWO, report, ONE):
        done(styring(*words, data=rik))
        states.append(content(rik))
    assert done(styring("angre", data=rik)).startswith("Angret: styring --data ")
    states.pop()
    assert content(rik) == states[-1]
    done(styring(*ONE, "Skap", data=rik))
    states.append(content(rik))
    while len(states) > 1:
        states.pop()
        shown = done(styring("angre", "--diff", data=rik))
        assert shown.startswith(("---", "diff", "data", str(rik)))
        done(styring("angre", data=rik))
        assert content(rik) == states[-1]
    said = refused(styring("angre", data=rik))
    assert said.startswith("Feil: det er ingen endring å angre\n")


@pytest.mark.parametrize("name", [YEAR, "oppdrag/2023.yaml"])
def test_what_was_edited_since_is_not_undone(rik: Path, name: str) -> None:
    """What differs is shown; when the edit is taken back, undoing goes on."""
    done(styring(*TWO, data=rik))
    path = rik / name
    before = path.read_bytes()
    old = (RIK / name).read_bytes().splitlines()
    (new,) = (line for line in before.splitlines() if line not in old and b"vikar" in line)
    path.write_bytes(before.replace(new, new.replace(b"vikar", b"katben")))
    now = content(rik)
    for words in (["angre"], ["angre", "--diff"]):
        said = refused(styring(*words, data=rik))
        assert "er redigert der endringen gjorde noe, så den kan ikke angres" in said
        assert re.search(rf"\n.*{name}:\d+:\n-.*til: vikar.*\n\+.*til: katben", said)
    assert content(rik) == now
    path.write_bytes(before)
    done(styring("angre", data=rik))
    assert content(rik) == content(RIK)


def test_what_others_have_built_on_is_not_undone(rik: Path) -> None:
    """Undoing that would bring a fault is refused, with the fault and what to do."""
    done(styring("oppdrag", "ny", "Male", "--sektor", "ARK", data=rik))
    new = json.loads(done(styring("logg", "--format", "json", data=rik)))[0]["ider"][0]
    path = rik / "vedtak.yaml"
    was = path.read_bytes()
    path.write_bytes(was.replace(b"oppdrag: [BYG-2023-01]", f"oppdrag: [{new}]".encode()))
    before = content(rik)
    for words in (["angre"], ["angre", "--diff"]):
        ended = styring(*words, data=rik)
        assert (ended.status, ended.out) == (3, "")
        assert "VED001" in ended.err
        assert f"{new}" in ended.err
        assert "Feil: å angre ville gitt feil i dataene, så ingenting er endret\n" in ended.err
        assert "Rett det først" in ended.err
    assert content(rik) == before
    path.write_bytes(was)
    done(styring("angre", data=rik))
    assert content(rik) == content(RIK)


def test_a_file_that_is_gone_is_not_undone(rik: Path) -> None:
    """It is said which."""
    done(styring(*TWO, data=rik))
    (rik / YEAR).unlink()
    assert f"{YEAR}» finnes ikke lenger" in refused(styring("angre", data=rik))


IDS = st.sampled_from(
    ["ark-2024-01", "øko-2024-01", "byg-2023-01", "BYG-2024-01", "ark-2023-01", "byg-2023-01.2"]
)
TEXT = st.text(
    st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\n:#'\"-|>[]{}&*!%@`\\, "),
    min_size=1,
    max_size=20,
)
WHO = st.sampled_from(["vikar", "arlbo", "katben", "zoleik", "finnes-ikke"])
STATUS = st.sampled_from(["ferdig", "under arbeid", "satt på vent", "ikke startet"])
CHANGES: dict[str, st.SearchStrategy[tuple[str, ...]]] = {
    "angre": st.just(()),
    "oppdrag del-opp": st.tuples(IDS, st.just("--"), TEXT, TEXT),
    "oppdrag deleger": st.tuples(IDS, IDS, st.just("--til"), WHO),
    "oppdrag endre": st.tuples(
        IDS,
        TEXT.map("--tittel={}".format)
        | TEXT.map("--beskrivelse={}".format)
        | st.just("--fjern=frist"),
    ),
    "oppdrag knytt": st.tuples(IDS, st.just("--delmaal=ØY1.2")),
    "oppdrag ny": st.tuples(st.just("--sektor=ARK"), st.just("--"), TEXT),
    "status oppdater": st.tuples(
        IDS, st.just("--status"), STATUS, TEXT.map("--kommentar={}".format)
    ),
}
"""The commands of which the sequences are made, each with the words behind it."""
MADE = {
    "oppdrag del-opp": ("ark-2024-01", "Hylle", "Skap"),
    "oppdrag deleger": ("ark-2024-01", "byg-2023-01", "--til", "vikar"),
    "oppdrag endre": ("ark-2024-01", "--tittel=Rydde arkivet"),
    "oppdrag knytt": ("ark-2024-01", "--delmaal=ØY1.2"),
    "oppdrag ny": ("--sektor=ARK", "Lufte arkivet"),
    "status oppdater": ("ark-2024-01", "--status", "ferdig"),
    "angre": (),
}
"""Words with which each of them is done for sure, one after the other."""
ANY_CHANGE = st.sampled_from([*CHANGES]).flatmap(
    lambda name: CHANGES[name].map(lambda words: (*name.split(), *words))
)


def test_undoing_everything_gives_every_byte_back(tmp_path: Path) -> None:
    """Whatever was done and undone in between; what was refused changed nothing."""
    data, made = tmp_path / "data", tmp_path / "made"

    def status(*words: str) -> object:
        with pytest.raises(SystemExit) as ended:
            command(data, *words)
        return ended.value.code

    def act(commands: list[tuple[str, ...]]) -> None:
        states = [content(data)]
        for words in commands:
            is_done = status(*words) == 0
            now = content(data)
            if words == ("angre",) and is_done:
                states.pop()
            elif is_done and now != states[-1]:
                states.append(now)
            assert now == states[-1]
            if is_done:
                with made.open("a") as file:
                    file.write(f"{' '.join(words[:2])}\n")
        while len(states) > 1:
            states.pop()
            assert status("angre") == 0
            assert content(data) == states[-1]
        assert status("angre") == 3
        assert content(data) == content(RIK)

    @settings(max_examples=settings().max_examples // 3)  # each makes up to eight changes
    @example([(*name.split(), *words) for name, words in MADE.items()])
    @given(st.lists(ANY_CHANGE, max_size=8))
    def any_order(commands: list[tuple[str, ...]]) -> None:
        shutil.rmtree(data, ignore_errors=True)
        shutil.copytree(RIK, data)
        ended = forked(partial(act, commands))
        assert ended.status == 0, ended.err

    any_order()
    assert set(made.read_text().splitlines()) == CHANGES.keys()
