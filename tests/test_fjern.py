"""`fjern`, `endre` and `sluttet` of what is in the files: what goes along, and what is told."""

import json
import shutil
from pathlib import Path

import pytest
from conftest import EKSEMPEL
from driver import Ended, styring
from written import ANGRE

DAG = ("--dato", "2025-06-20")


@pytest.fixture
def tenkevik(tmp_path: Path) -> Path:
    """The fictional municipality, to be changed."""
    return Path(shutil.copytree(EKSEMPEL, tmp_path / "tenkevik"))


def said(data: Path, *words: str) -> Ended:
    """What a command says there."""
    return styring(*words, "--data", str(data), *DAG)


def removed(data: Path, *words: str) -> set[str]:
    """The lines that a command would take out, as its diff has them."""
    shown = said(data, *words, "--diff")
    assert shown.status == 0, shown.err
    lines = shown.out.splitlines()
    return {line[1:].strip() for line in lines if line[:1] == "-" and line[:3] != "---"}


def files(data: Path) -> dict[str, bytes]:
    """All the data files, to the byte."""
    return {path.name: path.read_bytes() for path in data.rglob("*.yaml")}


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("maal fjern TO1", "oppdrag/opv.yaml"),
        ("oppdrag fjern OPV-2025-01", "oppgave OPV-2025-01.1"),
        ("kontakt fjern ragdik", "kontakter.yaml"),
        ("sektor fjern OPV", "kontakter.yaml"),
        ("indikator fjern TO1.1 --indikator fravær", "under: måling 2023"),
    ],
)
def test_what_holds_something_is_not_taken_away(tenkevik: Path, words: str, first: str) -> None:
    """It is refused with where that is, and nothing is changed."""
    before = files(tenkevik)
    ended = said(tenkevik, *words.split())
    assert (ended.status, ended.out) == (3, "")
    assert "kan ikke fjernes" in ended.err
    assert first in ended.err
    assert "--med-alt" in ended.err
    assert files(tenkevik) == before


def test_goal_goes_with_its_links(tenkevik: Path) -> None:
    """A list that loses all is gone, one that loses some keeps the rest; undoing brings it back."""
    before = files(tenkevik)
    gone = removed(tenkevik, "maal", "fjern", "TO1", "--med-alt")
    assert {"- id: TO1", "- id: TO1.1", "delmaal: [TO1.1]", "delmaal: [TO2.2, TO1.2]"} <= gone
    assert files(tenkevik) == before
    assert said(tenkevik, "maal", "fjern", "TO1", "--med-alt").status == 0
    text = (tenkevik / "oppdrag" / "opv.yaml").read_text(encoding="utf-8")
    assert "TO1." not in text
    assert "    delmaal: [TO2.2]\n" in text
    assert said(tenkevik, "angre").status == 0
    assert files(tenkevik) == before


def test_delmaal_stands_right_below_an_area(tenkevik: Path) -> None:
    """When it has what only a delmål has, or others stand there; else it is a hovedmål."""
    for words in (
        ("maal", "ny", "Levende bygder", "--id", "LB"),
        ("maal", "ny", "Flere flytter hjem", "--id", "LB1", "--under", "LB", "--ansvar", "OPV"),
        ("maal", "ny", "Flere blir boende", "--under", "LB"),
    ):
        assert said(tenkevik, *words).status == 0
    text = (tenkevik / "maal.yaml").read_text(encoding="utf-8")
    assert text.endswith("""\
    delmaal:
      - id: LB1
        tittel: Flere flytter hjem
        ansvar: [OPV]
      - id: LB2
        tittel: Flere blir boende
""")


def test_measurement_is_found_by_its_time(tenkevik: Path) -> None:
    """Of the indikator that part of a name says; told of when several can be meant."""
    unclear = said(tenkevik, "maaling", "ny", "TO1.1", "--tid", "2025", "--verdi", "88")
    assert (unclear.status, unclear.err.splitlines()[:2]) == (
        2,
        ["Feil: det er flere indikatorer i TO1.1", "Si hvilken med --indikator."],
    )
    which = ("TO1.1", "--indikator", "trives")
    before = files(tenkevik)
    added = said(tenkevik, "maaling", "ny", *which, "--tid", "2. tertial 2025", "--verdi", "88,25")
    assert added.out.endswith(ANGRE)
    text = (tenkevik / "maal.yaml").read_text(encoding="utf-8")
    assert "                  - {tid: 2025-T2, verdi: 88.25}\n" in text
    changed = said(tenkevik, "maaling", "endre", *which, "--maaling", "2025-T2", "--verdi", "89")
    assert changed.out.startswith("Måling 2025-T2 er endret: verdi.\n")
    assert said(tenkevik, "maaling", "fjern", *which, "--maaling", "2025-T2").status == 0
    assert files(tenkevik) == before
    none = said(tenkevik, "maaling", "ny", *which, "--tid", "2025", "--verdi", "0")
    assert none.status == 0
    assert "{tid: 2025, verdi: 0}" in (tenkevik / "maal.yaml").read_text(encoding="utf-8")
    gone = ("--fjern", "maal", "--fjern", "maal_aar")
    assert said(tenkevik, "indikator", "endre", *which, *gone).status == 0
    again = said(tenkevik, "indikator", "endre", *which, "--maal", "0")
    assert again.out.startswith(
        "Indikator Elever på 7. trinn som trives på skolen er endret: maal."
    )


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("maaling ny TO1.2 --tid 2026 --verdi mye", "--verdi: «mye» er ikke et tall"),
        ("maaling ny TO1.2 --tid snart --verdi 3", "--tid: «snart» er ikke en gyldig frist"),
        ("maaling ny TO1.2 --verdi 3", "valget «--tid» mangler"),
        ("maal ny Nytt --under TO1 --fn-maal 3", "et delmål har ikke --fn-maal"),
        ("maal endre TO1", "det står ikke hva som skal endres"),
        ("maal endre TO1 --ansvar OPV", "et hovedmål har ikke noe felt «ansvar»"),
        ("sektor endre OPV --fjern navn", "«navn» kan ikke fjernes; OPV må ha det"),
        ("sektor endre OPV --direktoer ragdik,foer=2020", "--direktoer: «foer» er ukjent"),
        ("kontakt endre ragdik --egne rom", "--egne: «rom» mangler navn eller verdi"),
        ("aarshjul ny Møte --id m --tid 2025 --spor hva", "ukjent spor «hva»"),
        ("vedtakstype fjern verbal", "verbal er noe alle kommuner har, og står ikke i noen fil"),
    ],
)
def test_wrong_words_are_told_of(tenkevik: Path, words: str, message: str) -> None:
    """By the option or the field, with nothing changed."""
    before = files(tenkevik)
    ended = said(tenkevik, *words.split(" "))
    assert (ended.status, ended.out) == (2, "")
    assert message in ended.err
    assert files(tenkevik) == before


def test_list_of_records_grows_and_is_replaced(tenkevik: Path) -> None:
    """What is given comes behind; with --fjern of the same field, in place of it."""
    added = said(
        tenkevik, "maal", "endre", "TO1.3", "--vurderinger", "2025-T1, grønn, Bra, så langt"
    )
    assert added.status == 0, added.err
    more = ("maal", "endre", "TO1.3", "--vurderinger", "vurdering=gul, periode=2024-T2")
    assert said(tenkevik, *more).status == 0
    shown = said(tenkevik, "maal", "vis", "TO1.3", "-f", "json").out
    assert [one["vurdering"] for one in json.loads(shown)[0]["vurderinger"]] == ["groenn", "gul"]
    assert "Bra, så langt" in shown
    assert said(tenkevik, *more, "--fjern", "vurderinger").status == 0
    shown = said(tenkevik, "maal", "vis", "TO1.3", "-f", "json").out
    assert [one["vurdering"] for one in json.loads(shown)[0]["vurderinger"]] == ["gul"]


def test_who_leaves_is_told_of_what_they_have(tenkevik: Path) -> None:
    """And of how each sort of it is handed on."""
    ended = styring("kontakt", "sluttet", "torfab", "--data", str(tenkevik), "--dato", "2026-06-20")
    assert ended.status == 0, ended.err
    first, *rest = ended.out.splitlines()
    assert first.endswith("(torfab) slutter 20.06.2026.")
    assert "  styring sektor endre HEL --direktoer KONTAKT" in rest
    assert "sluttet: 2026-06-20" in (tenkevik / "kontakter.yaml").read_text(encoding="utf-8")


def test_several_oppdrag_are_moved_with_what_was_delegated(tenkevik: Path) -> None:
    """One that someone has goes to the direktør there, in a link that says so."""
    moved = ("oppdrag", "endre", "OPV-2025-02", "OPV-2025-03", "--sektor", "HEL", *DAG)
    ended = styring(*moved, "--data", str(tenkevik))
    assert ended.status == 0, ended.err
    assert "OPV-2025-03 er endret: sektor." in ended.out
    assert "OPV-2025-03 er delegert fra" in ended.out
    text = (tenkevik / "oppdrag" / "opv.yaml").read_text(encoding="utf-8")
    assert text.count("fra_sektor: OPV, merknad: Flyttet fra OPV til HEL") == 2
    assert said(tenkevik, "angre").status == 0
    assert (tenkevik / "oppdrag" / "opv.yaml").read_bytes() == (
        EKSEMPEL / "oppdrag" / "opv.yaml"
    ).read_bytes()


def test_delegated_oppdrag_is_not_moved_to_where_nobody_leads(tenkevik: Path) -> None:
    """For then nobody would get it; how one is entered is told."""
    assert said(tenkevik, "sektor", "endre", "HEL", "--fjern", "direktoer").status == 0
    ended = said(tenkevik, "oppdrag", "endre", "OPV-2025-03", "--sektor", "HEL")
    assert ended.status == 3
    assert "HEL har ingen direktør som kan få OPV-2025-03" in ended.err


def test_what_is_followed_up_has_options_for_all_its_fields(tenkevik: Path) -> None:
    """Those that no command has of its own are made of the description; what is lacking is told."""
    given = ("--arkivsak", "25/1", "--lenker", "Plan, https://a.no", "--egne", "sak=7")
    kept = ("--unntatt", "offl. § 13, ledd 1")
    made = said(tenkevik, "oppdrag", "ny", "Nytt", "-s", "HEL", *given, *kept)
    assert made.status == 0, made.err
    id_ = made.out.partition(" ")[0]
    (shown,) = json.loads(said(tenkevik, "oppdrag", "vis", id_, "-f", "json").out)
    assert (shown["arkivsak"], shown["egne"]) == ("25/1", {"sak": "7"})
    assert (shown["lenker"][0]["url"], shown["unntatt"]["hjemmel"]) == (
        "https://a.no",
        "offl. § 13, ledd 1",
    )
    assert said(tenkevik, "oppdrag", "endre", id_, "--fjern", "unntatt").status == 0
    wrong = said(tenkevik, "oppdrag", "endre", id_, "--lenker", "ftp://a.no")
    assert wrong.status == 3
    assert "Ingenting" in wrong.err or "ingenting er endret" in wrong.err
