"""`styring status oppdater`: a report by options, of one or of several."""

from pathlib import Path

import pytest
from driver import styring
from written import ANGRE, OM, changes, done, refused, stored

ALT = (
    *("--kommentar", "Ti av tolv har lært det.", "--forventet-ferdig", "2024-K4"),
    *("--vurdering", "GRØNN", "--avvik", "To er redde: tau", "--tiltak", "Ullgarn", "--av", "kato"),
)


@pytest.mark.parametrize("ord_", ["under arbeid", "Under_Arbeid", "under-arbeid", "UNDERARBEID"])
def test_report_says_all_that_is_given(ord_: str, data: Path) -> None:
    """Every option becomes its field of one report, with the period that has come and the day."""
    said = done(styring("status", "oppdater", "æld-1", "--status", ord_, *ALT, *OM))
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


def test_several_are_reported_alike(data: Path) -> None:
    """Each of several ids gets the report, oppdrag and oppgaver, by who holds it; one undoing."""
    words = ("æld-1", "øko-2", "byg-2023-1.10", "ÆLD-2024-01")
    said = done(styring("status", "oppdater", *words, "--status", "ferdig", *OM))
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
    assert styring("angre").status == 0
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
def test_period_is_the_newest_that_has_come(words: str, periode: str | None, data: Path) -> None:
    """By the day it is reckoned from, or the one that is given, with or without its year."""
    ended = styring("status", "oppdater", "æld-1", "--status", "ferdig", *words.split())
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
def test_report_that_cannot_be_is_refused(words: str, status: int, said: str, data: Path) -> None:
    """What is wrong is named with what there is, and nothing is written."""
    assert refused(styring("status", "oppdater", *OM, *words.split()), status).startswith(said)
    assert changes(data) == []


def test_avvik_without_tiltak_is_refused(data: Path) -> None:
    """The rule that a report would break is shown where the report would have stood."""
    words = ("--status", "ferdig", "--avvik", "Tauet røk")
    said = refused(styring("status", "oppdater", "æld-1", *words, *OM), 3)
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


def test_warnings_come_after_the_change(data: Path) -> None:
    """A short comment and a date that is lacking are said, and the report is kept."""
    words = ("--status", "under arbeid", "--kommentar", "Går bra")
    ended = styring("status", "oppdater", "æld-1", *words, *OM)
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


def test_second_report_takes_the_place_of_the_first(data: Path) -> None:
    """For the same period there is one report, and it is said what was there before."""
    said = done(styring("status", "oppdater", "øko-1", "--status", "ferdig", *OM))
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
    same = styring("status", "oppdater", "øko-1", "--status", "ferdig", "--dato", "2024-05-16")
    assert same == (0, "ØKO-2024-01 er allerede rapportert slik.\n", "")


def test_comment_alone_changes_the_report_there_is(data: Path) -> None:
    """Without a status the rest of the period's report stands."""
    said = done(styring("status", "oppdater", "øko-1", "--kommentar", "Tallene er funnet.", *OM))
    assert said == "ØKO-2024-01: rapporten for 2024-VÅR er endret: kommentar.\n"
    assert changes(data)[1:] == [
        (
            "+      - {periode: 2024-VÅR, dato: 2024-05-15, av: aseode, status: under_arbeid, "
            "vurdering: gul, kommentar: Tallene er funnet., forventet_ferdig: 2024-06-15}"
        )
    ]


def test_reports_stand_in_the_order_of_their_periods(data: Path) -> None:
    """A report for an earlier period is put in front of those for later ones."""
    for periode in ("ÅR", "VÅR", "HØST"):
        words = ("--status", "ferdig", "--periode", periode, "--dato", "2025-02-01")
        done(styring("status", "oppdater", "æld-1", *words))
    perioder = [rapport.periode for rapport in stored(data, "ÆLD-2024-01").rapporter]
    assert perioder == ["2024-VÅR", "2024-HØST", "2024-ÅR"]


def test_oppgave_is_reported_by_its_id(data: Path) -> None:
    """An oppgave gets its status, and the comment as its remark."""
    words = ("byg-2023-1.2", "--status", "satt på vent", "--kommentar", "Fergen er full")
    assert done(styring("status", "oppdater", *words, *OM)) == "BYG-2023-01.2: satt på vent.\n"
    line = "      - {id: BYG-2023-01.2, tittel: Bestille planker, ansvarlig: arlbo, frist: 2023-K4,"
    assert changes(data) == [
        f"-{line} status: under_arbeid}}",
        f"+{line} status: satt_paa_vent, merknad: Fergen er full}}",
    ]
    same = styring("status", "oppdater", *words, *OM)
    assert same == (0, "BYG-2023-01.2 er allerede rapportert slik.\n", "")
    said = done(styring("status", "oppdater", "byg-2023-1.2", "--kommentar", "Fergen er tom", *OM))
    assert said == "BYG-2023-01.2 har fått merknad.\n"
