"""What is where in the reports of a round and of a year."""

import re
from pathlib import Path

import pytest
import yaml
from conftest import EKSEMPEL
from driver import styring
from rapportene import (
    DAY,
    ID,
    as_of_t1,
    change,
    chapters,
    copied,
    counted,
    ids,
    in_words,
    listed,
    made,
    made_by,
    missing,
    oppdrag_of,
    without_secrets,
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the fictional municipality."""
    return copied(tmp_path)


def test_every_oppdrag_is_in_the_table_of_its_sector_and_only_there() -> None:
    """And those that lack a report are named as well."""
    parts = chapters(made("tertial"))
    names = {"HEL": "Helse og mestring", "KUL": "Kultur og frivillighet"}
    names |= {"OPV": "Oppvekst og læring", "TEK": "Teknikk og eiendom"}
    names |= {"ORG": "Organisasjon og økonomi"}
    for code, name in names.items():
        right = [post["id"] for post in oppdrag_of(EKSEMPEL) if post["sektor"] == code]
        assert sorted(ids(parts[name])) == sorted(right)
    lacking = ID.findall(parts["Mangler rapport for 2. tertial 2025"])
    assert lacking == ["OPV-2025-06", "HEL-2025-06", "ORG-2025-03"]


@pytest.mark.parametrize("day", ["2025-05-20", "2025-09-15", "2026-01-20"])
def test_missing_is_counted_alike_everywhere(folder: Path, day: str) -> None:
    """As `rapport mangler` lists it, in the summary, in the chapter, and in the notes of all."""
    if day < "2025-08-31":
        change(folder, as_of_t1)
        change(folder, lambda content: made_by(content, day))
    found = missing(folder, day)
    ended = styring("rapport", "mangler", "--data", str(folder), "--dato", day)
    assert f"\n{in_words(found)} mangler rapport hos " in ended.err
    for code in ("HEL", "KUL", "OPV", "ORG", "TEK"):
        note = made("notat", "--sektor", code, data=folder, day=day)
        own = [one for one in found if one["sektor"] == code]
        said = re.search(r"Mangler rapport[^:]*: (.*)\.", note)
        assert said is not None
        assert said[1] == (in_words(own) or "ingen")
        told = chapters(note).get("Det som mangler rapport", "")
        assert sorted(re.findall(r"\((\w+-\d{4}-\d\d(?:\.\d)?)", told)) == sorted(
            one["id"] for one in own
        )
    change(folder, without_secrets)
    public = [one for one in missing(folder, day) if one["slag"] != "oppgave"]
    report = chapters(made("tertial", data=folder, day=day))
    lacking = report["Oppsummering"].partition("**Mangler rapport")[2]
    assert f"{in_words(public)}." in lacking
    (told,) = (text for title, text in report.items() if title.startswith("Mangler rapport"))
    all_lack = "Det er alle oppdragene som ikke er avsluttet.\n" in lacking
    assert all_lack is (day == "2026-01-20")
    assert sorted(ID.findall(told)) == sorted(
        one["id"] for one in public if not (all_lack and one["slag"] == "oppdrag")
    )


def test_every_oppdrag_is_in_the_year_where_it_belongs() -> None:
    """Once as done, carried on or dropped; and under each delmål that it works for."""
    text = made("aar")
    parts = chapters(text)
    outcome = [
        *ids(parts["Ferdig i 2025"]),
        *listed(parts["Ikke avsluttet"]),
        *listed(parts["Utgår"]),
    ]
    oppdrag = oppdrag_of(EKSEMPEL)
    assert sorted(outcome) == sorted(post["id"] for post in oppdrag)
    below = {part.splitlines()[0]: listed(part) for part in re.split("(?m)^##+ ", text)[1:]}
    goals = yaml.safe_load((EKSEMPEL / "maal.yaml").read_text(encoding="utf-8"))
    for omraade in goals["satsingsomraader"]:
        for hovedmaal in omraade["hovedmaal"]:
            for delmaal in hovedmaal["delmaal"]:
                right = [p["id"] for p in oppdrag if delmaal["id"] in p.get("delmaal", ())]
                assert sorted(below.get(delmaal["tittel"], [])) == sorted(right)
    none = [post["id"] for post in oppdrag if not post.get("delmaal")]
    assert sorted(ID.findall(parts["Uten delmål"])) == sorted(none)


def test_year_says_nothing_untrue_of_goals_that_cannot_be_read(folder: Path) -> None:
    """The oppdrag are linked to delmål, though nobody can see which."""
    (folder / "maal.yaml").write_text("satsingsomraader: [", encoding="utf-8")
    ended = styring("rapport", "aar", "--data", str(folder), "--dato", DAY)
    assert ended.status == 1
    assert "Ingen av oppdragene" not in ended.out
    assert counted(chapters(ended.out)["Året i tall"])["Ukjent delmål"]["Oppdrag"] == 23
    assert len(listed(chapters(ended.out)["Uten delmål"])) == 2


def test_comment_is_told_once_though_there_are_several_delmaal() -> None:
    """The other times it is said where."""
    goals = made("aar").partition("## Ferdig")[0]
    assert goals.count("25 lærlinger er i arbeid") == 1
    assert "Omtalt under «Flere unge fullfører videregående eller er i arbeid»." in goals


def test_comment_is_told_once_though_the_oppdrag_comes_under_several_headings() -> None:
    """What goes on or is dropped is told of under its delmål, or under none; then it is said where.

    What is awaited, what went wrong and what is done about it stands where it goes on, and there.
    """
    text = made("aar")
    parts = chapters(text)
    reports = {
        post["id"]: post["rapporter"][-1] for post in oppdrag_of(EKSEMPEL) if "rapporter" in post
    }
    for said in (one["kommentar"] for one in reports.values() if one["status"] != "ferdig"):
        assert text.count(said) <= 1
    assert "avslått 20. juni" not in parts["Utgår"]
    assert "(OPV-2025-05, Oppvekst og læring): Omtalt under «Flere elever trives " in parts["Utgår"]
    goes_on = {line.partition(" (")[2][:11]: line for line in parts["Ikke avsluttet"].splitlines()}
    assert goes_on["HEL-2025-06"].endswith("Forventet ferdig: 2025. Omtalt under «Uten delmål».")
    assert "ferdig: oktober 2026. Avvik: 140 000 dok" in goes_on["ORG-2025-02"]
    assert goes_on["ORG-2025-03"].endswith(": ikke rapportert.")


def test_empty_round_of_vedtak_is_told_of_once(tmp_path: Path) -> None:
    """Also when one of them is nobody's, and columns in which nothing stands are left out."""
    for name, text in {
        "kontakter.yaml": "sektorer: [{kode: A, navn: Ada}]\nkontakter: []\n",
        "vedtak.yaml": """\
vedtak:
  - {id: V-2025-01, tittel: Ingens, type: politisk, dato: 2025-02-03}
  - {id: V-2025-02, tittel: Selge, type: politisk, dato: 2025-02-03, sektor: A}
  - {id: V-2025-03, tittel: Bade, type: verbal, dato: 2025-02-03, sektor: A}
""",
    }.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    text = made("tertial", data=tmp_path)
    assert ID.findall(text) == ["V-2025-01", "V-2025-02", "V-2025-03"]
    assert "\n- **Vedtak:** 3. Ingen er rapportert.\n" in text
    assert "**Mangler rapport for 2. tertial 2025:** 2 vedtak.\n" in text
    assert "\n| Vedtak | Status |\n" in text


def test_sectors_are_chosen() -> None:
    """Of what is counted, told of, changed, missing and measured."""
    text = made("tertial", "--sektor", "tek", "-s", "KUL")
    assert "Rapporten gjelder «Kultur og frivillighet» og «Teknikk og eiendom»." in text
    assert {id_[:3] for id_ in ID.findall(text) if id_[1] != "-"} == {"TEK", "KUL"}
    assert "- **Oppdrag:** 10." in text
    assert "Besøk på biblioteket" in text
    assert "Omsorgsboliger" in text  # TEK answers for it too
    assert "Liggedøgn" not in text
    assert "unntatt" not in text
