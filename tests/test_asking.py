"""The questions of `status oppdater`, on a real pseudo-terminal."""

from pathlib import Path

import pytest
from driver import styring
from rich.cells import cell_len
from samtale import CTRL_C, CTRL_D, FERDIG, asked, report

from styring.register.lasting import last
from styring.slag import OPPGAVE

TEKST = "Ærlig talt: på skjæret, også øst."
QUESTIONS: tuple[tuple[str, str, dict[str, str]], ...] = (
    ("Status", "2", {"status": "under_arbeid"}),
    ("Kommentar", TEKST, {"kommentar": TEKST}),
    (FERDIG, "2024-K4", {"forventet_ferdig": "2024-K4"}),
    ("Vurdering", "gul", {"vurdering": "gul"}),
    ("Avvik", "Tauet røk", {"avvik": "Tauet røk"}),
    ("Tiltak", "Ullgarn", {"tiltak": "Ullgarn"}),
)
"""The questions of an oppdrag, an answer to each, and what of the report it is."""


def test_an_answer_is_whole_when_its_last_question_is_answered(data: Path) -> None:
    """Nothing is in the file before that, and all of it then, as one change."""
    expected: dict[str, str] = {}
    with asked(data, "--sektor", "ÆLD") as talk:
        for question, text, kept in QUESTIONS:
            shown = talk.wait_for(f"{question}: ")
            assert report(data, "ÆLD-2024-01") == {}
            if question == "Status":
                assert shown == (
                    "Svarene om hvert oppdrag lagres når du har svart på det siste spørsmålet. "
                    "Enter\n"
                    "hopper over, «tilbake» går ett spørsmål tilbake, og Ctrl-C avslutter uten å\n"
                    "lagre det du er midt i.\n"
                    "\n"
                    "1 igjen\n"
                    "ÆLD-2024-01  Eldre lærer yngre å knyte\n"
                    "  Rapport for 2024-VÅR. Ansvarlig: ingen. Frist: 2024-T2.\n"
                    "1 ikke startet   2 under arbeid   3 satt på vent   4 ferdig   5 utgår\n"
                    "Status: "
                )
            talk.type(text)
            expected |= kept
        status, rest = talk.end()
    assert (status, rest) == (0, "Ullgarn\nLagret.\n\nIngenting mangler rapport lenger.\n")
    assert report(data, "ÆLD-2024-01") == expected


@pytest.mark.parametrize("key", [CTRL_C, CTRL_D], ids=["ctrl-c", "ctrl-d"])
@pytest.mark.parametrize("number", range(len(QUESTIONS)), ids=[q for q, _, _ in QUESTIONS])
def test_leaving_at_any_question_keeps_nothing_of_half_an_answer(
    key: str, number: int, data: Path
) -> None:
    """Ctrl-C ends with 130 and Ctrl-D with 0; what was answered is shown, and not in the file."""
    before = (data / "oppdrag" / "2024.yaml").read_bytes()
    with asked(data, "æld-1", "ark-2024-1", width=500) as talk:
        for question, text, _ in QUESTIONS[:number]:
            talk.answer(question, text)
        talk.wait_for(f"{QUESTIONS[number][0]}: ")
        talk.press(key)
        status, rest = talk.end()
    assert status == (130 if key == CTRL_C else 0)
    lines = rest.removeprefix("^C").removeprefix("^D").strip("\b\n ").split("\n")
    assert lines[-1] == "2 mangler fortsatt rapport. Kjør kommandoen igjen for å fortsette."
    answers = ("«under arbeid»", f"«{TEKST}»", "«2024-K4»", "«gul»", "«Tauet røk»")[:number]
    names = ("status", "kommentar", "forventet ferdig", "vurdering", "avvik")
    lost = ", ".join(f"{name} {said}" for name, said in zip(names, answers, strict=False))
    assert (f"Ikke lagret om ÆLD-2024-01: {lost}." in lines) == (number > 0)
    assert report(data, "ÆLD-2024-01") == {}
    assert (data / "oppdrag" / "2024.yaml").read_bytes() == before


def test_back_goes_one_question_back(data: Path) -> None:
    """What was answered is shown, kept by Enter, struck out by a word, or answered anew."""
    with asked(data, "æld-1") as talk:
        talk.answer("Status", "Tilbake")
        assert "Dette er det første spørsmålet." in talk.answer("Status", "2")
        talk.answer("Kommentar", "Feil oppdrag")
        talk.answer(FERDIG, "2024-K4")
        talk.answer("Vurdering", "tilbake")
        shown = talk.answer(FERDIG, "")
        assert "Svaret var «2024-K4». Enter beholder det, «stryk» tar det bort.\n" in shown
        talk.answer("Vurdering", "gul")
        talk.answer("Avvik", "Tauet røk")
        talk.answer("Tiltak", "tilbake")
        assert "Svaret var «Tauet røk»." in talk.answer("Avvik", "tilbake")
        assert "Svaret var «gul»." in talk.answer("Vurdering", "TILBAKE")
        talk.answer(FERDIG, "tilbake")
        assert "Svaret var «Feil oppdrag»." in talk.answer("Kommentar", "tilbake")
        assert "Svaret var «under arbeid»." in talk.answer("Status", "ferdig")
        talk.answer("Kommentar", "stryk")
        talk.answer("Vurdering", "")  # not when it is awaited: it is done
        talk.answer("Avvik", "stryk")
        status, _ = talk.end()
    assert status == 0
    assert report(data, "ÆLD-2024-01") == {"status": "ferdig", "vurdering": "gul"}


def test_second_run_goes_on_where_the_first_stopped(data: Path) -> None:
    """What is reported is not asked about again; what was passed over, or left halfway, is."""
    with asked(data) as talk:
        assert "\n6 igjen\nBYG-2023-01  Åpne brua" in talk.answer("Status", "")
        assert "\n5 igjen\nBYG-2023-01.10  Spikre" in talk.answer("Status", "FERDIG")
        talk.answer("Kommentar", "Den siste sitter")
        assert "\n4 igjen\nØKO-2024-02  " in talk.answer("Status", "satt på vent")
        talk.wait_for("Kommentar: ")
        talk.press(CTRL_C)
        assert talk.end()[0] == 130
    left = styring("status", "oppdater", "--dato", "2024-05-15")
    ids = [line.split()[0] for line in left.out.splitlines()[1:]]
    assert ids == ["BYG-2023-01", "ØKO-2024-02", "ÆLD-2024-01", "ARK-2024-01", "V-2023-01"]
    oppgave = last(data).etter_id(OPPGAVE)["byg-2023-01.10"].selv
    assert (str(oppgave.status), oppgave.merknad) == ("ferdig", "Den siste sitter")
    with asked(data) as talk:
        for id_ in ids:
            assert f"igjen\n{id_}  " in talk.answer("Status", "5")
            talk.answer("Kommentar", "")
            talk.answer("Vurdering", "")
            talk.answer("Avvik", "")
        status, rest = talk.end()
    assert (status, rest[:10]) == (0, "\nLagret.\nd")  # of what was begun, a word is asked
    assert "RAP012: rapporten har ingen kommentar" in rest
    assert rest.endswith("\n\nIngenting mangler rapport lenger.\n")
    with asked(data) as talk:
        assert talk.end() == (0, "Ingenting mangler rapport.\n")


def test_what_a_report_does_not_say_is_asked_about(data: Path) -> None:
    """One that says neither when it is awaited nor more is gone on with, and kept as it was."""
    words = ("--status", "satt på vent", "--dato", "2024-05-15")
    assert styring("status", "oppdater", "øko-2024-2", *words).status == 0
    with asked(data, "øko-2024-2") as talk:
        assert "\nStatus fra forrige gang: satt på vent\n" in talk.answer("Kommentar", "Venter")
        talk.answer(FERDIG, "2025")
        talk.wait_for("Vurdering: ")
        talk.press(CTRL_C)
        talk.end()
    assert report(data, "ØKO-2024-02") == {"status": "satt_paa_vent"}
    with asked(data, "øko-2024-2") as talk:
        talk.answer("Kommentar", "")
        talk.answer(FERDIG, "2025")
        talk.answer("Vurdering", "")
        talk.answer("Avvik", "")
        assert talk.end()[0] == 0
    assert report(data, "ØKO-2024-02") == {"status": "satt_paa_vent", "forventet_ferdig": "2025"}


def test_wrong_answers_are_asked_again(data: Path) -> None:
    """A number or word that is none, a day that is none, and avvik without tiltak are refused."""
    alle = "Skriv 1–5, ikke startet, under arbeid, satt på vent, ferdig eller utgår."
    with asked(data, "æld-1", width=200) as talk:
        for wrong in ("0", "6", "x", "-1", "½"):
            talk.answer("Status", wrong)
            said = talk.wait_for("\nStatus: ")
            assert said == f"{wrong}\nukjent status «{wrong}». {alle}\nStatus: "
            talk._read -= len("Status: ")
        talk.answer("Status", "fredig")
        assert "«fredig». Mente du «ferdig»? Skriv 1–5" in talk.answer("Status", " Under-Arbeid ")
        talk.answer("Kommentar", "x\x1b[31my")
        said = talk.answer("Kommentar", "\udce5 ja")
        assert "feil TXT003: teksten har styretegnet U+001B" in said
        assert "Feil: endringen ville gitt feil i dataene, så ingenting er endret\n" in said
        assert "som ikke er gyldig UTF-8. Skriv det på nytt.\n" in talk.answer(
            "Kommentar", "æøå " * 9
        )
        talk.answer(FERDIG, "snart")
        assert "«snart» er ikke en gyldig frist. Skriv for eksempel" in talk.answer(
            FERDIG, "2024-13"
        )
        assert "«2024-13» er ikke en dag i kalenderen. Se etter" in talk.answer(FERDIG, "2025")
        talk.answer("Vurdering", "4")
        assert "«4». Skriv 1–3, grønn, gul eller rød.\n" in talk.answer("Vurdering", "1")
        talk.answer("Avvik", "Tauet røk")
        talk.answer("Tiltak", "")
        assert "Et avvik må ha et tiltak. Er det ikke noe avvik" in talk.answer("Avvik", "")
        assert talk.end()[0] == 0
    assert report(data, "ÆLD-2024-01") == {
        "status": "under_arbeid",
        "kommentar": ("æøå " * 9).strip(),
        "forventet_ferdig": "2025",
        "vurdering": "groenn",
    }


def test_someone_else_reports_meanwhile(data: Path) -> None:
    """What others report while a question stands is kept, and is not asked about."""
    with asked(data, "--sektor", "ØKO", "--sektor", "ÆLD", "--sektor", "ARK") as talk:
        talk.wait_for("Status: ")
        words = ("--status", "utgår", "--kommentar", "Knuten er ute av bruk.")
        assert styring("status", "oppdater", "æld-1", *words, "--dato", "2024-05-15").status == 0
        talk.type("4")
        for question in ("Kommentar", "Vurdering", "Avvik"):
            talk.answer(question, "")
        assert "\n1 igjen\nARK-2024-01  " in talk.answer("Status", "")
        talk.end()
    assert report(data, "ÆLD-2024-01")["kommentar"] == "Knuten er ute av bruk."
    assert report(data, "ØKO-2024-02") == {"status": "ferdig"}


@pytest.mark.parametrize("width", [60, 80, 200])
def test_no_line_is_broken_by_the_terminal(width: int, data: Path) -> None:
    """Titles, choices, refusals and faults fit the width, with what is typed short."""
    with asked(data, "byg-2023-1", "æld-1", width=width) as talk:
        for question, text in (
            *(("Status", "9"), ("Status", "3"), ("Kommentar", "\x07"), ("Kommentar", "Nei")),
            *((FERDIG, "snart"), (FERDIG, ""), ("Vurdering", "?"), ("Vurdering", "")),
            *(("Avvik", "Nei"), ("Tiltak", ""), ("Avvik", ""), ("Status", ""), ("Status", "")),
        ):
            talk.answer(question, text)
        status, _ = talk.end()
    assert status == 0
    assert [line for line in talk.seen.splitlines() if cell_len(line) > width] == []


# --- as a new user would --------------------------------------------------------------------


def test_what_may_be_of_two_is_passed_over(data: Path) -> None:
    """It is said that the id is given twice, and the next is asked about."""
    year = data / "oppdrag" / "2024.yaml"
    (year.parent / "2024-PC1.yaml").write_bytes(year.read_bytes())
    before = {path: path.read_bytes() for path in data.rglob("*.yaml")}
    with asked(data) as talk:
        talk.answer("Status", "")  # BYG-2023-01
        talk.answer("Status", "")  # its oppgave
        said = talk.wait_for("igjen\nV-2023-01")
        talk.press(CTRL_C)
        talk.end()
    assert "er gitt to ganger" in said
    assert {path: path.read_bytes() for path in data.rglob("*.yaml")} == before
