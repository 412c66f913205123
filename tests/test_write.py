"""The commands that change data, from outside: what is said, and what is in the files after."""

import csv
import io
import json
import os
import re
import shutil
import subprocess
import sys
from difflib import unified_diff
from pathlib import Path
from typing import Any

import pytest
from conftest import RIK, ROOT, Run
from driver import Ended
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from styring.register.lasting import last
from styring.slag import OPPDRAG

DAG = "2024-05-15"
OM = ("--dato", DAG)
ANGRE = "Angre med «styring angre».\n"

OEKO = "Kjeden for ØKO-2024-01: Åse Ødegårdsvik (aseode)\n"
KJEDEN = (
    "Kjeden for BYG-2023-01: Kato Benjamin Zetterøy (katben) → Zoë Leikanger (zoleik) "
    "→ Ærling Bøe (arlbo)\n"
)


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the fictional municipality, in the folder that the command stands in."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "data"
    shutil.copytree(RIK, folder)
    return folder


@pytest.fixture
def liten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The oppdrag file of a small data folder, to be filled; the folder is the one stood in."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / "maal.yaml").write_text("satsingsomraader: []\n", encoding="utf-8")
    (folder / "kontakter.yaml").write_text(
        "sektorer:\n  - {kode: SOS, navn: Samfunn, direktoer: kari}\n"
        "  - {kode: TEK, navn: Teknisk}\n"
        "kontakter:\n  - {id: kari, navn: Kari Nordmann}\n  - {id: ola, navn: Ola Nordmann}\n",
        encoding="utf-8",
    )
    return folder / "oppdrag.yaml"


def changes(data: Path, before: Path = RIK) -> list[str]:
    """The lines that went out and came in, to the byte, in all files of a data folder."""
    after = {p.relative_to(data) for p in data.rglob("*.yaml") if ".styring" not in p.parts}
    assert after == {path.relative_to(before) for path in before.rglob("*.yaml")}
    found: list[str] = []
    for name in sorted(after):
        old, new = (
            (folder / name).read_bytes().decode().splitlines(keepends=True)
            for folder in (before, data)
        )
        found += [line for line in list(unified_diff(old, new, n=0))[2:] if line[:2] != "@@"]
    assert all(line.endswith("\n") for line in found)
    return [line.removesuffix("\n") for line in found]


def done(ended: Ended) -> str:
    """What a command said that changed something, without how to undo it.

    A report without a comment is warned of, and most here have none.
    """
    assert ended.status == 0
    assert set(re.findall(r": (?:feil|advarsel) (\w+):", ended.err)) <= {"RAP011", "RAP012"}
    assert bool(ended.err) == ("RAP01" in ended.err)
    assert ended.out.endswith(ANGRE)
    return ended.out.removesuffix(ANGRE)


def refused(ended: Ended, status: int = 2) -> str:
    """What a command said that did nothing."""
    assert (ended.status, ended.out) == (status, "")
    assert ended.err.startswith("Feil: ") or "\nFeil: " in ended.err
    assert "Traceback" not in ended.err
    return ended.err


def stored(data: Path, id_: str) -> Any:
    """The oppdrag of an id, as the files have it."""
    return last(data).etter_id(OPPDRAG)[id_.lower()]


# --- oppdrag deleger ------------------------------------------------------------------------


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
def test_oppdrag_is_handed_on_by_who_holds_it(id_: str, til: str, run: Run, data: Path) -> None:
    """A link is added with the holder as giver, however the id and the person are written."""
    said = done(run("oppdrag", "deleger", id_, "--til", til, *OM))
    assert said == "ØKO-2024-01 er delegert fra Åse Ødegårdsvik (aseode) til Ærling Bøe (arlbo).\n"
    assert changes(data) == [
        "+    delegering:",
        "+      - {til: arlbo, av: aseode, dato: 2024-05-15}",
    ]
    shown = run("oppdrag", "list", "--kolonner", "id", "--ansvarlig", "arlbo", "--sektor", "ØKO")
    assert shown.out == "Id\nØKO-2024-01\nØKO-2024-02\n"


def test_link_follows_the_links_there_are(run: Run, data: Path) -> None:
    """The new link stands last, written as the others are, with the day and what was agreed."""
    words = ("--av", "arlbo", "--merknad", " Avtalt: sak #3 ", "--dato", "2024-01-02")
    said = done(run("oppdrag", "deleger", "byg-2023-1", "--til", "vikar", *words))
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
    words: str, status: int, said: str, run: Run, data: Path
) -> None:
    """Who has it, who had it and who is no one get nothing; the chain is shown."""
    assert refused(run("oppdrag", "deleger", *words.split(), *OM), status) == said
    assert changes(data) == []


def test_several_are_handed_on_as_one_change(run: Run, data: Path) -> None:
    """Each of several ids gets its link and its line; an id given twice is handed on once."""
    words = ("øko-1", "byg-2024-1", "ark-2024-1", "ØKO-2024-01")
    said = done(run("oppdrag", "deleger", *words, "--til", "arlbo", *OM))
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
    assert run("angre").status == 0
    assert changes(data) == []


def test_diff_shows_just_the_lines_and_writes_nothing(run: Run, data: Path) -> None:
    """`--diff` gives the change as a diff, and not even the folder of the journal is made."""
    ended = run("oppdrag", "deleger", "øko-1", "--til", "arlbo", "--diff", *OM)
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
def test_diff_never_writes(words: str, run: Run, data: Path) -> None:
    """With `--diff` no command touches the data folder, and none says that it can be undone."""
    ended = run(*words.split(), "--diff", *OM)
    assert ended.status == 0
    if words.endswith("10-31"):
        assert (ended.out, ended.err) == ("", "Det er ingenting å endre.\n")
    else:
        assert ended.out.startswith("--- data/oppdrag/202")
    assert "angre" not in ended.out
    assert changes(data) == []
    assert not (data / ".styring").exists()


def test_sector_without_direktoer_hands_on_too(run: Run, data: Path) -> None:
    """Where nobody holds it, it goes from nobody, or from the one who is named."""
    said = done(run("oppdrag", "deleger", "æld-1", "--til", "arlbo", *OM))
    assert said == "ÆLD-2024-01 er delegert til Ærling Bøe (arlbo).\n"
    link = "+      - {til: arlbo, dato: 2024-05-15}"
    assert changes(data) == ["+    delegering:", link]
    assert run("angre").status == 0
    done(run("oppdrag", "deleger", "æld-1", "--til", "arlbo", "--av", "katben", *OM))
    assert changes(data) == ["+    delegering:", link.replace("arlbo,", "arlbo, av: katben,")]


# --- oppdrag ny -----------------------------------------------------------------------------


def test_new_oppdrag_stands_behind_the_last_of_its_sector(run: Run, data: Path) -> None:
    """The id is the sector's next in the newest year, and it stands behind the sector's last."""
    said = done(run("oppdrag", "ny", " Lære: å telle ", "-s", "øko", *OM))
    assert said == "ØKO-2024-03 er opprettet i data/oppdrag/2024.yaml.\n"
    new = ["+  - id: ØKO-2024-03", "+    tittel: 'Lære: å telle'", "+    sektor: ØKO"]
    assert changes(data) == new
    order = [oppdrag.id for oppdrag in last(data).oppdrag]
    assert order.index("ØKO-2024-03") == order.index("ØKO-2024-02") + 1
    said = done(run("oppdrag", "ny", "Første", "-s", "FRI", *OM))
    assert said == "FRI-2024-01 er opprettet i data/oppdrag/2024.yaml.\n"
    assert last(data).oppdrag[-1].id == "FRI-2024-01"


def test_new_oppdrag_has_all_that_is_given(run: Run, data: Path) -> None:
    """Every option becomes its field, in the order of the files; what is given twice is once."""
    words = (
        *("--aar", "2023", "--beskrivelse", "To\n\nlinjer", "--frist", "2024-K3"),
        *("--delmaal", "øy1.1", "--delmål", "ØY1.1", "--delmaal", "fm1.1"),
        *("--delansvar", "øko", "--delansvar", "ØKO", "--kilde", "Sak 3: vedtatt"),
    )
    said = done(run("oppdrag", "ny", "NO", "-s", "byg", *words, *OM))
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
    assert run("valider", *OM) == (0, "ingen feil\n", "")


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
def test_new_id_never_collides(more: str, expected: str, run: Run, liten: Path) -> None:
    """The number is above all there are, also that of a broken record or in small letters."""
    liten.write_text(
        "aar: 2023\noppdrag:\n"
        "  - {id: SOS-2023-02, tittel: To, sektor: SOS}\n"
        f"  - {{id: TEK-2023-01, tittel: En, sektor: TEK}}\n{more}",
        encoding="utf-8",
    )
    ended = run("oppdrag", "ny", "Ny", "-s", "sos", *OM)
    assert ended.status == 0
    assert ended.out == f"{expected} er opprettet i data/oppdrag.yaml.\n{ANGRE}"
    assert f"id: {expected}, tittel: Ny, sektor: SOS" in liten.read_text(encoding="utf-8")


def test_new_id_is_not_one_of_another_file(run: Run, data: Path) -> None:
    """An id of the year that stands in the file of another year is taken too."""
    with (data / "oppdrag" / "2023.yaml").open("a", encoding="utf-8") as file:
        file.write("  - {id: ÆLD-2024-05, tittel: På feil sted, sektor: ÆLD}\n")
    said = run("oppdrag", "ny", "Ny", "-s", "æld", *OM).out
    assert said.startswith("ÆLD-2024-06 er opprettet i data/oppdrag/2024.yaml.\n")


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (
            ("X", "-s", "BYG", "--aar", "2025"),
            3,
            (
                "Feil: det er ingen fil med oppdrag for 2025\n"
                "Lag filen oppdrag/2025.yaml med «aar: 2025» og «oppdrag: []».\n"
            ),
        ),
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
    words: tuple[str, ...], status: int, said: str, run: Run, data: Path
) -> None:
    """What is wrong with an option is said, with what there is; nothing is written."""
    assert refused(run("oppdrag", "ny", *words, *OM), status) == said
    assert changes(data) == []


def test_change_that_brings_a_fault_is_refused_with_it(run: Run, data: Path) -> None:
    """What a rule says of the result is shown where it would have stood, and nothing is written."""
    said = refused(run("oppdrag", "ny", "X", "-s", "BYG", "--delansvar", "BYG", *OM), 3)
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
def test_title_is_stored_as_given(tittel: str, run: Run, data: Path) -> None:
    """Whatever a title looks like to YAML or a spreadsheet, it is stored and shown as it is."""
    done(run("oppdrag", "ny", "-s", "BYG", *OM, "--", tittel))
    assert stored(data, "BYG-2024-03").tittel == tittel
    shown = run("oppdrag", "list", "--sok", "BYG-2024-03", "--kolonner", "tittel", *OM)
    assert (shown.status, shown.err) == (0, "")
    assert " ".join(shown.out.split()) == f"Oppdrag {' '.join(tittel.split())}"


# --- oppdrag endre --------------------------------------------------------------------------


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
    words: tuple[str, ...], said: str, changed: list[str], run: Run, data: Path
) -> None:
    """Each field gets what is given, or goes out; every other line of the files is the same."""
    assert done(run("oppdrag", "endre", *words, *OM)) == said
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
        ("byg-2023-1.1 --fjern egne", "Feil: feltet «egne» kan ikke fjernes herfra\nDet som kan"),
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
def test_field_that_cannot_be_changed_is_refused(
    words: str, said: str, run: Run, data: Path
) -> None:
    """A field that is unknown, wrong, empty or must stay is named, and nothing is written."""
    assert refused(run("oppdrag", "endre", *words.split(), *OM)).startswith(said)
    assert changes(data) == []


@pytest.mark.parametrize(
    "words", ["byg-2023-1 --frist 2023-10-31", "byg-2023-2 --fjern kilde", "øko-1 --delansvar byg"]
)
def test_what_is_so_already_is_no_change(words: str, run: Run, data: Path) -> None:
    """What is as it was asked to be is said, and is no step to undo."""
    ended = run("oppdrag", "endre", *words.split(), *OM)
    id_ = {"byg-2023-1": "BYG-2023-01", "byg-2023-2": "BYG-2023-02", "øko-1": "ØKO-2024-01"}
    assert ended == (0, f"{id_[words.split()[0]]} er allerede slik.\n", "")
    assert changes(data) == []
    assert "det er ingen endring å angre" in refused(run("angre"), 3)


# --- oppdrag del-opp ------------------------------------------------------------------------


def test_oppdrag_is_broken_down(run: Run, data: Path) -> None:
    """Each title is an oppgave with the next number, written as those that are there."""
    words = ("Sage", " Høvle: tynt ", "--ansvarlig", "kato", "--frist", "2024")
    said = done(run("oppdrag", "del-opp", "byg-2023-1", *words, *OM))
    assert said == "BYG-2023-01.11 er opprettet: Sage\nBYG-2023-01.12 er opprettet: Høvle: tynt\n"
    assert changes(data) == [
        "+      - {id: BYG-2023-01.11, tittel: Sage, ansvarlig: katben, frist: 2024}",
        '+      - {id: BYG-2023-01.12, tittel: "Høvle: tynt", ansvarlig: katben, frist: 2024}',
    ]


def test_first_oppgaver_are_numbered_from_one(run: Run, data: Path) -> None:
    """An oppdrag with none gets its first; a title of two lines is said on one."""
    said = done(run("oppdrag", "del-opp", "ark-2024-1", "En\nto", "[red]x", *OM))
    assert said == "ARK-2024-01.1 er opprettet: En to\nARK-2024-01.2 er opprettet: [red]x\n"
    assert [(o.id, o.tittel) for o in stored(data, "ARK-2024-01").oppgaver] == [
        ("ARK-2024-01.1", "En\nto"),
        ("ARK-2024-01.2", "[red]x"),
    ]
    assert run("valider", *OM).status == 0


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
    words: tuple[str, ...], said: str, run: Run, data: Path
) -> None:
    """One title or option that is wrong, and none of the oppgaver is made."""
    assert refused(run("oppdrag", "del-opp", *words, *OM)).startswith(said)
    assert changes(data) == []


# --- oppdrag knytt --------------------------------------------------------------------------


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
    words: str, said: str, changed: list[str], run: Run, data: Path
) -> None:
    """A link is added behind those there are, or goes out; with the last the field goes too."""
    assert done(run("oppdrag", "knytt", *words.split(), *OM)) == said
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
def test_link_that_cannot_be_is_refused(words: str, said: str, run: Run, data: Path) -> None:
    """A goal above delmål, an unknown one, and a link that is not there change nothing."""
    assert refused(run("oppdrag", "knytt", *words.split(), *OM)).startswith(said)
    assert changes(data) == []


def test_link_that_is_there_is_no_change(run: Run, data: Path) -> None:
    """Linking once more says that it is so."""
    ended = run("oppdrag", "knytt", "byg-2023-1", "--delmaal", "øy1.1", *OM)
    assert ended == (0, "BYG-2023-01 er allerede knyttet til ØY1.1.\n", "")
    assert changes(data) == []


# --- status oppdater, by options ------------------------------------------------------------

ALT = (
    *("--kommentar", "Ti av tolv har lært det.", "--forventet-ferdig", "2024-K4"),
    *("--vurdering", "GRØNN", "--avvik", "To er redde: tau", "--tiltak", "Ullgarn", "--av", "kato"),
)


@pytest.mark.parametrize("ord_", ["under arbeid", "Under_Arbeid", "under-arbeid", "UNDERARBEID"])
def test_report_says_all_that_is_given(ord_: str, run: Run, data: Path) -> None:
    """Every option becomes its field of one report, with the period that has come and the day."""
    said = done(run("status", "oppdater", "æld-1", "--status", ord_, *ALT, *OM))
    assert (
        said == "ÆLD-2024-01 er rapportert for 2024-VÅR: under arbeid, forventet ferdig 2024-K4.\n"
    )
    assert changes(data) == [
        "+    rapporter:",
        (
            "+      - {periode: 2024-VÅR, dato: 2024-05-15, av: katben, status: under_arbeid, "
            "vurdering: groenn, kommentar: Ti av tolv har lært det., forventet_ferdig: 2024-K4, "
            "avvik: 'To er redde: tau', tiltak: Ullgarn}"
        ),
    ]


def test_several_are_reported_alike(run: Run, data: Path) -> None:
    """Each of several ids gets the report, oppdrag and oppgaver, by who holds it; one undoing."""
    words = ("æld-1", "øko-2", "byg-2023-1.10", "ÆLD-2024-01")
    said = done(run("status", "oppdater", *words, "--status", "ferdig", *OM))
    assert said == (
        "ÆLD-2024-01 er rapportert for 2024-VÅR: ferdig.\n"
        "ØKO-2024-02 er rapportert for 2024-VÅR: ferdig.\n"
        "BYG-2023-01.10: ferdig.\n"
    )
    assert changes(data) == [
        "-      - {id: BYG-2023-01.10, tittel: Spikre}",
        "+      - {id: BYG-2023-01.10, tittel: Spikre, status: ferdig}",
        "+    rapporter:",
        "+      - {periode: 2024-VÅR, dato: 2024-05-15, av: arlbo, status: ferdig}",
        "+    rapporter:",
        "+      - {periode: 2024-VÅR, dato: 2024-05-15, status: ferdig}",
    ]
    assert run("angre").status == 0
    assert changes(data) == []


@pytest.mark.parametrize(
    ("words", "periode"),
    [
        ("--dato 2024-04-30", "2024-VÅR"),
        ("--dato 2024-09-29", "2024-VÅR"),
        ("--dato 2024-09-30", "2024-HØST"),
        ("--dato 2025-02-01", "2024-ÅR"),
        ("--dato 2024-05-15 --periode HØST", "2024-HØST"),
        ("--dato 2024-05-15 --periode 2024-høst", "2024-HØST"),
        ("--dato 2024-05-15 --periode= --kommentar x", None),
        ("--dato 2024-01-15 --periode vår", "2024-VÅR"),
    ],
)
def test_period_is_the_newest_that_has_come(
    words: str, periode: str | None, run: Run, data: Path
) -> None:
    """By the day it is reckoned from, or the one that is given, with or without its year."""
    ended = run("status", "oppdater", "æld-1", "--status", "ferdig", *words.split())
    if periode is None:
        assert refused(ended) == "Feil: --periode er tom\n"
        return
    assert done(ended) == f"ÆLD-2024-01 er rapportert for {periode}: ferdig.\n"
    (rapport,) = stored(data, "ÆLD-2024-01").rapporter
    assert (rapport.periode, str(rapport.dato)) == (periode, words.split()[1])


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (
            "æld-1 --status ferdig --periode T1",
            2,
            "Feil: finner ingen periode «T1»\nPeriodene er 2024-VÅR, 2024-HØST og 2024-ÅR.\n",
        ),
        (
            "byg-2023-1.10 --status ferdig --periode T1",
            2,
            "Feil: finner ingen periode «T1»\nPeriodene er 2024-VÅR, 2024-HØST og 2024-ÅR.\n",
        ),
        (
            "æld-1 --status ferdig --dato 2024-02-01",
            3,
            (
                "Feil: ingen runde i 2024 er kommet ennå per 01.02.2024\n"
                "Den første er 2024-VÅR, per 30.04.2024. Velg en med --periode.\n"
            ),
        ),
        (
            "æld-1 --kommentar Fint",
            2,
            (
                "Feil: ÆLD-2024-01 er ikke rapportert for 2024-VÅR ennå\n"
                "Den første rapporten for en periode må ha en status.\n"
            ),
        ),
        (
            "byg-2023-1.10 --status ferdig --vurdering gul --avvik x --tiltak y",
            2,
            (
                "Feil: en oppgave har status og kommentar, ikke avvik, tiltak eller vurdering\n"
                "Meld det på oppdraget, BYG-2023-01.\n"
            ),
        ),
        (
            "æld-1 --status fredig",
            2,
            (
                "Feil: ukjent status «fredig»\nMente du «ferdig»? Statusene er "
                "ikke startet, under arbeid, satt på vent, ferdig og utgår.\n"
            ),
        ),
        ("æld-1 --status ikke_rapportert", 2, "Feil: ukjent status «ikke_rapportert»\n"),
        ("æld-1 --status=", 2, "Feil: ukjent status «»\n"),
        ("æld-1 --status ferdig --vurdering blå", 2, "Feil: ukjent vurdering «blå»\n"),
        ("æld-1 --status ferdig --forventet-ferdig snart", 2, "Feil: --forventet-ferdig: «snart»"),
        ("æld-1 --status ferdig --kommentar=", 2, "Feil: --kommentar er tom\n"),
        ("æld-1 --status ferdig --av nemo", 2, "Feil: finner ikke kontakt med id «nemo»\n"),
        ("æld-1 --status ferdig --av=", 2, "Feil: finner ikke kontakt med id «»\n"),
        ("nemo --status ferdig", 2, "Feil: finner ikke oppdrag eller vedtak med id «nemo»\n"),
        (
            "æld-1 nemo --status ferdig",
            2,
            "Feil: finner ikke oppdrag eller vedtak med id «nemo»\n",
        ),
        (
            "--status ferdig",
            2,
            "Feil: hvilket oppdrag eller vedtak gjelder det?\nSkriv id-en, for eksempel «sos-1».\n",
        ),
        ("æld-1 --status ferdig --rediger", 2, "Feil: det er bare mulig å rapportere på én måte"),
        (
            "--rediger --fra x.yaml",
            2,
            "Feil: det er bare mulig å rapportere på én måte om gangen\n",
        ),
        ("æld-1 --fra x.yaml", 2, "Feil: --fra tar det som står i filen, uten utvalg\n"),
        (
            "æld-1 --diff",
            2,
            (
                "Feil: --diff må ha noe å vise\n"
                "Gi status og resten som valg, eller bruk --rediger eller --fra.\n"
            ),
        ),
        (
            "--fra finnes-ikke.yaml",
            3,
            (
                "Feil: filen «finnes-ikke.yaml» kan ikke leses: den finnes ikke\n"
                "Se etter skrivefeil i navnet, og at du har lov til å lese den.\n"
            ),
        ),
        ("--fra data", 3, "Feil: filen «data» kan ikke leses: den er ikke en vanlig fil\n"),
    ],
)
def test_report_that_cannot_be_is_refused(
    words: str, status: int, said: str, run: Run, data: Path
) -> None:
    """What is wrong is named with what there is, and nothing is written."""
    assert refused(run("status", "oppdater", *OM, *words.split()), status).startswith(said)
    assert changes(data) == []


def test_avvik_without_tiltak_is_refused(run: Run, data: Path) -> None:
    """The rule that a report would break is shown where the report would have stood."""
    words = ("--status", "ferdig", "--avvik", "Tauet røk")
    said = refused(run("status", "oppdater", "æld-1", *words, *OM), 3)
    assert said == (
        "data/oppdrag/2024.yaml:24:70: feil RAP004: avvik uten tiltak\n"
        "          - {periode: 2024-VÅR, dato: 2024-05-15, status: ferdig, avvik: Tauet røk}\n"
        "                                                                         ^^^^^^^^^\n"
        "    Skriv «tiltak: …» i samme rapport.\n"
        "\n"
        "1 feil\n"
        "Feil: endringen ville gitt feil i dataene, så ingenting er endret\n"
    )
    assert changes(data) == []


def test_warnings_come_after_the_change(run: Run, data: Path) -> None:
    """A short comment and a date that is lacking are said, and the report is kept."""
    words = ("--status", "under arbeid", "--kommentar", "Går bra")
    ended = run("status", "oppdater", "æld-1", *words, *OM)
    assert ended.status == 0
    assert ended.out == f"ÆLD-2024-01 er rapportert for 2024-VÅR: under arbeid.\n{ANGRE}"
    assert [line for line in ended.err.splitlines() if line.startswith("data/")] == [
        (
            "data/oppdrag/2024.yaml:24:55: advarsel RAP009: "
            "rapporten sier ikke når arbeidet er forventet ferdig"
        ),
        "data/oppdrag/2024.yaml:24:80: advarsel RAP006: kommentaren er for kort",
    ]
    assert ended.err.endswith("\n2 advarsler\n")
    assert stored(data, "ÆLD-2024-01").rapporter[0].kommentar == "Går bra"


def test_second_report_takes_the_place_of_the_first(run: Run, data: Path) -> None:
    """For the same period there is one report, and it is said what was there before."""
    said = done(run("status", "oppdater", "øko-1", "--status", "ferdig", *OM))
    assert said == (
        "ØKO-2024-01 er rapportert for 2024-VÅR: ferdig. "
        "Den erstatter rapporten fra 03.05.2024 (under arbeid).\n"
        "ØKO-2024-01: vurdering, kommentar og forventet ferdig "
        "fra rapporten fra 03.05.2024 er borte.\n"
    )
    assert changes(data) == [
        (
            "-      - {periode: 2024-VÅR, dato: 2024-05-03, av: aseode, status: under_arbeid, "
            "vurdering: gul, kommentar: Tallene letes fram., forventet_ferdig: 2024-06-15}"
        ),
        "+      - {periode: 2024-VÅR, dato: 2024-05-15, av: aseode, status: ferdig}",
    ]
    same = run("status", "oppdater", "øko-1", "--status", "ferdig", "--dato", "2024-05-16")
    assert same == (0, "ØKO-2024-01 er allerede rapportert slik.\n", "")


def test_comment_alone_changes_the_report_there_is(run: Run, data: Path) -> None:
    """Without a status the rest of the period's report stands."""
    said = done(run("status", "oppdater", "øko-1", "--kommentar", "Tallene er funnet.", *OM))
    assert said == "ØKO-2024-01: rapporten for 2024-VÅR er endret: kommentar.\n"
    assert changes(data)[1:] == [
        (
            "+      - {periode: 2024-VÅR, dato: 2024-05-15, av: aseode, status: under_arbeid, "
            "vurdering: gul, kommentar: Tallene er funnet., forventet_ferdig: 2024-06-15}"
        )
    ]


def test_reports_stand_in_the_order_of_their_periods(run: Run, data: Path) -> None:
    """A report for an earlier period is put in front of those for later ones."""
    for periode in ("ÅR", "VÅR", "HØST"):
        words = ("--status", "ferdig", "--periode", periode, "--dato", "2025-02-01")
        done(run("status", "oppdater", "æld-1", *words))
    perioder = [rapport.periode for rapport in stored(data, "ÆLD-2024-01").rapporter]
    assert perioder == ["2024-VÅR", "2024-HØST", "2024-ÅR"]


def test_oppgave_is_reported_by_its_id(run: Run, data: Path) -> None:
    """An oppgave gets its status, and the comment as its remark."""
    words = ("byg-2023-1.2", "--status", "satt på vent", "--kommentar", "Fergen er full")
    assert done(run("status", "oppdater", *words, *OM)) == "BYG-2023-01.2: satt på vent.\n"
    line = "      - {id: BYG-2023-01.2, tittel: Bestille planker, ansvarlig: arlbo, frist: 2023-K4,"
    assert changes(data) == [
        f"-{line} status: under_arbeid}}",
        f"+{line} status: satt_paa_vent, merknad: Fergen er full}}",
    ]
    same = run("status", "oppdater", *words, *OM)
    assert same == (0, "BYG-2023-01.2 er allerede rapportert slik.\n", "")
    said = done(run("status", "oppdater", "byg-2023-1.2", "--kommentar", "Fergen er tom", *OM))
    assert said == "BYG-2023-01.2 har fått merknad.\n"


# --- what lacks a report, where nobody can be asked -----------------------------------------


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
def test_what_lacks_a_report_is_listed(words: str, expected: str, run: Run, data: Path) -> None:
    """Without a terminal each comes with its command, and the status is 2; or 0 with nothing."""
    ended = run("status", "oppdater", *OM, *words.split())
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
def test_narrowing_to_what_is_not_there_is_refused(
    words: str, said: str, run: Run, data: Path
) -> None:
    """What it is narrowed by must exist."""
    assert refused(run("status", "oppdater", *OM, *words.split())).startswith(said)


# --- status oppdater --fra ------------------------------------------------------------------

TWO = (
    "- id: æld-1\n  status: Under arbeid\n  kommentar: Ti av tolv har lært det.\n"
    "  forventet_ferdig: 2024-K4\n- {id: BYG-2023-01.10, status: FERDIG}\n- {id: ARK-2024-01}\n"
)
AS_JSON = json.dumps(
    [
        {
            "id": "ÆLD-2024-01",
            "status": "under_arbeid",
            "kommentar": "Ti av tolv har lært det.",
            "forventet_ferdig": "2024-K4",
        },
        {"id": "byg-2023-1.10", "status": "ferdig", "kommentar": None},
    ]
)
AS_CSV = (
    "Id;Tittel;Status;Forventet ferdig;Kommentar\n"
    "ÆLD-2024-01;Eldre;under arbeid;2024-K4;Ti av tolv har lært det.\n"
    ';;;;\nbyg-2023-1.10;Spikre;Ferdig;;""\nARK-2024-01;Arkivere;;;\n'
)
SAID_OF_TWO = (
    "ÆLD-2024-01 er rapportert for 2024-VÅR: under arbeid, forventet ferdig 2024-K4.\n"
    "BYG-2023-01.10: ferdig.\n"
)
CHANGED_BY_TWO = [
    "-      - {id: BYG-2023-01.10, tittel: Spikre}",
    "+      - {id: BYG-2023-01.10, tittel: Spikre, status: ferdig}",
    "+    rapporter:",
    (
        "+      - {periode: 2024-VÅR, dato: 2024-05-15, status: under_arbeid, "
        "kommentar: Ti av tolv har lært det., forventet_ferdig: 2024-K4}"
    ),
]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("r.yaml", TWO.encode()),
        ("r.yml", ("\ufeff" + TWO.replace("\n", "\r\n")).encode()),
        ("r.json", AS_JSON.encode()),
        ("r.csv", AS_CSV.encode()),
        ("r.csv", ("\ufeff" + AS_CSV.replace("\n", "\r\n")).encode()),
        ("r.csv", AS_CSV.replace("\n", "\r\n").encode("cp1252")),
        ("r.CSV", AS_CSV.replace(";", "\t").encode()),
        ("uten-endelse", AS_CSV.encode()),
        ("uten-endelse", TWO.encode()),
    ],
)
def test_reports_come_from_a_file(name: str, content: bytes, run: Run, data: Path) -> None:
    """YAML, JSON and a spreadsheet's CSV say the same; rows with nothing filled in say nothing."""
    Path(name).write_bytes(content)
    assert done(run("status", "oppdater", "--fra", name, *OM)) == SAID_OF_TWO
    assert changes(data) == CHANGED_BY_TWO
    assert run("angre").status == 0
    assert changes(data) == []


@pytest.mark.parametrize("content", [TWO, AS_JSON, AS_CSV], ids=["yaml", "json", "csv"])
def test_reports_come_from_stdin(content: str, data: Path) -> None:
    """`--fra -` reads what is piped in, whatever the format."""
    ended = subprocess.run(
        [sys.executable, "-m", "styring", "status", "oppdater", "--fra", "-", *OM],
        input=content.encode(),
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert (ended.returncode, ended.stderr) == (0, b"")
    assert ended.stdout.decode() == SAID_OF_TWO + ANGRE
    assert changes(data) == CHANGED_BY_TWO


@pytest.mark.parametrize(
    ("name", "content", "faults"),
    [
        (
            "r.yaml",
            "- {id: ARK-2024-01, status: ferdig}\n- id: æld-1\n  status: fredig\n  vurdring: gul\n",
            [(3, 11, 6, "FELT004"), (4, 3, 8, "FELT001")],
        ),
        (
            "r.yaml",
            "- {id: ARK-2024-01, status: ferdig}\n- {id: nemo, status: ferdig}\n",
            [(2, 8, 4, "FIL005")],
        ),
        (
            "r.yaml",
            "- {id: ARK-2024-01, status: ferdig}\n- {id: æld-1, status: ferdig, avvik: Røk}\n",
            [(2, 38, 3, "RAP004")],
        ),
        (
            "r.yaml",
            "- {id: ARK-2024-01, status: ferdig}\n- {id: ark-2024-01, status: utgår}\n",
            [(2, 8, 11, "FIL005")],
        ),
        ("r.yaml", "- {id: ARK-2024-01, status: ferdig, av: nemo}\n", [(1, 41, 4, "FIL005")]),
        (
            "r.yaml",
            "- {id: byg-2023-1.10, status: ferdig, vurdering: gul}\n",
            [(1, 31, 6, "FIL005")],
        ),
        (
            "r.yaml",
            "- {id: æld-1, status: ferdig, kommentar: a\n",
            None,
        ),
        (
            "r.csv",
            "id;status;avvik;tiltak\nARK-2024-01;ferdig;;\næld-1;ferdig;Tauet røk;\n",
            [(3, 14, 9, "RAP004")],
        ),
        (
            "r.csv",
            "id;status;forventet_ferdig\nARK-2024-01;fredig;snart\nnemo;ferdig;\n",
            [(2, 13, 6, "FELT004"), (2, 20, 5, "FELT005"), (3, 1, 4, "FIL005")],
        ),
        ("r.csv", "id;stauts\nARK-2024-01;ferdig\n", [(1, 4, 6, "FELT001")]),
        ("r.csv", "status;kommentar\nferdig;x\n", [(1, 1, 16, "FELT002")]),
        ("r.json", '[{"id": "æld-1",\n  "status": "fredig"}]', [(2, 13, 8, "FELT004")]),
    ],
)
def test_all_rows_or_none(
    name: str, content: str, faults: list[tuple[int, int, int, str]] | None, run: Run, data: Path
) -> None:
    """A fault is shown at its row and column with carets under it, and no row is taken in."""
    Path(name).write_text(content, encoding="utf-8")
    ended = run("status", "oppdater", "--fra", name, *OM)
    said = refused(ended, 1)
    assert said.endswith(
        " feil\nFeil: ingen av rapportene er ført inn\nRett feilene, og prøv igjen.\n"
    )
    assert changes(data) == []
    if faults is None:
        return
    shown = said.splitlines()
    heads = [number for number, line in enumerate(shown) if line.startswith(f"{name}:")]
    assert len(heads) == len(faults)
    for (row, column, length, code), number in zip(faults, heads, strict=True):
        assert shown[number].startswith(f"{name}:{row}:{column}: feil {code}: ")
        assert shown[number + 1] == "    " + content.splitlines()[row - 1]
        assert shown[number + 2] == " " * (3 + column) + "^" * length


def test_same_thing_twice_under_other_names_is_refused(run: Run, data: Path) -> None:
    """Two rows that mean the same oppdrag, or the same oppgave, are one too many."""
    for first, second in (("æld-1", "ÆLD-2024-01"), ("byg-2023-1.10", "BYG-2023-01.10")):
        rows = f"- {{id: {first}, status: ferdig}}\n- {{id: {second}, status: utgaar}}\n"
        Path("r.yaml").write_text(rows, encoding="utf-8")
        said = refused(run("status", "oppdater", "--fra", "r.yaml", *OM), 1)
        assert said.startswith(
            f"r.yaml:2:8: feil FIL005: {second} er allerede rapportert, på linje 1\n"
        )
        assert changes(data) == []


def test_many_reports_are_counted(run: Run, data: Path) -> None:
    """More than a few are told of by their number, and that nothing is new is said."""
    ids = ("byg-2023-1", "byg-2023-1.10", "øko-2", "æld-1", "ark-2024-1", "byg-2023-1.1")
    Path("r.csv").write_text("id;status\n" + "".join(f"{id_};ferdig\n" for id_ in ids), "utf-8")
    said = done(run("status", "oppdater", "--fra", "r.csv", *OM))
    # The last one is done already.
    assert said == "5 rapporter er ført inn. 1 av dem endrer det som sto der fra før.\n"
    again = run("status", "oppdater", "--fra", "r.csv", *OM)
    assert again == (0, "Alt er rapportert slik fra før.\n", "")


@pytest.mark.parametrize(("name", "content"), [("r.csv", "id;status\n"), ("r.yaml", "")])
def test_empty_file_reports_nothing(name: str, content: str, run: Run, data: Path) -> None:
    """A file with no rows is no fault."""
    Path(name).write_text(content, encoding="utf-8")
    ended = run("status", "oppdater", "--fra", name, *OM)
    assert ended == (0, "Det er ingen rapporter der.\n", "")


def test_list_is_filled_in_as_a_spreadsheet_does(run: Run, data: Path) -> None:
    """What `oppdrag list --format csv` gives comes back with a column filled in, in its bytes."""
    listed = run("oppdrag", "list", "--uten-rapport", "--format", "csv", *OM)
    table = list(csv.reader(io.StringIO(listed.out.removeprefix("\ufeff")), delimiter=";"))
    head, rows = table[0], table[1:]
    head += ["kommentar", "forventet_ferdig"]
    for row in rows:
        row[head.index("status")] = "under arbeid"
        row += ['Står det; "ikke" stille', "31.12.2024"]
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=";", lineterminator="\r\n").writerows([head, *rows])
    Path("fra excel.csv").write_bytes(text.getvalue().encode("utf-8-sig"))
    ended = run("status", "oppdater", "--fra", "fra excel.csv", *OM)
    assert done(ended).count("under arbeid, forventet ferdig 31.12.2024.\n") == len(rows) == 4
    for row in rows:
        report = stored(data, row[0]).rapporter[-1]
        assert report.kommentar == 'Står det; "ikke" stille'
    assert run("oppdrag", "list", "--uten-rapport", "--kolonner", "id", *OM).out == "Id\n"


# --- hostile text ---------------------------------------------------------------------------

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
def test_text_is_stored_exactly_or_refused(option: str, run: Run, data: Path) -> None:
    """Text that looks like something else is kept; what a terminal obeys, or is no text, is not."""
    words = (*TEXTS[option], *OM, f"--{option}")
    for text in (*PLAIN, "lang " * 20_000):
        ended = run(*words[:-1], f"{words[-1]}={text}")
        assert ended.status == 0, ended.err
        assert said_of(data, option) == text.strip()
        assert "\x1b" not in ended.out + ended.err
        assert run("angre").status == 0
        assert changes(data) == []
    for text in CONTROL:
        said = refused(run(*words[:-1], f"{words[-1]}={text}"), 3)
        assert "TXT003: teksten har styretegnet U+" in said
        assert text not in said
    for text in BROKEN:
        said = refused(run(*words[:-1], f"{words[-1]}={text}"))
        assert said == f"Feil: --{option} har tegn som ikke er gyldig UTF-8\n"
    assert changes(data) == []


@pytest.mark.parametrize("option", OTHER)
def test_hostile_word_is_refused_and_harmless(option: str, run: Run, data: Path) -> None:
    """A word that names nothing is refused, and is shown so that it does nothing."""
    for text in (*PLAIN, *CONTROL, *BROKEN, "x" * 100_000):
        ended = run(*OTHER[option], *OM, f"{option}={text}")
        said = refused(ended, 3 if option == "--fra" else 2)
        assert "\x1b" not in said
        assert "\u202e" not in said
    assert changes(data) == []


@pytest.mark.parametrize("command", ["deleger --til arlbo", "knytt --delmaal øy1.1", "endre"])
def test_hostile_id_is_refused_and_harmless(command: str, run: Run, data: Path) -> None:
    """So is an id."""
    verb, *words = command.split()
    for text in (*PLAIN, *CONTROL, *BROKEN, "../../etc", "x" * 100_000):
        said = refused(run("oppdrag", verb, *words, *OM, "--", text))
        assert "\x1b" not in said
    assert changes(data) == []


ANYTHING = st.text(st.characters() | st.sampled_from("\n\r\t #:-|>'\"[]{}&*!%@`,?\u2028\x85\ufeff"))


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@example(text="- a\n b: 'c'\n\n")
@example(text="---")
@example(text="\ufeffa")
@example(text="a\r\nb\rc")
@given(text=ANYTHING)
def test_any_comment_is_stored_as_given_or_refused(text: str, run: Run, data: Path) -> None:
    """Whatever is given is what the file says, without white space around it, or is not taken."""
    ended = run("status", "oppdater", "æld-1", "--status", "ferdig", *OM, f"--kommentar={text}")
    if ended.status:
        said = refused(ended, ended.status)
        assert any(why in said for why in ("er tom", "ikke er gyldig UTF-8", "styretegnet"))
    else:
        assert said_of(data, "kommentar") == text.strip()
        assert run("angre").status == 0
    assert changes(data) == []


# --- broken data ----------------------------------------------------------------------------


def test_number_is_not_guessed_while_a_file_is_unread(run: Run, data: Path) -> None:
    """A file that cannot be read may have the next id, so no new oppdrag is made."""
    (data / "oppdrag" / "2023.yaml").write_text("aar: 2023\noppdrag: [\n", encoding="utf-8")
    said = refused(run("oppdrag", "ny", "Ny", "-s", "BYG", *OM), 1)
    assert said.startswith("data/oppdrag/2023.yaml:2:10: feil YAML001: ")
    assert said.endswith(
        "\nFeil: neste ledige nummer er ukjent, for en fil med oppdrag kan ikke leses\n"
    )
    assert (data / "oppdrag" / "2024.yaml").read_bytes() == (
        RIK / "oppdrag" / "2024.yaml"
    ).read_bytes()


@pytest.mark.parametrize("words", [(), ("--sektor", "TEK"), ("--rediger",)])
def test_nothing_lacks_a_report_is_not_said_of_the_unread(
    words: tuple[str, ...], run: Run, liten: Path
) -> None:
    """What cannot be read is counted aloud where nothing else lacks a report; the status is 1."""
    liten.write_text(
        "aar: 2023\noppdrag:\n  - {id: SOS-2023-01, tittel: [x], sektor: SOS}\n", encoding="utf-8"
    )
    ended = run("status", "oppdater", *words, *OM)
    assert (ended.status, ended.out) == (1, "Ingenting mangler rapport.\n")
    assert ended.err.startswith("data/oppdrag.yaml:3:31: feil FELT003: ")
    assert ended.err.endswith("\nIkke med i det som vises: 1 oppføring.\n")


def test_the_rest_is_changed_beside_what_is_broken(run: Run, liten: Path) -> None:
    """A broken record keeps no other from being changed, and is itself not to be changed."""
    broken = "aar: 2023\noppdrag:\n  - {id: SOS-2023-01, tittel: [x], sektor: SOS}\n"
    whole = "  - {id: SOS-2023-02, tittel: Hel, sektor: SOS}\n"
    liten.write_text(broken + whole, encoding="utf-8")
    said = refused(run("oppdrag", "endre", "sos-1", "--frist", "2024"), 1)
    assert said.endswith(
        "\nFeil: «sos-1» kan være noe i oppdrag.yaml som ikke kan leses. Skriv hele id-en\n"
    )
    said = refused(run("oppdrag", "endre", "sos-2023-01", "--frist", "2024"), 1)
    assert said.endswith("\nFeil: «sos-2023-01» kan ikke leses, for det er feil i oppdrag.yaml\n")
    assert done(run("oppdrag", "endre", "sos-2", "--frist", "2024")) == (
        "SOS-2023-02 er endret: frist.\n"
    )
    assert liten.read_text(encoding="utf-8") == broken + whole.replace("}", ", frist: 2024}")


def test_broken_vedtak_that_is_reported_on_is_not_unknown(run: Run, liten: Path) -> None:
    """What cannot be read is said to be so, whole or shortened, and which file it is in."""
    vedtak = liten.with_name("vedtak.yaml")
    vedtak.write_text("vedtak:\n  - {id: V-2023-01, tittel: []}\n", encoding="utf-8")
    said = refused(run("status", "oppdater", "v-2023-01", "--status", "ferdig", *OM), 1)
    assert said.endswith("\nFeil: «v-2023-01» kan ikke leses, for det er feil i vedtak.yaml\n")
    said = refused(run("status", "oppdater", "v-1", "--status", "ferdig", *OM), 1)
    assert "«v-1» kan være noe i vedtak.yaml som ikke kan leses." in said


def test_log_and_undo_say_words_as_people_read_them(run: Run, data: Path) -> None:
    """A status that was typed as the files write it; the command still works as it is shown."""
    words = ("--status", "under_arbeid", "--vurdering=groenn", "--kommentar", "utgaar")
    assert run("status", "oppdater", "øko-1", *words, *OM).status == 0
    shown = "--status 'under arbeid' --vurdering=grønn --kommentar utgaar"
    assert shown in run("logg").out
    assert f"Angret: styring status oppdater øko-1 {shown}" in run("angre").out
    again = run("status", "oppdater", "øko-1", "--status", "under arbeid", "--vurdering=grønn", *OM)
    assert again.out.startswith("ØKO-2024-01 er rapportert for 2024-VÅR: under arbeid.")
