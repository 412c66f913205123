"""A whole municipality is written by commands alone, into what `styring init` makes."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from driver import styring

DAG = ("--dato", "2026-03-02")
SEKTORER = ("Oppvekst", "Helse", "Kultur", "Teknikk", "Organisasjon", "Arbeid", "Plan")
KODER = [navn[:3].upper() for navn in SEKTORER]
FOLK = 25
MAAL = (("T", "Trygg"), ("G", "Grønn"))
OPPDRAG = 40
VEDTAK = 12

Words = tuple[str, ...]


def kommunen() -> Iterator[Words]:
    """What the municipality is called, and when it reports."""
    yield ("kommune", "endre", "--navn", "Lillevik", "--visjon", "Plass til alle")
    yield ("kommunenummer", "ny", "0000", "--fra", "2020")
    for navn, kode, per, frist in (
        ("1. tertial", "T1", "30.4.", "12.5."),
        ("2. tertial", "T2", "31.8.", "12.9."),
        ("Årsrapport", "AAR", "31.12.", "23.1."),
    ):
        yield ("periode", "ny", navn, "--kode", kode, "--per", per, "--frist", frist)


def folkene() -> Iterator[Words]:
    """The sectors, those who are in them, and who leads each."""
    for kode, navn in zip(KODER, SEKTORER, strict=True):
        yield ("sektor", "ny", navn, "--kode", kode, "--arbeidsfelt", "Drift, og mer")
    for nr in range(FOLK):
        epost = f"ansatt{nr:02}@lillevik.example"
        hvor = ("--sektor", KODER[nr % len(KODER)], "--telefon", "000 00 000", "--epost", epost)
        yield ("kontakt", "ny", f"Ansatt {nr:02}", "--id", f"ansatt{nr:02}", *hvor)
    for nr, kode in enumerate(KODER):
        yield ("sektor", "endre", kode, "--direktoer", f"ansatt{nr:02}, fra=1.1.2026")


def maalene() -> Iterator[Words]:
    """Areas of the plan, goals below them, and what is measured."""
    for bokstav, navn in MAAL:
        yield ("maal", "ny", navn, "--id", bokstav, "--fn-maal", "3", "--fn-maal", "11")
        yield ("maal", "ny", f"{navn} hverdag", "--under", bokstav, "--id", f"{bokstav}1")
        foerst: Words = ("--id", f"{bokstav}1.1")
        for nr in range(3):
            ansvar = ("--ansvar", KODER[nr], "--ansvar", KODER[nr + 1])
            yield ("maal", "ny", f"Delmål {nr}", "--under", f"{bokstav}1", *ansvar, *foerst)
            foerst = ()  # the others follow
            delmaal = f"{bokstav}1.{nr + 1}"
            hva = ("--navn", "Fornøyde", "--enhet", "prosent", "--retning", "opp", "--maal", "90")
            yield ("indikator", "ny", delmaal, *hva, "--maal-aar", "2030")
            for aar, verdi in ((2024, "81,5"), (2025, "83")):
                yield ("maaling", "ny", delmaal, "--tid", str(aar), "--verdi", verdi)


def arbeidet() -> Iterator[Words]:
    """What is to be done, who has it, and what the council has decided."""
    for nr in range(OPPDRAG):
        kode = KODER[nr % len(KODER)]
        maal = f"{MAAL[nr % 2][0]}1.{nr % 3 + 1}"
        yield ("oppdrag", "ny", f"Oppgave {nr}", "-s", kode, "--delmaal", maal, "--frist", "T3")
        if nr < len(KODER):
            yield ("oppdrag", "deleger", f"{kode}-2026-01", "--til", f"ansatt{nr + 7:02}")
    budsjett = ("--organ", "Kommunestyret", "--sak-dato", "17.12.2025", "--saksnr", "98/25")
    yield ("sak", "ny", "Budsjett 2026", "--id", "S-2025-98", *budsjett)
    for nr in range(VEDTAK):
        oppdrag = f"{KODER[nr % len(KODER)]}-2026-01"
        av = ("--type", "verbal", "--sak", "S-2025-98", "--punkt", str(nr + 1))
        yield ("vedtak", "ny", f"Punkt {nr}", *av, "--oppdrag", oppdrag)
    naar = ("--id", "budsjett", "--tid", "10.9.2026", "--til", "11. september 2026")
    yield ("aarshjul", "ny", "Budsjettseminar", *naar, "--spor", "politisk")
    yield ("tema", "ny", "Beredskap", "--id", "beredskap", "--forventet", "Øv hvert år")


@pytest.fixture(scope="module")
def lillevik(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The municipality, as the commands left it."""
    data = tmp_path_factory.mktemp("lillevik") / "data"
    assert styring("init", str(data), *DAG).status == 0
    for words in (*kommunen(), *folkene(), *maalene(), *arbeidet()):
        ended = styring(*words, "--data", str(data), *DAG)
        assert ended.status == 0, (words, ended.err)
    return data


def test_it_is_there_and_without_a_remark(lillevik: Path) -> None:
    """All that was given, and nothing that `valider --streng` has a word on."""
    assert styring("valider", "--streng", "--data", str(lillevik), *DAG) == (0, "ingen feil\n", "")
    for group, many in (("oppdrag", OPPDRAG), ("vedtak", VEDTAK), ("kontakt", FOLK), ("maal", 6)):
        listed = styring(group, "list", "-f", "json", "--data", str(lillevik), *DAG)
        assert len(json.loads(listed.out)) == many, group


def test_files_read_as_if_people_had_written_them(lillevik: Path) -> None:
    """Records under each other, with what `init` says at the top still there."""
    text = (lillevik / "kontakter.yaml").read_text(encoding="utf-8")
    assert text.startswith("#")
    assert (
        """
sektorer:
  - kode: OPP
    navn: Oppvekst
    direktoer:
      - kontakt: ansatt00
        fra: 2026-01-01
    arbeidsfelt: ["Drift, og mer"]
"""
        in text
    )
    assert "          - id: T1.2\n            tittel: Delmål 1\n" in (
        lillevik / "maal.yaml"
    ).read_text(encoding="utf-8")


def test_all_of_it_can_be_taken_away_again(lillevik: Path, tmp_path: Path) -> None:
    """By one command for each thing that all else is under or refers to."""
    for path in lillevik.glob("*.yaml"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    data = ("--data", str(tmp_path), *DAG)
    listed = json.loads(styring("oppdrag", "list", "-f", "json", *data).out)
    gone = styring("oppdrag", "fjern", *(one["id"] for one in listed), "--med-alt", *data)
    assert gone.status == 0, gone.err
    assert "\noppdrag: []\n" in (tmp_path / "oppdrag.yaml").read_text(encoding="utf-8")
    for words in (("maal", "fjern", "T", "G"), ("sak", "fjern", "S-2025-98")):
        ended = styring(*words, "--med-alt", *data)
        assert ended.status == 0, ended.err
    assert styring("valider", *data).status == 0
