"""`--diff` of commands that change data: the change is shown and not made."""

from pathlib import Path

import pytest
from driver import styring
from written import OM, changes


def test_diff_shows_just_the_lines_and_writes_nothing(data: Path) -> None:
    """`--diff` gives the change as a diff, and not even the folder of the journal is made."""
    ended = styring("oppdrag", "deleger", "øko-1", "--til", "arlbo", "--diff", *OM)
    assert ended == (
        0,
        (
            "--- data/oppdrag/2024.yaml\n"
            "+++ data/oppdrag/2024.yaml\n"
            "@@ -5,6 +5,8 @@\n"
            "     tittel: Ærlige tall i årsrapporten\n"
            "     sektor: ØKO\n"
            "     frist: 2024-04-30\n"
            "+    delegering:\n"
            "+      - {til: arlbo, av: aseode, dato: 2024-05-15}\n"
            "     delansvar: [BYG]\n"
            "     rapporter:\n"
            "       - {periode: 2024-VÅR, dato: 2024-05-03, av: aseode, status: under_arbeid, "
            "vurdering: gul, kommentar: Tallene letes fram., forventet_ferdig: 2024-06-15}\n"
        ),
        "",
    )
    assert changes(data) == []
    assert not (data / ".styring").exists()


@pytest.mark.parametrize(
    "words",
    [
        "oppdrag ny Navn -s byg",
        "oppdrag endre byg-2023-1 --frist 2025",
        "oppdrag del-opp byg-2023-1 Sage",
        "oppdrag knytt ark-2024-1 --delmaal øy1.1",
        "status oppdater æld-1 --status ferdig",
        "oppdrag endre byg-2023-1 --frist 2023-10-31",
    ],
)
def test_diff_never_writes(words: str, data: Path) -> None:
    """With `--diff` no command touches the data folder, and none says that it can be undone."""
    ended = styring(*words.split(), "--diff", *OM)
    assert ended.status == 0
    if words.endswith("10-31"):
        assert (ended.out, ended.err) == ("", "Det er ingenting å endre.\n")
    else:
        assert ended.out.startswith("--- data/oppdrag/202")
    assert "angre" not in ended.out
    assert changes(data) == []
    assert not (data / ".styring").exists()
