"""An id that is given twice: nothing changes one of the two, and both are not shown in silence."""

from pathlib import Path

import pytest
from driver import Ended, styring

DAG = ("--dato", "2026-05-10")
KONTAKTER = """\
sektorer:
  - {kode: TEK, navn: Teknikk, direktoer: eva}
  - {kode: OPV, navn: Oppvekst, direktoer: per}
kontakter:
  - {id: eva, navn: Eva Havnes}
  - {id: per, navn: Per Lunde}
"""
MAAL = """\
satsingsomraader:
  - id: A
    tittel: Trygt
    delmaal:
      - id: A1
        tittel: Ingen ulykker
"""
OPPDRAG = """\
aar: 2026
oppdrag:
  - id: TEK-2026-01
    tittel: Sikre skoleveiene
    sektor: TEK
    oppgaver:
      - {id: TEK-2026-01.1, tittel: Bygge gangvei}
  - id: TEK-2026-02
    tittel: Skifte gatelysene
    sektor: TEK
"""
VEDTAK = """\
vedtak:
  - {id: V-2026-01, tittel: Lys i Storgata, type: politisk, dato: 2026-02-01, sektor: TEK}
"""
AARSHJUL = """\
hendelser:
  - {id: H1, tittel: Budsjett, spor: politisk, tid: 2026-06}
"""
FILER = {
    "kontakter.yaml": KONTAKTER,
    "maal.yaml": MAAL,
    "oppdrag/tek.yaml": OPPDRAG,
    "vedtak.yaml": VEDTAK,
    "aarshjul.yaml": AARSHJUL,
}


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder without a fault, in the folder that is stood in."""
    monkeypatch.chdir(tmp_path)
    for name, text in FILER.items():
        path = tmp_path / "data" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path / "data"


def add(data: Path, name: str, text: str) -> None:
    """Adds lines to a file, which may not be there yet."""
    (data / name).parent.mkdir(exist_ok=True)
    with (data / name).open("a", encoding="utf-8") as file:
        file.write(text)


def unchanged(data: Path, *words: str) -> Ended:
    """What a command ended with that left every file as it was."""
    before = {path: path.read_bytes() for path in data.rglob("*.yaml")}
    ended = styring(*words, *DAG)
    assert {path: path.read_bytes() for path in data.rglob("*.yaml")} == before
    return ended


TWICE = {
    "oppdrag": ("oppdrag/opv.yaml", OPPDRAG.partition("  - id: TEK-2026-02")[0], 3),
    "oppgave": (
        "oppdrag/opv.yaml",
        """\
aar: 2026
oppdrag:
  - id: OPV-2026-01
    tittel: Male
    sektor: OPV
    oppgaver:
      - {id: TEK-2026-01.1, tittel: Kjøpe maling}
""",
        7,
    ),
    "vedtak": (
        "vedtak.yaml",
        "  - {id: v-2026-01, tittel: Nye benker, type: verbal, sektor: TEK}\n",
        3,
    ),
    "kontakt": ("kontakter.yaml", "  - {id: EVA, navn: Eva Berg}\n", 7),
    "sektor": ("kontakter/mer.yaml", "sektorer:\n  - {kode: TEK, navn: Teknologi}\n", 2),
    "maal": ("maal.yaml", "      - {id: A1, tittel: Noe annet}\n", 7),
}
"""For each kind: the file that gets more, what it gets, and the line on which the id is there."""


def twice(data: Path, kind: str) -> tuple[str, int]:
    """Gives an id of a kind once more; in which file, and on which line."""
    name, text, line = TWICE[kind]
    add(data, name, text)
    return name, line


WAYS = [
    ("oppdrag", "status oppdater tek-1 --status ferdig", "TEK-2026-01"),
    ("oppdrag", "status oppdater tek-1.1 --status ferdig", "TEK-2026-01"),
    ("oppdrag", "status oppdater --fra skjema.csv", "TEK-2026-01"),
    ("oppdrag", "oppdrag endre tek-1 --frist 2026-K4", "TEK-2026-01"),
    ("oppdrag", "oppdrag endre tek-1 --frist 2026-K4 --diff", "TEK-2026-01"),
    ("oppdrag", "oppdrag deleger tek-1 --til per", "TEK-2026-01"),
    ("oppdrag", "oppdrag knytt tek-1 --delmaal A1", "TEK-2026-01"),
    ("oppdrag", "oppdrag del-opp tek-1 Skilte", "TEK-2026-01"),
    ("oppdrag", "vedtak knytt v-1 --oppdrag tek-1", "TEK-2026-01"),
    ("oppdrag", "nytt-aar 2027", "TEK-2026-01"),
    ("oppgave", "status oppdater tek-2026-01.1 --status ferdig", "TEK-2026-01.1"),
    ("oppgave", "oppdrag endre tek-2026-01.1 --merknad Bestilt", "TEK-2026-01.1"),
    ("vedtak", "vedtak endre v-2026-01 --organ Kommunestyret", "V-2026-01"),
    ("vedtak", "vedtak deleger v-2026-01 --til per", "V-2026-01"),
    ("vedtak", "status oppdater v-2026-01 --status ferdig", "V-2026-01"),
    ("kontakt", "oppdrag deleger tek-1 --til eva", "eva"),
    ("kontakt", "oppdrag del-opp tek-1 Skilte --ansvarlig eva", "eva"),
    ("kontakt", "status oppdater tek-1 --status ferdig --av eva", "eva"),
    ("sektor", "oppdrag ny Feie --sektor tek", "TEK"),
    ("sektor", "vedtak endre v-1 --sektor tek", "TEK"),
    ("maal", "oppdrag knytt tek-1 --delmaal a1", "A1"),
]


@pytest.mark.parametrize(("kind", "words", "id_"), WAYS)
def test_change_that_may_be_of_two_is_refused(kind: str, words: str, id_: str, data: Path) -> None:
    """Whatever way in, with both places named, and nothing is changed."""
    name, line = twice(data, kind)
    (data.parent / "skjema.csv").write_text("id;status\nTEK-2026-01;ferdig\n", encoding="utf-8")
    ended = unchanged(data, *words.split())
    assert (ended.status, ended.out) == (3, "")
    first = ended.err.splitlines()[0]
    assert first.lower().startswith(f"feil: {id_.lower()} er gitt to ganger")
    assert f"data/{name}:{line}" in ended.err
    assert ended.err.endswith("Ingenting er endret.\n")


def test_every_place_of_what_is_given_more_than_twice_is_named(data: Path) -> None:
    """Copies from two machines are there beside the file they are copies of."""
    first = next(path for path in data.rglob("*.yaml") if "TEK-2026-01" in path.read_text("utf-8"))
    names = (first.name, f"{first.stem} (1).yaml", f"{first.stem}-PC1.yaml")
    (data / "oppdrag").mkdir(exist_ok=True)
    for name in names:
        (data / "oppdrag" / name).write_bytes(first.read_bytes())
    if first.parent != data / "oppdrag":
        first.unlink()
    ended = unchanged(data, "oppdrag", "endre", "tek-1", "--frist", "2026-K4")
    assert ended.status == 3
    assert "TEK-2026-01 er gitt 3 ganger" in ended.err
    assert all(f"data/oppdrag/{name}:" in ended.err for name in names), ended.err


def test_other_records_are_changed_as_before(data: Path) -> None:
    """What has an id of its own is not held up, not even in a file with a doubled one."""
    twice(data, "oppdrag")
    assert styring("oppdrag", "endre", "tek-2026-02", "--frist", "2026-K4", *DAG).status == 0
    assert styring("status", "oppdater", "tek-2026-02", "--status", "ferdig", *DAG).status == 0
    assert styring("angre").status == 0


def test_twin_that_cannot_be_read_counts_as_one(data: Path) -> None:
    """The change would else go to the one without a fault, which may be the wrong one."""
    text = TWICE["oppdrag"][1].replace("sektor: TEK", "sektor: [TEK]")
    (data / "oppdrag" / "opv.yaml").write_text(text, encoding="utf-8")
    ended = unchanged(data, "oppdrag", "endre", "tek-2026-01", "--frist", "2026-K4")
    assert ended.status == 3
    assert "Det står i data/oppdrag/tek.yaml:3 og i data/oppdrag/opv.yaml, som det er feil i" in (
        ended.err
    )


SHOWS = [
    *("oppdrag list", "oppdrag vis tek-2026-02", "vedtak list", "maal list", "kontakt list"),
    *("aarshjul list", "aarshjul vis", "status", "status --hvorfor", "rapport mangler"),
    *(
        "rapport tertial",
        "rapport aar",
        "rapport vedtak",
        "brev",
        "rapport notat -s OPV",
        "roedtraad",
    ),
    *("roedtraad --hull", "vedtak restanse", "status --format json", "status oppdater"),
]


@pytest.mark.parametrize("words", SHOWS)
def test_what_is_shown_says_that_something_is_there_twice(words: str, data: Path) -> None:
    """On stderr, as what cannot be read is told of, and the command ends with 1."""
    twice(data, "oppdrag")
    ended = unchanged(data, *words.split())
    assert ended.status == 1
    assert "ID001: id «TEK-2026-01» er allerede gitt, i data/oppdrag/opv.yaml linje 3" in ended.err
    assert "så noe kan være talt to ganger" in ended.err
    assert ended.out


@pytest.mark.parametrize("kind", [*TWICE, "hendelse", "indikator"])
def test_every_kind_that_is_there_twice_is_told(kind: str, data: Path) -> None:
    """An event and an indicator too, though nothing changes them yet."""
    if kind == "hendelse":
        add(data, "aarshjul.yaml", "  - {id: h1, tittel: Valg, spor: politisk, tid: 2026-09}\n")
    elif kind == "indikator":
        lines = "        indikatorer:\n" + 2 * (
            "          - {navn: Fall, enhet: antall, retning: ned,"
            " maalinger: [{tid: 2025, verdi: 3}]}\n"
        )
        add(data, "maal.yaml", lines)
    else:
        twice(data, kind)
    ended = styring("status", *DAG)
    assert ended.status == 1
    assert ("IND001" if kind == "indikator" else "ID001") in ended.err


def test_whole_file_twice_does_not_fill_the_screen(data: Path) -> None:
    """Three are shown and the rest counted; `valider` has them all."""
    lines = "".join(f"  - {{id: TEK-2026-{n:02}, tittel: t, sektor: TEK}}\n" for n in range(3, 40))
    add(data, "oppdrag/tek.yaml", lines)
    copy = (data / "oppdrag" / "tek.yaml").read_text(encoding="utf-8")
    (data / "oppdrag" / "tek-PC1.yaml").write_text(copy, encoding="utf-8")
    ended = styring("status", *DAG)
    assert ended.err.count("ID001") == 3
    assert "… og 36 til. Se alle med «styring valider»." in ended.err
    assert styring("valider", *DAG).out.count("ID001") == 39


@pytest.mark.parametrize(
    "name",
    [
        *("tek-PC1", "tek (1)", "tek (Eva sin konflikt 2026-05-10)", "Kopi av tek", "tek - Kopi"),
        *("tek.sync-conflict-20260510-101010-ABCDEFG", "tek_conf(1)"),
    ],
)
def test_copy_is_known_by_its_name(name: str, data: Path) -> None:
    """Whichever of the two files is sorted first, the copy is the one that is marked."""
    copy = (data / "oppdrag" / "tek.yaml").read_text(encoding="utf-8")
    (data / "oppdrag" / f"{name}.yaml").write_text(copy, encoding="utf-8")
    out = styring("valider", *DAG).out
    assert (
        f"data/oppdrag/{name}.yaml:3:9: feil ID001: id «TEK-2026-01» er allerede gitt, i data/"
        in out
    )
    advice = f"«{name}.yaml» ser ut som en kopi av «tek.yaml». Flytt det som er nytt i den, og"
    assert advice in out


def test_two_that_took_the_same_number_are_told_the_next(data: Path) -> None:
    """Where both are right, one gets the number that is free."""
    add(data, "oppdrag/tek.yaml", "  - {id: TEK-2026-02, tittel: Male rekkverk, sektor: TEK}\n")
    out = styring("valider", *DAG).out
    assert "Er det to ulike, skriv «TEK-2026-03» på den ene." in out
    path = data / "oppdrag" / "tek.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("{id: TEK-2026-02", "{id: TEK-2026-03"), encoding="utf-8")
    assert styring("valider", *DAG)[:2] == (0, "ingen feil\n")


def test_copy_of_a_file_that_stands_alone_is_told_of_by_all(data: Path) -> None:
    """It is not read, so what stands there alone is lacking in what is shown, and that is said."""
    (data / "oppdrag" / "tek.yaml").rename(data / "oppdrag.yaml")
    copy = data / "oppdrag-PC1.yaml"
    newer = "\n    rapporter: [{periode: 2026-T1, dato: 2026-05-05, status: ferdig}]\n"
    copy.write_text(
        OPPDRAG.replace("sektor: TEK\n    oppg", f"sektor: TEK{newer}    oppg"), encoding="utf-8"
    )
    fault = (
        "data/oppdrag-PC1.yaml:1:1: feil FIL012: "
        "filen ser ut som en kopi av «oppdrag.yaml», og leses ikke\n"
    )
    for looking in (
        *(("status",), ("oppdrag", "list"), ("oppdrag", "vis", "tek-2"), ("brev",)),
        *(("rapport", "mangler"), ("rapport", "tertial"), ("roedtraad",)),
    ):
        shown = styring(*looking, *DAG)
        assert (shown.status, shown.err.count(fault)) == (1, 1), looking
    assert fault in styring("valider", *DAG).out
    before = (data / "oppdrag.yaml").read_bytes()
    changed = styring("status", "oppdater", "tek-1", "--status", "under arbeid", *DAG)
    assert (changed.status, changed.out) == (3, "")
    assert "TEK-2026-01 er gitt to ganger" in changed.err
    assert "Det står i data/oppdrag.yaml:3 og i «oppdrag-PC1.yaml», som ikke leses." in changed.err
    assert "Flytt det som er nytt i den, og slett den." in changed.err
    assert (data / "oppdrag.yaml").read_bytes() == before
    own = data / "kontakter - Kopi.yaml"
    own.write_text(KONTAKTER.replace("kode: OPV", "kode: ØKO"), encoding="utf-8")
    assert styring("status", *DAG).err.count("FIL012") == 2
    copy.unlink()
    own.unlink()
    assert styring("status", *DAG).status == 0


def test_file_of_ones_own_that_is_not_read_is_only_warned_of(data: Path) -> None:
    """Nor does a copy of it keep anything back: nothing that is shown is lacking."""
    for name in ("notater.yaml", "notater (1).yaml"):
        (data / name).write_text("a: 1\n", encoding="utf-8")
    assert styring("status", *DAG).status == 0
    checked = styring("valider", *DAG)
    assert (checked.status, checked.out.count("advarsel FIL003: filen leses ikke")) == (0, 2)


@pytest.mark.parametrize(
    ("words", "key"),
    [
        (("oppdrag", "endre", "tek-2", "--tittel", "Nye lys"), "tittel"),
        (("status", "oppdater", "tek-1.1", "--status", "ferdig"), "oppgaver"),
        (("oppdrag", "del-opp", "tek-1", "Rydde"), "oppgaver"),
    ],
)
def test_what_is_under_a_key_that_is_given_twice_is_not_changed(
    words: tuple[str, ...], key: str, data: Path
) -> None:
    """Only the first is read, so a change would go to one of two; what is beside it can change."""
    text = OPPDRAG.replace("gatelysene\n", "gatelysene\n    tittel: Skifte pærene\n").replace(
        "    oppgaver:", "    oppgaver: [{id: TEK-2026-01.1, tittel: Rydde}]\n    oppgaver:"
    )
    (data / "oppdrag" / "tek.yaml").write_text(text, encoding="utf-8")
    ended = unchanged(data, *words)
    assert (ended.status, ended.out) == (3, "")
    assert f"kan ikke endres slik: nøkkelen «{key}» er gitt to ganger" in ended.err
    assert "Slå de to sammen til én" in ended.err
    assert styring("oppdrag", "endre", "tek-2", "--frist", "2026-10", *DAG).status == 0
    assert "frist: 2026-10" in (data / "oppdrag" / "tek.yaml").read_text(encoding="utf-8")
