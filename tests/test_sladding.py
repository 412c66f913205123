"""What is taken out of texts that are for all, whichever characters it is written with."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from growth import is_linear
from hypothesis import given
from hypothesis import strategies as st

from styring.offentlig.sladding import UTELATT, Sladding
from styring.register.lasting import last

NUMBER, MAIL = "90060938", "ola.nordmann@kommune.example"
IDS = (
    *("SOS-2023-01", "moete-7", "HEM-A-01", "ny-skole", "KUL-2023-02.1"),
    *("ØKO.12", "plan", "2025", "i"),
)


@cache
def sladding(more: str = "") -> Sladding:
    """Of two contacts, one with two numbers, and of the ids of what is kept."""
    text = f"""\
sektorer: []
kontakter:
  - {{id: a, navn: A, telefon: 900 60 938}}
  - {{id: b, navn: B, telefon: "tlf. +46 70-123 45 67 / 22 33 44 55"}}
{more}"""
    with TemporaryDirectory() as folder:
        (Path(folder) / "kontakter.yaml").write_text(text, encoding="utf-8")
        return Sladding(last(Path(folder)), IDS)


INVISIBLE = st.text(
    st.sampled_from("\u200b\u200c\u200d\u2060\ufeff\u00ad\u034f\ufe0f\u202d"), max_size=3
)
MARKS = st.text(st.sampled_from("\u0332\u0336\u20dd\u0301"), max_size=2)
DASHES = "-‐‑‒–—―−﹣－\u2043"
SPACES = " \u00a0\u2009\u202f\u3000\t\n\u2800"


@st.composite
def written(draw: Callable[..., str], text: str) -> str:
    """A text with each of its characters as one of those that look like it."""
    return "".join(draw(like(char)) + draw(INVISIBLE) for char in text[:-1]) + draw(like(text[-1]))


def like(char: str) -> st.SearchStrategy[str]:
    """What looks like a letter or a digit, or like @ or a dot."""
    if "0" <= char <= "9":
        n = int(char)
        others = [chr(zero + n) for zero in (0xFF10, 0x0660, 0x1D7CE, 0x1D7D8, 0x0966)]
        return st.builds(str.__add__, st.sampled_from([char, char, *others]), MARKS)
    wide = chr(ord(char) + 0xFEE0) if "!" <= char <= "~" else char
    return st.sampled_from([char, char, wide, *([char.upper(), char.lower()] * char.isalpha())])


@st.composite
def numbers(draw: Callable[..., str]) -> str:
    """A telephone number with at most three characters between its digits."""
    between = st.text(st.sampled_from(DASHES + SPACES + "./()_·,"), max_size=2)
    front = draw(st.sampled_from(["", "+47 ", "0047", "47-", "＋４７ "]))
    digits = [draw(written(digit)) + draw(INVISIBLE) + draw(between) for digit in NUMBER[:-1]]
    return front + "".join(digits) + draw(written(NUMBER[-1]))


@st.composite
def ids(draw: Callable[..., str]) -> str:
    """An id with something else between its parts."""
    id_ = draw(st.sampled_from(["SOS-2023-01", "moete-7", "HEM-A-01", "SOS-2023-01.12"]))
    core, dot, task = id_.partition(".")
    between = st.one_of(
        st.text(st.sampled_from(DASHES + SPACES + "_"), max_size=3), st.sampled_from("./:·")
    )
    parts = core.split("-")
    first = [draw(written(part)) + draw(INVISIBLE) + draw(between) for part in parts[:-1]]
    return "".join(first) + draw(written(parts[-1])) + (draw(written(dot + task)) if dot else "")


AROUND = st.sampled_from([("Ring ", " i dag."), ("(", ")"), ("", ""), ("Se: ", ", og så.")])


@given(st.one_of(numbers(), written(MAIL), ids()), AROUND)
def test_what_people_see_is_taken_out_however_it_is_written(
    secret: str, around: tuple[str, str]
) -> None:
    """All of it, and not a character beside it."""
    before, after = around
    assert sladding().uten(before + secret + after) == before + UTELATT + after


@given(
    st.lists(st.one_of(numbers(), written(MAIL), ids()), max_size=4),
    st.text("æå \n\u200b\u0301", max_size=5),
)
def test_every_one_of_several_is_taken_out(secrets: list[str], between: str) -> None:
    """With anything that is no part of them between."""
    text = f" og {between} og ".join(secrets)
    assert sladding().uten(text) == f" og {between} og ".join([UTELATT] * len(secrets))


WORDS = st.text(st.sampled_from("abcdeæøå’–-_ \u00a0\u200b\u0301,.!?«»()\n"), max_size=30)


@given(
    st.lists(st.one_of(WORDS, st.integers(0, 9999).map(str), st.sampled_from(IDS[-3:])), max_size=8)
)
def test_text_without_is_itself(parts: list[str]) -> None:
    """The same text, not one like it; years and plain words stay whichever ids there are."""
    text = " og ".join(parts)
    assert sladding().uten(text) is text


@pytest.mark.parametrize(
    "text",
    [
        "1900 60 938 og 900 60 9381",
        "SOS-2023-011, XSOS-2023-01 og SOS-2023",
        "en ny skole, en plan for 2025, og i-2 i dag",
        "a @ b, følg oss @kommune.no og ola@kommune, og si at kommune.no er nede",
        "Hun sa at han satte punktum (at) det gikk. Og (alfa) er gresk, punktum no.",
        "SOS 11, HEM-2, SOS-1x, 2023-1, så 1, SOS-12-01, SOS-11",
        "a < b og c > d & e, R&D; og <b>ingenting</b>&nbsp;er&#32;skjult",
        "900 60 – – – 938",
        "moete 70",
    ],
)
def test_what_is_only_like_it_stays(text: str) -> None:
    """Longer numbers, other ids, words that are ids too, and what is no address."""
    assert sladding().uten(text) is text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Ring +46 70 123 45 67 eller 22334455.", f"Ring {UTELATT} eller {UTELATT}."),
        ("i 2025 9006 0938", f"i 2025 {UTELATT}"),
        ("SOS_2023_01, sos 2023 01, SOS202301", ", ".join([UTELATT] * 3)),
        ("ny-skole, NY_SKOLE", f"{UTELATT}, {UTELATT}"),
        ("øko.12, ØKO 12, ØKO-12.3", ", ".join([UTELATT] * 3)),
        ("O\u0308KO.12, Ø\u200bKO.12", f"O\u0308KO.12, {UTELATT}"),
        ("900 60 938@x.no", UTELATT),
        ("900     60\n\n\n\n938, \u277e00 60 938", f"{UTELATT}, {UTELATT}"),
        ("SOS-2023-01s frist, SOS-2023-01S", f"{UTELATT}s frist, {UTELATT}S"),
        ("SOS -     2023   –    01", UTELATT),
        ("sos-1, SOS 1, SOS-01, sos 2023 1 og SOS-1.2", f"{', '.join([UTELATT] * 4)} og {UTELATT}"),
        ("hem-1 og HEM A 1", f"{UTELATT} og {UTELATT}"),
        ("KUL 2.1, kul-2023-02.1, KUL-2, KUL 21", f"{UTELATT}, {UTELATT}, KUL-2, KUL 21"),
        ("eva (at) kommune.no, eva[at]kommune punktum no", f"{UTELATT}, {UTELATT}"),
        (
            "Til eva at kommune dot no eller e.v-a @ x.kommune.no.",
            f"Til {UTELATT} eller {UTELATT}.",
        ),
        ("eva krøllalfa kommune (punktum) no; eva{alfa}kommune[.]no", f"{UTELATT}; {UTELATT}"),
        ("900&nbsp;60&#32;938 / &#x39;00<b></b>60<!-- x -->938", f"{UTELATT} / {UTELATT}"),
        ("<a 900 60 938> eva&#64;kommune.no", f"<a {UTELATT}> {UTELATT}"),
        ("SOS&#8209;2023<wbr>-01", UTELATT),
    ],
)
def test_known_spellings(text: str, shown: str) -> None:
    """Each as it comes out."""
    assert sladding().uten(text) == shown


@pytest.mark.parametrize(
    "text",
    [
        *(
            "31.12.2023",
            "21.12.2023–23.12.2023",
            "31/12/2023",
            "30-1-2026 kl. 10.30",
            "24. 10. 2024",
        ),
        *("2023-12-31", "2022, 2023 og 2024", "1. 1. 2024", "fra 31.12.2023 til 31.01.2024"),
    ],
)
def test_a_date_is_no_telephone_while_contacts_have_a_fault(text: str) -> None:
    """A number that may be one is taken out still."""
    doubtful = sladding("  - {id: c, navn: C, telfon: 1}\n")
    assert doubtful.uten(text) is text
    for number in (
        "41 12 20 23",
        "31122023",
        "31 12 2023",
        "31.12.20.23",
        "31.13.2023",
        "+47 40506070",
    ):
        assert doubtful.uten(f"Ring {number}, {text}.") == f"Ring {UTELATT}, {text}."
    assert doubtful.uten("900-60.938") == UTELATT


@pytest.mark.parametrize(
    "piece",
    [
        "9",
        "9 ",
        "SOS-2023-",
        "a.",
        "a@",
        "@a",
        "1a.1.",
        "a\u0301\u0323",
        "９",
        "<a ",
        "&#5",
        "a (at) ",
    ],
)
def test_time_grows_as_the_text_does(piece: str) -> None:
    """Four times the text takes about four times as long, whatever it is of."""

    def without(text: str) -> object:
        return sladding().uten(text)

    assert is_linear(without, *(piece * (length // len(piece)) for length in (5_000, 20_000)))
