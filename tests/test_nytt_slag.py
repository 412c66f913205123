"""What a new kind of record takes: a model, a description, and rules of its own."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import ROOT
from driver import Ended, anew

MODEL = '''\
"""Berths that the municipality lets."""

from styring.model.post import Egne, Intern, Offentlig, Tekst, post
from styring.model.tid import Dato


@post
class Baatplass:
    """A berth, and the day by which it is to be let anew."""

    id: Offentlig[Tekst]
    tittel: Offentlig[Tekst]
    ansvarlig: Intern[Tekst | None] = None
    fra: Offentlig[Dato | None] = None
    til: Offentlig[Dato | None] = None
    frist: Offentlig[Dato | None] = None
    egne: Intern[Egne | None] = None


@post
class Baatplassfil:
    """The whole of `baatplasser.yaml`, or of one file in `baatplasser/`."""

    baatplasser: Offentlig[tuple[Baatplass, ...]] = ()
    egne: Intern[Egne | None] = None
'''
TYPES = "    from styring.model.baatplass import Baatplass, Baatplassfil\n"
DESCRIPTION = """\
BAATPLASS: Slag[Baatplass] = Slag(
    *("baatplass:Baatplass", "en båtplass", "båtplasser"),
    hva="En båtplass kommunen leier ut.",
    vanlige=("id", "tittel", "ansvarlig", "frist"),
    felt={
        "ansvarlig": Feltord("Ansvarlig", "Id-en til den som følger opp båtplassen.", "kontakt"),
        "fra": Feltord("Fra", "Den første dagen båtplassen er leid ut."),
        "til": Feltord("Til", "Den siste dagen båtplassen er leid ut."),
    },
)
BAATPLASSFIL: Filslag[Baatplassfil] = Filslag(
    *("baatplass:Baatplassfil", "baatplasser", (BAATPLASS,)), hva="Båtplassene kommunen leier ut."
)
"""
RULES = '''\
"""Rules of berths."""

from collections.abc import Iterator
from datetime import date

from styring.register.innhold import Register
from styring.rules.henvisning import ukjente
from styring.rules.regel import Problem, regel
from styring.slag import BAATPLASS


@regel("BAA001")
def ukjent_ansvarlig(register: Register, _: date) -> Iterator[Problem]:
    """Den som har ansvaret for båtplassen, finnes ikke blant kontaktene.

    Ellers er det ingen som følger den opp.

    Galt i baatplasser.yaml:

        baatplasser:
          - {id: B-1, tittel: Brygge 1, ansvarlig: kira}
                                                   ^^^^

    Riktig i baatplasser.yaml:

        baatplasser:
          - {id: B-1, tittel: Brygge 1, ansvarlig: kari}
    """
    yield from ukjente(register, BAATPLASS, "ansvarlig")


@regel("BAA002")
def slutter_foer_den_begynner(register: Register, _: date) -> Iterator[Problem]:
    """Leien slutter før den begynner.

    Da er den aldri leid ut.

    Galt i baatplasser.yaml:

        baatplasser:
          - {id: B-1, tittel: Brygge 1, fra: 2026-01-01, til: 2025-12-31}
                                                              ^^^^^^^^^^

    Riktig i baatplasser.yaml:

        baatplasser:
          - {id: B-1, tittel: Brygge 1, fra: 2025-01-01, til: 2025-12-31}
    """
    for baatplass in register.poster(BAATPLASS):
        if baatplass.fra and baatplass.til and baatplass.til < baatplass.fra:
            yield Problem(baatplass, ("til",), "leien slutter før den begynner")
'''

DATA = {
    "kontakter": "sektorer: []\nkontakter: [{id: kari, navn: Kari Nordmann}]\n",
    "maal": "satsingsomraader: []\n",
    "oppdrag": "aar: 2026\noppdrag: []\n",
    "baatplasser": """\
baatplasser:
  - {id: B-1, tittel: Brygge 1, ansvarlig: kari, til: 2026-12-31, egne: {arkivsak: 25/17}}
  - {id: B-2, tittel: Brygge 2, frist: 2026-06-30}
""",
}

Styring = Callable[..., Ended]


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The house with the kind in it."""
    root = tmp_path_factory.mktemp("hus")
    shutil.copytree(ROOT / "styring", root / "styring")
    (root / "styring/model/baatplass.py").write_text(MODEL, encoding="utf-8")
    (root / "styring/rules/baatplass.py").write_text(RULES, encoding="utf-8")
    path = root / "styring/slag.py"
    text = path.read_text(encoding="utf-8")
    for before, there in (
        ("    from styring.model.innmelding import", TYPES),
        ("SKJEMA: Filslag[", DESCRIPTION),
    ):
        assert text.count(before) == 1
        text = text.replace(before, f"{there}{before}")
    assert text.count("\nFILER = (") == 1
    path.write_text(text.replace("\nFILER = (", "\nFILER = (BAATPLASSFIL, "), encoding="utf-8")
    return root


@pytest.fixture
def styring(house: Path, tmp_path: Path) -> Styring:
    """Runs the program of that house, where the data are."""
    (tmp_path / "data").mkdir()
    for name, text in DATA.items():
        (tmp_path / "data" / f"{name}.yaml").write_text(text, encoding="utf-8")

    def run(*words: str, **more: str) -> Ended:
        return anew(cwd=tmp_path, PYTHONPATH=str(house), **more)(*words)

    return run


def test_it_takes_few_lines() -> None:
    """Three files, and no more lines than one can read at once."""
    parts = (MODEL, TYPES, DESCRIPTION, RULES)
    assert sum(len(part.splitlines()) for part in parts) <= 90
    code = [line for part in parts for line in part.splitlines() if line.strip()]
    assert len(code) <= 70


def test_its_records_are_listed(styring: Styring) -> None:
    """In the columns that are usual, people by name; found, sorted and chosen as other lists."""
    assert styring("baatplass", "list").out.splitlines() == [
        "Id   Tittel    Ansvarlig      Frist",
        "B-1  Brygge 1  Kari Nordmann",
        "B-2  Brygge 2                 30.06.2026",
    ]
    chosen = ("--kolonner", "id,til,egne.arkivsak", "--sorter=-id", "--format", "csv")
    assert styring("baatplass", "list", *chosen).out.splitlines()[1:] == [
        "B-2;;",
        "B-1;2026-12-31;25/17",
    ]
    (found,) = json.loads(styring("baatplass", "list", "--sok", "BRYGGE 1", "-f", "json").out)
    assert (found["id"], found["ansvarlig"], found["frist"]) == ("B-1", "kari", None)


def test_one_is_shown_whole(styring: Styring) -> None:
    """By an id that may be cut short; one that is not there is told with a way out."""
    assert styring("baatplass", "vis", "b-1").out.splitlines() == [
        "B-1  Brygge 1",
        "",
        "  Ansvarlig  Kari Nordmann",
        "  Til        31.12.2026",
        "",
        "Egne felt",
        "  arkivsak  25/17",
    ]
    wrong = styring("baatplass", "vis", "x")
    assert (wrong.status, wrong.err) == (
        2,
        "Feil: finner ikke båtplass med id «x»\nSe «styring baatplass list».\n",
    )


def test_one_is_made_changed_and_taken_away(styring: Styring, tmp_path: Path) -> None:
    """With the next id, each field as people write it; to the byte, and undone so."""
    path = tmp_path / "data" / "baatplasser.yaml"
    before = path.read_text(encoding="utf-8")
    given = ("Brygge 3", "--ansvarlig", "Kari", "--frist", "30. juni 2027", "--egne", "sak=25/18")
    made = styring("baatplass", "ny", *given)
    assert made.out.splitlines()[0] == "B-3 er opprettet i data/baatplasser.yaml."
    new = (
        "  - {id: B-3, tittel: Brygge 3, ansvarlig: kari, frist: 2027-06-30, egne: {sak: 25/18}}\n"
    )
    assert path.read_text(encoding="utf-8") == before + new
    changed = styring("baatplass", "endre", "b-2", "b-3", "--tittel", "Kai", "--fjern", "frist")
    assert changed.out.splitlines()[:2] == [f"B-{n} er endret: tittel og frist." for n in (2, 3)]
    assert "  - {id: B-2, tittel: Kai}\n" in path.read_text(encoding="utf-8")
    assert styring("baatplass", "fjern", "b-2").out.startswith("B-2 er fjernet.")
    for _ in range(3):
        assert styring("angre").status == 0
    assert path.read_text(encoding="utf-8") == before


def test_what_it_refers_to_is_not_taken_away_from_under_it(
    styring: Styring, tmp_path: Path
) -> None:
    """Who is responsible stays, until what refers to them is to let go of them too."""
    refused = styring("kontakt", "fjern", "kari")
    assert (refused.status, refused.err.splitlines()[:2]) == (
        3,
        [
            "Feil: kari kan ikke fjernes uten det som er under, og det som viser dit",
            "  data/baatplasser.yaml:2:44: båtplass B-1",
        ],
    )
    assert styring("kontakt", "fjern", "kari", "--med-alt").status == 0
    path = tmp_path / "data" / "baatplasser.yaml"
    assert "{id: B-1, tittel: Brygge 1, til: 2026-12-31," in path.read_text(encoding="utf-8")


def test_its_first_file_is_made_with_the_first_of_them(styring: Styring, tmp_path: Path) -> None:
    """Where there is none, and the id, which nothing tells then, is given."""
    path = tmp_path / "data" / "baatplasser.yaml"
    path.unlink()
    lacks = styring("baatplass", "ny", "Brygge 1")
    assert (lacks.status, lacks.err.splitlines()[0]) == (2, "Feil: en båtplass må ha id")
    assert styring("baatplass", "ny", "Brygge 1", "--id", "B-1").status == 0
    assert path.read_text(encoding="utf-8") == "baatplasser:\n  - id: B-1\n    tittel: Brygge 1\n"


def test_it_is_in_help_and_in_what_the_shell_offers(styring: Styring) -> None:
    """The group, what is in it, and its records by id."""
    assert "Båtplasser: list opp, vis, legg til, endre, fjern." in styring("--help").out
    assert "Vis alt om en båtplass." in styring("baatplass", "--help").out
    asked = {"_STYRING_COMPLETE": "complete_styring", "_STYRING_ORD": "baatplass\x1fvis\x1fb"}
    assert styring(**asked).out.splitlines() == ["B-1\tBrygge 1", "B-2\tBrygge 2"]


def test_its_ids_and_references_are_checked(styring: Styring, tmp_path: Path) -> None:
    """By the rules of all ids, and by its own."""
    assert styring("valider").out == "ingen feil\n"
    wrong = "baatplasser: [{id: A 1, tittel: t, ansvarlig: kira}, {id: b, tittel: t},"
    wrong += " {id: B, tittel: t, fra: 2026-02-01, til: 2026-01-31}]\n"
    (tmp_path / "data" / "baatplasser.yaml").write_text(wrong, encoding="utf-8")
    found = json.loads(styring("valider", "--format", "json").out)
    assert sorted(one["kode"] for one in found) == ["BAA001", "BAA002", "ID001", "ID002"]


def test_it_has_a_schema_with_what_there_is_to_refer_to(styring: Styring) -> None:
    """Its own words, and the people in the data."""
    schema = json.loads(styring("skjema", "baatplasser").out)
    assert schema["properties"]["baatplasser"]["title"] == "Båtplasser"
    assert schema["properties"]["baatplasser"]["description"] == "Båtplassene kommunen leier ut."
    fields = schema["$defs"]["Baatplass"]["properties"]
    assert fields["fra"]["description"] == "Den første dagen båtplassen er leid ut."
    assert fields["ansvarlig"]["anyOf"][0]["enumDescriptions"] == ["Kari Nordmann"]


def test_only_what_is_for_all_goes_out_of_it(house: Path, tmp_path: Path) -> None:
    """Who is responsible is intern, as the model says; the rest is not."""
    code = """
from pathlib import Path
from styring.offentlig.doer import offentlig
from styring.register.lasting import last
from styring.slag import BAATPLASS
first = offentlig(last(Path("data"))).poster(BAATPLASS)[0]
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
    assert ended.stdout == "B-1 Brygge 1 None 2026-12-31 None\n"
