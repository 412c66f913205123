"""The reports of a round and of a year: what they count, what is where, what is never in them."""

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import DATA, RIK, ROOT, Run
from markdown_it import MarkdownIt

from styring.documents.aarsrapport import Aarsrapport
from styring.documents.tertial import Tertial

EKSEMPEL = ROOT / "eksempel"
DAY = "2025-09-15"
MD = MarkdownIt("commonmark", {"html": False}).enable("table")
ID = re.compile(r"\b[A-ZÆØÅ]+-\d{4}-\d\d\b")
UNNTATT = re.compile(r"\n.* unntatt offentlighet .*\n")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the fictional municipality."""
    shutil.copytree(EKSEMPEL, tmp_path / "data")
    (tmp_path / "data" / "maler").mkdir()
    return tmp_path / "data"


def made(run: Run, *words: str, data: Path = EKSEMPEL, day: str = DAY) -> str:
    """The Markdown of a report."""
    ended = run("rapport", *words, "--data", str(data), "--dato", day)
    assert (ended.status, ended.err) == (0, "")
    return ended.out


def chapters(text: str) -> dict[str, str]:
    """What stands under each second-level heading."""
    parts = re.split(r"(?m)^## (.*)$", text)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def rows(text: str) -> list[list[str]]:
    """The cells of the tables, their headings among them."""
    lines = (line for line in text.splitlines() if line.startswith("| "))
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def ids(text: str) -> list[str]:
    """The ids of oppdrag and vedtak in the first cell of each row."""
    return [id_ for row in rows(text) for id_ in ID.findall(row[0])]


def listed(text: str) -> list[str]:
    """The ids of those that a list tells of."""
    return re.findall(rf"(?m)^- .*?\(({ID.pattern}), ", text)


def change(folder: Path, with_file: Callable[[Any], None]) -> None:
    """Lets a function change what is in each data file."""
    for path in folder.rglob("*.yaml"):
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
        with_file(content)
        path.write_text(yaml.safe_dump(content, allow_unicode=True), encoding="utf-8")


def as_of_t1(content: Any) -> None:
    """Takes away what is unntatt, and what came after 30.4.2025."""
    secret = {"HEL-2025-03"}

    def known(time: object) -> bool:
        return "T1" in str(time) or str(time) < "2025-05"

    for kind in ("oppdrag", "vedtak"):
        if isinstance(content.get(kind), list):
            content[kind] = [
                post
                for post in content[kind]
                if not post.get("unntatt") and known(post.get("dato", "2025"))
            ]
        for post in content.get(kind) or ():
            reports = post.get("rapporter", ())
            post["rapporter"] = [one for one in reports if one["periode"].endswith("T1")]
            if kind == "vedtak":
                post["oppdrag"] = [id_ for id_ in post.get("oppdrag", ()) if id_ not in secret]
            if "tilbakemelding" in post and not known(post["tilbakemelding"]["dato"]):
                del post["tilbakemelding"]
    for omraade in content.get("satsingsomraader", ()):
        for hovedmaal in omraade["hovedmaal"]:
            for delmaal in hovedmaal["delmaal"]:
                for one in delmaal.get("indikatorer", ()):
                    one["maalinger"] = [m for m in one.get("maalinger", ()) if known(m["tid"])]


def made_by(content: Any, day: str) -> None:
    """Lets every report be made by a day."""
    for post in (*(content.get("oppdrag") or ()), *(content.get("vedtak") or ())):
        for one in post.get("rapporter", ()):
            one["dato"] = min(str(one["dato"]), day)


def without_secrets(content: Any) -> None:
    """Takes away the oppdrag that are unntatt."""
    if isinstance(content.get("oppdrag"), list):
        content["oppdrag"] = [post for post in content["oppdrag"] if not post.get("unntatt")]


# --- what is counted ------------------------------------------------------------------------


def counted(text: str) -> dict[str, dict[str, int]]:
    """The table of numbers: for each row, the number in each column."""
    head, *body = rows(text)
    return {
        row[0].strip("*"): {
            title: int(cell.strip("*")) for title, cell in zip(head[1:], row[1:], strict=True)
        }
        for row in body
    }


def status(run: Run, data: Path, day: str, *words: str) -> dict[str, dict[str, int]]:
    """What `styring status` counts, under the headings that the reports have."""
    ended = run("status", *words, "--format", "json", "--data", str(data), "--dato", day)
    assert ended.status == 0
    titles = {
        "oppdrag": "Oppdrag",
        "ikke_rapportert": "Ikke rapportert",
        "ikke_startet": "Ikke startet",
        "under_arbeid": "Under arbeid",
        "satt_paa_vent": "Satt på vent",
        "ferdig": "Ferdig",
        "utgaar": "Utgår",
        "forfalt": "Forfalt",
        "forsinket": "Forsinket",
        "mangler_rapport": "Mangler rapport",
    }
    return {
        row["navn"] or "Uten delmål": {title: row[key] for key, title in titles.items()}
        for row in json.loads(ended.out)
    }


def same(shown: dict[str, dict[str, int]], right: dict[str, dict[str, int]]) -> None:
    """The rows are those of `status`; what there is none of may lack its column."""
    total = shown.pop("Sum")
    if total["Oppdrag"] == total.get("Ikke rapportert"):  # which says that all lack a report
        assert "Mangler rapport" not in total
        shown = {name: row | {"Mangler rapport": row["Oppdrag"]} for name, row in shown.items()}
    assert list(shown) == list(right)
    for name, row in right.items():
        assert row == {**dict.fromkeys(row, 0), **shown[name]}
    assert total["Oppdrag"] > 0


@pytest.mark.parametrize(
    ("source", "cut", "round_", "day"),
    [
        (EKSEMPEL, without_secrets, "2025-T2", "2025-08-31"),
        (EKSEMPEL, as_of_t1, "2025-T1", "2025-04-30"),
        (DATA, None, "2023-T2", "2023-08-31"),
    ],
)
def test_report_counts_as_status_does_on_the_day_of_the_round(
    run: Run, tmp_path: Path, source: Path, cut: Any, round_: str, day: str
) -> None:
    """Of what had been reported then and is for all to see; the sum line is that of the rows."""
    shutil.copytree(source, tmp_path / "data")
    if cut:
        change(tmp_path / "data", cut)
    change(tmp_path / "data", lambda content: made_by(content, day))
    later = f"{day[:4]}-12-01"
    text = made(run, "tertial", "--periode", round_, data=source, day=later)
    shown = counted(chapters(text)["Oversikt"])
    for title, number in shown["Sum"].items():
        assert number == sum(row[title] for name, row in shown.items() if name != "Sum")
    same(shown, status(run, tmp_path / "data", day))


def test_year_counts_by_satsingsomraade_as_status_does(run: Run, folder: Path) -> None:
    """Those that work for none have a row of their own."""
    change(folder, without_secrets)
    shown = counted(chapters(made(run, "aar"))["Året i tall"])
    same(shown, status(run, folder, DAY, "--etter", "satsingsomraade"))


def test_report_is_as_it_would_have_been_made_then(run: Run, folder: Path) -> None:
    """Later reports, measurements, vedtak and answers are not in it, whenever it is made."""
    change(folder, as_of_t1)
    then = made(run, "tertial", data=folder, day="2025-06-01")
    now = made(run, "tertial", "--periode", "t1", day="2025-10-01")
    assert UNNTATT.sub("", now) == then
    assert "1 oppdrag er unntatt offentlighet og ikke med" in now
    assert len(then) > 5000


# --- what is where --------------------------------------------------------------------------


def oppdrag_of(folder: Path) -> list[dict[str, Any]]:
    """The oppdrag of the files that are for all to see."""
    files = (folder / "oppdrag").glob("*.yaml") if (folder / "oppdrag").exists() else ()
    read = [yaml.safe_load(path.read_text(encoding="utf-8")) for path in files]
    return [post for content in read for post in content["oppdrag"] if not post.get("unntatt")]


def test_every_oppdrag_is_in_the_table_of_its_sector_and_only_there(run: Run) -> None:
    """And those that lack a report are named as well."""
    parts = chapters(made(run, "tertial"))
    names = {"HEL": "Helse og mestring", "KUL": "Kultur og frivillighet"}
    names |= {"OPV": "Oppvekst og læring", "TEK": "Teknikk og eiendom"}
    names |= {"ORG": "Organisasjon og økonomi"}
    for code, name in names.items():
        right = [post["id"] for post in oppdrag_of(EKSEMPEL) if post["sektor"] == code]
        assert sorted(ids(parts[name])) == sorted(right)
    lacking = ID.findall(parts["Mangler rapport for 2. tertial 2025"])
    assert lacking == ["OPV-2025-06", "HEL-2025-06", "ORG-2025-03"]


def missing(run: Run, data: Path, day: str, *words: str) -> list[dict[str, Any]]:
    """What `rapport mangler` tells of."""
    words = ("rapport", "mangler", *words, "--format", "json", "--data", str(data), "--dato", day)
    found: list[dict[str, Any]] = json.loads(run(*words).out)
    return found


def in_words(found: list[dict[str, Any]]) -> str:
    """How many there are of each kind: «2 oppdrag, 1 vedtak og 1 oppgave»."""
    kinds = [one["slag"] for one in found]
    plural = {"oppgave": "oppgaver"}
    parts = [
        f"{n} {kind if n == 1 else plural.get(kind, kind)}"
        for kind in ("oppdrag", "vedtak", "oppgave")
        if (n := kinds.count(kind))
    ]
    return " og ".join(filter(None, (", ".join(parts[:-1]), *parts[-1:])))


@pytest.mark.parametrize("day", ["2025-05-20", "2025-09-15", "2026-01-20"])
def test_missing_is_counted_alike_everywhere(run: Run, folder: Path, day: str) -> None:
    """As `rapport mangler` lists it, in the summary, in the chapter, and in the notes of all."""
    if day < "2025-08-31":
        change(folder, as_of_t1)
        change(folder, lambda content: made_by(content, day))
    found = missing(run, folder, day)
    ended = run("rapport", "mangler", "--data", str(folder), "--dato", day)
    assert f"\n{in_words(found)} mangler rapport hos " in ended.err
    for code in ("HEL", "KUL", "OPV", "ORG", "TEK"):
        note = made(run, "notat", "--sektor", code, data=folder, day=day)
        own = [one for one in found if one["sektor"] == code]
        said = re.search(r"Mangler rapport[^:]*: (.*)\.", note)
        assert said is not None
        assert said[1] == (in_words(own) or "ingen")
        told = chapters(note).get("Det som mangler rapport", "")
        assert sorted(re.findall(r"\((\w+-\d{4}-\d\d(?:\.\d)?)", told)) == sorted(
            one["id"] for one in own
        )
    change(folder, without_secrets)
    public = [one for one in missing(run, folder, day) if one["slag"] != "oppgave"]
    report = chapters(made(run, "tertial", data=folder, day=day))
    lacking = report["Oppsummering"].partition("**Mangler rapport")[2]
    assert f"{in_words(public)}." in lacking
    (told,) = (text for title, text in report.items() if title.startswith("Mangler rapport"))
    all_lack = "Det er alle oppdragene som ikke er avsluttet.\n" in lacking
    assert all_lack is (day == "2026-01-20")
    assert sorted(ID.findall(told)) == sorted(
        one["id"] for one in public if not (all_lack and one["slag"] == "oppdrag")
    )


def test_every_oppdrag_is_in_the_year_where_it_belongs(run: Run) -> None:
    """Once as done, carried on or dropped; and under each delmål that it works for."""
    text = made(run, "aar")
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


def test_year_says_nothing_untrue_of_goals_that_cannot_be_read(run: Run, folder: Path) -> None:
    """The oppdrag are linked to delmål, though nobody can see which."""
    (folder / "maal.yaml").write_text("satsingsomraader: [", encoding="utf-8")
    ended = run("rapport", "aar", "--data", str(folder), "--dato", DAY)
    assert ended.status == 1
    assert "Ingen av oppdragene" not in ended.out
    assert counted(chapters(ended.out)["Året i tall"])["Ukjent delmål"]["Oppdrag"] == 23
    assert len(listed(chapters(ended.out)["Uten delmål"])) == 2


def test_comment_is_told_once_though_there_are_several_delmaal(run: Run) -> None:
    """The other times it is said where."""
    goals = made(run, "aar").partition("## Ferdig")[0]
    assert goals.count("25 lærlinger er i arbeid") == 1
    assert "Omtalt under «Flere unge fullfører videregående eller er i arbeid»." in goals


def test_comment_is_told_once_though_the_oppdrag_comes_under_several_headings(run: Run) -> None:
    """What goes on or is dropped is told of under its delmål, or under none; then it is said where.

    What is awaited, what went wrong and what is done about it stands where it goes on, and there.
    """
    text = made(run, "aar")
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


def test_empty_round_of_vedtak_is_told_of_once(run: Run, tmp_path: Path) -> None:
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
    text = made(run, "tertial", data=tmp_path)
    assert ID.findall(text) == ["V-2025-01", "V-2025-02", "V-2025-03"]
    assert "\n- **Vedtak:** 3. Ingen er rapportert.\n" in text
    assert "**Mangler rapport for 2. tertial 2025:** 2 vedtak.\n" in text
    assert "\n| Vedtak | Status |\n" in text


def test_sectors_are_chosen(run: Run) -> None:
    """Of what is counted, told of, changed, missing and measured."""
    text = made(run, "tertial", "--sektor", "tek", "-s", "KUL")
    assert "Rapporten gjelder «Kultur og frivillighet» og «Teknikk og eiendom»." in text
    assert {id_[:3] for id_ in ID.findall(text) if id_[1] != "-"} == {"TEK", "KUL"}
    assert "- **Oppdrag:** 10." in text
    assert "Besøk på biblioteket" in text
    assert "Omsorgsboliger" in text  # TEK answers for it too
    assert "Liggedøgn" not in text
    assert "unntatt" not in text


TWO_YEARS = {
    "kontakter.yaml": "sektorer: [{kode: A, navn: Ada}]\nkontakter: []\n",
    "maal.yaml": "satsingsomraader: []\n",
    "oppdrag/2023.yaml": """
aar: 2023
oppdrag:
  - {id: A-2023-01, tittel: Åpent fra i fjor, sektor: A}
  - {id: A-2023-02, tittel: Ferdig i fjor, sektor: A,
     rapporter: [{periode: 2023-AAR, dato: 2024-01-09, status: ferdig}]}
  - {id: A-2023-03, tittel: Ferdig i år, sektor: A,
     rapporter: [{periode: 2023-T2, dato: 2023-09-01, status: under_arbeid, kommentar: Ennå},
                 {periode: 2024-T1, dato: 2024-05-02, status: ferdig, kommentar: Endelig}]}
""",
    "oppdrag/2024.yaml": "aar: 2024\noppdrag: [{id: A-2024-01, tittel: Nytt, sektor: A}]\n",
    "oppdrag/2025.yaml": "aar: 2025\noppdrag: [{id: A-2025-01, tittel: Neste, sektor: A}]\n",
}


@pytest.fixture
def years(tmp_path: Path) -> Path:
    """A folder with three years in it, and nothing that need not be there."""
    for name, text in TWO_YEARS.items():
        path = tmp_path / "data" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path / "data"


def test_what_is_open_from_earlier_years_is_followed_up(run: Run, years: Path) -> None:
    """What was done before the year is not, nor what is of a later year."""
    text = made(run, "tertial", data=years, day="2024-09-01")
    assert text.startswith("# Tertialrapport: 2. tertial 2024\n\n**status per 31. august 2024**\n")
    assert ids(chapters(text)["Ada"]) == ["A-2023-01", "A-2023-03", "A-2024-01"]
    assert "**Ferdig i år** (A-2023-03): Endelig (Sist rapportert for 1. tertial 2024.)" in text
    assert "Vedtak" not in chapters(text)
    assert "Målene i tall" not in chapters(text)
    year = chapters(made(run, "aar", data=years, day="2024-09-01"))
    assert list(year) == ["Året i tall", "Ferdig i 2024", "Ikke avsluttet"]
    assert ids(year["Ferdig i 2024"]) == ["A-2023-03"]
    assert listed(year["Ikke avsluttet"]) == ["A-2023-01", "A-2024-01"]
    before = chapters(made(run, "aar", "--aar", "2023", data=years, day="2024-09-01"))
    assert listed(before["Føres videre"]) == ["A-2023-01", "A-2023-03"]
    done = "- **Ferdig i år** (A-2023-03, Ada): under arbeid. Ennå"
    assert f"{done} (Sist rapportert for 2. tertial 2023.)" in before["Føres videre"]


def test_year_says_what_its_last_round_lacks(run: Run) -> None:
    """How much has no report for it, and for each with an older one, of which round that is."""
    text = made(run, "aar", day="2026-02-15")
    parts = chapters(text)
    found = missing(run, EKSEMPEL, "2026-01-20", "--periode", "2025-AAR")
    lacking = [one for one in found if one["slag"] != "oppgave" and one["id"] != "HEL-2025-03"]
    said = f"- **Mangler rapport for årsrapport 2025:** {in_words(lacking)}.\n"
    assert said in parts["Året i tall"]
    told = [line for line in text.splitlines() if re.match(r"- \*\*.*: .*\w", line)]
    older = {
        one["id"]: f"(Sist rapportert for {one['siste_rapport']['periode'][-1]}. tertial 2025.)"
        for one in lacking
        if one["siste_rapport"] and one["slag"] == "oppdrag"
    }
    assert len(older) > 10
    for line in told:
        id_ = ID.search(line)
        if id_ and id_[0] in older and "Omtalt under" not in line:
            assert line.endswith(older[id_[0]])
    now = made(run, "aar", day="2025-09-15")
    assert "- **Mangler rapport for 2. tertial 2025:** 3 oppdrag.\n" in now
    assert now.count("(Sist rapportert for") == now.count("(Sist rapportert for 1. tertial 2025.)")


def test_year_tells_of_vedtak_as_its_last_round_does(run: Run) -> None:
    """With comments, avvik and tiltak."""
    year, last = (
        chapters(made(run, one, day="2026-02-15"))["Vedtak"] for one in ("aar", "tertial")
    )
    assert year.strip() == last.strip()
    assert "- **Tiltak:** Vi leier to hus av private fra november.\n" in year


def test_year_says_once_that_nothing_is_reported(run: Run, folder: Path) -> None:
    """Under each delmål, and not once more in a list of all until the year has ended."""

    def forget(content: Any) -> None:
        for record in content.get("oppdrag", []):
            record.pop("rapporter", None)

    change(folder, forget)
    now = made(run, "aar", data=folder)
    assert "Ingen er rapportert." in now
    assert "## Ikke avsluttet" not in now
    assert len(set(ID.findall(now)) & {oppdrag["id"] for oppdrag in oppdrag_of(folder)}) == 25
    assert "## Føres videre" in made(run, "aar", data=folder, day="2026-02-15")


def test_year_that_has_ended_is_told_of_as_it_was_then(run: Run, years: Path) -> None:
    """On its last day, whenever it is made; before that by the day, which is said."""
    ended = made(run, "aar", "--aar", "2024", data=years, day="2025-03-01")
    assert ended == made(run, "aar", "--aar", "2024", data=years, day="2024-12-31")
    assert "**status per 31. desember 2024**" in ended
    assert "Året er ikke slutt" not in ended
    assert "Året er ikke slutt." in made(run, "aar", data=years, day="2024-12-30")


@pytest.mark.parametrize(
    ("day", "words", "title"),
    [
        ("2025-09-15", (), "Tertialrapport: 2. tertial 2025"),
        ("2025-08-31", (), "Tertialrapport: 2. tertial 2025"),
        ("2025-08-30", (), "Tertialrapport: 1. tertial 2025"),
        ("2026-02-01", (), "Statusrapport: Årsrapport 2025"),
        ("2025-09-15", ("--periode", "2024-AAR"), "Statusrapport: Årsrapport 2024"),
    ],
)
def test_newest_round_that_has_come_is_reported(
    run: Run, day: str, words: tuple[str, ...], title: str
) -> None:
    """Unless another is asked for."""
    ended = run("rapport", "tertial", *words, "--data", str(EKSEMPEL), "--dato", day)
    assert ended.out.startswith(f"# {title}\n")


def test_kind_of_report_follows_from_the_code_of_the_round(run: Run, folder: Path) -> None:
    """T1 to T3 are tertials, whatever they and other rounds are called."""
    file = folder / "kommune.yaml"
    text = file.read_text(encoding="utf-8").replace("{kode: AAR,", "{kode: H2,")
    text = text.replace("navn: 2. tertial", "navn: Sommer").replace(
        "navn: Årsrapp", "navn: Tertial"
    )
    file.write_text(text, encoding="utf-8")
    for day, title in (
        (DAY, "Tertialrapport: Sommer"),
        ("2026-01-01", "Statusrapport: Tertial"),
    ):
        assert made(run, "tertial", data=folder, day=day).startswith(f"# {title}")


def test_round_that_has_not_come_is_refused(run: Run) -> None:
    """With the newest that has."""
    words = ("--data", str(EKSEMPEL), "--dato", "2025-05-20")
    ended = run("rapport", "tertial", "--periode", "T2", *words)
    assert (ended.status, ended.out) == (2, "")
    assert "2025-T2 er ikke kommet" in ended.err
    assert "Den nyeste er 2025-T1." in ended.err


def test_round_before_all_there_is_is_refused(run: Run) -> None:
    """But where there were vedtak, they are told of and counted."""
    words = ("--data", str(EKSEMPEL), "--dato", DAY)
    ended = run("rapport", "tertial", "--periode", "2024-T1", "--sektor", "TEK", *words)
    assert (ended.status, ended.out) == (2, "")
    assert "det var ingen oppdrag eller vedtak å rapportere om for 2024-T1" in ended.err
    assert "Det er oppdrag for 2025." in ended.err
    summary = chapters(made(run, "tertial", "--periode", "2024-AAR"))["Oppsummering"]
    assert summary == (
        "\n\n- **Vedtak:** 4. Av dem: 2 ikke rapportert og 2 som følges opp gjennom oppdrag.\n"
        "- **Mangler rapport for årsrapport 2024:** 2 vedtak.\n\n"
    )


def test_first_round_says_nothing_of_changes(run: Run) -> None:
    """For nothing was reported before it; the next says what is another than it was."""
    assert "Endret siden" not in made(run, "tertial", day="2025-06-01")
    changed = chapters(made(run, "tertial"))["Endret siden 1. tertial 2025"]
    assert "| ● grønn → ■ rød | oktober 2025 → mai 2026 |" in changed
    assert "19 oppdrag og 7 vedtak er endret: 10 er blitt ferdige, " in changed
    assert len(ids(changed)) == 26
    summary = next(line for line in changed.splitlines() if line.startswith("19 "))
    assert summary.endswith(
        " og 1 har ikke lenger noen forventet ferdigdato. I tillegg er det mindre endringer."
    )
    assert summary.count(", ") == 4


@pytest.mark.parametrize("name", ["tertial", "aar"])
def test_nothing_is_made_up_where_nothing_is_reported(run: Run, name: str) -> None:
    """Lørenskog's oppdrag are all there, and not reported."""
    text = made(run, name, data=DATA, day="2023-09-15")
    said = {
        "aar": "- **Oppdrag:** 32. Ingen er rapportert.\n",
        "tertial": "2. tertial 2023:** 32 oppdrag. Det er alle oppdragene som ikke er avsluttet.\n",
    }
    assert said[name] in text
    assert "Aldri rapportert" not in text  # the tables say it
    assert len(re.findall(r"[|:] ikke rapportert(?: \||\.$)", text, re.MULTILINE)) == 32
    assert not re.search("under arbeid|ferdige|● |→|[0-9] prosent|Vedtak|Omtalt", text)


# --- what is never in them ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "fields"), [("tertial", Tertial._fields), ("aar", Aarsrapport._fields)]
)
def test_template_that_prints_all_it_gets_prints_nothing_private(
    run: Run, folder: Path, name: str, fields: tuple[str, ...]
) -> None:
    """What is unntatt, people, telephones, addresses and own fields are not there to be printed."""
    names = "".join(f"{{{{ {field} }}}}\n\n" for field in fields)
    (folder / "maler" / f"{name}.md").write_text(names, encoding="utf-8")
    text = made(run, name, data=folder)
    assert "Åpne ett felles mottak for familier som trenger hjelp" in text
    assert "Folkemøte om det nye omsorgssenteret" in text
    contacts = yaml.safe_load((folder / "kontakter.yaml").read_text(encoding="utf-8"))
    people = [person[key] for person in contacts["kontakter"] for key in ("navn", "id")]
    assert len(people) > 20
    secret = ("HEL-2025-03", "Kjøpe tomt", "takserte", "trukket seg", "offl.")
    private = ("000 00 0", "@", ".example", "prosjekt", "11840")
    assert [word for word in (*people, *secret, *private) if word in text] == []


LEAKS = (
    "Ring 000 00 010, +47 00000010, 0047 000-00-010 eller i 2025 0000 0010.",
    "Skriv til Piagaa@tenkevik.example eller ukjent.æ+x@sub.kommune.no.",
    "Se hel-2025-03, HEL\u20112025\u201103 og HEL-2025-03.1.",
)
HIDDEN = (
    "Ring [utelatt], [utelatt], [utelatt] eller i 2025 [utelatt].",
    "Skriv til [utelatt] eller [utelatt].",
    "Se [utelatt], [utelatt] og [utelatt].",
)
KEPT = "Sak 000 00 0101, 1000 00 010, 00000099, a @ b og HEL-2025-031 den 31.12.2025."


def leaking(content: Any) -> None:
    """Writes what may not come out in every text that a document for the public has."""
    text = " ".join((*LEAKS, KEPT))
    if "oppdrag" in content:
        for post in content["oppdrag"]:
            post["tittel"] += text
            for one in post.get("rapporter", ()):
                one["kommentar"] = one["avvik"] = one["tiltak"] = text
    for post in (*content.get("vedtak", ()), *content.get("hendelser", ())):
        post["tittel"] += text
    if "visjon" in content:
        content["visjon"] = text
    for omraade in content.get("satsingsomraader", ()):
        omraade["tittel"] += text
        for hovedmaal in omraade["hovedmaal"]:
            for delmaal in hovedmaal["delmaal"]:
                delmaal["tittel"] += text
                for one in delmaal.get("indikatorer", ()):
                    one["navn"] += text


@pytest.mark.parametrize("words", [("rapport", "tertial"), ("rapport", "aar"), ("brev",)])
def test_addresses_telephones_and_secret_ids_are_taken_out_of_what_people_wrote(
    run: Run, folder: Path, words: tuple[str, ...]
) -> None:
    """However they are spelled, and nothing beside them; and it is said in how many places."""
    change(folder, leaking)
    ended = run(*words, "--data", str(folder), "--dato", DAY)
    text = re.sub(r"\\(.)", r"\1", ended.out)
    assert " ".join((*HIDDEN, KEPT)) in text
    assert text.count(KEPT) == text.count(" ".join((*HIDDEN, KEPT)))
    assert f"\n{text.count('[utelatt]')} steder er telefon, e-post eller id-er" in "\n" + ended.err


@pytest.mark.parametrize("fault", ["unntatt: ja", "unntat: {hjemmel: x}"])
def test_id_of_what_has_a_fault_is_taken_out_too(run: Run, folder: Path, fault: str) -> None:
    """It may be unntatt: nobody knows when that is what is written wrong."""
    file = folder / "oppdrag" / "hel.yaml"
    text = file.read_text(encoding="utf-8")
    text = text.replace("unntatt: {hjemmel: offl. § 23 første ledd}", fault)
    text = text.replace("Teamet i ytre distrikt er i gang", "Se HEL-2025-03")
    file.write_text(text + "\n  - {id: '2025', frist: x}\n  - {id: '', frist: x}\n", "utf-8")
    ended = run("rapport", "tertial", "--periode", "T1", "--data", str(folder), "--dato", DAY)
    assert ended.status == 1
    assert r"Se \[utelatt\], og 23 nye brukere har fått tilbudet." in ended.out
    assert ended.out.count("utelatt") == 1


def test_telephone_of_a_contact_with_a_fault_is_taken_out_too(run: Run, folder: Path) -> None:
    """The fault does not make it known to all."""

    def break_and_leak(content: Any) -> None:
        for kontakt in content.get("kontakter", ()):
            kontakt["feil"] = 1
        for post in content.get("oppdrag", ()):
            post["tittel"] = "Ring 000 00 010 om tomta"

    change(folder, break_and_leak)
    ended = run("brev", "--data", str(folder), "--dato", DAY)
    assert ended.status == 1
    assert r"Ring \[utelatt\] om tomta" in ended.out
    assert "00 010" not in ended.out


def test_delegation_after_the_day_is_not_known_then(run: Run, folder: Path) -> None:
    """So a vedtak that nobody had then lacks no report."""

    def delegate(content: Any) -> None:
        for post in content.get("vedtak", ()):
            post.pop("sektor", None)
            post.pop("rapporter", None)
            post["delegering"] = [{"til": "ragdik", "dato": "2025-09-10"}]

    change(folder, delegate)
    lacking = chapters(made(run, "tertial", data=folder))["Mangler rapport for 2. tertial 2025"]
    assert ID.findall(lacking) == ["OPV-2025-06", "HEL-2025-06", "ORG-2025-03"]


@pytest.mark.parametrize("name", ["tertial", "aar"])
def test_text_that_would_be_markup_is_text(run: Run, name: str) -> None:
    """In titles, comments, names and vedtak."""
    text = made(run, name, data=RIK, day="2024-11-01")
    assert "1 oppdrag og 1 vedtak er unntatt offentlighet og ikke med" in text
    html = MD.render(text)
    assert "=1+1 [red]rødt[/red] a|b `c` **d** &lt;script&gt;alert(&quot;æ&quot;)" in html
    assert "@SUM(A1) [link=x]y[/link] | &amp;amp; &lt;b&gt;" in html
    assert not re.search(r"<(?:script|b|a|img|code)\b|[\x00-\x09\x0b-\x1f\x7f\u202e]", html)


def test_note_counts_what_is_done_as_the_reports_do(run: Run) -> None:
    """In the plural too."""
    for words in (("notat", "--sektor", "TEK"), ("tertial", "--sektor", "TEK")):
        text = run("rapport", *words, "--data", str(EKSEMPEL), "--dato", DAY).out
        assert "4 under arbeid og 2 ferdige.\n" in text
