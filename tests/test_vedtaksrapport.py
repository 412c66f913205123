"""`rapport vedtak`: what is counted, what is told of, and when it is told for the last time."""

import re
from pathlib import Path

import pytest
from conftest import RIK, TESTS
from driver import styring
from markdown_it import MarkdownIt

PAPERS = TESTS / "papirer"
DAY = "2025-10-01"
ID = re.compile(r"^#{3,4} .*\(([A-Z]{1,2}-[-0-9]+)\)$", re.MULTILINE)


def made(folder: str | Path, *words: str, day: str = DAY) -> str:
    """The report of a folder."""
    ended = styring("rapport", "vedtak", "--data", str(PAPERS / folder), "--dato", day, *words)
    assert ended.status == 0, ended.err
    return ended.out


def part(text: str, heading: str) -> str:
    """What stands under a heading, up to the next of its level or above."""
    level = len(heading) - len(heading.lstrip("#"))
    rest = text.partition(f"\n{heading}\n")[2]
    assert rest, heading
    return re.split(rf"\n#{{1,{level}}} ", rest)[0]


def test_what_is_left_done_and_new_is_counted() -> None:
    """In all, and in each chapter; with how old the oldest is."""
    text = made("tekstvedtak", "--etter", "år")
    assert "**4 gjenstår, 3 er ferdige, 1 utgår.**" in text
    assert "- **Nye siden 1. tertial 2025:** ingen." in text
    assert "- **Blitt ferdige siden 1. tertial 2025:** 1 (TV-24-02)." in text
    oldest = "Flere kommunale boliger i sentrum (TV-23-04), fra 14. desember 2022, 2 år gammelt."
    assert f"- **Det eldste som gjenstår:** {oldest}" in text
    assert "| 2023 | 0 | 1 | 1 | 1 | 13. desember 2023 |" in text
    assert "| **Sum** | **0** | **1** | **1** | **4** | |" in text
    assert part(text, "## 2022").startswith("\n1 gjenstår, 2 er ferdige.\n")
    assert ID.findall(part(text, "## 2023")) == ["TV-24-02", "TV-24-05", "TV-24-06"]


def test_what_is_done_is_told_of_once() -> None:
    """In the round in which it became so; afterwards it is counted, and nothing more."""
    shown = {
        period: ID.findall(made("tekstvedtak", "--periode", period))
        for period in ("2024-AAR", "2025-T1", "2025-T2")
    }
    assert [period for period, ids in shown.items() if "TV-23-11" in ids] == ["2024-AAR"]
    assert [period for period, ids in shown.items() if "TV-23-12" in ids] == ["2024-AAR", "2025-T1"]
    assert all("TV-23-04" in ids for ids in shown.values())
    first = made("tekstvedtak", "--periode", "2025-T1")
    assert "**6 gjenstår, 2 er ferdige.**" in first
    assert "**Ferdig**." in part(first, "#### Skilt på samisk ved rådhuset (TV-23-12)")


def test_list_that_goes_out_twice_a_year_tells_of_all_since_the_last() -> None:
    """Also of what became done in a round between."""
    text = made("tekstvedtak", "--siden", "2024-AAR")
    assert "- **Blitt ferdige siden årsrapport 2024:** 2 (TV-23-12 og TV-24-02)." in text
    assert "TV-23-12" in ID.findall(text)
    later = styring("rapport", "vedtak", "--data", str(PAPERS / "tekstvedtak"), "--dato", DAY,
                    *("--periode", "T1", "--siden", "2025-T2"))  # fmt: skip
    assert (later.status, later.out) == (2, "")
    assert "2025-T2 er ikke over" in later.err


def test_every_report_of_the_year_stands_under_its_wording() -> None:
    """With its day and when it is awaited done, the oldest first, and none of other years."""
    text = part(made("tekstvedtak"), "#### Flere kommunale boliger i sentrum (TV-23-04)")
    assert text == (
        "\nKommunedirektøren bes legge fram en plan for flere kommunale boliger i sentrum.\n"
        "\nPunkt 4. Verbalvedtak. Ansvar: Byutvikling."
        " Delansvar: Helse og velferd; Oppvekst og utdanning.\n"
        "\n**Under arbeid**, ventes ferdig november 2025.\n"
        "\n- **1. tertial 2025** (8. mai 2025): under arbeid. Utkastet er sendt på høring, med"
        " frist 1. september. Ventes ferdig: november 2025."
        "\n- **2. tertial 2025** (10. september 2025): under arbeid. Det kom inn 14 svar på"
        " høringen. Planen legges fram for bystyret i november. Ventes ferdig: november 2025.\n"
    )
    case = part(made("tekstvedtak"), "### Handlings- og økonomiplan 2023–2026")
    assert case.startswith("\nBystyret 14. desember 2022, sak 84/22.\n")


def test_what_says_too_little_is_told_of() -> None:
    """No awaited day, the comment of the last time, no report: in the summary and at its place."""
    text = made("tekstvedtak")
    for said in (
        "- **Ikke rapportert for 2. tertial 2025:** TV-25-08.",
        "- **Sier ikke når det ventes ferdig:** TV-25-07.",
        "- **Samme kommentar som sist:** TV-24-05.",
        "**Under arbeid**. Det står ikke når det ventes ferdig.",
        "ventes ferdig desember 2025. Kommentaren er den samme som sist.",
        "ventes ferdig mars 2026. Det er ikke rapportert for 2. tertial 2025.",
    ):
        assert said in text
    assert "Samme kommentar" not in made("tekstvedtak", "--periode", "T1")


def test_chapters_are_of_organs_unless_years_are_asked_for() -> None:
    """What needs no follow-up is counted, and nobody is asked about it; who proposed is said."""
    text = made("restanser")
    assert re.findall("^## (.+)$", text, re.MULTILINE) == [
        "Oppsummering",
        "Formannskapet",
        "Kommunestyret",
    ]
    assert "2. I tillegg er det 1 som ikke trenger oppfølging." in text
    assert ID.findall(text) == ["R-04", "R-05", "R-02", "R-03", "R-06"]
    assert "Interpellasjon, foreslått av Kari Li (Bygdelista)." in text
    assert "- **Ikke fulgt opp ennå:** R-06." in text
    assert "Kommunestyret 19. juni 2025, sak 36/25. Politisk vedtak." in text
    assert re.findall("^## ([0-9]+)$", made("tekstvedtak", "--etter", "aar"), re.MULTILINE) == [
        "2022",
        "2023",
        "2024",
    ]


def test_vedtak_that_is_done_and_not_answered_is_left(tmp_path: Path) -> None:
    """And told of as done when it is answered, in the round of that day."""
    text = (PAPERS / "tekstvedtak" / "vedtak.yaml").read_text(encoding="utf-8")
    answer = "    tilbakemelding: {dato: 2025-06-18, saksnr: 41/25}\n"
    assert text.count(answer) == 1
    for name in ("kommune", "kontakter"):
        copy = (PAPERS / "tekstvedtak" / f"{name}.yaml").read_text(encoding="utf-8")
        (tmp_path / f"{name}.yaml").write_text(copy, encoding="utf-8")
    late = answer.replace("06-18", "09-17")
    for given in ("", late):
        (tmp_path / "vedtak.yaml").write_text(text.replace(answer, given), encoding="utf-8")
        assert "**Gjort, men ikke meldt tilbake**." in made(tmp_path)
    year = made(tmp_path, "--periode", "2025-AAR", day="2026-02-01")
    assert "**Ferdig**, meldt tilbake 17. september 2025." in year


def test_vedtak_of_another_meeting_than_its_case_says_all_of_it(tmp_path: Path) -> None:
    """Also where the one number begins as the other."""
    for name in ("kommune", "kontakter", "vedtak"):
        copy = (PAPERS / "tekstvedtak" / f"{name}.yaml").read_text(encoding="utf-8")
        copy = copy.replace("saksnr: 84/22", "saksnr: 8/2")
        copy = copy.replace("punkt: 4\n", "punkt: 4\n    saksnr: 8/22\n")
        (tmp_path / f"{name}.yaml").write_text(copy, encoding="utf-8")
    text = made(tmp_path)
    assert "\nBystyret 14. desember 2022, sak 8/2.\n" in text
    assert "\nBystyret 14. desember 2022, sak 8/22, punkt 4. Verbalvedtak." in text


def test_text_that_would_be_markup_is_text() -> None:
    """In titles, wordings and comments."""
    html = (
        MarkdownIt("commonmark", {"html": False})
        .enable("table")
        .render(made(RIK, day="2024-11-01"))
    )
    assert "1 vedtak er unntatt offentlighet og ikke med i rapporten." in html
    assert not re.search(r"<(?:script|b|a|img|code)\b|[\x00-\x09\x0b-\x1f\x7f\u202e]", html)


@pytest.mark.parametrize("report", ["vedtak", "tertial"])
def test_round_that_is_kept_from_the_public_is_told(report: str, tmp_path: Path) -> None:
    """With the file that it is in: no name and no day of it goes out, and the command says so."""
    for name in ("kommune", "kontakter", "vedtak"):
        copy = (PAPERS / "restanser" / f"{name}.yaml").read_text(encoding="utf-8")
        more = "egne: {unntatt: ja}\n" if name == "kommune" else ""
        (tmp_path / f"{name}.yaml").write_text(copy + more, encoding="utf-8")
    ended = styring("rapport", report, "--data", str(tmp_path), "--dato", DAY)
    assert (ended.status, ended.out) == (3, "")
    assert ended.err.startswith("Feil: perioden 2025-M9 er ikke for alle\nTa bort «unntatt»")


@pytest.mark.parametrize("name", ["tekstvedtak", "restanser"])
def test_papers_are_valid_and_listed(name: str) -> None:
    """As they are written, without bending."""
    where = ("--data", str(PAPERS / name), "--dato", DAY)
    checked = styring("valider", *where)
    assert checked.status == 0
    listed = styring("vedtak", "list", *where).out.splitlines()
    assert listed[0].split() == ["Id", "Vedtak", "Sak", "Organ", "Dato", "Status", "Forventet"]
    left = styring("vedtak", "list", "--aapne", "--organ", "styret", *where).out
    assert len(left.splitlines()) == {"tekstvedtak": 5, "restanser": 3}[name]
