"""Whatever text a changing command is given, it is stored exactly or refused."""

from pathlib import Path
from typing import Any

import pytest
from driver import styring
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from written import OM, changes, refused, stored

TEXTS = {
    "kommentar": ("status", "oppdater", "æld-1", "--status", "ferdig"),
    "avvik": ("status", "oppdater", "æld-1", "--status", "ferdig", "--tiltak", "Ullgarn"),
    "tiltak": ("status", "oppdater", "æld-1", "--status", "ferdig", "--avvik", "Tauet røk"),
    "merknad": ("oppdrag", "deleger", "æld-1", "--til", "arlbo"),
    "beskrivelse": ("oppdrag", "endre", "æld-1"),
    "tittel": ("oppdrag", "endre", "æld-1"),
    "kilde": ("oppdrag", "endre", "æld-1"),
}
"""Each option of text, and a command that takes it."""
OTHER = {
    "--til": ("oppdrag", "deleger", "æld-1"),
    "--av": ("oppdrag", "deleger", "æld-1", "--til", "arlbo"),
    "--frist": ("oppdrag", "endre", "æld-1"),
    "--sektor": ("oppdrag", "endre", "æld-1"),
    "--delansvar": ("oppdrag", "endre", "æld-1"),
    "--fjern": ("oppdrag", "endre", "æld-1"),
    "--delmaal": ("oppdrag", "knytt", "æld-1"),
    "--aar": ("oppdrag", "ny", "X", "-s", "BYG"),
    "--status": ("status", "oppdater", "æld-1"),
    "--vurdering": ("status", "oppdater", "æld-1"),
    "--forventet-ferdig": ("status", "oppdater", "æld-1"),
    "--periode": ("status", "oppdater", "æld-1", "--status", "ferdig"),
    "--ansvarlig": ("status", "oppdater"),
    "--fra": ("status", "oppdater"),
}
"""Each option that is not free text, and a command that takes it."""
PLAIN = ["[red]x[/red] b c", "=1+1 er to", "a: b # c", "'a\" b c", "a\n\n  b\nc", "æ 😀 表 ok"]
CONTROL = ["\x1b[31mrødt", "a\x07b", "a\u202eb", "a\x85b"]
BROKEN = ["a\udcffb", "\udce5", "\udc80x"]


def said_of(data: Path, option: str) -> Any:
    """What a text option has put into the data."""
    oppdrag = stored(data, "ÆLD-2024-01")
    if option == "merknad":
        return oppdrag.delegering[-1].merknad
    return getattr(oppdrag.rapporter[-1] if oppdrag.rapporter else oppdrag, option)


@pytest.mark.parametrize("option", TEXTS)
def test_text_is_stored_exactly_or_refused(option: str, data: Path) -> None:
    """Text that looks like something else is kept; what a terminal obeys, or is no text, is not."""
    words = (*TEXTS[option], *OM, f"--{option}")
    for text in (*PLAIN, "lang " * 20_000):
        ended = styring(*words[:-1], f"{words[-1]}={text}")
        assert ended.status == 0, ended.err
        assert said_of(data, option) == text.strip()
        assert "\x1b" not in ended.out + ended.err
        assert styring("angre").status == 0
        assert changes(data) == []
    for text in CONTROL:
        said = refused(styring(*words[:-1], f"{words[-1]}={text}"), 3)
        assert "TXT003: teksten har styretegnet U+" in said
        assert text not in said
    for text in BROKEN:
        said = refused(styring(*words[:-1], f"{words[-1]}={text}"))
        assert said == f"Feil: --{option} har tegn som ikke er gyldig UTF-8\n"
    assert changes(data) == []


@pytest.mark.parametrize("option", OTHER)
def test_hostile_word_is_refused_and_harmless(option: str, data: Path) -> None:
    """A word that names nothing is refused, and is shown so that it does nothing."""
    for text in (*PLAIN, *CONTROL, *BROKEN, "x" * 100_000):
        ended = styring(*OTHER[option], *OM, f"{option}={text}")
        said = refused(ended, 3 if option == "--fra" else 2)
        assert "\x1b" not in said
        assert "\u202e" not in said
    assert changes(data) == []


@pytest.mark.parametrize("command", ["deleger --til arlbo", "knytt --delmaal øy1.1", "endre"])
def test_hostile_id_is_refused_and_harmless(command: str, data: Path) -> None:
    """So is an id."""
    verb, *words = command.split()
    for text in (*PLAIN, *CONTROL, *BROKEN, "../../etc", "x" * 100_000):
        said = refused(styring("oppdrag", verb, *words, *OM, "--", text))
        assert "\x1b" not in said
    assert changes(data) == []


ANYTHING = st.text(st.characters() | st.sampled_from("\n\r\t #:-|>'\"[]{}&*!%@`,?\u2028\x85\ufeff"))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@example(text="- a\n b: 'c'\n\n")
@example(text="---")
@example(text="\ufeffa")
@example(text="a\r\nb\rc")
@given(text=ANYTHING)
def test_any_comment_is_stored_as_given_or_refused(text: str, data: Path) -> None:
    """Whatever is given is what the file says, without white space around it, or is not taken."""
    ended = styring("status", "oppdater", "æld-1", "--status", "ferdig", *OM, f"--kommentar={text}")
    if ended.status:
        said = refused(ended, ended.status)
        assert any(why in said for why in ("er tom", "ikke er gyldig UTF-8", "styretegnet"))
    else:
        assert said_of(data, "kommentar") == text.strip()
        assert styring("angre").status == 0
    assert changes(data) == []
