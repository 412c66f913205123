"""Whether the municipality's own data says what its sources say, word for word, and no more.

The excerpts in `tests/kilder/` are the tables of the sources as they came out of the PDF and the
web page. Each test builds the running text of a table back from the data and compares.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[1]
FILES = ("kommune.yaml", "kontakter.yaml", "maal.yaml", "oppdrag.yaml")

# Texts of the tables that are no part of any goal: column headings, here also repeated at a page
# break, and the line under each table whose pictures are lost.
MAAL_HEADING = "Hovedmål Delmål Ansvar"
MAAL_FN_LINE = "Hovedmål og delmål følger opp FNs bærekraftsmål:"

# Texts of the contact table that are no part of any contact. «Arne» is the source's own slip.
KONTAKT_HEADING = "Navn Tittel Telefon Epost"
KONTAKT_PICTURES = (
    "Mari Lie Venjum - Klikk for stort bilde",
    "Henrik Backe Langum - Klikk for stort bilde",
    "Arne Gudbrandsdottir - Klikk for stort bilde",
    "Jan-Bendix Byhring - Klikk for stort bilde",
)

Post = dict[str, Any]


def load(name: str) -> Post:
    """The content of a data file, every scalar as text."""
    text = (ROOT / "data" / name).read_text(encoding="utf-8")
    data: Post = yaml.load(text, Loader=yaml.BaseLoader)
    return data


def collapse(text: str) -> str:
    """The text on one line, each run of white space (no-break spaces too) as one space."""
    return " ".join(text.split())


def excerpt(name: str) -> str:
    """A table of the sources, on one line."""
    return collapse((ROOT / "tests" / "kilder" / name).read_text(encoding="utf-8"))


def drop(text: str, phrase: str, *, times: int) -> str:
    """The text without a phrase, which must stand in it exactly so many times."""
    assert text.count(phrase) == times, phrase
    return collapse(text.replace(phrase, ""))


def all_hovedmaal() -> list[Post]:
    """Every hovedmål, in the order of the file."""
    return [h for omraade in load("maal.yaml")["satsingsomraader"] for h in omraade["hovedmaal"]]


def all_delmaal() -> list[Post]:
    """Every delmål, in the order of the file."""
    return [delmaal for hovedmaal in all_hovedmaal() for delmaal in hovedmaal["delmaal"]]


def maal_parts() -> Iterator[str]:
    """Every title and every list of sectors, in the order in which the goal tables have them."""
    for omraade in load("maal.yaml")["satsingsomraader"]:
        yield omraade["tittel"]
        for hovedmaal in omraade["hovedmaal"]:
            yield hovedmaal["tittel"]
            for delmaal in hovedmaal["delmaal"]:
                yield delmaal["tittel"]
                yield ", ".join(delmaal["ansvar"])


def scalars(value: object, key: str = "") -> Iterator[tuple[str, object]]:
    """Every scalar in the data with the nearest key above it."""
    if isinstance(value, dict):
        for name, child in value.items():
            yield from scalars(child, str(name))
    elif isinstance(value, list):
        for child in value:
            yield from scalars(child, key)
    else:
        yield key, value


# The files


@pytest.mark.parametrize("name", FILES)
def test_file_is_nfc_with_lf_and_one_newline_at_the_end(name: str) -> None:
    """A file reads the same on every machine and gives no noise in a diff."""
    text = (ROOT / "data" / name).read_bytes().decode("utf-8")
    assert unicodedata.is_normalized("NFC", text)
    assert "\r" not in text
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert re.findall(r"[ \t]+$", text, flags=re.MULTILINE) == []


@pytest.mark.parametrize("name", FILES)
def test_file_opens_with_a_comment(name: str) -> None:
    """Whoever opens a file first reads what it is and where it comes from."""
    assert (ROOT / "data" / name).read_text(encoding="utf-8").startswith("# ")


@pytest.mark.parametrize("name", FILES)
def test_only_years_are_numbers_to_a_yaml_1_1_reader(name: str) -> None:
    """Other programs read every text as text: what they would misread is quoted."""
    data = yaml.safe_load((ROOT / "data" / name).read_text(encoding="utf-8"))
    for key, value in scalars(data):
        assert isinstance(value, int if key in {"aar", "fra", "til"} else str), (key, value)


# oppdrag.yaml


def test_oppdrag_build_the_table_of_the_source() -> None:
    """Every title and sector, and their order, is the source's."""
    rows = [f"{o['tittel']} {o['sektor']}" for o in load("oppdrag.yaml")["oppdrag"]]
    assert " ".join(["Oppdrag Delegert til", *rows]) == excerpt("oppdrag.txt")


def test_oppdrag_say_only_what_the_source_says() -> None:
    """No deadline, status, link or holder is made up for the real municipality."""
    data = load("oppdrag.yaml")
    assert {key: data[key] for key in data if key != "oppdrag"} == {
        "aar": "2023",
        "kilde": "Styringsbrev 2023, kapittel 3",
    }
    assert {tuple(o) for o in data["oppdrag"]} == {("id", "tittel", "sektor")}


def test_oppdrag_are_numbered_within_their_sector() -> None:
    """An id is sector, year and the place among the sector's own oppdrag."""
    data = load("oppdrag.yaml")
    seen: Counter[str] = Counter()
    for oppdrag in data["oppdrag"]:
        sektor = oppdrag["sektor"]
        seen[sektor] += 1
        assert oppdrag["id"] == f"{sektor}-{data['aar']}-{seen[sektor]:02d}"


def test_oppdrag_are_32_over_six_sectors() -> None:
    """The counts are those a person gets from the table."""
    assert Counter(o["sektor"] for o in load("oppdrag.yaml")["oppdrag"]) == {
        "KUL": 8,
        "STYV": 7,
        "SOS": 5,
        "OUS": 5,
        "TEK": 4,
        "HOM": 3,
    }


# maal.yaml


def test_maal_build_the_tables_of_the_source() -> None:
    """Every title and list of sectors, and their order, is the source's."""
    source = drop(excerpt("maal.txt"), MAAL_FN_LINE, times=4)
    source = drop(source, MAAL_HEADING, times=5)
    assert " ".join(maal_parts()) == source


def test_maal_say_only_what_the_source_says() -> None:
    """No FN goal is guessed: the pictures are lost from the text."""
    data = load("maal.yaml")
    omraader = data["satsingsomraader"]
    assert list(data) == ["kilde", "satsingsomraader"]
    assert data["kilde"] == "Styringsbrev 2023, kapittel 2"
    assert {tuple(o) for o in omraader} == {("id", "tittel", "fn_maal", "hovedmaal")}
    assert [o["fn_maal"] for o in omraader] == [[], [], [], []]
    assert {tuple(h) for h in all_hovedmaal()} == {("id", "tittel", "delmaal")}
    assert {tuple(d) for d in all_delmaal()} == {("id", "tittel", "ansvar")}


def test_maal_ids_follow_the_hierarchy() -> None:
    """The id of a goal begins with the id of the goal above it."""
    omraader = load("maal.yaml")["satsingsomraader"]
    assert [o["id"] for o in omraader] == ["TF", "BB", "BU", "TT"]
    for omraade in omraader:
        for i, hovedmaal in enumerate(omraade["hovedmaal"], start=1):
            assert hovedmaal["id"] == f"{omraade['id']}{i}"
            for j, delmaal in enumerate(hovedmaal["delmaal"], start=1):
                assert delmaal["id"] == f"{hovedmaal['id']}.{j}"


def test_maal_are_counted_per_satsingsomraade() -> None:
    """Four areas hold 3, 1, 1, 1 hovedmål and 7, 3, 3, 3 delmål."""
    hovedmaal = [o["hovedmaal"] for o in load("maal.yaml")["satsingsomraader"]]
    assert [len(of_area) for of_area in hovedmaal] == [3, 1, 1, 1]
    assert [sum(len(h["delmaal"]) for h in of_area) for of_area in hovedmaal] == [7, 3, 3, 3]


def test_maal_have_47_responsibilities() -> None:
    """Each sector is responsible for as many delmål as in the source."""
    assert Counter(kode for delmaal in all_delmaal() for kode in delmaal["ansvar"]) == {
        "KUL": 11,
        "HOM": 10,
        "TEK": 8,
        "SOS": 8,
        "OUS": 6,
        "STYV": 4,
    }


# kontakter.yaml


def test_kontakter_build_the_table_of_the_source() -> None:
    """Every name, title, telephone and e-mail address, and their order, is the source's."""
    source = drop(excerpt("kontakter.txt"), KONTAKT_HEADING, times=1)
    for picture in KONTAKT_PICTURES:
        source = drop(source, picture, times=1)
    rows = [
        f"{k['navn']} {k['stilling']} {k['telefon']} {k['epost']}"
        for k in load("kontakter.yaml")["kontakter"]
    ]
    assert " ".join(rows) == source


def test_kontakter_fields_hold_what_their_keys_say() -> None:
    """No word has slid from one cell of the table to the next."""
    kontakter = load("kontakter.yaml")["kontakter"]
    keys = ("id", "navn", "stilling", "sektor", "telefon", "epost")
    assert {tuple(k) for k in kontakter} == {keys}
    for kontakt in kontakter:
        assert kontakt["epost"] == f"{kontakt['id']}@lorenskog.kommune.no"
        assert re.fullmatch(r"\d{3} \d{2} \d{3}", kontakt["telefon"])
        assert kontakt["sektor"] == "SOS"
    assert [(k["navn"], k["stilling"]) for k in kontakter] == [
        ("Else Pran", "Direktør Strategi og samfunnsutvikling"),
        ("Kari Westgaard Berg", "Fagsjef plan og miljø"),
        ("Lillian Jahr Oterholt", "Spesialrådgiver"),
        ("Camilla Håltem", "Næringssjef"),
        ("Mari Lie Venjum", "Spesialrådgiver innovasjon"),
        ("Henrik Backe Langum", "Arealplanlegger"),
        ("Arna Gudbrandsdottir", "Byutviklingssjef"),
        ("Jan-Bendix Byhring", "Spesialrådgiver"),
    ]


def test_sektorer_are_those_the_source_and_the_inference_give() -> None:
    """Six sectors in the order of the oppdrag; director and fields of work for SOS alone."""
    data = load("kontakter.yaml")
    assert list(data) == ["kilde", "sektorer", "kontakter"]
    assert data["kilde"] == "Kommunens nettside for Strategi og samfunnsutvikling"
    assert data["sektorer"] == [
        {
            "kode": "SOS",
            "navn": "Strategi og samfunnsutvikling",
            "direktoer": "elspra",
            "arbeidsfelt": [
                "Kommuneplan samfunnsdel",
                "Stedsutvikling",
                "Medvirkning - Innbyggerdialog",
                "Miljø og klima",
                "Mobilitet - Samferdsel",
                "Innovasjon - Pilotprosjekter",
                "Næringsutvikling",
            ],
        },
        {"kode": "STYV", "navn": "Styring og virksomhetsutvikling"},
        {"kode": "HOM", "navn": "Helse, omsorg og mestring"},
        {"kode": "OUS", "navn": "Oppvekst og utdanning"},
        {"kode": "TEK", "navn": "Teknisk"},
        {"kode": "KUL", "navn": "Kultur"},
    ]


# kommune.yaml


def test_kommune_says_what_the_source_and_the_national_register_say() -> None:
    """Name, vision, values and kommunedirektør, and no reporting period, since none is dated."""
    assert load("kommune.yaml") == {
        "kilde": "Styringsbrev 2023",
        "navn": "Lørenskog kommune",
        "visjon": "Lørenskog – grønn, trygg og mangfoldig",
        "verdier": ["åpen", "troverdig", "engasjert"],
        "kommunedirektoer": "Ragnar Christoffersen",
        "kommunenummer": [
            {"nummer": "3029", "fra": "2020", "til": "2023"},
            {"nummer": "3222", "fra": "2024"},
        ],
    }


# Across the files


def test_ids_are_unique_without_regard_to_case() -> None:
    """An id typed in any case means one thing only."""
    kontakter = load("kontakter.yaml")
    ids = [
        *(o["id"] for o in load("oppdrag.yaml")["oppdrag"]),
        *(o["id"] for o in load("maal.yaml")["satsingsomraader"]),
        *(h["id"] for h in all_hovedmaal()),
        *(d["id"] for d in all_delmaal()),
        *(s["kode"] for s in kontakter["sektorer"]),
        *(k["id"] for k in kontakter["kontakter"]),
    ]
    counts = Counter(i.casefold() for i in ids)
    assert [i for i, count in counts.items() if count > 1] == []


def test_sectors_named_anywhere_are_listed() -> None:
    """Every sector code leads to a sector, and the sectors stand in the order of the oppdrag."""
    kontakter = load("kontakter.yaml")
    oppdrag = load("oppdrag.yaml")["oppdrag"]
    koder = [s["kode"] for s in kontakter["sektorer"]]
    assert koder == list(dict.fromkeys(o["sektor"] for o in oppdrag))
    assert {k["sektor"] for k in kontakter["kontakter"]} <= set(koder)
    assert {kode for delmaal in all_delmaal() for kode in delmaal["ansvar"]} <= set(koder)


def test_direktoer_of_a_sector_is_a_contact_in_it() -> None:
    """The director's id leads to a person of that sector."""
    data = load("kontakter.yaml")
    sektor_of = {k["id"]: k["sektor"] for k in data["kontakter"]}
    led = [s for s in data["sektorer"] if "direktoer" in s]
    assert [sektor_of.get(s["direktoer"]) for s in led] == [s["kode"] for s in led] == ["SOS"]
