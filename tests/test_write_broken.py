"""What can be changed beside data that cannot be read."""

from pathlib import Path

import pytest
from driver import styring
from written import OM, done, refused


@pytest.mark.parametrize("words", [(), ("--sektor", "TEK"), ("--rediger",)])
def test_nothing_lacks_a_report_is_not_said_of_the_unread(
    words: tuple[str, ...], liten: Path
) -> None:
    """What cannot be read is counted aloud where nothing else lacks a report; the status is 1."""
    liten.write_text(
        "aar: 2023\noppdrag:\n  - {id: SOS-2023-01, tittel: [x], sektor: SOS}\n", encoding="utf-8"
    )
    ended = styring("status", "oppdater", *words, *OM)
    assert (ended.status, ended.out) == (1, "Ingenting mangler rapport.\n")
    assert ended.err.startswith("data/oppdrag.yaml:3:31: feil FELT003: ")
    assert ended.err.endswith("\nIkke med i det som vises: 1 oppføring.\n")


def test_the_rest_is_changed_beside_what_is_broken(liten: Path) -> None:
    """A broken record keeps no other from being changed, and is itself not to be changed."""
    broken = "aar: 2023\noppdrag:\n  - {id: SOS-2023-01, tittel: [x], sektor: SOS}\n"
    whole = "  - {id: SOS-2023-02, tittel: Hel, sektor: SOS}\n"
    liten.write_text(broken + whole, encoding="utf-8")
    said = refused(styring("oppdrag", "endre", "sos-1", "--frist", "2024"), 1)
    assert said.endswith(
        "\nFeil: «sos-1» kan være noe i oppdrag.yaml som ikke kan leses. Skriv hele id-en\n"
    )
    said = refused(styring("oppdrag", "endre", "sos-2023-01", "--frist", "2024"), 1)
    assert said.endswith("\nFeil: «sos-2023-01» kan ikke leses, for det er feil i oppdrag.yaml\n")
    assert done(styring("oppdrag", "endre", "sos-2", "--frist", "2024")) == (
        "SOS-2023-02 er endret: frist.\n"
    )
    assert liten.read_text(encoding="utf-8") == broken + whole.replace("}", ", frist: 2024}")


def test_broken_vedtak_that_is_reported_on_is_not_unknown(liten: Path) -> None:
    """What cannot be read is said to be so, whole or shortened, and which file it is in."""
    vedtak = liten.with_name("vedtak.yaml")
    vedtak.write_text("vedtak:\n  - {id: V-2023-01, tittel: []}\n", encoding="utf-8")
    said = refused(styring("status", "oppdater", "v-2023-01", "--status", "ferdig", *OM), 1)
    assert said.endswith("\nFeil: «v-2023-01» kan ikke leses, for det er feil i vedtak.yaml\n")
    said = refused(styring("status", "oppdater", "v-1", "--status", "ferdig", *OM), 1)
    assert "«v-1» kan være noe i vedtak.yaml som ikke kan leses." in said
