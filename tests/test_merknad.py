"""Text that is lost because it stands behind a number sign, and comments that are just that."""

import shutil
from pathlib import Path

import pytest
from conftest import DATA, RIK, ROOT
from driver import styring

from styring.yamlfile.read import read

ANNEN = ROOT / "tests" / "annen"
HEAD = "aar: 2023\noppdrag:\n  - id: SOS-2023-01\n    sektor: SOS\n"
# The field as it stands, and as it is mended; None where what it should be is not sure.
LOST: list[tuple[str, str | None]] = [
    ("tittel: Rydde, se sak #12. Vi mangler penger.",
     'tittel: "Rydde, se sak #12. Vi mangler penger."'),
    ("tittel: Rydde sak # 12 og 13", 'tittel: "Rydde sak # 12 og 13"'),
    ("tittel: Rydde stien og # plassen", 'tittel: "Rydde stien og # plassen"'),
    ("tittel: Rydde stien, # plassen", 'tittel: "Rydde stien, # plassen"'),
    ("tittel: Rydde (se # tre) her", 'tittel: "Rydde (se # tre) her"'),
    ("tittel: Dele bilder #sommer i Tenkevik.", 'tittel: "Dele bilder #sommer i Tenkevik."'),
    ("tittel: Ringe tlf. # 12", 'tittel: "Ringe tlf. # 12"'),
    ("tittel: Plan #2", 'tittel: "Plan #2"'),
    ("tittel: Rydde stien\n      før sak #12 kommer", 'tittel: "Rydde stien før sak #12 kommer"'),
    ("tittel: T\n    egne:\n      merke: #12 er viktig",
     'tittel: T\n    egne:\n      merke: "#12 er viktig"'),
    ("tittel: T\n    egne: {merke: Se sak #12 i dag\n      }",
     'tittel: T\n    egne: {merke: "Se sak #12 i dag"\n      }'),
    ("tittel: T\n    egne: {merke: Se sak #12, andre: b\n      }", None),
    ("tittel: T\n    egne:\n      - Se sak #12 i dag\n      - b # c",
     'tittel: T\n    egne:\n      - "Se sak #12 i dag"\n      - b # c'),
    ("tittel: Rydde # Vi mangler penger. Det haster.",
     'tittel: "Rydde # Vi mangler penger. Det haster."'),
    ("beskrivelse: Vi er i gang # Vi er få, jf. Kari. Det haster! Nå må vi rydde\n    tittel: T",
     'beskrivelse: "Vi er i gang # Vi er få, jf. Kari. Det haster! Nå må vi rydde"\n    tittel: T'),
    ("tittel: Rydde # (se vedlegg). Det haster, og vi mangler penger",
     'tittel: "Rydde # (se vedlegg). Det haster, og vi mangler penger"'),
    *((f"tittel: T\n    egne:\n      - Eiendom #{ord_} bygg",
       f'tittel: T\n    egne:\n      - "Eiendom #{ord_} bygg"')
      for ord_ in (" og", "og", " eller", " men", " Men", " som", " fordi", " at", " og/eller")),
    ("tittel: Skolesjef # 1 av to i kommunen", 'tittel: "Skolesjef # 1 av to i kommunen"'),
    ("tittel: Se 'A' og sak #3 \"B\"", 'tittel: "Se \'A\' og sak #3 \\"B\\""'),
]  # fmt: skip
COMMENTS = [
    "tittel: Rydde stien # to mellomrom",
    "tittel: Rydde stien  # 12 dager igjen",
    "tittel: Rydde stien #sjekk med Kari",
    "tittel: Skape byer det er godt å bo i # fra visjonen",
    "tittel: Vite hva folk skal leve av # fra planen",
    "tittel: Følge opp vedtak # fra 2022, og mer.",
    "tittel: Rydde stien # må avklares. Spør Kari, se sak #12.",
    *("tittel: Rydde stien # Avklares med Kari.", "tittel: Rydde # Spør f.eks. Kari Nordmann"),
    *(
        "tittel: Rydde # Se kap. Veier og gater, nr. To og tre",
        "tittel: Rydde # Kari K. Moe vet det",
    ),
    *("tittel: Rydde # ogsaa i fjor", "tittel: Rydde # 1 gang", "tittel: Rydde # menyen, atlaset"),
    "tittel: Rydde\n    egne:\n      kode: SOS # og TEK. Det haster. Vi venter.",
    "tittel: 'Rydde, se sak' #12. Vi mangler penger.",
    'tittel: "Rydde sak #12"',
    "tittel: Rydde sak#12",
    "tittel: |\n      Rydde sak #12 og\n      mer",
    "tittel: T\n    frist: 2023-12-31 #2. forsøk",
    "tittel: T\n    delmaal: [XY1.2,  # det første\n      XY1.3]",
    "tittel: T\n    # Rydde, se sak #12. Vi mangler penger.",
    "tittel: T # Rydde, se sak #12. Vi mangler penger.",
]


def folder(made: Path, field: str) -> Path:
    """A data folder with one oppdrag that has a field."""
    (made / "kontakter.yaml").write_text(
        "sektorer:\n  - {kode: SOS, navn: Samfunn}\n", encoding="utf-8"
    )
    (made / "maal.yaml").write_text("satsingsomraader: []\n", encoding="utf-8")
    (made / "oppdrag.yaml").write_text(f"{HEAD}    {field}\n", encoding="utf-8")
    return made


@pytest.mark.parametrize(("field", "right"), LOST)
def test_text_that_is_lost_is_told_of_and_kept_by_mending(
    tmp_path: Path, field: str, right: str | None
) -> None:
    """It is shown where the text stands, and quotes take all of the line; other bytes stay."""
    made = folder(tmp_path, field)
    found = styring("valider", str(made))
    assert found.out.count("TXT006") == 1
    assert "er en merknad, og blir ikke med" in found.out
    assert ("«styring valider --rett»" in found.out) is (right is not None)
    styring("valider", "--rett", str(made))
    text = (made / "oppdrag.yaml").read_text(encoding="utf-8")
    assert text == f"{HEAD}    {right or field}\n"
    if right:
        assert "TXT006" not in styring("valider", str(made)).out
        assert "#" in str(read("oppdrag.yaml", text.encode()).value)


@pytest.mark.parametrize("field", COMMENTS)
def test_comment_that_is_one_is_left_in_peace(tmp_path: Path, field: str) -> None:
    """Not a word is said of it, and mending lets it stand."""
    made = folder(tmp_path, field)
    assert "TXT006" not in styring("valider", str(made)).out
    before = (made / "oppdrag.yaml").read_bytes()
    styring("valider", "--rett", str(made))
    assert (made / "oppdrag.yaml").read_bytes() == before


@pytest.mark.parametrize("source", [DATA, ROOT / "eksempel", RIK, ANNEN], ids=lambda p: p.name)
def test_files_that_people_have_give_no_false_alarm(tmp_path: Path, source: Path) -> None:
    """All comments in them are just that."""
    made = shutil.copytree(source, tmp_path / source.name)
    assert "TXT006" not in styring("valider", "--alle", str(made)).out
