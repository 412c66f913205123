"""`styring valider --rett` mends what has one right answer, through the door, and nothing else."""

import shutil
import tempfile
import unicodedata
from datetime import date
from pathlib import Path

import pytest
import yaml
from conftest import DATA, ROOT
from driver import styring
from hypothesis import given, settings
from hypothesis import strategies as st

from styring.change.plan import plan
from styring.change.retting import rett
from styring.register.lasting import last
from styring.rules.kjoering import rettelige

DAG = date(2023, 9, 15)
KONTAKTER = """\
sektorer:
  - {kode: SOS, navn: Samfunn, direktoer: Kari}  # ikke slik: kari
  - {kode: TEK, navn: Teknisk, direktoer: kari}
kontakter:
  - {id: kari, navn: Kari Nordmann}
"""
OPPDRAG = """\
aar: 2023
oppdrag:
  - id: SOS-2023-01
    tittel: Lage  en pla\u030an   # to mellomrom
    sektor: sos
    delansvar: [tek, FINNES_IKKE]
    oppgaver:
      - {tittel: Skrive utkast}
      - {id: sos-2023-01.3, tittel: Sende på høring, ansvarlig: KARI}
      - tittel: Vedta
    egne: {navn: to  mellomrom}
"""
RIGHT = {
    "Lage  en pla\u030an": "Lage en plån",
    "sektor: sos": "sektor: SOS",
    "[tek,": "[TEK,",
    "{tittel: Skrive": "{id: SOS-2023-01.4, tittel: Skrive",
    "sos-2023-01.3": "SOS-2023-01.3",
    "KARI": "kari",
    "- tittel: Vedta": "- id: SOS-2023-01.5\n        tittel: Vedta",
}


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder with faults of many kinds."""
    (tmp_path / "kontakter.yaml").write_text(KONTAKTER, encoding="utf-8")
    (tmp_path / "maal.yaml").write_text("satsingsomraader: []\n", encoding="utf-8")
    (tmp_path / "oppdrag.yaml").write_text(OPPDRAG, encoding="utf-8")
    return tmp_path


def texts(folder: Path) -> dict[str, str]:
    """The data files of a folder."""
    return {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.yaml")}


def test_letters_in_parts_are_said_to_be_mended_so(data: Path) -> None:
    """Nobody is asked to type again what a command mends."""
    found = styring("valider", str(data)).out
    assert "TXT001" in found
    assert "Rett det med «styring valider --rett»" in found


def test_what_has_one_right_answer_is_mended_at_once(data: Path) -> None:
    """Just those values change; what is left is shown after and decides the exit status."""
    right = OPPDRAG
    for old, new in RIGHT.items():
        assert old in right
        right = right.replace(old, new)
    ended = styring("valider", "--rett", str(data))
    assert ended.status == 1
    assert "ukjent sektor «FINNES_IKKE»" in ended.out
    assert ended.out.endswith("\n1 feil\n")
    assert texts(data)["oppdrag.yaml"] == right
    assert texts(data)["kontakter.yaml"] == KONTAKTER.replace("Kari}", "kari}")
    assert "rettet KON001 til «kari»" in ended.out
    again = styring("valider", "--rett", str(data))
    assert again.status == 1
    assert again.out.startswith("Det er ingenting å rette som har bare ett riktig svar.\n")
    assert texts(data)["oppdrag.yaml"] == right


def test_mending_is_undone_to_the_byte(data: Path) -> None:
    """It is one step, as other changes."""
    before = texts(data)
    styring("valider", "--rett", str(data))
    assert styring("angre", "--data", str(data)).status == 0
    assert texts(data) == before


def test_diff_writes_nothing(data: Path) -> None:
    """The lines as they would be are shown."""
    before = texts(data)
    ended = styring("valider", "--rett", "--diff", str(data))
    assert ended.status == 0
    assert "+    sektor: SOS" in ended.out
    assert texts(data) == before
    assert not (data / ".styring").exists()


def test_clean_data_are_left_alone(tmp_path: Path) -> None:
    """With nothing to mend that is said, and not a byte changes."""
    for source in (DATA, ROOT / "eksempel"):
        folder = tmp_path / source.name
        shutil.copytree(source, folder, ignore=shutil.ignore_patterns(".styring"))
        ended = styring("valider", "--rett", str(folder), "--dato", "2025-09-15")
        assert ended.out.startswith("Det er ingenting å rette")
        assert texts(folder) == texts(source)


@pytest.mark.parametrize("words", [("--diff",), ("--rett", "--format", "json")])
def test_wrong_use_is_refused(words: tuple[str, ...], data: Path) -> None:
    """A diff of nothing, and lines of text in the middle of JSON."""
    assert styring("valider", str(data), *words).status == 2


LETTERS = st.text(st.sampled_from("aå- \n\u030a\u00ad.bA"), min_size=1, max_size=12)
REFERENCES = st.sampled_from(["SOS", "sos", "Sos", "TEK", "tek", "XXX"])


@settings(max_examples=settings().max_examples // 2)
@given(LETTERS, LETTERS, REFERENCES, st.lists(REFERENCES, max_size=2), st.booleans())
def test_nothing_that_can_be_mended_is_left(
    tittel: str, kilde: str, sektor: str, delansvar: list[str], lacks: bool
) -> None:
    """After it no such fault remains, and texts differ in spaces, hyphens and Unicode form only."""
    oppgave = {"tittel": tittel} if lacks else {"id": "sos-2023-01.1", "tittel": tittel}
    oppdrag = {
        "id": "SOS-2023-01",
        "tittel": tittel,
        "sektor": sektor,
        "delansvar": delansvar,
        "oppgaver": [oppgave],
        "kilde": kilde,
        "egne": {"x": tittel},
    }
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder)
        (data / "kontakter.yaml").write_text(KONTAKTER, encoding="utf-8")
        (data / "maal.yaml").write_text("satsingsomraader: []\n", encoding="utf-8")
        text = yaml.safe_dump({"aar": 2023, "oppdrag": [oppdrag]}, allow_unicode=True)
        (data / "oppdrag.yaml").write_text(text, encoding="utf-8")
        before = last(data, skadde=True)
        made = plan(before, rett(before, DAG).endringer, DAG)
        for file in made.files:
            file.old.sti.write_bytes(file.new.kilde.encoded)
        after = last(data, skadde=True)
        assert list(rettelige(after, DAG)) == []
        (new,) = [f.dokument.value for f in after.filer if f.slag.navn == "oppdrag"]
    (there,) = new["oppdrag"]
    assert there["egne"] == oppdrag["egne"]
    assert there["sektor"].lower() == sektor.lower()
    assert [kode.lower() for kode in there["delansvar"]] == [kode.lower() for kode in delansvar]
    assert there["oppgaver"][0]["id"] == "SOS-2023-01.1"
    for old, mended in ((tittel, there["tittel"]), (kilde, there["kilde"])):
        assert bare(mended) == bare(old)


def bare(text: str) -> str:
    """A text without what mending may change."""
    return unicodedata.normalize("NFC", text.replace("\u00ad", "")).replace(" ", "")


WORDS = """\
aar: 2023
oppdrag:
  - id: SOS-2023-01
    tittel: Lage en plan
    sektor: SOS
    rapporter:
      - {periode: 2023-T1, dato: 2023-05-05, status: Under arbeid, vurdering: grønn}  # avtalt
      - {periode: 2023-T2, dato: 2023-09-05, status: satt på vnt, vurdering: blå}
"""


def test_words_as_people_read_them_are_mended(data: Path) -> None:
    """What has one reading is written as files have it; nobody has to know how that is."""
    (data / "oppdrag.yaml").write_text(WORDS, encoding="utf-8")
    vedtak = "vedtak:\n  - {id: V-2023-01, tittel: Male broen, type: Verbal}\n"
    (data / "vedtak.yaml").write_text(vedtak, encoding="utf-8")
    found = " ".join(styring("valider", str(data)).out.split())
    for said in (
        "«Under arbeid» skrives «under_arbeid» her",
        "Skriv «status: under_arbeid», eller rett det med «styring valider --rett».",
        "Mente du «satt på vent»? Skriv «status: satt_paa_vent».",
        "Velg blant grønn, gul og rød. «styring valider --rett» skriver det slik filen skal ha",
    ):
        assert said in found
    ended = styring("valider", "--rett", str(data))
    assert "rettet FELT004 til «status: under_arbeid»" in ended.out
    assert texts(data)["oppdrag.yaml"] == WORDS.replace("Under arbeid", "under_arbeid").replace(
        "grønn", "groenn"
    )
    assert texts(data)["vedtak.yaml"] == vedtak.replace("Verbal", "verbal")
