"""`styring oppdrag ny`: the id, the place and the fields of a new oppdrag."""

from pathlib import Path

import pytest
from conftest import RIK
from driver import styring
from written import ANGRE, OM, changes, done, refused, stored

from styring.register.lasting import last


def test_new_oppdrag_stands_behind_the_last_of_its_sector(data: Path) -> None:
    """The id is the sector's next in the newest year, and it stands behind the sector's last."""
    said = done(styring("oppdrag", "ny", " Lære: å telle ", "-s", "øko", *OM))
    assert said == "ØKO-2024-03 er opprettet i data/oppdrag/2024.yaml.\n"
    new = ["+  - id: ØKO-2024-03", "+    tittel: 'Lære: å telle'", "+    sektor: ØKO"]
    assert changes(data) == new
    order = [oppdrag.id for oppdrag in last(data).oppdrag]
    assert order.index("ØKO-2024-03") == order.index("ØKO-2024-02") + 1
    said = done(styring("oppdrag", "ny", "Første", "-s", "FRI", *OM))
    assert said == "FRI-2024-01 er opprettet i data/oppdrag/2024.yaml.\n"
    assert last(data).oppdrag[-1].id == "FRI-2024-01"


def test_new_oppdrag_has_all_that_is_given(data: Path) -> None:
    """Every option becomes its field, in the order of the files; what is given twice is once."""
    words = (
        *("--aar", "2023", "--beskrivelse", "To\n\nlinjer", "--frist", "2024-K3"),
        *("--delmaal", "øy1.1", "--delmål", "ØY1.1", "--delmaal", "fm1.1"),
        *("--delansvar", "øko", "--delansvar", "ØKO", "--kilde", "Sak 3: vedtatt"),
    )
    said = done(styring("oppdrag", "ny", "NO", "-s", "byg", *words, *OM))
    assert said == "BYG-2023-03 er opprettet i data/oppdrag/2023.yaml.\n"
    assert changes(data) == [
        "+  - id: BYG-2023-03",
        '+    tittel: "NO"',
        "+    sektor: BYG",
        "+    beskrivelse: |-",
        "+      To",
        "+",
        "+      linjer",
        "+    delmaal: [ØY1.1, FM1.1]",
        "+    delansvar: [ØKO]",
        "+    frist: 2024-K3",
        '+    kilde: "Sak 3: vedtatt"',
    ]
    assert styring("valider", *OM) == (0, "ingen feil\n", "")


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("", "SOS-2023-03"),
        ("  - {id: sos-2023-07, tittel: Liten, sektor: TEK}\n", "SOS-2023-08"),
        ("  - {id: SOS-2023-08, tittel: [ødelagt], sektor: SOS}\n", "SOS-2023-09"),
        ("  - {id: SOS-2023-0009, tittel: Nuller, sektor: SOS}\n", "SOS-2023-10"),
        ("  - {id: SOS-2023-99, tittel: Nest siste, sektor: SOS}\n", "SOS-2023-100"),
        ("  - {id: SOS-2023-X, tittel: Uten tall, sektor: SOS}\n", "SOS-2023-03"),
        ("  - {id: SOS-2024-44, tittel: Neste år, sektor: SOS}\n", "SOS-2023-03"),
    ],
)
def test_new_id_never_collides(more: str, expected: str, liten: Path) -> None:
    """The number is above all there are, also that of a broken record or in small letters."""
    liten.write_text(
        "aar: 2023\noppdrag:\n"
        "  - {id: SOS-2023-02, tittel: To, sektor: SOS}\n"
        f"  - {{id: TEK-2023-01, tittel: En, sektor: TEK}}\n{more}",
        encoding="utf-8",
    )
    ended = styring("oppdrag", "ny", "Ny", "-s", "sos", *OM)
    assert ended.status == 0
    assert ended.out == f"{expected} er opprettet i data/oppdrag.yaml.\n{ANGRE}"
    assert f"id: {expected}, tittel: Ny, sektor: SOS" in liten.read_text(encoding="utf-8")


def test_new_id_is_not_one_of_another_file(data: Path) -> None:
    """An id of the year that stands in the file of another year is taken too."""
    with (data / "oppdrag" / "2023.yaml").open("a", encoding="utf-8") as file:
        file.write("  - {id: ÆLD-2024-05, tittel: På feil sted, sektor: ÆLD}\n")
    said = styring("oppdrag", "ny", "Ny", "-s", "æld", *OM).out
    assert said.startswith("ÆLD-2024-06 er opprettet i data/oppdrag/2024.yaml.\n")


def test_year_without_a_file_gets_one(data: Path) -> None:
    """Beside those of other years; the number begins anew."""
    said = styring("oppdrag", "ny", "Ny", "-s", "byg", "--aar", "2025", *OM).out
    assert said.startswith("BYG-2025-01 er opprettet i data/oppdrag/2025.yaml.\n")
    assert (data / "oppdrag" / "2025.yaml").read_text(encoding="utf-8") == (
        "aar: 2025\n\noppdrag:\n  - id: BYG-2025-01\n    tittel: Ny\n    sektor: BYG\n"
    )
    styring("angre", *OM)
    assert not (data / "oppdrag" / "2025.yaml").exists()


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (
            ("X", "-s", "BYG", "--aar", "ifjor"),
            2,
            (
                "Feil: --aar: «ifjor» er ikke et årstall\n"
                "Skriv det med fire siffer, for eksempel 2023.\n"
            ),
        ),
        (
            ("X", "-s", "BYGG"),
            2,
            (
                "Feil: finner ingen sektor «BYGG»\n"
                "Mente du «BYG»? Sektorene er ØKO, BYG, ÆLD, ARK og FRI.\n"
            ),
        ),
        (
            ("X", "-s", "BYG", "--delansvar", "BYGG"),
            2,
            (
                "Feil: finner ingen sektor «BYGG»\n"
                "Mente du «BYG»? Sektorene er ØKO, BYG, ÆLD, ARK og FRI.\n"
            ),
        ),
        (
            ("X", "-s", "BYG", "--delmaal", "ØY1.9"),
            2,
            "Feil: finner ikke delmål med id «ØY1.9»\nMente du ØY1.2 (Brua er åpen for gående)?\n",
        ),
        (
            ("X", "-s", "BYG", "--delmaal", "ØY1"),
            2,
            (
                "Feil: «ØY1» er ikke entydig\nSkriv mer av id-en:\n"
                "  ØY1.1 (Fergen går i rute også når det blåser)\n"
                "  ØY1.2 (Brua er åpen for gående)\n"
            ),
        ),
        (
            ("X", "-s", "BYG", "--frist", "snart"),
            2,
            (
                "Feil: --frist: «snart» er ikke en gyldig frist\n"
                "Skriv for eksempel 31.12.2023, juni 2023, 4. kvartal 2023 eller 2023.\n"
            ),
        ),
        (
            ("X",),
            2,
            "Feil: valget «--sektor» mangler\nSe «styring oppdrag ny --help».\n",
        ),
        (("", "-s", "BYG"), 2, "Feil: tittelen er tom\n"),
        ((" \n\t", "-s", "BYG"), 2, "Feil: tittelen er tom\n"),
        (("X", "-s", "BYG", "--kilde", ""), 2, "Feil: --kilde er tom\n"),
        (("X", "-s", "BYG", "--beskrivelse", " "), 2, "Feil: --beskrivelse er tom\n"),
    ],
)
def test_new_oppdrag_that_cannot_be_is_refused(
    words: tuple[str, ...], status: int, said: str, data: Path
) -> None:
    """What is wrong with an option is said, with what there is; nothing is written."""
    assert refused(styring("oppdrag", "ny", *words, *OM), status) == said
    assert changes(data) == []


def test_change_that_brings_a_fault_is_refused_with_it(data: Path) -> None:
    """What a rule says of the result is shown where it would have stood, and nothing is written."""
    said = refused(styring("oppdrag", "ny", "X", "-s", "BYG", "--delansvar", "BYG", *OM), 3)
    assert said == (
        "data/oppdrag/2024.yaml:38:17: feil OPP004: sektor «BYG» har oppdraget\n"
        "        delansvar: [BYG]\n"
        "                    ^^^\n"
        "    Ta den bort her.\n"
        "\n"
        "1 feil\n"
        "Feil: endringen ville gitt feil i dataene, så ingenting er endret\n"
    )
    assert changes(data) == []


@pytest.mark.parametrize(
    "tittel",
    [
        "=1+1",
        "NO",
        "0123",
        "12:30",
        "2023-04",
        "- en: to # tre",
        "[red]rødt[/red] {x} & *y",
        "'en' \"to\"",
        "første\nandre\n\n fjerde",
        "@SUM(A1)",
        "æøå ÆØÅ ≠ 😀",
        "%",
        "? hva",
        "| a",
        "... eller ---",
    ],
)
def test_title_is_stored_as_given(tittel: str, data: Path) -> None:
    """Whatever a title looks like to YAML or a spreadsheet, it is stored and shown as it is."""
    done(styring("oppdrag", "ny", "-s", "BYG", *OM, "--", tittel))
    assert stored(data, "BYG-2024-03").tittel == tittel
    shown = styring("oppdrag", "list", "--sok", "BYG-2024-03", "--kolonner", "tittel", *OM)
    assert (shown.status, shown.err) == (0, "")
    assert " ".join(shown.out.split()) == f"Oppdrag {' '.join(tittel.split())}"


def test_number_is_not_guessed_while_a_file_is_unread(data: Path) -> None:
    """A file that cannot be read may have the next id, so no new oppdrag is made."""
    (data / "oppdrag" / "2023.yaml").write_text("aar: 2023\noppdrag: [\n", encoding="utf-8")
    said = refused(styring("oppdrag", "ny", "Ny", "-s", "BYG", *OM), 1)
    assert said.startswith("data/oppdrag/2023.yaml:2:10: feil YAML001: ")
    assert said.endswith(
        "\nFeil: neste ledige nummer er ukjent, for en fil med oppdrag kan ikke leses\n"
    )
    assert (data / "oppdrag" / "2024.yaml").read_bytes() == (
        RIK / "oppdrag" / "2024.yaml"
    ).read_bytes()
