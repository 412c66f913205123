"""Text in the data that a terminal or a sheet would obey comes out as text."""

import json
import re
from pathlib import Path

import pytest
from broken import KONTAKTER, MAAL, asked, check, make

HOSTILE = (
    "=HYPERLINK(1) \x1b[2J\x1b]0;x\x07\x9b31m [red]rød[/red] [/] "
    "\u202e\u2066\u200b\x85\u2028\0\r\n+x"
)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which every text is hostile, those of broken records and of file names too."""
    text = json.dumps(HOSTILE)
    oppdrag = (
        f"aar: 2023\nkilde: {text}\noppdrag:\n"
        f"  - id: S-1\n    tittel: {text}\n    sektor: {text}\n    beskrivelse: {text}\n"
        f"    delmaal: [{text}]\n    delansvar: [{text}]\n    delegering: [{{til: {text}}}]\n"
        f"    oppgaver: [{{id: {text}, tittel: {text}}}]\n"
        "    rapporter:\n"
        f"      - {{periode: {text}, dato: 2023-05-05, status: ferdig, kommentar: {text}}}\n"
        f"    egne: {{{text}: {text}}}\n"
        f"  - {{id: {text}, tittel: [x], {text}: 1, frist: {text}}}\n"
    )
    maal = MAAL.replace("Fellesskap", text).replace("Flere deltar", text)
    return make(
        tmp_path_factory.mktemp("hostile"),
        {
            "oppdrag.yaml": oppdrag,
            "maal.yaml": maal,
            "kontakter.yaml": KONTAKTER.replace("Kari Nordmann", text).replace("Samfunn", text),
            "kommune.yaml": f"navn: {text}\n{text}: 1\n{text}: 2\n",
            "oppdrag/\x1b[31m\n[red]\u202e.yaml": "- x\n",
            "oppdrag/\udcff.yaml": "- x\n",
            "\x1b[31m.yaml": "- x\n",
        },
    )


@pytest.mark.parametrize(
    "words",
    [
        "valider",
        "valider --format json",
        "oppdrag list",
        "oppdrag list --format json",
        "oppdrag list --format csv",
        "oppdrag vis S-1",
        "maal tre",
        "roedtraad",
        "roedtraad --hull --format csv",
    ],
)
def test_text_that_would_act_comes_out_as_text(hostile: Path, words: str) -> None:
    """No escape, no turned text and no formula gets through, from values, keys or file names."""
    ended = asked(words, hostile)
    check(ended, csv=words.endswith("csv"))
    assert ended.status == 1
    if "tittel" in ended.out and "csv" not in words and "json" not in words:
        assert "rød" in ended.out
    if words.endswith("csv"):
        cells = re.split(r"[;\r\n]+\"?", ended.out.removeprefix("\ufeff"))
        assert [cell for cell in cells if re.match(r"[=+@\t-]", cell)] == []
        assert any("HYPERLINK" in cell for cell in cells)
    if words in ("oppdrag list", "oppdrag vis S-1", "maal tre", "roedtraad"):
        assert "[red]rød[/red] [/]" in ended.out
    if words.endswith("json"):
        json.loads(ended.out)
