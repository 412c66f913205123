"""`styring oppdrag del-opp`: the oppgaver of an oppdrag."""

from pathlib import Path

import pytest
from driver import styring
from written import OM, changes, done, refused, stored


def test_oppdrag_is_broken_down(data: Path) -> None:
    """Each title is an oppgave with the next number, written as those that are there."""
    words = ("Sage", " Høvle: tynt ", "--ansvarlig", "kato", "--frist", "2024")
    said = done(styring("oppdrag", "del-opp", "byg-2023-1", *words, *OM))
    assert said == "BYG-2023-01.11 er opprettet: Sage\nBYG-2023-01.12 er opprettet: Høvle: tynt\n"
    assert changes(data) == [
        "+      - {id: BYG-2023-01.11, tittel: Sage, ansvarlig: katben, frist: 2024}",
        '+      - {id: BYG-2023-01.12, tittel: "Høvle: tynt", ansvarlig: katben, frist: 2024}',
    ]


def test_first_oppgaver_are_numbered_from_one(data: Path) -> None:
    """An oppdrag with none gets its first; a title of two lines is said on one."""
    said = done(styring("oppdrag", "del-opp", "ark-2024-1", "En\nto", "[red]x", *OM))
    assert said == "ARK-2024-01.1 er opprettet: En to\nARK-2024-01.2 er opprettet: [red]x\n"
    assert [(o.id, o.tittel) for o in stored(data, "ARK-2024-01").oppgaver] == [
        ("ARK-2024-01.1", "En\nto"),
        ("ARK-2024-01.2", "[red]x"),
    ]
    assert styring("valider", *OM).status == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("ark-2024-1",), "Feil: «TITTEL...» mangler\n"),
        (("ark-2024-1", "Sage", ""), "Feil: tittelen er tom\n"),
        (("ark-2024-1", "Sage", "--ansvarlig", "nemo"), "Feil: finner ikke kontakt med id"),
        (("ark-2024-1", "Sage", "--ansvarlig", ""), "Feil: finner ikke kontakt med id"),
        (
            ("ark-2024-1", "Sage", "--frist", "snart"),
            "Feil: --frist: «snart» er ikke en gyldig frist\n",
        ),
        (("byg-2023-1.1", "Sage"), "Feil: finner ikke oppdrag med id «byg-2023-1.1»\n"),
    ],
)
def test_breaking_down_that_cannot_be_is_refused(
    words: tuple[str, ...], said: str, data: Path
) -> None:
    """One title or option that is wrong, and none of the oppgaver is made."""
    assert refused(styring("oppdrag", "del-opp", *words, *OM)).startswith(said)
    assert changes(data) == []
