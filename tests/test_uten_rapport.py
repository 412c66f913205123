"""`styring status oppdater` where nobody can be asked: what lacks a report."""

from pathlib import Path

import pytest
from driver import styring
from written import OM, changes, refused


def counted(ids: list[str]) -> str:
    """How many there are of each kind, an oppgave at most: «2 oppdrag og 1 vedtak»."""
    oppgaver, vedtak = sum("." in id_ for id_ in ids), sum(id_.startswith("V-") for id_ in ids)
    kinds = {"oppdrag": len(ids) - oppgaver - vedtak, "vedtak": vedtak, "oppgave": oppgaver}
    parts = [f"{number} {kind}" for kind, number in kinds.items() if number]
    return " og ".join(filter(None, (", ".join(parts[:-1]), parts[-1])))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("", "BYG-2023-01 BYG-2023-01.10 ØKO-2024-02 ÆLD-2024-01 ARK-2024-01 V-2023-01"),
        ("--sektor byg -s ÆLD", "BYG-2023-01 BYG-2023-01.10 ÆLD-2024-01 V-2023-01"),
        ("--ansvarlig arlbo", "BYG-2023-01 BYG-2023-01.10 ØKO-2024-02"),
        ("byg-2023-1", "BYG-2023-01 BYG-2023-01.10"),
        ("byg-2023-1.10 ark-2024-1", "BYG-2023-01.10 ARK-2024-01"),
        ("--periode 2024-HØST --sektor ØKO", "ØKO-2024-01 ØKO-2024-02"),
        ("--periode VÅR --sektor ARK", "ARK-2024-01"),
        ("--dato 2023-01-05", "BYG-2023-01.10"),
        ("byg-2024-2", ""),
        ("--periode 2024-VÅR --sektor BYG", "BYG-2023-01 BYG-2023-01.10 V-2023-01"),
        ("--ansvarlig vikar", ""),
    ],
)
def test_what_lacks_a_report_is_listed(words: str, expected: str, data: Path) -> None:
    """Without a terminal each comes with its command, and the status is 2; or 0 with nothing."""
    ended = styring("status", "oppdater", *OM, *words.split())
    ids = expected.split()
    round_ = "" if "--dato 2023" in words else " for 2024-VÅR"
    round_ = " for 2024-HØST" if "HØST" in words else round_
    if not ids:
        assert ended == (0, "Ingenting mangler rapport.\n", "")
        return
    assert ended.status == 2
    lines = ended.out.splitlines()[1:]
    assert [line.split()[0] for line in lines] == ids
    assert [line.partition(" styring ")[2] for line in lines] == [
        f"status oppdater {id_} --status …" for id_ in ids
    ]
    assert ended.err == (
        f"{counted(ids)} mangler rapport{round_}.\n"
        "Dette er ikke en terminal, så du blir ikke spurt. "
        "Bruk kommandoene over, eller --fra FIL.\n"
    )
    assert changes(data) == []
    assert not (data / ".styring").exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("--periode Q1", "Feil: finner ingen periode «Q1»\n"),
        ("--sektor NEI", "Feil: finner ingen sektor «NEI»\n"),
        ("--ansvarlig nemo", "Feil: finner ikke kontakt med id «nemo»\n"),
        ("nemo", "Feil: finner ikke oppdrag eller vedtak med id «nemo»\n"),
    ],
)
def test_narrowing_to_what_is_not_there_is_refused(words: str, said: str, data: Path) -> None:
    """What it is narrowed by must exist."""
    assert refused(styring("status", "oppdater", *OM, *words.split())).startswith(said)
