"""What is for all to see, and what never leaves: every kind of record, field by field."""

import json
import re
import subprocess
import sys
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT
from driver import styring
from every_command import commands
from kanari import LOOKS, PUBLIC, SECRET, Canaries, classes, emptied, flat, out, said

from styring.model.post import Utad
from styring.offentlig.doer import OffentligRegister, offentlig
from styring.register.lasting import last
from styring.slag import VEDTAK
from styring.views.data import som_data


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the data goes."""
    return emptied(tmp_path)


@pytest.mark.parametrize("klasse", classes(), ids=lambda klasse: str(klasse.__name__))
def test_every_field_says_whether_it_is_for_all(klasse: Any) -> None:
    """One way or the other; and the municipality's own fields, and why it is kept, never are."""
    assert [felt.name for felt in fields(klasse) if len(said(klasse, felt.name)) != 1] == []
    never = {"egne", "unntatt", "telefon", "epost"} & {felt.name for felt in fields(klasse)}
    assert {mark for name in never for mark in said(klasse, name)} <= {Utad.INTERN}


# --- what goes out --------------------------------------------------------------------------


@pytest.mark.parametrize(("name", "format_"), LOOKS)
def test_nothing_goes_out_that_is_not_for_all(folder: Path, name: str, format_: str) -> None:
    """Not a word of a field that is intern, in any kind of record, in any format."""
    canaries = Canaries()
    canaries.write(folder)
    assert last(folder).funn == ()
    text = flat(out(folder, name, format_))
    found = {word for word in canaries.is_public if word in text}
    assert {word for word in found if not canaries.is_public[word]} == set()
    what = "Vedtak" if name == "rapport vedtak" else "Oppdrag"
    assert f"Kanari{what}{what}TittelSlutt" in found
    assert len(found) > 5
    assert sum(not public for public in canaries.is_public.values()) > 50


@pytest.mark.parametrize(("name", "format_"), LOOKS)
def test_what_is_kept_from_the_public_leaves_no_word(folder: Path, name: str, format_: str) -> None:
    """Of no kind of record that can be kept."""
    canaries = Canaries(kept=True)
    canaries.write(folder)
    text = flat(out(folder, name, format_))
    found = {word for word in canaries.is_public if word in text}
    assert {word for word in found if not canaries.is_public[word]} == set()
    assert not any(
        kind in word for word in found for kind in ("Hendelser", "OppdragOpp", "VedtakV")
    )


@pytest.mark.parametrize(("name", "format_"), LOOKS)
def test_no_text_has_an_address_a_telephone_or_an_id_that_is_kept(
    folder: Path, name: str, format_: str
) -> None:
    """Whichever field it stands in, an id too; and it is said in how many places."""
    mail = f" tlf. {SECRET[0]} og {SECRET[1]}"
    canaries = Canaries(more=f"{mail} i {SECRET[2]}.", of_id=mail)
    canaries.write(folder)
    text = flat(out(folder, name, format_))
    assert [secret for secret in SECRET if flat(secret) in text] == []
    assert "Sluttogi" not in text
    assert "tlf.[utelatt]og[utelatt]i[utelatt]." in text


@pytest.mark.parametrize("kept", [False, True])
def test_register_that_is_for_all_holds_no_word_that_is_not(folder: Path, *, kept: bool) -> None:
    """Whether a document shows it or not: nothing is left for one that is made later to let out."""
    mail = f" tlf. {SECRET[0]} og {SECRET[1]}"
    canaries = Canaries(kept=kept, more=f"{mail} i {SECRET[2]}.", of_id=mail)
    canaries.write(folder)
    public = offentlig(last(folder))
    text = json.dumps([som_data(fil.innhold) for fil in public.filer], ensure_ascii=False)
    assert [secret for secret in SECRET if secret in text] == []
    found = {word for word in canaries.is_public if word in text}
    assert found == {word for word, is_public in canaries.is_public.items() if is_public}
    assert bool(public.vedtak) != kept


def test_what_is_for_all_says_so() -> None:
    """The commands that say that something is for all are those that are tried here."""
    helps = {name: styring(*name.split(), "--help").out for name in commands() if name}
    named = {name for name, text in helps.items() if re.search(r"er\s+for\s+alle", text)}
    assert named == {*PUBLIC, "aarshjul list"}


def test_register_that_is_for_all_has_no_text_of_a_file(folder: Path) -> None:
    """Nor what was wrong with one, nor ids of what could not be read."""
    Canaries().write(folder)
    with (folder / "vedtak.yaml").open("w", encoding="utf-8") as file:
        file.write("vedtak:\n  - {id: HEM-1, tittel: Hemmelig, galt: 1}\n")
    whole = last(folder)
    assert whole.funn
    assert whole.kjente_id(VEDTAK) == {"hem-1"}
    public = offentlig(whole)
    assert isinstance(public, OffentligRegister)
    assert (public.funn, public.kontakter, public.kjente_id(VEDTAK)) == ((), (), frozenset())
    assert {fil.dokument.source.text for fil in public.filer} == {""}
    assert {fil.dokument.value for fil in public.filer} == {None}


def test_whole_register_does_not_fit_where_the_public_one_is_asked_for(tmp_path: Path) -> None:
    """Mypy refuses it, for each document that is for all and for the calendar."""
    code = """
from datetime import date
from styring.documents.aarsrapport import aarsrapport
from styring.documents.brev import brev
from styring.documents.tertial import tertial
from styring.offentlig.doer import OffentligRegister
from styring.register.innhold import Register
from styring.stand.hendelser import Hendelsesutvalg
from styring.views.kalender import kalender

def alle(register: Register, synlig: OffentligRegister, dag: date) -> None:
    brev(register, 2023, dag)
    tertial(register, 2023, "T1")
    aarsrapport(register, 2023, dag)
    kalender(register, Hendelsesutvalg(), dag, med_frister=True)
    brev(synlig, 2023, dag)
    tertial(synlig, 2023, "T1")
    aarsrapport(synlig, 2023, dag)
    kalender(synlig, Hendelsesutvalg(), dag, med_frister=True)
"""
    file = tmp_path / "bruk.py"
    file.write_text(code, encoding="utf-8")
    ended = subprocess.run(
        [
            sys.executable,
            "-m",
            "mypy",
            "--strict",
            "--config-file",
            str(ROOT / "pyproject.toml"),
            file,
        ],
        capture_output=True,
        cwd=ROOT,
        encoding="utf-8",
        check=False,
    )
    wrong = re.findall(
        r'bruk\.py:(\d+): error: Argument 1 to "(\w+)" has incompatible', ended.stdout
    )
    assert wrong == [("12", "brev"), ("13", "tertial"), ("14", "aarsrapport"), ("15", "kalender")]
    assert "Found 4 errors" in ended.stdout
