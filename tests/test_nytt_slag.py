"""What a new kind of record takes: a model, a description, and rules of its own."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import ROOT, Ended

MODEL = '''\
"""Agreements that the municipality has made."""

from styring.model.post import Egne, Intern, Offentlig, Tekst, post
from styring.model.tid import Dato


@post
class Avtale:
    """An agreement, and the day by which it is to be renewed or ended."""

    id: Offentlig[Tekst]
    tittel: Offentlig[Tekst]
    ansvarlig: Intern[Tekst | None] = None
    fra: Offentlig[Dato | None] = None
    til: Offentlig[Dato | None] = None
    frist: Offentlig[Dato | None] = None
    egne: Intern[Egne | None] = None


@post
class Avtalefil:
    """The whole of `avtaler.yaml`, or of one file in `avtaler/`."""

    avtaler: Offentlig[tuple[Avtale, ...]] = ()
    egne: Intern[Egne | None] = None
'''
TYPES = "    from styring.model.avtale import Avtale, Avtalefil\n"
DESCRIPTION = """\
AVTALE: Slag[Avtale] = Slag(
    *("avtale:Avtale", "en avtale", "avtaler"),
    hva="En avtale kommunen har med noen.",
    vanlige=("id", "tittel", "ansvarlig", "frist"),
    felt={
        "ansvarlig": Feltord("Ansvarlig", "Id-en til den som følger opp avtalen.", "kontakt"),
        "fra": Feltord("Fra", "Den første dagen avtalen gjelder."),
        "til": Feltord("Til", "Den siste dagen avtalen gjelder."),
    },
)
AVTALEFIL: Filslag[Avtalefil] = Filslag(
    *("avtale:Avtalefil", "avtaler", (AVTALE,)),
    hva="Avtalene kommunen har.",
    felt={"avtaler": Feltord("Avtaler", "Avtalene kommunen har.")},
)
"""
RULES = '''\
"""Rules of agreements."""

from collections.abc import Iterator
from datetime import date

from styring.register.innhold import Register
from styring.rules.henvisning import ukjente
from styring.rules.regel import Problem, regel
from styring.slag import AVTALE


@regel("AVT001")
def ukjent_ansvarlig(register: Register, _: date) -> Iterator[Problem]:
    """Den som har ansvaret for avtalen, finnes ikke blant kontaktene.

    Ellers er det ingen som følger den opp.

    Galt i avtaler.yaml:

        avtaler:
          - {id: AV-1, tittel: Renhold, ansvarlig: kira}
                                                   ^^^^

    Riktig i avtaler.yaml:

        avtaler:
          - {id: AV-1, tittel: Renhold, ansvarlig: kari}
    """
    yield from ukjente(register, AVTALE, "ansvarlig")


@regel("AVT002")
def slutter_foer_den_begynner(register: Register, _: date) -> Iterator[Problem]:
    """Avtalen slutter før den begynner.

    Da gjelder den aldri.

    Galt i avtaler.yaml:

        avtaler:
          - {id: AV-1, tittel: Renhold, fra: 2026-01-01, til: 2025-12-31}
                                                              ^^^^^^^^^^

    Riktig i avtaler.yaml:

        avtaler:
          - {id: AV-1, tittel: Renhold, fra: 2025-01-01, til: 2025-12-31}
    """
    for avtale in register.poster(AVTALE):
        if avtale.fra and avtale.til and avtale.til < avtale.fra:
            yield Problem(avtale, ("til",), "avtalen slutter før den begynner")
'''

DATA = {
    "kontakter": "sektorer: []\nkontakter: [{id: kari, navn: Kari Nordmann}]\n",
    "maal": "satsingsomraader: []\n",
    "oppdrag": "aar: 2026\noppdrag: []\n",
    "avtaler": """\
avtaler:
  - {id: AV-1, tittel: Renhold, ansvarlig: kari, til: 2026-12-31, egne: {arkivsak: 25/17}}
  - {id: AV-2, tittel: Snøbrøyting, frist: 2026-06-30}
""",
}

Styring = Callable[..., Ended]


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The house with the kind in it."""
    root = tmp_path_factory.mktemp("hus")
    shutil.copytree(ROOT / "styring", root / "styring", ignore=shutil.ignore_patterns("*.pyc"))
    (root / "styring/model/avtale.py").write_text(MODEL, encoding="utf-8")
    (root / "styring/rules/avtale.py").write_text(RULES, encoding="utf-8")
    path = root / "styring/slag.py"
    text = path.read_text(encoding="utf-8")
    for before, there in (
        ("    from styring.model.innmelding import", TYPES),
        ("SKJEMA: Filslag[", DESCRIPTION),
    ):
        assert text.count(before) == 1
        text = text.replace(before, f"{there}{before}")
    assert text.count(", AARSHJUL)") == 1
    path.write_text(text.replace(", AARSHJUL)", ", AARSHJUL, AVTALEFIL)"), encoding="utf-8")
    return root


@pytest.fixture
def styring(house: Path, tmp_path: Path) -> Styring:
    """Runs the program of that house, where the data are."""
    (tmp_path / "data").mkdir()
    for name, text in DATA.items():
        (tmp_path / "data" / f"{name}.yaml").write_text(text, encoding="utf-8")

    def run(*words: str, **more: str) -> Ended:
        ended = subprocess.run(
            [sys.executable, "-m", "styring", *words],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(house), **more},
            capture_output=True,
            encoding="utf-8",
        )
        return Ended(ended.returncode, ended.stdout, ended.stderr)

    return run


def test_it_takes_few_lines() -> None:
    """Three files, and no more lines than one can read at once."""
    parts = (MODEL, TYPES, DESCRIPTION, RULES)
    assert sum(len(part.splitlines()) for part in parts) <= 95
    code = [line for part in parts for line in part.splitlines() if line.strip()]
    assert len(code) <= 75


def test_its_records_are_listed(styring: Styring) -> None:
    """In the columns that are usual, people by name; found, sorted and chosen as other lists."""
    assert styring("avtale", "list").out.splitlines() == [
        "Id    Tittel       Ansvarlig      Frist",
        "AV-1  Renhold      Kari Nordmann",
        "AV-2  Snøbrøyting                 30.06.2026",
    ]
    chosen = ("--kolonner", "id,til,egne.arkivsak", "--sorter=-id", "--format", "csv")
    assert styring("avtale", "list", *chosen).out.splitlines()[1:] == [
        "AV-2;;",
        "AV-1;2026-12-31;25/17",
    ]
    (found,) = json.loads(styring("avtale", "list", "--sok", "RENHOLD", "-f", "json").out)
    assert (found["id"], found["ansvarlig"], found["frist"]) == ("AV-1", "kari", None)


def test_one_is_shown_whole(styring: Styring) -> None:
    """By an id that may be cut short; one that is not there is told with a way out."""
    assert styring("avtale", "vis", "av-1").out.splitlines() == [
        "AV-1  Renhold",
        "",
        "  Ansvarlig  Kari Nordmann",
        "  Til        31.12.2026",
        "",
        "Egne felt",
        "  arkivsak  25/17",
    ]
    wrong = styring("avtale", "vis", "x")
    assert (wrong.status, wrong.err) == (
        2,
        "Feil: finner ikke avtale med id «x»\nSe «styring avtale list».\n",
    )


def test_it_is_in_help_and_in_what_the_shell_offers(styring: Styring) -> None:
    """The group, what is in it, and its records by id."""
    assert "Avtaler: list opp, vis." in styring("--help").out
    assert "Vis alt om en avtale." in styring("avtale", "--help").out
    asked = {"_STYRING_COMPLETE": "complete_styring", "_STYRING_ORD": "avtale\x1fvis\x1fav"}
    assert styring(**asked).out.splitlines() == ["AV-1\tRenhold", "AV-2\tSnøbrøyting"]


def test_its_ids_and_references_are_checked(styring: Styring, tmp_path: Path) -> None:
    """By the rules of all ids, and by its own."""
    assert styring("valider").out == "ingen feil\n"
    wrong = (
        "avtaler: [{id: A 1, tittel: t, ansvarlig: kira}, {id: b, tittel: t}, {id: B, tittel: t,"
    )
    wrong += " fra: 2026-02-01, til: 2026-01-31}]\n"
    (tmp_path / "data" / "avtaler.yaml").write_text(wrong, encoding="utf-8")
    found = json.loads(styring("valider", "--format", "json").out)
    assert sorted(one["kode"] for one in found) == ["AVT001", "AVT002", "ID001", "ID002"]


def test_it_has_a_schema_with_what_there_is_to_refer_to(styring: Styring) -> None:
    """Its own words, and the people in the data."""
    schema = json.loads(styring("skjema", "avtaler").out)
    fields = schema["$defs"]["Avtale"]["properties"]
    assert fields["fra"]["description"] == "Den første dagen avtalen gjelder."
    assert fields["ansvarlig"]["anyOf"][0]["enumDescriptions"] == ["Kari Nordmann"]


def test_only_what_is_for_all_goes_out_of_it(house: Path, tmp_path: Path) -> None:
    """Who is responsible is intern, as the model says; the rest is not."""
    code = """
from pathlib import Path
from styring.offentlig.doer import offentlig
from styring.register.lasting import last
from styring.slag import AVTALE
first = offentlig(last(Path("data"))).poster(AVTALE)[0]
print(first.id, first.tittel, first.ansvarlig, first.til, first.egne)
"""
    (tmp_path / "data").mkdir()
    for name, text in DATA.items():
        (tmp_path / "data" / f"{name}.yaml").write_text(text, encoding="utf-8")
    ended = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(house)},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert ended.stdout == "AV-1 Renhold None 2026-12-31 None\n"
