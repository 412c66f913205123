"""`styring oppdrag knytt`: the goals of an oppdrag."""

from pathlib import Path

import pytest
from driver import styring
from written import OM, changes, done, refused


@pytest.mark.parametrize(
    ("words", "said", "changed"),
    [
        (
            "byg-2024-1 --delmaal øy1.1 --delmål ØY1.2 --delmaal øy1.1",
            "BYG-2024-01 er knyttet til ØY1.1 og ØY1.2.\n",
            ["+    delmaal: [ØY1.1, ØY1.2]"],
        ),
        (
            "byg-2023-2 --delmaal øy1.1 --delmaal fm1",
            "BYG-2023-02 er knyttet til FM1.1.\n",
            ["-    delmaal: [ØY1.1]", "+    delmaal: [ØY1.1, FM1.1]"],
        ),
        (
            "byg-2023-2 ark-2023-1 --delmaal øy1.2",
            "BYG-2023-02 er knyttet til ØY1.2.\nARK-2023-01 er knyttet til ØY1.2.\n",
            [
                "-    delmaal: [ØY1.1]",
                "+    delmaal: [ØY1.1, ØY1.2]",
                "-    delmaal: [ØY2.1]",
                "+    delmaal: [ØY2.1, ØY1.2]",
            ],
        ),
        (
            "byg-2023-1 --delmaal øy1.2 --fjern",
            "BYG-2023-01 er ikke lenger knyttet til ØY1.2.\n",
            ["-    delmaal: [ØY1.2, ØY1.1]", "+    delmaal: [ØY1.1]"],
        ),
        (
            "byg-2023-1 --delmaal øy1.1 --delmaal ØY1.1 --fjern",
            "BYG-2023-01 er ikke lenger knyttet til ØY1.1.\n",
            ["-    delmaal: [ØY1.2, ØY1.1]", "+    delmaal: [ØY1.2]"],
        ),
        (
            "byg-2023-2 --delmaal øy1.1 --fjern",
            "BYG-2023-02 er ikke lenger knyttet til ØY1.1.\n",
            ["-    delmaal: [ØY1.1]"],
        ),
    ],
)
def test_oppdrag_is_linked_to_goals_and_loosened(
    words: str, said: str, changed: list[str], data: Path
) -> None:
    """A link is added behind those there are, or goes out; with the last the field goes too."""
    assert done(styring("oppdrag", "knytt", *words.split(), *OM)) == said
    assert changes(data) == changed


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("byg-2024-2 --delmaal øy1", "Feil: «øy1» er ikke entydig\nSkriv mer av id-en:\n  ØY1.1"),
        ("byg-2024-2 --delmaal øy9", "Feil: finner ikke delmål med id «øy9»\n"),
        ("byg-2024-2", "Feil: valget «--delmaal» mangler\n"),
        (
            "byg-2023-2 --delmaal øy2.1 --fjern",
            "Feil: BYG-2023-02 er ikke knyttet til øy2.1\nDet er knyttet til ØY1.1.\n",
        ),
        ("byg-2024-2 --delmaal øy2.1 --fjern", "Feil: BYG-2024-02 er ikke knyttet til øy2.1\n"),
        ("byg-2023-1 byg-2023-2 --delmaal øy1.2 --fjern", "Feil: BYG-2023-02 er ikke knyttet"),
    ],
)
def test_link_that_cannot_be_is_refused(words: str, said: str, data: Path) -> None:
    """A goal above delmål, an unknown one, and a link that is not there change nothing."""
    assert refused(styring("oppdrag", "knytt", *words.split(), *OM)).startswith(said)
    assert changes(data) == []


def test_link_that_is_there_is_no_change(data: Path) -> None:
    """Linking once more says that it is so."""
    ended = styring("oppdrag", "knytt", "byg-2023-1", "--delmaal", "øy1.1", *OM)
    assert ended == (0, "BYG-2023-01 er allerede knyttet til ØY1.1.\n", "")
    assert changes(data) == []
