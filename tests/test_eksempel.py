"""Whether the fictional municipality shows all that can be, and is plainly fictional."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from conftest import EKSEMPEL
from driver import styring

from styring.model.aarshjul import Spor
from styring.model.indikator import Retning
from styring.model.oppdrag import Oppdrag, Status, Vurdering
from styring.model.tid import Frist
from styring.model.vedtak import Vedtak
from styring.register.innhold import Register
from styring.register.lasting import last
from styring.rules.kjoering import kjoer
from styring.slag import HOVEDMAAL, VIRKSOMHET
from styring.stand import stand

FILES = sorted(EKSEMPEL.rglob("*.yaml"))
DAG = date(2025, 9, 15)
TEXTS = {path.relative_to(EKSEMPEL).as_posix(): path.read_text(encoding="utf-8") for path in FILES}


@cache
def register() -> Register:
    """The fictional municipality."""
    return last(EKSEMPEL)


def followed() -> tuple[Oppdrag | Vedtak, ...]:
    """All that is delegated and reported on."""
    return (*register().oppdrag, *register().vedtak)


def words(frist: Frist) -> str:
    """How coarse a deadline is."""
    form = re.sub(r"\d", "0", frist.tekst)
    return {"0000": "år", "0000-00": "måned", "0000-00-00": "dag"}.get(form, frist.tekst[5:6])


def test_there_is_as_much_as_there_should_be() -> None:
    """The size that issue 4 asks for."""
    r = register()
    counts = {
        "sektorer": (len(r.sektorer), 5),
        "kontakter": (len(r.kontakter), 15),
        "satsingsområder": (len(r.satsingsomraader), 3),
        "hovedmål": (len(r.poster(HOVEDMAAL)), 6),
        "delmål": (len(r.delmaal), 14),
        "oppdrag": (len(r.oppdrag), 26),
        "vedtak": (len(r.vedtak), 15),
        "hendelser": (len(r.hendelser), 25),
        "unntatt": (sum(post.unntatt is not None for post in followed()), 1),
    }
    assert {name: count for name, count in counts.items() if count[0] != count[1]} == {}
    assert {r.aar(oppdrag) for oppdrag in r.oppdrag} == {2025}


def test_goals_are_measured_and_follow_the_un() -> None:
    """Every area has UN goals, every delmål an indikator, and all answers to a target are there."""
    assert all(omraade.fn_maal for omraade in register().satsingsomraader)
    alle = [i for delmaal in register().delmaal for i in delmaal.indikatorer]
    assert all(delmaal.indikatorer for delmaal in register().delmaal)
    assert {i.er_naadd for i in alle} == {True, False, None}
    assert {i.er_rett_vei for i in alle} == {True, False, None}
    assert {i.retning for i in alle} == {*Retning}


def test_every_status_and_judgement_is_reported() -> None:
    """For both rounds there is every status that can be met with, and every judgement."""
    r = register()
    assert {stand.status(r, oppdrag) for oppdrag in r.oppdrag} == set(Status)
    rapporter = [rapport for post in followed() for rapport in post.rapporter]
    assert {rapport.periode for rapport in rapporter} == {"2025-T1", "2025-T2"}
    assert {rapport.vurdering for rapport in rapporter} == {*Vurdering, None}
    assert any(rapport.avvik and rapport.tiltak for rapport in rapporter)


@pytest.mark.parametrize(("periode", "due"), [("T1", (5, 12)), ("T2", (9, 12))])
def test_some_reports_are_late_and_some_are_missing(periode: str, due: tuple[int, int]) -> None:
    """In each round most report in time, some after the deadline of the round, some not at all."""
    frist = date(2025, *due)
    assert register().perioder[periode].frist == f"{frist.day}.{frist.month}."
    dates = [
        next((r.dato for r in post.rapporter if r.periode == f"2025-{periode}"), None)
        for post in register().oppdrag
    ]
    told = Counter("missing" if d is None else "late" if d > frist else "in time" for d in dates)
    assert told["in time"] > 20
    assert told["late"] >= 1
    assert told["missing"] >= 2


def test_some_work_is_late() -> None:
    """Something is past its deadline, and something is expected done after its deadline."""
    r = register()
    assert any(stand.er_forfalt(r, oppdrag, DAG) for oppdrag in r.oppdrag)
    expected = [
        (oppdrag.frist, rapport.forventet_ferdig)
        for oppdrag in r.oppdrag
        if (rapport := stand.siste_rapport(r, oppdrag))
    ]
    assert any(f and e and e.foerste_dag > f.siste_dag for f, e in expected)


def test_deadlines_are_of_every_coarseness() -> None:
    """Day, month, quarter, tertial and year are there, for oppdrag, and in the wheel."""
    whole = {"dag", "måned", "K", "T", "år"}
    assert {words(oppdrag.frist) for oppdrag in register().oppdrag if oppdrag.frist} == whole
    assert {words(hendelse.tid) for hendelse in register().hendelser} == whole


def test_oppdrag_are_handed_on_by_up_to_three_links() -> None:
    """Some are with the direktør still; the others went on once, twice or three times."""
    assert {len(oppdrag.delegering) for oppdrag in register().oppdrag} == {0, 1, 2, 3}


def test_oppgaver_are_of_every_kind() -> None:
    """Oppgaver are done, under way, waiting, not begun, and not told of."""
    statuses = {o.status.value if o.status else "" for p in followed() for o in p.oppgaver}
    assert statuses == {"ferdig", "under_arbeid", "satt_paa_vent", "ikke_startet", ""}


def test_vedtak_are_followed_up_in_both_ways() -> None:
    """Of both types some go by oppdrag and some by themselves; one is forgotten, one is late."""
    vedtak = register().vedtak
    for type_ in ("politisk", "verbal"):
        ways = {(bool(v.oppdrag), v.sektor is not None) for v in vedtak if v.type == type_}
        assert ways >= {(True, False), (False, True)}
    nobodys = [v.id for v in vedtak if not (v.oppdrag or v.sektor or v.trenger_ingen)]
    assert nobodys == ["V-2025-04"]
    open_ = [v.id for v in vedtak if v.frist and v.frist.siste_dag < DAG and not is_done(v)]
    assert open_ == ["V-2025-06"]


def is_done(vedtak: Vedtak) -> bool:
    """The newest report of a vedtak ends it."""
    rapporter = stand.nyeste_foerst(register(), vedtak)
    return bool(rapporter) and Status(rapporter[0].status).er_avsluttet


def test_wheel_has_two_tracks_by_time() -> None:
    """Both tracks are well filled."""
    spor = Counter(hendelse.spor for hendelse in register().hendelser)
    assert min(spor[s] for s in Spor) >= 10


def test_gaps_are_the_ones_that_are_told_of() -> None:
    """The first file says what is lacking on purpose, and nothing else is."""
    r = register()
    worked_for = {id_ for oppdrag in r.oppdrag for id_ in oppdrag.delmaal}
    gaps = [delmaal.id for delmaal in r.delmaal if delmaal.id not in worked_for]
    gaps += [oppdrag.id for oppdrag in r.oppdrag if not oppdrag.delmaal]
    gaps += [oppdrag.id for oppdrag in r.oppdrag if not oppdrag.rapporter]
    assert gaps == ["AL2.3", "HEL-2025-06", "ORG-2025-02", "ORG-2025-03"]
    assert [gap for gap in (*gaps, "V-2025-04") if gap not in TEXTS["kommune.yaml"]] == []


def test_findings_are_the_ones_that_are_told_of() -> None:
    """Three warnings and a note are there to be seen, and the first file names each."""
    funn = kjoer(register(), DAG)
    assert [(f.kode, Path(f.sted.fil).name) for f in funn] == [
        ("IND007", "maal.yaml"),
        ("RAP006", "hel.yaml"),
        ("RAP007", "kul.yaml"),
        ("RAP009", "tek.yaml"),
    ]
    assert [f.kode for f in funn if f.kode not in TEXTS["kommune.yaml"]] == []
    ended = styring("valider", str(EKSEMPEL), "--dato", DAG.isoformat())
    assert (ended.status, ended.out.splitlines()[-1]) == (0, "3 advarsler")


def ids(post: Any) -> Iterator[tuple[str, str | None]]:
    """What a followed record refers to: to what kind of record, and its id."""
    yield "sektor", post.sektor
    yield from (("sektor", kode) for kode in post.delansvar)
    yield from (("delmål", id_) for id_ in getattr(post, "delmaal", ()))
    yield from (("oppdrag", id_) for id_ in getattr(post, "oppdrag", ()))
    yield from (("kontakt", id_) for ledd in post.delegering for id_ in (ledd.til, ledd.av))
    yield from (("kontakt", oppgave.ansvarlig) for oppgave in post.oppgaver)
    yield from (("kontakt", rapport.av) for rapport in post.rapporter)


def test_every_reference_resolves() -> None:
    """Nothing refers to what is not there, whatever the rules think of it."""
    r = register()
    there = {
        "sektor": {*(en.kode for en in r.sektorer), *(en.id for en in r.poster(VIRKSOMHET))},
        "kontakt": {kontakt.id for kontakt in r.kontakter},
        "delmål": {delmaal.id for delmaal in r.delmaal},
        "oppdrag": {oppdrag.id for oppdrag in r.oppdrag},
    }
    said = [reference for post in followed() for reference in ids(post)]
    said += [("sektor", kode) for delmaal in r.delmaal for kode in delmaal.ansvar]
    said += [("sektor", hendelse.sektor) for hendelse in r.hendelser]
    said += [("kontakt", en.kontakt) for sektor in r.sektorer for en in sektor.direktoer]
    assert [(what, id_) for what, id_ in said if id_ and id_ not in there[what]] == []
    assert len(said) > 300
    assert {id_ for what, id_ in said if what == "kontakt" and id_} == there["kontakt"]


@pytest.mark.parametrize("name", TEXTS)
def test_every_file_says_that_it_is_fictional(name: str) -> None:
    """The first line says so, and that the municipality does not exist."""
    first = TEXTS[name].partition("\n")[0]
    assert first.startswith("# OPPDIKTET. ")
    assert re.search(r"finnes ikke|ikke finnes", first)


def test_nobody_can_be_reached() -> None:
    """Telephone numbers are none that can be given out, addresses are reserved for examples.

    No Norwegian number of eight digits begins with 0. RFC 2606 sets `.example` aside.
    """
    numbers = re.findall(r"\b\d{3} \d\d \d{3}\b|\b\d\d \d\d \d\d \d\d\b", "".join(TEXTS.values()))
    assert sorted(numbers) == [f"000 00 {n:03}" for n in range(1, 16)]
    assert all(
        kontakt.telefon in numbers and kontakt.epost == f"{kontakt.id}@tenkevik.example"
        for kontakt in register().kontakter
    )
    addresses = re.findall(r"\S+@\S+", "".join(TEXTS.values()))
    assert all(address.endswith("@tenkevik.example") for address in addresses)


def test_reports_say_something_new() -> None:
    """But for the faults that are shown, a comment is long enough to tell something."""
    short = [
        post.id
        for post in followed()
        for rapport in post.rapporter
        if len((rapport.kommentar or "").split()) < 8
    ]
    assert short == ["HEL-2025-06"]
    texts = [r.kommentar for post in followed() for r in post.rapporter if r.kommentar]
    assert [text for text, times in Counter(texts).items() if times > 1] == [
        "Vi samler innspill fra lagene og skriver på et utkast."
    ]


def test_lines_are_short_enough_to_read() -> None:
    """No line is too long for an editor, and comments stand among the data."""
    long = [line for text in TEXTS.values() for line in text.splitlines() if len(line) > 140]
    assert long == []
    for name, text in TEXTS.items():
        after = text.partition("\n\n")[2]
        assert "#" in after or name.startswith("oppdrag/"), name
        assert all(not (a == b == "") for a, b in pairwise(text.splitlines())), name
