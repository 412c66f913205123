"""What is for all to see, and what never leaves: every kind of record, field by field."""

from __future__ import annotations

import html
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from email import message_from_bytes
from enum import Enum
from pathlib import Path
from typing import Annotated, Any, get_args, get_origin, get_type_hints

import pytest
from conftest import ROOT, Run
from pypdf import PdfReader
from test_house import commands

from styring.finding import Alvor
from styring.mente import ramse
from styring.model.post import Utad
from styring.model.tid import Frist
from styring.offentlig.doer import OffentligRegister, offentlig
from styring.register.lasting import last
from styring.rules.kjoering import kjoer
from styring.slag import FILER, SLAG, VEDTAK, viser_til
from styring.views.data import som_data


def within(hint: Any) -> Iterator[Any]:
    """The classes of records within a type."""
    if is_dataclass(hint) and hasattr(hint, "__pydantic_config__"):
        yield hint
    for part in get_args(hint):
        yield from within(part)


def classes() -> list[Any]:
    """Every class of records that a data file may hold."""
    found: list[Any] = [slag.klasse for slag in FILER]
    for klasse in found:
        hints = get_type_hints(klasse, include_extras=True).values()
        found.extend(under for hint in hints for under in within(hint) if under not in found)
    return list(dict.fromkeys(found))


def said(klasse: Any, name: str) -> list[Utad]:
    """What a field says of itself: that it is for all, or that it is not."""
    hint = get_type_hints(klasse, include_extras=True)[name]
    marks = hint.__metadata__ if get_origin(hint) is Annotated else ()
    return [mark for mark in marks if isinstance(mark, Utad)]


@pytest.mark.parametrize("klasse", classes(), ids=lambda klasse: str(klasse.__name__))
def test_every_field_says_whether_it_is_for_all(klasse: Any) -> None:
    """One way or the other; and the municipality's own fields, and why it is kept, never are."""
    assert [felt.name for felt in fields(klasse) if len(said(klasse, felt.name)) != 1] == []
    never = {"egne", "unntatt", "telefon", "epost"} & {felt.name for felt in fields(klasse)}
    assert {mark for name in never for mark in said(klasse, name)} <= {Utad.INTERN}


# --- what goes out ---------------------------------------------------------------------------

PUBLIC = {
    "brev": ("brev", "--aar", "2023"),
    "rapport tertial": ("rapport", "tertial", "--periode", "2023-T1"),
    "rapport aar": ("rapport", "aar", "--aar", "2023"),
}
"""The documents that are for all."""
LOOKS = [
    *((name, format_) for name in PUBLIC for format_ in ("md", "html", "pdf")),
    ("aarshjul list", "ics"),
]
SECRET = ("900 60 938", "ola@kommune.example", "HEM-2023-01")
"""What is to be left out of every text."""


class Canaries:
    """A data folder made from the models: in every text a word that tells which field it is of."""

    def __init__(
        self,
        *,
        kept: bool = False,
        more: str = "",
        of_id: str = "",
        own: str = "kanari",
        unknown: str | None = None,
    ) -> None:
        """All that can be is kept from the public; more is added to every text, and to ids.

        Own fields have a name, and each record may have a key that it does not know.
        """
        self.kept, self.more, self.of_id, self.own, self.unknown = kept, more, of_id, own, unknown
        self.records = 0
        self.is_public: dict[str, bool] = {}

    def write(self, folder: Path) -> None:
        """Writes a file of each kind."""
        for slag in FILER:
            content = self.record(slag.klasse, (slag.navn,), public=True)
            if slag.navn == "vedtak":
                content["vedtak"][0]["oppdrag"] += [f"KanariOppdragOppdragIdSlutt{self.of_id}"]
            if slag.navn == "oppdrag":
                hidden = {
                    "id": SECRET[2],
                    "tittel": "x",
                    "sektor": "x",
                    "unntatt": {"hjemmel": "x"},
                }
                content["oppdrag"].append(hidden)
            if slag.navn == "kontakter":
                ola = {"id": "ola", "navn": "Ola", "telefon": SECRET[0], "epost": SECRET[1]}
                content["kontakter"].append(ola)
            (folder / f"{slag.navn}.yaml").write_text(
                json.dumps(content, ensure_ascii=False), encoding="utf-8"
            )

    def record(self, klasse: Any, path: tuple[str, ...], *, public: bool) -> dict[str, Any]:
        """All fields of a record."""
        hints = get_type_hints(klasse, include_extras=True)
        kept = self.kept and "unntatt" in hints
        self.records += 1
        unknown = {self.unknown: {"hjemmel": "x"}} if self.unknown not in (None, *hints) else {}
        return unknown | {
            felt.name: self.value(
                hints[felt.name],
                (*path, felt.name),
                public=public and not kept and self.goes_out(klasse, felt.name),
            )
            for felt in fields(klasse)
            if (felt.name != "unntatt" or kept) and path.count(felt.name) < 2
        }

    def goes_out(self, klasse: Any, name: str) -> bool:
        """A field is for all; an id of what can be kept is so when there is such a record."""
        to = viser_til(klasse.__name__, name)
        return said(klasse, name) == [Utad.OFFENTLIG] and not (to and to.kan_unntas)

    def value(self, hint: Any, path: tuple[str, ...], *, public: bool) -> Any:
        """What a field of a type may hold."""
        kind, parts = get_origin(hint), get_args(hint)
        pattern = [
            str(mark) for mark in getattr(hint, "__metadata__", ()) if "pattern" in str(mark)
        ]
        if pattern:  # a code, or a day of the year
            return "T1" if path[-1] == "kode" else "30.4."
        if kind is Annotated:
            return self.value(parts[0], path, public=public)
        if kind is tuple:
            return [self.value(parts[0], path, public=public)]
        if parts and kind is not dict:  # a union, the first of what it may be
            return self.value(parts[0], path, public=public)
        if is_dataclass(hint) and hint is not Frist:
            return self.record(hint, path, public=public)
        if hint is str:
            return self.word(path, public=public)
        if kind is dict:
            return {"noe": [{self.own: self.word(path, public=False)}]}
        if isinstance(hint, type) and issubclass(hint, Enum):
            return next(iter(hint)).value
        return {int: 2023, float: 7.5, date: "2023-03-01", Frist: "2023-06"}[hint]

    def word(self, path: tuple[str, ...], *, public: bool) -> str:
        """The word of a field, which no other field has."""
        word = f"Kanari{''.join(step.title().replace('_', '') for step in path)}Slutt"
        self.is_public[word] = public
        return word + (self.of_id if path[-1] in ("id", "kode") else self.more)


def out(run: Run, folder: Path, name: str, format_: str) -> str:
    """All that is in something that is for all, without what only makes it look well."""
    if format_ == "ics":
        text = run("aarshjul", "list", "--data", str(folder), "--format", "ics").out
        return re.sub(r"\r\n ", "", text)
    file = folder.parent / f"ut.{format_}"
    ended = run(*PUBLIC[name], "--data", str(folder), "--dato", "2023-07-01", *("--ut", str(file)))
    assert ended.status == 0, ended.err
    if format_ == "pdf":
        return "\n".join(page.extract_text() for page in PdfReader(file).pages)
    return html.unescape(re.sub(r"\\(.)", r"\1", file.read_text(encoding="utf-8")))


def flat(text: str) -> str:
    """A text as one word, however it is broken over lines."""
    return re.sub(r"[\s\u00ad\u2010-]", "", text)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the data goes."""
    folder = tmp_path / "data"
    folder.mkdir()
    return folder


@pytest.mark.parametrize(("name", "format_"), LOOKS)
def test_nothing_goes_out_that_is_not_for_all(
    run: Run, folder: Path, name: str, format_: str
) -> None:
    """Not a word of a field that is intern, in any kind of record, in any format."""
    canaries = Canaries()
    canaries.write(folder)
    assert last(folder).funn == ()
    text = flat(out(run, folder, name, format_))
    found = {word for word in canaries.is_public if word in text}
    assert {word for word in found if not canaries.is_public[word]} == set()
    assert "KanariOppdragOppdragTittelSlutt" in found
    assert len(found) > 5
    assert sum(not public for public in canaries.is_public.values()) > 50


@pytest.mark.parametrize(("name", "format_"), LOOKS)
def test_what_is_kept_from_the_public_leaves_no_word(
    run: Run, folder: Path, name: str, format_: str
) -> None:
    """Of no kind of record that can be kept."""
    canaries = Canaries(kept=True)
    canaries.write(folder)
    text = flat(out(run, folder, name, format_))
    found = {word for word in canaries.is_public if word in text}
    assert {word for word in found if not canaries.is_public[word]} == set()
    assert not any(
        kind in word for word in found for kind in ("Hendelser", "OppdragOpp", "VedtakV")
    )


@pytest.mark.parametrize(("name", "format_"), LOOKS)
def test_no_text_has_an_address_a_telephone_or_an_id_that_is_kept(
    run: Run, folder: Path, name: str, format_: str
) -> None:
    """Whichever field it stands in, an id too; and it is said in how many places."""
    mail = f" tlf. {SECRET[0]} og {SECRET[1]}"
    canaries = Canaries(more=f"{mail} i {SECRET[2]}.", of_id=mail)
    canaries.write(folder)
    text = flat(out(run, folder, name, format_))
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


def test_what_is_for_all_says_so(run: Run) -> None:
    """The commands that say that something is for all are those that are tried here."""
    helps = {name: run(*name.split(), "--help").out for name in commands() if name}
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


# --- what is meant to be kept ----------------------------------------------------------------


@pytest.mark.parametrize(
    "key",
    [
        "unntatt",
        "Unntatt",
        "UNNTATT_offentlighet",
        "untatt",
        "ｕｎｎｔａｔｔ",
        "u.off.",
        "hemmelig",
    ],
)
def test_own_field_that_is_to_keep_something_back_is_warned_of(folder: Path, key: str) -> None:
    """On every kind of record, however deep it stands, with where it should have stood."""
    canaries = Canaries(own=key)
    canaries.write(folder)
    found = [funn for funn in kjoer(last(folder), date(2023, 7, 1)) if funn.kode == "UNN001"]
    assert len(found) == canaries.records
    assert {funn.alvor for funn in found} == {Alvor.ADVARSEL}
    assert {funn.sted.tekst[funn.sted.kolonne :][: len(key)] for funn in found} == {key}
    assert all(re.search("rett under|Ta det ut av filen", funn.raad or "") for funn in found)


@pytest.mark.parametrize(("name", "format_"), LOOKS)
def test_what_own_fields_are_to_keep_back_does_not_go_out(
    run: Run, folder: Path, name: str, format_: str
) -> None:
    """Nor what it can only be kept with, though the key is not where it should be."""
    canaries = Canaries(own="unntatt")
    canaries.write(folder)
    text = flat(out(run, folder, name, format_))
    assert [word for word in canaries.is_public if word in text] == []


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("aarshjul", "unntatt: {hjemmel: x}", "egne: {hemmelig: ja}"),
        ("oppdrag", "unntatt: {hjemmel: offl. § 23}", "egne: {noe: [{untatt: ja}]}"),
        ("oppdrag", "frist: 2023-06-01\n", "rapporter: [{periode: x, egne: {unntatt: ja}}]\n"),
    ],
)
def test_own_field_keeps_back_what_it_is_meant_for(
    run: Run, small: Path, file: str, old: str, new: str
) -> None:
    """As the field itself would, with the id in what others write; of a report all it is of."""
    new = new.replace("periode: x", "periode: 2023-T1, dato: 2023-05-01, status: ferdig")
    path = small / f"{file}.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    at = ("--data", str(small), "--dato", "2023-02-01")
    brev, ics = run("brev", *at), run("aarshjul", "list", "-f", "ics", *at)
    assert "oppsigelser" not in brev.out + ics.out
    assert "SUMMARY:Etter [utelatt] og " in ics.out
    if "rapporter" in new:
        assert "Bygge bru" not in brev.out + ics.out
        assert "SUMMARY:Etter [utelatt] og [utelatt]\r\n" in ics.out
        assert "unntatt offentlighet: 1 oppdrag" in brev.err
    else:
        assert "Bygge bru, se [utelatt] og [utelatt]" in re.sub(r"\\(.)", r"\1", brev.out)
        assert "unntatt offentlighet: 1 hendelse.\n" in ics.err


@pytest.mark.parametrize("key", ["unntak", "antatt", "ansatte", "offentlig", "hjemmel"])
def test_other_own_fields_are_left_alone(folder: Path, key: str) -> None:
    """Words that are near it, and mean something else."""
    Canaries(own=key).write(folder)
    found = kjoer(last(folder), date(2023, 7, 1))
    assert [funn for funn in found if funn.kode == "UNN001"] == []


@pytest.mark.parametrize("key", ["unntatt", "Untatt", "unntatt_offentlighet", "skjermet"])
def test_nobody_is_led_to_publish_what_is_to_be_kept(folder: Path, key: str) -> None:
    """Wherever the key is not known, and never to the municipality's own fields."""
    canaries = Canaries(unknown=key)
    canaries.write(folder)
    found = [funn for funn in last(folder, skadde=True).funn if funn.kode == "FELT001"]
    assert len(found) > 15
    assert [funn for funn in found if "egne" in (funn.raad or "")] == []
    these = ramse(slag.flere for slag in SLAG if slag.den)
    known = f"Mente du «unntatt»\\?|Skriv «unntatt|Bare {these} kan"
    assert [funn.raad for funn in found if not re.search(known, funn.raad or "")] == []


def test_records_that_can_be_kept_are_told_of() -> None:
    """Each class that has the field is of a kind that says what one of them is called."""
    kept = {klasse for klasse in classes() if "unntatt" in get_type_hints(klasse)}
    assert kept == {slag.klasse for slag in SLAG if slag.den}


SMALL = {
    "kontakter": """\
sektorer: [{kode: AA, navn: Avdeling A, direktoer: dir}]
kontakter: [{id: dir, navn: Dora Dir, sektor: AA, epost: dora@x.example, telefon: 000 11 222}]
""",
    "maal": "satsingsomraader: []\n",
    "oppdrag": """\
aar: 2023
oppdrag:
  - id: AA-2023-01
    tittel: Bygge bru, se AA_2023_01.1 og MOETE 7
    sektor: AA
    frist: 2023-06-01
    oppgaver:
      - {id: AA-2023-01.1, tittel: Kjøpe tomt, frist: 2023-01-01, unntatt: {hjemmel: offl. § 23}}
      - {id: AA-2023-01.2, tittel: Bestille stein}
""",
    "aarshjul": """\
hendelser:
  - {id: moete-7, tittel: Om oppsigelser, spor: politisk, tid: 2023-03-01, unntatt: {hjemmel: x}}
  - {id: a, tittel: Etter moete–7 og AA-2023-01.2, spor: politisk, tid: 2023-03-02}
""",
}


@pytest.fixture
def small(folder: Path) -> Path:
    """A folder where an oppgave and an event are kept from the public, alone."""
    for name, text in SMALL.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder


def test_event_and_oppgave_can_be_kept_alone(run: Run, small: Path) -> None:
    """They are not in what is for all, nor are their ids, and it is said how much is not."""
    at = ("--data", str(small), "--dato", "2023-02-01")
    brev, ics = run("brev", *at), run("aarshjul", "list", "-f", "ics", *at)
    said = "Ikke med, fordi det er unntatt offentlighet: 1 hendelse.\n"
    places = "3 steder er telefon, e-post eller id-er som er unntatt, tatt ut av teksten."
    assert "oppsigelser" not in brev.out + ics.out
    assert "Bygge bru, se [utelatt] og [utelatt]" in re.sub(r"\\(.)", r"\1", brev.out)
    assert "Frist: AA-2023-01 Bygge bru\\, se [utelatt] og [utelatt]" in ics.out
    assert "SUMMARY:Etter [utelatt] og AA-2023-01.2\r\n" in ics.out
    for ended in (brev, ics):
        assert ended.err == f"{said}{places} Der står det «[utelatt]».\n"
    assert run("valider", *at).out == "ingen feil\n"


def test_oppgave_that_is_kept_alone_is_marked_where_it_is_shown(run: Run, small: Path) -> None:
    """In the internal documents and on the sheet; a draft of an e-mail has its id alone."""
    at = ("--data", str(small), "--dato", "2023-07-01")
    plan = run("rapport", "virksomhetsplan", "--sektor", "AA", *at).out
    assert "| Kjøpe tomt (unntatt offentlighet, offl. § 23) |" in plan
    assert "| Bestille stein |" in plan
    assert "**Unntatt offentlighet:** Noe i planen er unntatt etter offl. § 23." in plan
    note = run("rapport", "notat", "--sektor", "AA", *at).out
    assert "Oppgaven **Kjøpe tomt** (AA-2023-01.1, unntatt offentlighet, offl. § 23)." in note
    assert "Oppgaven «Kjøpe tomt» (unntatt offentlighet) i «Bygge bru" in note
    sheet = run("oppdrag", "vis", "AA-2023-01", *at).out
    assert re.search("Kjøpe tomt.*offl. § 23", sheet)
    drafts = run("rapport", "mangler", "-f", "epost", "--ut", str(small.parent / "ut"), *at)
    assert drafts.status == 0
    (draft,) = (small.parent / "ut").glob("*.eml")
    text = message_from_bytes(draft.read_bytes()).get_payload(decode=True)
    assert isinstance(text, bytes)
    assert "AA-2023-01.1 (unntatt offentlighet)" in text.decode()
    assert "Kjøpe tomt" not in text.decode()
    assert "AA-2023-01.2 Bestille stein" in text.decode()


def test_events_that_are_kept_are_told_in_the_list(run: Run, small: Path) -> None:
    """The list is internal: all are in it, with the law as a column and in JSON."""
    at = ("--data", str(small), "--format")
    table = run("aarshjul", "list", *at, "csv", "--kolonner", "id,unntatt").out
    assert table.splitlines()[1:] == ["moete-7;x", "a;"]
    first, second = json.loads(run("aarshjul", "list", *at, "json").out)
    assert (first["unntatt"]["hjemmel"], second["unntatt"]) == ("x", None)


# --- what cannot be known --------------------------------------------------------------------

ALL_FOUR = (*PUBLIC.values(), ("aarshjul", "list", "--format", "ics"))
WHOLE = """\
aar: 2023
oppdrag:
  - id: A-2023-01
    tittel: Ring 900   60     938 om HEM-2023-02, HEM-2023-02s frist
    sektor: A
    frist: 2023-12-31
"""
KEPT = "{id: HEM-2023-02, tittel: Kanarifugl, sektor: A, frist: 2023-12-31"
PERIODS = """\
navn: Prøve
perioder: [{kode: T1, navn: 1. tertial, per: "30.4.", frist: "12.5."}]
"""
CONTACT = "sektorer: [{kode: A, navn: Avdeling}]\nkontakter:\n  - {id: ola, navn: Ola, "


def everything(run: Run, folder: Path) -> list[str]:
    """What comes out of every command that is for all, without what makes it look well."""
    outs = []
    for command in ALL_FOUR:
        ended = run(*command, "--data", str(folder), "--dato", "2023-07-01")
        assert ended.status in (0, 1), ended.err
        outs.append(re.sub(r"\r\n |\\(?=\W)", "", ended.out))
    return outs


@pytest.mark.parametrize(
    "contacts",
    [
        f"{CONTACT}telefon: 900 60 938",
        f"{CONTACT}tlf: 900 60 938}}\n",
        f"{CONTACT}telefon: 22334455, telefon: 900 60 938}}\n",
        f"{CONTACT}<<: {{telefon: 900 60 938}}}}\n",
        f"{CONTACT}egne: {{mobil: [{{privat: 900 60 938}}]}}}}\n",
        f"{CONTACT}egne: {{mobil: 90060938, fra: 31.12.2023}}}}\n",
        "sektorer: []\nkontakter:\n  ola: {telefon: 900 60 938}\n",
        "sektorer: [{kode: A, navn: Avdeling, telefon: 900 60 938}]\nkontakter: []\n",
        "æ",
    ],
)
@pytest.mark.parametrize("coding", ["utf-8", "utf-16", "latin-1"])
def test_telephone_of_a_contact_that_cannot_be_read_does_not_go_out(
    run: Run, folder: Path, contacts: str, coding: str
) -> None:
    """Nor one among the municipality's own fields, however the file is at fault."""
    (folder / "kommune.yaml").write_text(PERIODS, encoding="utf-8")
    (folder / "kontakter.yaml").write_bytes(contacts.encode(coding))
    (folder / "maal.yaml").write_text("satsingsomraader: []\n", encoding="utf-8")
    (folder / "oppdrag.yaml").write_text(WHOLE, encoding="utf-8")
    for text in everything(run, folder):
        assert "Ring [utelatt] om HEM-2023-02" in text
        assert "900 60" not in text


@pytest.mark.parametrize(
    "other",
    [
        f"aar: 2023\noppdrag:\n  - {KEPT}, unntatt: {{hjemmel: x}}\n",
        f"aar: 2023\noppdrag:\n  - {KEPT}, galt: 1}}\n",
        f"aar: 2023\nunntatt: {{hjemmel: x}}\noppdrag:\n  - {KEPT}}}\n",
        f"aar: 2023\nhemmelig: ja\noppdrag:\n  - {KEPT}}}\n",
        f"aar: 2023\noppdrag:\n  - {KEPT}, unntatt: {{hjemmel: x}}}}\n  - {KEPT}}}\n",
        f"aar: 2023\noppdrag:\n  - {KEPT.lower()}}}\n  - {KEPT}, unntatt: {{hjemmel: x}}}}\n",
        f"aar: 2023\noppdrag:\n  - {KEPT}, beskrivelse: æ}}\n".encode("latin-1"),
        f"aar: 2023\noppdrag:\n  - {KEPT}}}\n".encode("utf-16"),
    ],
)
def test_what_may_be_kept_from_the_public_does_not_go_out(
    run: Run, folder: Path, other: str | bytes
) -> None:
    """When its file cannot be read, keeps all that is in it, or gives it twice; nor its id."""
    (folder / "oppdrag").mkdir()
    (folder / "kommune.yaml").write_text(PERIODS, encoding="utf-8")
    (folder / "kontakter.yaml").write_text(f"{CONTACT}telefon: 900 60 938}}\n", encoding="utf-8")
    (folder / "maal.yaml").write_text("satsingsomraader: []\n", encoding="utf-8")
    (folder / "oppdrag" / "a.yaml").write_text(WHOLE, encoding="utf-8")
    (folder / "oppdrag" / "b.yaml").write_bytes(other.encode() if isinstance(other, str) else other)
    for text in everything(run, folder):
        assert "Ring [utelatt] om [utelatt], [utelatt]s frist" in text
        assert "kanarifugl" not in text.lower()
        assert "HEM-2023" not in text


@pytest.mark.parametrize("command", ALL_FOUR)
def test_faulty_line_is_shown_to_who_has_the_files_and_not_let_out(
    run: Run, small: Path, command: tuple[str, ...]
) -> None:
    """On stderr as it stands, so that it can be mended; in what is made there is not a word."""
    path = small / "aarshjul.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("spor: p", "spår: p", 1), "utf-8")
    (small / "kommune.yaml").write_text(PERIODS, encoding="utf-8")
    at = ("--data", str(small), "--dato", "2023-07-01")
    file = small.parent / ("ut.ics" if "ics" in command else "ut.md")
    ended = run(*command[: 2 if "ics" in command else None], *at, "--ut", str(file))
    assert ended.status == 1
    assert "Om oppsigelser" in ended.err
    assert "oppsigelser" not in run(*command, *at).out + ended.out + file.read_text("utf-8")
