"""`styring logg`: the list of the changes that were made."""

import json
import re
from pathlib import Path

import pytest
from changes import ONE, TWO, YEAR, done
from driver import styring
from written import OM


def test_log_and_undo_say_words_as_people_read_them(data: Path) -> None:
    """A status that was typed as the files write it; the command still works as it is shown."""
    words = ("--status", "under_arbeid", "--vurdering=groenn", "--kommentar", "utgaar")
    assert styring("status", "oppdater", "øko-1", *words, *OM).status == 0
    shown = "--status 'under arbeid' --vurdering=grønn --kommentar utgaar"
    assert shown in styring("logg").out
    assert f"Angret: styring status oppdater øko-1 {shown}" in styring("angre").out
    again = styring(
        "status", "oppdater", "øko-1", "--status", "under arbeid", "--vurdering=grønn", *OM
    )
    assert again.out.startswith("ØKO-2024-01 er rapportert for 2024-VÅR: under arbeid.")


@pytest.mark.parametrize("form", ["tabell", "csv", "markdown", "json", "yaml"])
def test_changes_are_listed_in_every_format(rik: Path, form: str) -> None:
    """The newest first, with the command, what it was about, and whether it is undone."""
    done(styring(*ONE, data=rik))
    done(styring(*TWO, data=rik))
    done(styring("angre", data=rik))
    shown = done(styring("logg", "--format", form, data=rik))
    places = [shown.index(word) for word in ("angre", "vikar", "Hylle")]
    assert places == sorted(places)
    assert all(id_ in shown for id_ in ("ARK-2024-01.1", "BYG-2023-02", "delegering", "oppgaver"))
    if form == "json":
        newest, undone, first = json.loads(shown)
        assert (newest["nr"], newest["angrer"], newest["angret"]) == (3, 2, False)
        assert (undone["nr"], undone["angrer"], undone["angret"]) == (2, None, True)
        assert undone["filer"] == [YEAR, "oppdrag/2023.yaml"]
        assert first["kommando"][-4:] == [*ONE]


def test_no_changes_are_said_to_be_none(rik: Path) -> None:
    """Looking makes no journal either."""
    ended = styring("logg", data=rik)
    assert ended == (0, "", "Ingen endringer er gjort med styring her.\n")
    assert styring("logg", "--format", "json", data=rik).out == "[]\n"
    assert not (rik / ".styring").exists()


@pytest.mark.parametrize("form", ["tabell", "csv", "markdown", "json", "yaml"])
def test_what_a_command_said_comes_out_as_text(rik: Path, form: str) -> None:
    """A recorded command steers no terminal: not in the list, not when undone or finished."""
    evil = rik.rename(rik.parent / "\x1b]0;eid\x07\x1b[31m\x9b2J[red]\u202e")
    done(styring(*ONE, data=evil))
    shown = [styring("logg", "--format", form, data=evil), styring("angre", "--diff", data=evil)]
    entry = evil / ".styring/logg/000001.json"
    entry.rename(evil / ".styring/paabegynt.json")
    shown += [styring(*ONE, data=evil), styring("angre", data=evil), styring("angre", data=evil)]
    (evil / YEAR).write_bytes((evil / YEAR).read_bytes() + b"# \x1b[31m\n")
    assert "er nå fullført" in shown[2].err
    assert [ended.status for ended in shown] == [0] * 5
    shown += [styring("oppdrag", "endre", "ark-2024-01", "--tittel", "\x1b[31m", data=evil)]
    for ended in shown:
        assert not re.search(
            "[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e]", ended.out + ended.err
        )
