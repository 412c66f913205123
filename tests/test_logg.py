"""`styring logg`: the list of the changes that were made."""

from pathlib import Path

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
