"""`styring oppdrag deleger`: who has an oppdrag now, and who cannot get it."""

from pathlib import Path

import pytest
from driver import styring
from written import OM, changes, done, refused

OEKO = "Kjeden for ØKO-2024-01: Åse Ødegårdsvik (aseode)\n"
KJEDEN = (
    "Kjeden for BYG-2023-01: Kato Benjamin Zetterøy (katben) → Zoë Leikanger (zoleik) "
    "→ Ærling Bøe (arlbo)\n"
)


@pytest.mark.parametrize(
    ("id_", "til"),
    [
        ("ØKO-2024-01", "arlbo"),
        ("øko-2024-01", "ARLBO"),
        ("øko-1", "arl"),
        ("øko-1", "Ærling"),
        ("ØKO-1", "bøe"),
    ],
)
def test_oppdrag_is_handed_on_by_who_holds_it(id_: str, til: str, data: Path) -> None:
    """A link is added with the holder as giver, however the id and the person are written."""
    said = done(styring("oppdrag", "deleger", id_, "--til", til, *OM))
    assert said == "ØKO-2024-01 er delegert fra Åse Ødegårdsvik (aseode) til Ærling Bøe (arlbo).\n"
    assert changes(data) == [
        "+    delegering:",
        "+      - {til: arlbo, av: aseode, dato: 2024-05-15}",
    ]
    shown = styring(
        "oppdrag", "list", "--kolonner", "id", "--ansvarlig", "arlbo", "--sektor", "ØKO"
    )
    assert shown.out == "Id\nØKO-2024-01\nØKO-2024-02\n"


def test_link_follows_the_links_there_are(data: Path) -> None:
    """The new link stands last, written as the others are, with the day and what was agreed."""
    words = ("--av", "arlbo", "--merknad", " Avtalt: sak #3 ", "--dato", "2024-01-02")
    said = done(styring("oppdrag", "deleger", "byg-2023-1", "--til", "vikar", *words))
    assert said == "BYG-2023-01 er delegert fra Ærling Bøe (arlbo) til Vikar Uten Sektor (vikar).\n"
    assert changes(data) == [
        '+      - {til: vikar, av: arlbo, dato: 2024-01-02, merknad: "Avtalt: sak #3"}'
    ]


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (
            "byg-2023-1 --til vikar --av zoleik",
            3,
            (
                "Feil: BYG-2023-01 kan ikke delegeres av Zoë Leikanger (zoleik)\n"
                f"Det er Ærling Bøe (arlbo) som har det nå.\n{KJEDEN}"
            ),
        ),
        (
            "byg-2023-1 --til arlbo",
            3,
            f"Feil: Ærling Bøe (arlbo) har allerede BYG-2023-01\n{KJEDEN}",
        ),
        (
            "byg-2023-1 --til katben",
            3,
            (
                "Feil: Kato Benjamin Zetterøy (katben) har delegert BYG-2023-01 videre før\n"
                f"{KJEDEN}Et oppdrag kan ikke gå i ring. Velg en annen, eller angre delegeringen.\n"
                "Har Ærling Bøe sluttet, så skriv «sluttet» i kontakter.yaml. Da går det.\n"
            ),
        ),
        (
            "øko-1 byg-2023-1 --til zoleik",
            3,
            (
                "Feil: Zoë Leikanger (zoleik) har delegert BYG-2023-01 videre før\n"
                f"{KJEDEN}Et oppdrag kan ikke gå i ring. Velg en annen, eller angre delegeringen.\n"
                "Har Ærling Bøe sluttet, så skriv «sluttet» i kontakter.yaml. Da går det.\n"
            ),
        ),
        (
            "øko-1 --til arlb0",
            2,
            f"Feil: finner ikke kontakt med id «arlb0»\nMente du arlbo (Ærling Bøe)?\n{OEKO}",
        ),
        (
            "øko-1 --til nemo",
            2,
            f"Feil: finner ikke kontakt med id «nemo»\nSe «styring kontakt list».\n{OEKO}",
        ),
        (
            "øko-1 --til arlbo --av nemo",
            2,
            "Feil: finner ikke kontakt med id «nemo»\nSe «styring kontakt list».\n",
        ),
        (
            "øko-1 --til arlbo --av=",
            2,
            "Feil: finner ikke kontakt med id «»\nSe «styring kontakt list».\n",
        ),
        ("øko-1 --til arlbo --merknad=", 2, "Feil: --merknad er tom\n"),
        (
            "øko-1",
            2,
            "Feil: valget «--til» mangler\nSe «styring oppdrag deleger --help».\n",
        ),
        (
            "byg-2023-1.1 --til vikar",
            2,
            (
                "Feil: finner ikke oppdrag med id «byg-2023-1.1»\n"
                "Mente du BYG-2023-01 (Åpne brua for gående og syklende)?\n"
            ),
        ),
    ],
)
def test_handing_on_that_cannot_be_is_refused(
    words: str, status: int, said: str, data: Path
) -> None:
    """Who has it, who had it and who is no one get nothing; the chain is shown."""
    assert refused(styring("oppdrag", "deleger", *words.split(), *OM), status) == said
    assert changes(data) == []


def test_several_are_handed_on_as_one_change(data: Path) -> None:
    """Each of several ids gets its link and its line; an id given twice is handed on once."""
    words = ("øko-1", "byg-2024-1", "ark-2024-1", "ØKO-2024-01")
    said = done(styring("oppdrag", "deleger", *words, "--til", "arlbo", *OM))
    assert said == (
        "ØKO-2024-01 er delegert fra Åse Ødegårdsvik (aseode) til Ærling Bøe (arlbo).\n"
        "BYG-2024-01 er delegert fra Kato Benjamin Zetterøy (katben) til Ærling Bøe (arlbo).\n"
        "ARK-2024-01 er delegert fra Østen Ådland (ost.aa) til Ærling Bøe (arlbo).\n"
    )
    assert changes(data) == [
        line
        for av in ("aseode", "katben", "ost.aa")
        for line in ("+    delegering:", f"+      - {{til: arlbo, av: {av}, dato: 2024-05-15}}")
    ]
    assert styring("angre").status == 0
    assert changes(data) == []


def test_sector_without_direktoer_hands_on_too(data: Path) -> None:
    """Where nobody holds it, it goes from nobody, or from the one who is named."""
    said = done(styring("oppdrag", "deleger", "æld-1", "--til", "arlbo", *OM))
    assert said == "ÆLD-2024-01 er delegert til Ærling Bøe (arlbo).\n"
    link = "+      - {til: arlbo, dato: 2024-05-15}"
    assert changes(data) == ["+    delegering:", link]
    assert styring("angre").status == 0
    done(styring("oppdrag", "deleger", "æld-1", "--til", "arlbo", "--av", "katben", *OM))
    assert changes(data) == ["+    delegering:", link.replace("arlbo,", "arlbo, av: katben,")]
