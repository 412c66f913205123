"""Wrong use: what was wrong is said, and what there is instead."""

import re
from pathlib import Path

import pytest
from answers import fails
from conftest import RIK
from driver import styring

from styring.model.aarshjul import Spor
from styring.model.oppdrag import Status, Vurdering
from styring.stand.inndeling import Etter

SECTORS = "ØKO BYG ÆLD ARK FRI"
STATUSES = "ikke rapportert, ikke startet, under arbeid, satt på vent, ferdig og utgår."


@pytest.mark.parametrize(
    ("words", "wrong", "exists"),
    [
        ("oppdrag list --sektor XYZ", "«XYZ»", SECTORS),
        ("oppdrag list --delansvar XYZ", "«XYZ»", SECTORS),
        ("maal list --sektor XYZ", "«XYZ»", SECTORS),
        ("kontakt list --sektor XYZ", "«XYZ»", SECTORS),
        ("status --sektor byk", "«byk»", f"Mente BYG {SECTORS}"),
        ("oppdrag list --status ferdg", "«ferdg»", f"Mente ferdig {STATUSES}"),
        ("oppdrag list --format xml", "«xml»", "csv json markdown tabell yaml"),
        ("oppdrag vis øko-1 --format csv", "«csv»", "json tabell yaml"),
        ("maal tre --format markdwn", "«markdwn»", "json tabell yaml"),
        ("valider --format html", "«html»", "json tekst"),
        ("oppdrag list --kolonner id,tittle", "«tittle»", "Mente tittel beskrivelse"),
        ("kontakt list --kolonner mobil", "«mobil»", "navn telefon epost"),
        ("oppdrag list --sorter fris", "«fris»", "Mente frist vurdering"),
        ("oppdrag list --frist-innen snart", "«snart»", "31.12.2023 juni kvartal"),
        ("status --dato i_dag", "«i_dag»", "31.05.2023"),
        ("status --dato 2023-02-30", "«2023-02-30»", "kalender"),
        ("oppdrag list --ansvarlig arlb0", "«arlb0»", "Mente arlbo Ærling"),
        ("oppdrag list --delmaal ØY1.3", "«ØY1.3»", "Mente ØY1."),
        ("oppdrag vis BYG-2023-03", "«BYG-2023-03»", "Mente BYG-2023-02 Male"),
        ("oppdrg list", "«oppdrg»", "Mente oppdrag"),
        ("oppdrag lst", "«lst»", "Mente list"),
        ("oppdrag list --sektr ARK", "--sektr", "Mente --sektor"),
        ("forklar OPP999", "«OPP999»", "OPP001 OPP002 OPP003"),
        ("fullfoering tcsh", "«tcsh»", "bash zsh fish"),
    ],
)
def test_wrong_use_says_what_was_wrong_and_what_exists(words: str, wrong: str, exists: str) -> None:
    """What was written comes back in the first line, with what could have been written."""
    said = fails(styring(*words.split(), "--data", str(RIK)))
    assert wrong in said.splitlines()[0]
    assert [word for word in exists.split() if word not in said] == []


@pytest.mark.parametrize(
    "words",
    [
        *("oppdrag list --status under_arbid", "vedtak list --status groenn"),
        *("status --etter omraade", "status --etter satsing", "aarshjul list --spor adm"),
        *("status oppdater øko-1 --status x", "status oppdater øko-1 --vurdering x"),
        "status oppdater øko-1 --vurdering groen",
    ],
)
def test_words_are_said_as_people_read_them(words: str) -> None:
    """No message names a status, a judgement or a division as the files write it."""
    said = fails(styring(*words.split(), "--data", str(RIK)))
    advice = said.splitlines()[1]
    codes = [*Status, *Vurdering, *Etter, *Spor]
    assert [en for en in codes if en.value != en.navn and re.search(rf"\b{en}\b", advice)] == []
    assert any(en.navn in advice for en in codes)


@pytest.mark.parametrize(
    ("words", "way_out"),
    [
        ("oppdrag vis qqq", r"styring oppdrag list|BYG-2023-01"),
        ("maal vis qqq", r"styring maal (list|tre)|ØY1"),
        ("kontakt vis qqq", r"styring kontakt list|aseode"),
        ("oppdrag list --ansvarlig qqq", r"styring kontakt list|aseode"),
        ("oppdrag list --delmaal qqq", r"styring maal (list|tre)|ØY1"),
    ],
)
def test_id_that_is_like_no_other_says_where_ids_are(words: str, way_out: str) -> None:
    """Where no id is near the one that was written, it is said what there is, or how to see it."""
    said = fails(styring(*words.split(), "--data", str(RIK)))
    assert "«qqq»" in said.splitlines()[0]
    assert re.search(way_out, said)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("oppdrag vis", "ID"),
        ("oppdrag list ekstra", "ekstra"),
        ("oppdrag list --forfalt=ja", "--forfalt"),
        ("oppdrag list --sektor", "--sektor"),
        ("tull", "«tull»"),
    ],
)
def test_wrong_words_are_named(words: str, said: str) -> None:
    """A word too few or too many, or an option with a value it does not take, is named."""
    assert said in fails(styring("--data", str(RIK), *words.split())).splitlines()[0]


@pytest.mark.parametrize("words", [(), ("oppdrag",), ("maal",), ("kontakt",)])
def test_no_command_shows_help(words: tuple[str, ...]) -> None:
    """A program or a group alone shows what it can do, and that this was not enough."""
    ended = styring(*words)
    assert ended.status == 2
    shown = ended.out + ended.err
    assert f"Bruk: styring {' '.join(words)}".rstrip() in shown
    assert "Kommandoer" in shown


def test_version_is_told() -> None:
    """`--versjon` gives the name and the version, and nothing else."""
    ended = styring("--versjon")
    assert (ended.status, ended.err) == (0, "")
    assert re.fullmatch(r"styring \d+\.\d+\.\d+\n", ended.out)


def test_no_data_folder_says_where_it_looked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without data it is refused (3), with where it looked and how to make a folder."""
    monkeypatch.chdir(tmp_path)
    for words in (("status",), ("oppdrag", "list"), ("valider",)):
        said = fails(styring(*words), status=3)
        assert str(tmp_path) in said
        for name in ("kontakter.yaml", "maal.yaml", "oppdrag.yaml", "--data", "STYRING_DATA"):
            assert name in said


def test_chosen_folder_that_is_not_there_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder that does not exist is refused, with what named it: option, argument, variable."""
    missing = str(tmp_path / "borte")
    said = fails(styring("status", "--data", missing), status=3)
    assert missing in said
    assert "--data" in said
    assert missing in fails(styring("valider", missing), status=3)
    monkeypatch.setenv("STYRING_DATA", missing)
    said = fails(styring("status"), status=3)
    assert missing in said
    assert "STYRING_DATA" in said


def test_file_for_a_folder_is_refused() -> None:
    """A file given as the data folder is refused, with the folder that was meant."""
    said = fails(styring("status", "--data", str(RIK / "maal.yaml")), status=3)
    assert "maal.yaml" in said
    assert str(RIK) in said.splitlines()[1]
