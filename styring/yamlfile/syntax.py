"""What a YAML syntax error means, said in bokmål.

PyYAML has two parsers, and they word the same error differently: libyaml (`CParser`) says «did
not find expected key» where the Python one says «expected <block end>, but found '-'». One table
reads both. Neither knows what the person meant, so a row also looks at the text at the mark.
"""

import re
from dataclasses import dataclass

from yaml.error import MarkedYAMLError

from styring.yamlfile.fault import EMPTY, Fault
from styring.yamlfile.places import Places

_NO_COLON = "could not find expected ':'"
_CONFLICT = r"(?m)^(?:<{7} .*|={7}|>{7} .*)$"


@dataclass(frozen=True, slots=True)
class Syntaksfeil:
    """What is wrong, in bokmål, and the way out.

    `melding` starts with a lower case letter (or with «YAML») and has no full stop at the end.
    `raad` is one imperative sentence with a full stop, or None.
    """

    melding: str
    raad: str | None


def syntax_fault(error: MarkedYAMLError, text: str, places: Places) -> Fault:
    """What a parser found wrong in a text, at the place where people look for it."""
    if all(line.split("#")[0].strip() in ("", "...") for line in text.splitlines()):
        return EMPTY
    if conflict := re.search(_CONFLICT, text):
        raad = "Behold den ene eller begge, og slett linjene med <<<<<<<, ======= og >>>>>>>."
        melding = "her står det igjen en flettekonflikt fra git"
        return Fault("YAML001", melding, conflict.start(), conflict.end(), raad)
    mark = error.problem_mark or error.context_mark
    at = min(mark.index, len(text)) if mark is not None else 0
    line = text[at : at + 200].splitlines()
    what = explain(error.problem, error.context, line[0] if line else "")
    # What is never closed runs on to the end or to another line; where it opened says more.
    is_at_end = at >= len(text.rstrip())
    bracket = places.unclosed("[{") if is_at_end else None
    if bracket is not None:
        at = bracket
    elif error.context_mark is not None and (is_at_end or error.problem == _NO_COLON):
        at = min(error.context_mark.index, len(text))
    return Fault("YAML001", what.melding, at, at + 1, what.raad)


def explain(problem: str | None, context: str | None, around: str) -> Syntaksfeil:
    """The fault behind a parser's `problem` and `context`; a generic one if they are unknown.

    For a `ReaderError`, which has no marks, `problem` is its `reason`. `around` is the text of
    the line from the problem mark on; the message repeats at most one character of it, and only
    one that the table names.
    """
    heard = f"{context or ''}: {problem or ''}"
    for said, here, melding, raad in _TABLE:
        if re.search(said, heard) and re.match(here, around):
            return Syntaksfeil(melding.replace("TEGN", around[:1]), raad)
    return _GENERIC


_GENERIC = Syntaksfeil(
    "YAML-en kan ikke leses her",
    "Se etter feil i innrykk, kolon, anførselstegn og parenteser på denne linjen og linjen over.",
)

# Patterns for what the parser says, as «context: problem».
_DIRECTIVE = (
    r"directive|version number|expected (a )?digit|expected '!'|expected whitespace$|non-alphabet"
)
_TAG = r" a tag:|tag handle|URI|expected '>'|expected ' '|whitespace or line break"
_NOT_UTF8 = (
    r"UTF-8|UTF-16|surrogate|invalid Unicode character$|codec can't decode|illegal encoding"
    r"|invalid (start|continuation) byte|truncated data|unexpected end of data"
)
_BAD_START = r"cannot start any token"
_END = r"expected key|expected '-' indicator|expected <block end>"  # of a block mapping or list
_END_OF_LIST = r"block collection: .*expected <block end>|expected '-' indicator"
_COMMA = r"',' or '[\]}]'"

# Patterns for the text at the mark.
_ANY = ""
_DASH = r"-(\s|$)"
_KEY = r"""(\w[\w.-]*|"[^"]*"|'[^']*')\s*:(\s|$)"""
_NOTHING = r"\s*$|(---|\.\.\.)(\s|$)"  # the file or the document ends here

_TAB = "tabulator kan ikke brukes som innrykk"
_FIRST = "tegnet «TEGN» kan ikke stå først i en verdi"
_AFTER = "det står tekst etter slutten på verdien"
_NO_COMMA = "komma eller sluttparentes mangler"

_SPACES = "Bruk mellomrom."
_QUOTE = "Sett anførselstegn rundt verdien."
_QUOTE_ALL = (
    "Sett anførselstegn bare først og sist i verdien, eller rykk linjen inn som linjene over."
)
_QUOTE_COLON = (
    'Sett anførselstegn rundt verdien: tittel: "Plan: del 1",'
    " eller se etter feil innrykk her og manglende kolon på linjen over."
)

# What the parser says, the text at the mark, melding, raad. The first row that fits is used, so
# narrow rows stand above wide ones. TEGN becomes the character at the mark.
# fmt: off
_TABLE: tuple[tuple[str, str, str, str], ...] = (
    # Lines that start with «%», values that start with «!», «*» or «&». They come first, for the
    # context is the surest sign: a bad «!%ff» is also said to be bad UTF-8.
    (r"duplicate (%?YAML|%?TAG|tag handle)", _ANY,
     "samme linje med «%» står to ganger",
     "Slett den ene linjen."),
    (r"incompatible YAML document", _ANY,
     "linjen «%YAML» ber om en versjon som ikke støttes",
     "Slett linjen som begynner med «%YAML»."),
    (_DIRECTIVE, _ANY,
     "linjen begynner med «%» og leses som et ugyldig YAML-direktiv",
     "Sett anførselstegn rundt teksten, eller slett linjen."),
    (_TAG, _ANY,
     "en verdi som begynner med «!», leses som et typemerke, ikke som tekst",
     _QUOTE),
    (r"an alias:", _ANY,
     "en verdi som begynner med «*», leses som en henvisning, ikke som tekst",
     "Sett anførselstegn rundt verdien, eller bruk bindestrek hvis dette er et listepunkt."),
    (r"an anchor:", _ANY,
     "en verdi som begynner med «&», leses som et anker, ikke som tekst",
     _QUOTE),
    # The file, and characters that YAML does not take.
    (r"(control|special) characters are not allowed", _ANY,
     "et tegn, trolig usynlig, er ikke tillatt i YAML",
     "Slett tegnet, som kan ha fulgt med da tekst ble limt inn."),
    (_NOT_UTF8, _ANY,
     "filen er ikke lagret som UTF-8",
     "Lagre filen på nytt med tegnkodingen UTF-8."),
    (r"input is too long", _ANY,
     "filen er for stor",
     "Del den opp i flere filer i en mappe."),
    (r"input error|<stream-start>", _ANY,
     "filen lar seg ikke lese",
     "Sjekk at filen finnes og kan åpnes."),
    (r"found a tab character", _ANY, _TAB, _SPACES),
    (_BAD_START, r"\t", _TAB, _SPACES),
    (_BAD_START, r"[@`%]", _FIRST, _QUOTE),
    (_BAD_START, r"[|>]", f"{_FIRST} inne i en parentes", _QUOTE),
    (_BAD_START, _ANY, "tegnet her kan ikke stå først i en verdi", _QUOTE),
    # Text in quotes, and text under «|» or «>».
    (r"unexpected end of stream", _ANY,
     "anførselstegnet blir aldri lukket",
     "Sett inn anførselstegnet som mangler på slutten av verdien."),
    (r"unexpected document (indicator|separator)", _ANY,
     "en linje med «---» eller «...» står inne i anførselstegn",
     "Lukk anførselstegnet før linjen, eller rykk linjen inn."),
    (r"escape|hexdecimal", _ANY,
     "tegnet «\\» i doble anførselstegn innleder en kode, og denne er ugyldig",
     "Skriv «\\\\» i stedet for «\\», eller bruk enkle anførselstegn."),
    (r"indentation indicator (equal|in the range)", _ANY,
     "tallet etter «|» eller «>» må være fra 1 til 9",
     "Slett tallet, eller sett anførselstegn rundt verdien."),
    (r"expected chomping|comment or (a )?line break", _ANY,
     "teksten kan ikke begynne på samme linje som «|» eller «>»",
     "Begynn teksten på linjen under, eller sett anførselstegn rundt verdien."),
    # Brackets.
    (rf"{_COMMA}|flow node", r"[\]}]",
     "tegnet «TEGN» passer ikke til parentesen som sist ble åpnet",
     "Lukk med samme slags parentes som den du åpnet med."),
    (r"',' or '\]'", _NOTHING,
     "hakeparentesen «[» blir aldri lukket",
     "Sett inn «]» der listen slutter."),
    (r"',' or '}'", _NOTHING,
     "krøllparentesen «{» blir aldri lukket",
     "Sett inn «}» etter den siste verdien."),
    (_COMMA, r":", _NO_COMMA,
     "Sett komma mellom verdiene, lukk parentesen, eller sett anførselstegn rundt verdien."),
    (_COMMA, _ANY, _NO_COMMA, "Sett komma mellom verdiene, eller lukk parentesen."),
    (r"node content", _NOTHING,
     "en hakeparentes eller krøllparentes blir aldri lukket",
     "Sett inn «]» eller «}» etter den siste verdien."),
    (r"flow node", r",",
     "komma uten en verdi foran",
     "Slett kommaet, eller skriv verdien som mangler."),
    (r"flow node", _DASH,
     "listepunkt med bindestrek kan ikke stå inne i en parentes",
     "Slett bindestreken, eller sett anførselstegn rundt verdien."),
    (rf"{_END}|<document start>|block node", r"[\]}]",
     "tegnet «TEGN» lukker en parentes som ikke er åpnet",
     "Slett tegnet, eller sett inn parentesen som mangler foran."),
    (r"block node", r",", _FIRST, _QUOTE),
    (r"node content", _ANY,
     "det mangler en verdi her",
     "Skriv verdien, eller sett anførselstegn rundt den."),
    # Keys, values and list items in the wrong place.
    (r"mapping values are not allowed", _ANY,
     "kolon med mellomrom etter kan ikke stå midt i en verdi",
     _QUOTE_COLON),
    (r"could not find expected ':'", _ANY,
     "kolon og mellomrom mangler etter en nøkkel",
     "Skriv dem etter nøkkelen, eller rykk linjen inn hvis den hører til teksten over."),
    (r"unexpected ':'", _ANY,
     "kolonet mangler mellomrom etter seg",
     "Skriv mellomrom etter kolonet, eller sett anførselstegn rundt verdien."),
    (r"mapping keys are not allowed", _ANY,
     "spørsmålstegn med mellomrom etter kan ikke stå først i en verdi",
     _QUOTE),
    (r"sequence entries are not allowed", _ANY,
     "et listepunkt med bindestrek må begynne på en ny linje",
     "Flytt bindestreken til linjen under, eller sett anførselstegn rundt verdien."),
    # The Python parser alone tells text behind a value from a key with the wrong indentation.
    (r"<block end>.*'<scalar>'", _ANY, _AFTER, _QUOTE_ALL),
    (_END_OF_LIST, _DASH,
     "bindestreken står ikke rett under de andre i listen",
     "Rykk bindestreken inn like langt som de andre i listen."),
    (_END, _DASH,
     "en bindestrek står der det skulle stått en nøkkel",
     "Rykk bindestreken inn som resten av listen, eller slett verdien nøkkelen over har fra før."),
    (_END, r",",
     "det står komma etter slutten på verdien",
     "Slett kommaet, eller sett anførselstegn rundt hele verdien."),
    (_END, r":",
     "kolonet mangler en nøkkel foran seg",
     "Skriv nøkkelen foran kolonet."),
    (_END_OF_LIST, _KEY,
     "innrykket passer ikke med listen over",
     "Rykk nøkkelen inn like langt som de andre i listepunktet, eller sett bindestrek foran den."),
    (_END, _KEY,
     "innrykket passer ikke med linjene over",
     "Rykk nøkkelen inn like langt som de andre på samme nivå."),
    (_END, _ANY, _AFTER, _QUOTE_ALL),
    (r"<document start>", _ANY,
     "linjen hører ikke sammen med det som står over",
     "Begynn alle nøkler på øverste nivå helt til venstre, rett under hverandre."),
)
# fmt: on
