"""Characters that are no plain text: what is shown of them, everywhere, and what is put right."""

import io
import re
import shutil
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import EKSEMPEL
from driver import commands, styring
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from styring.formats.format import formater
from styring.tegn import TABELL, rettet, ufarlig

EMOJI = (
    "👩\u200d👧",
    "❤\ufe0f\u200d🔥",
    "1\ufe0f\u20e3",
    "🏴\U000e0067\U000e0062\U000e007f",
    "👍🏽",
    "ℹ\ufe0f",
)


@pytest.mark.parametrize(
    ("skrevet", "sett"),
    [
        *((emoji, emoji) for emoji in EMOJI),
        ("می\u200cخواهم", "می\u200cخواهم"),  # Persian joins its letters
        ("\U0001fae9", "\U0001fae9"),  # newer than the tables of some Pythons
        ("a\u00a0b", "a\u00a0b"),
        ("a\nb\tc\u2028d", "a b c d"),
        ("a\x1bb\x9bc\u202ed", r"a\x1bb\x9bc\u202ed"),
        ("kart\u2060legge\u200b drifts\u00adbudsjett\ufeff", "kartlegge driftsbudsjett"),
        ("a\u200db 👩\u200d c\ufe0f", "ab 👩 c"),
        ("👍" + "\U000e0130" * 9, "👍\U000e0130"),  # a text may hide behind an emoji
        ("\uf0b7 Punkt \uf0e0 og \ue123", "• Punkt → og □"),
        ("\ud800\uffff", r"\ud800\uffff"),
    ],
)
def test_each_class_is_shown_in_its_own_way(skrevet: str, sett: str) -> None:
    """What is to be seen is seen, what acts is spelled out, what is nothing is left out."""
    assert ufarlig(skrevet) == sett
    assert ufarlig(sett) == sett


def test_the_table_puts_every_character_in_one_class_at_most() -> None:
    """And all that is there and has no form of its own is in one."""
    klasser = [re.compile(slag.moenster) for slag in TABELL]
    en_av_dem = re.compile("|".join(f"(?:{slag.moenster})" for slag in TABELL))
    har_form = ("ARABIC", "SYRIAC", "KAITHI", "EGYPTIAN")  # signs around digits and pictures
    for tegn in map(chr, range(0x110000)):
        er_i_en = en_av_dem.fullmatch(tegn)
        antall = sum(bool(klasse.fullmatch(tegn)) for klasse in klasser) if er_i_en else 0
        skjult = unicodedata.category(tegn) in ("Cc", "Cf", "Co", "Cs", "Zl", "Zp")
        if skjult and not unicodedata.name(tegn, "").startswith(har_form):
            assert antall == 1, hex(ord(tegn))
        else:
            assert antall <= 1, hex(ord(tegn))


@given(st.text(st.characters() | st.sampled_from("\u200d\ufe0f👩\uf0b7\u2060a1")))
def test_what_is_shown_or_put_right_is_so_the_second_time(tekst: str) -> None:
    """Nothing that was hidden comes forth, and what is put right has nothing left to put right."""
    assert rettet(rettet(tekst)) == rettet(tekst)
    assert ufarlig(ufarlig(tekst)) == ufarlig(tekst)


def test_what_word_leaves_behind_is_put_right_and_emoji_are_left_in_peace(tmp_path: Path) -> None:
    """In one change, with a word on each; what Word meant by its sign takes its place."""
    shutil.copytree(EKSEMPEL, mappe := tmp_path / "data")
    fil = mappe / "oppdrag" / "tek.yaml"
    foer = fil.read_text()
    tittel = re.search(r"tittel: (.*)", foer)
    assert tittel
    rest, rent = "\uf0b7 Kart\u2060legge\ue000 👩\u200d👧", "• Kartlegge 👩\u200d👧"
    fil.write_text(foer.replace(tittel[1], rest, 1))
    funnet = styring("valider", str(mappe))
    assert (funnet.status, funnet.out.count("TXT005")) == (0, 1)
    assert "teksten har det private tegnet U+F0B7" in funnet.out
    assert "Skriv «•», eller bruk «styring valider --rett»." in funnet.out
    assert (
        "rettet TXT005 til «• Kartlegge 👩\u200d👧»" in styring("valider", str(mappe), "--rett").out
    )
    assert "TXT005" not in styring("valider", str(mappe)).out
    assert fil.read_text() == foer.replace(tittel[1], rent, 1)


# --- Everywhere it may come out ---------------------------------------------------------------

FARLIG = "\x1b[31m\x9b2J\x07\u202e\u2066\u2060\uf0b7 <b>\x85"


def farlig(verdi: Any) -> Any:
    """Data in which every text of more than one word has all that acts or hides in it."""
    if isinstance(verdi, dict):
        return {noekkel: farlig(del_) for noekkel, del_ in verdi.items()}
    if isinstance(verdi, list):
        return [farlig(del_) for del_ in verdi]
    return verdi.replace(" ", f" {FARLIG}", 1) if isinstance(verdi, str) else verdi


@pytest.fixture(scope="module")
def mappe(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The fictional municipality with such texts."""
    ny = tmp_path_factory.mktemp("farlig") / "data"
    for sti in EKSEMPEL.rglob("*.yaml"):
        (fil := ny / sti.relative_to(EKSEMPEL)).parent.mkdir(parents=True, exist_ok=True)
        fil.write_text(yaml.safe_dump(farlig(yaml.load(sti.read_text(), yaml.BaseLoader))))
    return ny


def med_format(gruppe: Any, ord_: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    """The commands that take a format, as they are typed."""
    for navn in gruppe.list_commands(None):
        under = gruppe.get_command(None, navn)
        if hasattr(under, "list_commands"):
            yield from med_format(under, (*ord_, navn))
        elif under.viser:
            yield (*ord_, navn), under
    if gruppe.viser:
        yield ord_, gruppe


KOMMANDOER = dict(med_format(commands()))
IDER = {
    "oppdrag": "HEL-2025-01",
    "maal": "TO1",
    "kontakt": "HEL",
    "vedtak": "V-2025-01",
    "sak": "HOP-2025",
    "tema": "ros",
    "virksomhet": "familiens-hus",
    "sektor": "HEL",
    "periode": "T1",
    "vedtakstype": "verbal",
}


@pytest.mark.parametrize("ord_", KOMMANDOER, ids=" ".join)
def test_no_text_acts_in_any_output(
    ord_: tuple[str, ...], mappe: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Of any command, in any format: nothing that a terminal obeys, or that turns or hides text."""
    monkeypatch.chdir(tmp_path)
    krevd = [param for param in KOMMANDOER[ord_].params if param.required]
    gitt = [
        word
        for param in krevd
        for word in (
            ("--sektor", "HEL") if "--sektor" in param.opts else (IDER.get(ord_[0], "HEL-2025-01"),)
        )
    ]
    lest = 0
    for format_ in formater(KOMMANDOER[ord_].viser):
        fil = tmp_path / f"ut.{format_}"
        er_pdf = format_ == "pdf"
        ut = ("--ut", str(fil)) if er_pdf else ()
        ended = styring(
            *ord_, *gitt, "--format", format_, *ut, "--data", str(mappe), "--dato", "2025-09-15"
        )
        if ended.status >= 2 or (er_pdf and not fil.exists()):
            continue
        lest += 1
        sett = ended.out
        if er_pdf:
            leser = PdfReader(io.BytesIO(fil.read_bytes()))
            assert leser.metadata
            sett = "".join(side.extract_text() for side in leser.pages) + str(leser.metadata.title)
        sett = sett.removeprefix("\ufeff").replace("\r\n", "\n")
        for hva in (sett, ended.err):
            virker = {hex(ord(c)) for c in hva if unicodedata.category(c) in ("Cc", "Cf", "Co")}
            assert virker <= {"0xa"}, f"{format_}: {virker}"
    assert lest


def test_what_is_no_character_is_a_fault(tmp_path: Path) -> None:
    """It can only be written as an escape, and comes out as one everywhere."""
    shutil.copytree(EKSEMPEL, mappe := tmp_path / "data")
    fil = mappe / "oppdrag" / "tek.yaml"
    fil.write_text(re.sub(r"tittel: .*", r'tittel: "Plan\\ufffe"', fil.read_text(), count=1))
    funnet = styring("valider", str(mappe))
    assert funnet.status == 1
    assert "TXT003: teksten har tegnet som ikke er noe tegn, U+FFFE" in funnet.out


def test_letter_that_is_lost_is_a_warning_with_its_word(tmp_path: Path) -> None:
    """Nobody but who wrote it knows which letter; what only looks like a space is put right."""
    data = tmp_path / "data"
    assert styring("init", str(data)).status == 0
    kontakter = "sektorer: [{kode: TEK, navn: Ve\u2800og vann}]\n"
    kontakter += "kontakter: [{id: a, navn: K\ufffdre N}]\n"
    (data / "kontakter.yaml").write_text(kontakter, encoding="utf-8")
    found = styring("valider", "--rett", str(data)).out
    assert "TXT005: en bokstav er gått tapt i «K\ufffdre»" in found
    assert "Skriv ordet på nytt." in found
    mended = kontakter.replace("\u2800", " ")
    assert (data / "kontakter.yaml").read_text(encoding="utf-8") == mended
