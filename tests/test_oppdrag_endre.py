"""`styring oppdrag endre`: fields that are changed, and nothing else."""

from pathlib import Path

import pytest
from driver import styring
from written import OM, changes, done, refused


@pytest.mark.parametrize(
    ("words", "said", "changed"),
    [
        (
            ("byg-2023-2", "--tittel", "'Nytt' \"navn\""),
            "BYG-2023-02 er endret: tittel.\n",
            ["-    tittel: Male fyret rødt og hvitt", '+    tittel: "\'Nytt\' \\"navn\\""'],
        ),
        (
            ("byg-2023-2", "--beskrivelse", "en\n\nto"),
            "BYG-2023-02 er endret: beskrivelse.\n",
            ["+    beskrivelse: |-", "+      en", "+", "+      to"],
        ),
        (
            ("byg-2023-2", "--sektor", "ark"),
            "BYG-2023-02 er endret: sektor.\n",
            ["-    sektor: BYG", "+    sektor: ARK"],
        ),
        (
            ("byg-2023-2", "--delansvar", "øko", "--delansvar", "ark", "--delansvar", "ØKO"),
            "BYG-2023-02 er endret: delansvar.\n",
            ["+    delansvar: [ØKO, ARK]"],
        ),
        (
            ("byg-2023-2", "--frist", "2024", "--kilde", " Sak 4 "),
            "BYG-2023-02 er endret: frist og kilde.\n",
            ["-    frist: 2023-08-15", "+    frist: 2024", "+    kilde: Sak 4"],
        ),
        (
            ("byg-2023-1", "--fjern", "frist", "--fjern", "Delansvar", "--fjern", "delmål"),
            "BYG-2023-01 er endret: frist, delansvar og delmaal.\n",
            [
                "-    delmaal: [ØY1.2, ØY1.1]",
                "-    delansvar: [ØKO, ARK]",
                "-    frist: 2023-10-31",
            ],
        ),
        (
            (
                *("byg-2023-1.2", "--tittel", "Sage", "--ansvarlig", "zoë"),
                *("--frist", "2024-02-01", "--merknad", "Hei: du"),
            ),
            "BYG-2023-01.2 er endret: tittel, frist, ansvarlig og merknad.\n",
            [
                (
                    "-      - {id: BYG-2023-01.2, tittel: Bestille planker, ansvarlig: arlbo,"
                    " frist: 2023-K4, status: under_arbeid}"
                ),
                (
                    "+      - {id: BYG-2023-01.2, tittel: Sage, ansvarlig: zoleik,"
                    ' frist: 2024-02-01, status: under_arbeid, merknad: "Hei: du"}'
                ),
            ],
        ),
        (
            ("byg-2023-1.1", "--fjern", "merknad", "--fjern", "status"),
            "BYG-2023-01.1 er endret: merknad og status.\n",
            ["-        status: ferdig", "-        merknad: Ganske råtten"],
        ),
    ],
)
def test_fields_are_changed_and_nothing_else(
    words: tuple[str, ...], said: str, changed: list[str], data: Path
) -> None:
    """Each field gets what is given, or goes out; every other line of the files is the same."""
    assert done(styring("oppdrag", "endre", *words, *OM)) == said
    assert changes(data) == changed


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            "byg-2023-1",
            (
                "Feil: det står ikke hva som skal endres\n"
                "Gi den nye verdien, for eksempel --frist 31.12.2023, eller bruk --fjern.\n"
            ),
        ),
        (
            "byg-2023-1 --fjern tittel",
            "Feil: «tittel» kan ikke fjernes; BYG-2023-01 må ha det\n",
        ),
        ("byg-2023-1 --fjern id", "Feil: feltet «id» kan ikke fjernes herfra\nDet som kan"),
        ("byg-2023-1 --fjern rapporter", "Feil: feltet «rapporter» kan ikke fjernes herfra\nDet"),
        (
            "byg-2023-1 --fjern fristt",
            "Feil: feltet «fristt» kan ikke fjernes herfra\nMente du «frist»? ",
        ),
        ("byg-2023-1 --fjern ansvarlig", "Feil: et oppdrag har ikke noe felt «ansvarlig»\n"),
        ("byg-2023-1 --ansvarlig arlbo", "Feil: et oppdrag har ikke noe felt «ansvarlig»\n"),
        ("byg-2023-1.2 --sektor ark", "Feil: en oppgave har ikke noe felt «sektor»\n"),
        ("byg-2023-1 --frist 2024 --fjern frist", "Feil: «frist» er både gitt og fjernet\n"),
        ("byg-2023-1 --frist snart", "Feil: --frist: «snart» er ikke en gyldig frist\n"),
        ("byg-2023-1 --frist 2023-02-30", "Feil: --frist: «2023-02-30» er ikke en dag i"),
        ("byg-2023-1 --frist=", "Feil: --frist: «» er ikke en gyldig frist\n"),
        ("byg-2023-1 --tittel=", "Feil: --tittel er tom\n"),
        ("byg-2023-1 --sektor=", "Feil: finner ingen sektor «»\n"),
        ("byg-2023-1.2 --ansvarlig=", "Feil: finner ikke kontakt med id «»\n"),
        ("byg-2023-1.2 --merknad=", "Feil: --merknad er tom\n"),
        ("byg-2023-9 --frist 2024", "Feil: finner ikke oppdrag med id «byg-2023-9»\n"),
        ("byg-2023-1.7 --frist 2024", "Feil: finner ikke oppgave med id «byg-2023-1.7»\n"),
        ("byg --frist 2024", "Feil: «byg» er ikke entydig\n"),
    ],
)
def test_field_that_cannot_be_changed_is_refused(words: str, said: str, data: Path) -> None:
    """A field that is unknown, wrong, empty or must stay is named, and nothing is written."""
    assert refused(styring("oppdrag", "endre", *words.split(), *OM)).startswith(said)
    assert changes(data) == []


@pytest.mark.parametrize(
    "words", ["byg-2023-1 --frist 2023-10-31", "byg-2023-2 --fjern kilde", "øko-1 --delansvar byg"]
)
def test_what_is_so_already_is_no_change(words: str, data: Path) -> None:
    """What is as it was asked to be is said, and is no step to undo."""
    ended = styring("oppdrag", "endre", *words.split(), *OM)
    id_ = {"byg-2023-1": "BYG-2023-01", "byg-2023-2": "BYG-2023-02", "øko-1": "ØKO-2024-01"}
    assert ended == (0, f"{id_[words.split()[0]]} er allerede slik.\n", "")
    assert changes(data) == []
    assert "det er ingen endring å angre" in refused(styring("angre"), 3)
