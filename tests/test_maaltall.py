"""Targets over years, figures in parts, trends and judgements, from outside."""

import json
from pathlib import Path
from typing import Any

import pytest
from driver import styring
from hypothesis import given
from hypothesis import strategies as st

from styring.model.indikator import Indikator, Indikatordel, Maaling, Retning, Samling
from styring.model.tid import les_frist

DAY = "2025-09-15"
MAAL = """\
satsingsomraader:
  - id: TF
    tittel: Fellesskap
    delmaal:
      - id: TF1
        tittel: Flere deltar
        vurderinger:
          - {periode: 2024-AAR, vurdering: groenn, kommentar: Det går fint.}
          - {periode: 2024-T1, vurdering: roed}
        indikatorer:
          - navn: Besøk
            enhet: antall
            retning: opp
            maal: {2024: 10, 2026: 20}
            maalinger: [{tid: 2023, verdi: 8}, {tid: 2024, verdi: 12}, {tid: 2025-03, verdi: 15}]
"""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder in which a delmål is measured and judged."""
    (tmp_path / "kontakter.yaml").write_text("sektorer: []\nkontakter: []\n", encoding="utf-8")
    (tmp_path / "oppdrag.yaml").write_text("aar: 2025\noppdrag: []\n", encoding="utf-8")
    (tmp_path / "maal.yaml").write_text(MAAL, encoding="utf-8")
    return tmp_path


def faults(data: Path, old: str, new: str) -> list[tuple[str, int, int]]:
    """Code, line and column of what is wrong when one text is another."""
    assert MAAL.count(old) == 1
    (data / "maal.yaml").write_text(MAAL.replace(old, new), encoding="utf-8")
    ended = styring("valider", "--format", "json", "--dato", DAY, data=data)
    return [(f["kode"], f["linje"], f["kolonne"]) for f in json.loads(ended.out)]


def shown(data: Path, *words: str) -> dict[str, Any]:
    """What is worked out of the first indikator."""
    ended = styring("maal", "vis", "TF1", "--format", "json", *words, data=data)
    (delmaal,) = json.loads(ended.out)
    return dict(delmaal["indikatorer"][0])


def test_target_that_holds_is_that_of_the_year(data: Path) -> None:
    """The newest number is held against the next target that has a year, not against the last."""
    assert shown(data, "--dato", "2024-12-31")["naadd"] is True
    assert shown(data, "--dato", DAY)["naadd"] is False
    ended = styring("maal", "vis", "TF1", "--dato", DAY, data=data)
    assert "minst 10 innen 2024, 20 innen 2026" in ended.out


def test_judgement_is_that_of_the_newest_round(data: Path) -> None:
    """By round and not by place; what came later is not told of on an earlier day."""
    assert "grønn" in styring("maal", "list", "--dato", DAY, data=data).out
    assert "rød" in styring("maal", "list", "--dato", "2024-09-15", data=data).out
    ended = styring("rapport", "tertial", "--periode", "2024-AAR", "--dato", DAY, data=data)
    assert "● grønn (årsrapport 2024). Det går fint." in ended.out


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("{2024: 10, 2026: 20}", "{24: 10}", ("FELT005", 14, 20)),
        ("{2024: 10, 2026: 20}", "{2024: 10, 2026: tjue}", ("FELT003", 14, 36)),
        ("{2024: 10, 2026: 20}", "{}", ("FELT005", 14, 19)),
        ("{2024: 10, 2026: 20}", "{2026: 20}\n            maal_aar: 2026", ("IND004", 15, 23)),
        ("retning: opp", "retning: observasjon", ("IND011", 13, 22)),
        ("maal: {2024: 10, 2026: 20}", "samlet: sum", ("IND010", 14, 21)),
        ("maal: {2024: 10, 2026: 20}", "under_utvikling: ja", ("FELT003", 14, 30)),
        ("2024-AAR", "2024-T1", ("MAAL004", 9, 23)),
        ("2024-AAR", "2026-T1", ("MAAL005", 8, 23)),
    ],
)
def test_fault_stands_at_what_is_wrong(
    old: str, new: str, fault: tuple[str, int, int], data: Path
) -> None:
    """A year, a number, a word or a round that cannot be is told of where it stands."""
    assert faults(data, old, new) == [fault]


def test_months_go_with_years_and_a_short_row_is_told_by_the_month(data: Path) -> None:
    """Less than a year of numbers says nothing of a year."""
    assert "øker" not in styring("maal", "vis", "TF1", "--dato", "2024-12-31", data=data).out
    assert "i året, rett vei" in styring("maal", "vis", "TF1", "--dato", DAY, data=data).out
    months = "[{tid: 2025-01, verdi: 8}, {tid: 2025-02, verdi: 10}, {tid: 2025-03, verdi: 12}]"
    text = MAAL[: MAAL.index("[{tid: 2023")] + months + "\n"
    (data / "maal.yaml").write_text(text, encoding="utf-8")
    assert (
        "øker 2,1 i måneden, rett vei"
        in styring("maal", "vis", "TF1", "--dato", DAY, data=data).out
    )


def indikator(**felt: Any) -> Indikator:
    """An indikator with some fields."""
    return Indikator(navn="A", enhet="b", retning=Retning.OPP, **felt)


def maalinger(verdier: list[float], fra: int = 2000) -> tuple[Maaling, ...]:
    """A measurement a year."""
    return tuple(Maaling(tid=les_frist(fra + n), verdi=v) for n, v in enumerate(verdier))


NUMBERS = st.integers(-(10**6), 10**6) | st.decimals(-1000, 1000, places=2).map(float)


@given(st.lists(st.lists(NUMBERS, min_size=3, max_size=3), min_size=1, max_size=5))
def test_parts_are_put_together_exactly(parts: list[list[float]]) -> None:
    """A sum of parts is theirs to the last digit, and only where every part is measured."""
    deler = tuple(
        Indikatordel(navn=str(n), maalinger=maalinger(part)) for n, part in enumerate(parts)
    )
    alle = indikator(deler=deler, samlet=Samling.SUM).alle_maalinger
    hundredths = [sum(round(part[year] * 100) for part in parts) for year in range(3)]
    assert [round(m.verdi * 100) for m in alle] == hundredths
    assert indikator(deler=deler).alle_maalinger == ()
    fewer = (*deler, Indikatordel(navn="en til", maalinger=maalinger([1], 2001)))
    assert [m.tid.tekst for m in indikator(deler=fewer, samlet=Samling.SNITT).alle_maalinger] == [
        "2001"
    ]


@given(st.lists(NUMBERS, min_size=3, max_size=12), st.randoms())
def test_trend_minds_no_order_and_turns_with_the_numbers(verdier: list[float], random: Any) -> None:
    """It is of all points: the same in any order, and the other way for the numbers turned."""
    rekke = list(maalinger(verdier))
    stigning = indikator(maalinger=tuple(rekke)).stigning
    random.shuffle(rekke)
    assert indikator(maalinger=tuple(rekke)).stigning == pytest.approx(stigning, abs=0.02)
    snudd = maalinger([-verdi for verdi in verdier])
    assert stigning is not None
    assert indikator(maalinger=snudd).stigning == pytest.approx(-stigning, abs=0.02)
