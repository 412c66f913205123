"""A syntax error becomes a message that a controller understands, and a way out."""

import pytest
import yaml.parser
import yaml.scanner
from yaml.cyaml import CParser  # type: ignore[attr-defined]

from styring.yamlfile.syntax import Syntaksfeil, explain

GENERIC = "YAML-en kan ikke leses her"
TAB = "tabulator kan ikke brukes som innrykk"
COLON_IN_VALUE = "kolon med mellomrom etter kan ikke stå midt i en verdi"
NO_COLON = "kolon og mellomrom mangler etter en nøkkel"
NO_COMMA = "komma eller sluttparentes mangler"
AFTER = "det står tekst etter slutten på verdien"
INDENT_LIST = "innrykket passer ikke med listen over"
INDENT_MAP = "innrykket passer ikke med linjene over"
DASH_LIST = "bindestreken står ikke rett under de andre i listen"
DASH_KEY = "en bindestrek står der det skulle stått en nøkkel"
ITEM = "et listepunkt med bindestrek må begynne på en ny linje"
ALIAS = "en verdi som begynner med «*», leses som en henvisning, ikke som tekst"
ANCHOR = "en verdi som begynner med «&», leses som et anker, ikke som tekst"
TAG = "en verdi som begynner med «!», leses som et typemerke, ikke som tekst"
PERCENT_LINE = "linjen begynner med «%» og leses som et ugyldig YAML-direktiv"
NOT_CLOSED_QUOTE = "anførselstegnet blir aldri lukket"
NOT_CLOSED_LIST = "hakeparentesen «[» blir aldri lukket"
NOT_CLOSED_MAP = "krøllparentesen «{» blir aldri lukket"
NOT_CLOSED = "en hakeparentes eller krøllparentes blir aldri lukket"
DOCUMENT_IN_QUOTES = "en linje med «---» eller «...» står inne i anførselstegn"
ESCAPE = "tegnet «\\» i doble anførselstegn innleder en kode, og denne er ugyldig"
BLOCK_TEXT = "teksten kan ikke begynne på samme linje som «|» eller «>»"
BLOCK_ZERO = "tallet etter «|» eller «>» må være fra 1 til 9"
LOOSE = "linjen hører ikke sammen med det som står over"
COLON_FIRST = "kolonet mangler en nøkkel foran seg"
QUESTION = "spørsmålstegn med mellomrom etter kan ikke stå først i en verdi"
COMMA_ALONE = "komma uten en verdi foran"
COMMA_AFTER = "det står komma etter slutten på verdien"
DASH_IN_BRACKETS = "listepunkt med bindestrek kan ikke stå inne i en parentes"
CONTROL = "et tegn, trolig usynlig, er ikke tillatt i YAML"
NOT_UTF8 = "filen er ikke lagret som UTF-8"


def first(tegn: str) -> str:
    """The message about a character that cannot begin a value."""
    return f"tegnet «{tegn}» kan ikke stå først i en verdi"


def mismatch(tegn: str) -> str:
    """The message about the wrong closing bracket."""
    return f"tegnet «{tegn}» passer ikke til parentesen som sist ble åpnet"


def unopened(tegn: str) -> str:
    """The message about a closing bracket with nothing to close."""
    return f"tegnet «{tegn}» lukker en parentes som ikke er åpnet"


def read_all(parser: type[CParser] | type[yaml.SafeLoader], text: str | bytes) -> None:
    """Nothing; the parser raises its error on the way."""
    events = parser(text)
    while events.check_event():
        events.get_event()


def fault(parser: type[CParser] | type[yaml.SafeLoader], text: str | bytes) -> Syntaksfeil:
    """What explain makes of the error that the parser raises on the text."""
    with pytest.raises(yaml.YAMLError) as caught:
        read_all(parser, text)
    error = caught.value
    if isinstance(error, yaml.reader.ReaderError):
        return explain(error.reason, None, "")
    assert isinstance(error, yaml.MarkedYAMLError)
    assert isinstance(text, str)
    assert error.problem_mark is not None
    line, column = error.problem_mark.line, error.problem_mark.column
    return explain(error.problem, error.context, [*text.split("\n"), ""][line][column:])


SAME = [
    # Tabs and characters that YAML keeps for itself.
    ("oppdrag:\n\t- id: A\n", TAB),
    ("oppdrag:\n  - id: A\n\ttittel: B\n", TAB),
    ("oppdrag:\n  - id: A\n\t    tittel: B\n", TAB),
    ("\taar: 2023\n", TAB),
    ("aar: 2023\n\t\nkilde: brev\n", TAB),
    ("tekst: |\n\tlinje\n", TAB),
    ("tekst: |\n  en\n\tto\n", TAB),
    ("kontakt: @elspra\n", first("@")),
    ("id: `SOS`\n", first("`")),
    ("andel: %5\n", first("%")),
    ("kontakter: [elspra, @kwe]\n", first("@")),
    ("avvik: {dager: > 5}\n", f"{first('>')} inne i en parentes"),
    ("avvik: [|x]\n", f"{first('|')} inne i en parentes"),
    ("tittel: , og så\n", first(",")),
    ("tittel: ? hva\n", QUESTION),
    ("aar: 2023\n%andel: 5\n", PERCENT_LINE),
    ("%\n", PERCENT_LINE),
    ("%YAML x\n---\n", PERCENT_LINE),
    ("%YAML 1x\n---\n", PERCENT_LINE),
    ("%YAML 1.1x\n---\n", PERCENT_LINE),
    ("%TAG x\n---\n", PERCENT_LINE),
    ("%TAG !x!y\n---\n", PERCENT_LINE),
    ("%TAG !x! {\n---\n", PERCENT_LINE),
    ("%YAML 1.1\n%YAML 1.1\n---\na\n", "samme linje med «%» står to ganger"),
    ("%TAG ! x\n%TAG ! x\n---\n", "samme linje med «%» står to ganger"),
    ("%YAML 2.0\n---\na\n", "linjen «%YAML» ber om en versjon som ikke støttes"),
    ("merknad: **viktig**\n", ALIAS),
    ("merknad: *viktig* nå\n", ALIAS),
    ("punkter:\n  * en\n  * to\n", ALIAS),
    ("tittel: & mer\n", ANCHOR),
    ("tittel: !viktig! Les\n", TAG),
    ("tittel: !e!x d\n", TAG),
    ("tittel: !<x d\n", TAG),
    ("tittel: !x{y\n", TAG),
    ("tittel: !x%zz d\n", TAG),
    ("tittel: !%ff d\n", TAG),
    # Quotes and blocks of text.
    ('tittel: "Plan\nsektor: SOS\n', NOT_CLOSED_QUOTE),
    ("tittel: 'Plan\n", NOT_CLOSED_QUOTE),
    ('tittel: "Plan\n---\n', DOCUMENT_IN_QUOTES),
    ('fil: "\\q"\n', ESCAPE),
    ('fil: "C:\\Users"\n', ESCAPE),
    ('tittel: "Plan" del 1\n', AFTER),
    ('tittel: "den "gode" planen"\n', AFTER),
    ("tittel: 'kommunens' plan'\n", AFTER),
    ('- "Plan" del 1\n', AFTER),
    ("tekst: |\n  en\n to\n", AFTER),
    ("tekst: | en\n", BLOCK_TEXT),
    ("andel: > 5\n", BLOCK_TEXT),
    ("andel: >-x\n", BLOCK_TEXT),
    ("andel: >0\n", BLOCK_ZERO),
    # Brackets.
    ("delmaal: [BB1.1, TF1.1\n", NOT_CLOSED_LIST),
    ("delmaal: [BB1.1]]\n", unopened("]")),
    ("delmaal: [\n", NOT_CLOSED),
    ("delmaal: [BB1.1}\n", mismatch("}")),
    ("delmaal: [BB1.1, }\n", mismatch("}")),
    ("delmaal: [BB1.1\nsektor: SOS\n", NO_COMMA),
    ('delmaal: ["BB1.1" "TF1.1"]\n', NO_COMMA),
    ("delmaal: [BB1.1,, TF1.1]\n", COMMA_ALONE),
    ("delmaal: [\n  - BB1.1\n]\n", DASH_IN_BRACKETS),
    ("delmaal: [:b]\n", "det mangler en verdi her"),
    ("delmaal: ]\n", unopened("]")),
    ("{a: b}}\n", unopened("}")),
    ("unntatt: {hjemmel: offl. § 15\n", NOT_CLOSED_MAP),
    ("unntatt: {hjemmel: offl. § 15]\n", mismatch("]")),
    ("d: {til: kwe av: elspra}\n", NO_COMMA),
    ("d: {til: kwe, merknad: se: brev}\n", NO_COMMA),
    ('d: {til: "kwe" av: elspra}\n', NO_COMMA),
    ('tittel: "Plan",\n', COMMA_AFTER),
    # Keys, values and list items in the wrong place.
    ("tittel: Plan: del 1\n", COLON_IN_VALUE),
    ("tid: kl. 12: møte\n", COLON_IN_VALUE),
    ('tittel: "Plan": del 1\n', COLON_IN_VALUE),
    ("tittel: Plan\n  sektor: SOS\n", COLON_IN_VALUE),
    ("- id: A\n   sektor: SOS\n", COLON_IN_VALUE),
    ("tittel Plan\nsektor: SOS\n", COLON_IN_VALUE),
    ("sektor: SOS\ntittel Plan\naar: 2023\n", NO_COLON),
    ("sektor: SOS\ntittel:Plan\n", NO_COLON),
    ("tekst: >\n  en\nto\n", NO_COLON),
    ("delmaal: - BB1.1\n", ITEM),
    ("oppdrag:\n  - id: A\n  tittel: B\n", INDENT_LIST),
    ("oppdrag:\n  - id: A\n    tittel: B\n   sektor: C\n", INDENT_LIST),
    ("- id: A\ntittel: B\n", INDENT_LIST),
    ("oppdrag:\n  id: A\n tittel: B\n", INDENT_MAP),
    ('tittel: "Plan"\n  sektor: SOS\n', INDENT_MAP),
    ("oppdrag:\n - id: A\n  - id: B\n", DASH_LIST),
    ("oppdrag:\n  - id: A\n -  id: B\n", DASH_KEY),
    ("oppdrag:\n  - id: A\n    - id: B\n", DASH_KEY),
    ("oppdrag: []\n  - id: A\n", DASH_KEY),
    (": Plan\n", COLON_FIRST),
    (" aar: 2023\nkilde: brev\n", LOOSE),
    ("aar: 2023\n...\nkilde: brev\n", LOOSE),
    ("{a: b}\nc: d\n", LOOSE),
    # Characters and bytes: no marks, and the message does not say where.
    ("tittel: Plan\x07\n", CONTROL),
    ("tittel: Plan\x00\n", CONTROL),
    ("tittel: Bærum\n".encode("latin-1"), NOT_UTF8),
    (b"tittel: \xff\n", NOT_UTF8),
    (b"tittel: \xc3", NOT_UTF8),
]


@pytest.mark.parametrize(("text", "melding"), SAME)
def test_both_parsers_lead_to_the_same_message(text: str | bytes, melding: str) -> None:
    """The wording of the parser makes no difference to the reader."""
    assert fault(CParser, text).melding == melding
    assert fault(yaml.SafeLoader, text).melding == melding


@pytest.mark.parametrize(
    ("text", "libyaml", "python"),
    [
        # libyaml takes a tab behind a key and stops at the dash; the Python parser at the tab.
        ("delmaal:\t- BB1.1\n", ITEM, TAB),
        # libyaml says «did not find expected key» of both wrong indentation and text that follows
        # a value; when that text looks like a key, only the Python parser can tell them apart.
        ('tittel: "Plan" del: 1\n', INDENT_MAP, AFTER),
        # libyaml counts the digits of the version before it looks at it.
        (
            "%YAML 11111111111.1\n---\na\n",
            PERCENT_LINE,
            "linjen «%YAML» ber om en versjon som ikke støttes",
        ),
        # libyaml refuses an unknown directive; the Python parser skips it and misses the «---».
        ("%FOO\na: b\n", PERCENT_LINE, LOOSE),
        # In the Python parser the tag «!]» swallows the bracket.
        ("delmaal: [!]\n", TAG, NOT_CLOSED_LIST),
    ],
)
def test_parsers_that_see_different_things_lead_to_different_messages(
    text: str, libyaml: str, python: str
) -> None:
    """Where the parsers stop at different things, each message is true of what was seen."""
    assert fault(CParser, text).melding == libyaml
    assert fault(yaml.SafeLoader, text).melding == python


@pytest.mark.parametrize(
    ("text", "melding"),
    [
        ("tittel: !Viktig, haster\n", TAG),
        ('tittel: "\\ud800"\n', ESCAPE),
        ("%x y\n---\na\n", PERCENT_LINE),
        ("d: {til:}\n", "kolonet mangler mellomrom etter seg"),
    ],
)
def test_what_only_libyaml_refuses(text: str, melding: str) -> None:
    """What the Python parser takes and libyaml does not is explained too."""
    assert fault(CParser, text).melding == melding


@pytest.mark.parametrize(
    ("text", "raad"),
    [
        ("a:\n\tb: c\n", "Bruk mellomrom."),
        ("a: @b\n", "Sett anførselstegn rundt verdien."),
        (
            "tittel: Plan: del 1\n",
            (
                'Sett anførselstegn rundt verdien: tittel: "Plan: del 1",'
                " eller se etter feil innrykk her og manglende kolon på linjen over."
            ),
        ),
        ("a: [b\n", "Sett inn «]» der listen slutter."),
        (
            "d: {til: kwe, merknad: se: brev}\n",
            "Sett komma mellom verdiene, lukk parentesen, eller sett anførselstegn rundt verdien.",
        ),
        ('a: "C:\\Users"\n', "Skriv «\\\\» i stedet for «\\», eller bruk enkle anførselstegn."),
        (
            "oppdrag:\n  id: A\n tittel: B\n",
            "Rykk nøkkelen inn like langt som de andre på samme nivå.",
        ),
    ],
)
def test_advice_tells_the_way_out(text: str, raad: str) -> None:
    """The advice is what to do, not what is wrong once more."""
    assert fault(CParser, text).raad == raad


def test_an_unknown_error_gets_the_generic_message() -> None:
    """A message that no table knows still gives Norwegian, and nothing of the parser's text."""
    feil = explain("found a wholly new problem", "while scanning the future", "x")
    assert feil.melding == GENERIC
    assert feil == explain(None, None, "")
