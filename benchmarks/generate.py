"""Writes a data folder with as many oppdrag as asked for, the same bytes every time.

The municipality is fictional, and `styring valider` finds nothing to say about it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

YEAR = 2023
DAY = "2024-01-31"
"""A day to reckon from on which every report has been written."""

_SECTORS = {
    "HOM": "Helse og omsorg",
    "KUL": "Kultur og inkludering",
    "OPP": "Oppvekst og utdanning",
    "SOS": "Strategi og samfunnsutvikling",
    "STYV": "Styring og virksomhetsstøtte",
    "TEK": "Teknisk drift",
}
_PEOPLE = 5
"""How many there are in a sector; the first is its direktør."""
_AREAS = ("TF", "GO", "KU", "BB")
_MAIN_GOALS, _GOALS = 3, 4
"""How many main goals there are in an area, and goals in each of those."""

_VERBS = ("Videreutvikle", "Følge opp", "Utarbeide", "Gjennomføre", "Få på plass", "Evaluere")
_THINGS = (
    "en plan for trygge skoleveier",
    "tiltak mot utenforskap blant unge",
    "rutiner for internkontroll",
    "arbeidet med heltidskultur",
    "et system for språkopplæring",
    "samarbeidet med frivillige lag",
    "vedlikehold av kommunale bygg",
    "digitale søknader til barnehagene",
    "oppfølging av klimabudsjettet",
    "nærvær og godt arbeidsmiljø",
    "et bedre tilbud til pårørende",
)
_PLACES = (
    "i hele kommunen",
    "på nærmiljøhusene",
    "sammen med brukerne",
    "i tråd med kommuneplanen",
)
_NEWS = (
    "Arbeidet følger planen, og neste møte er satt opp.",
    "Et utkast er sendt på høring; svarene ventes før sommeren.",
    "Noe forsinket fordi to stillinger har stått ledige.",
    "Første del er gjennomført, og erfaringene er gode.",
    "Budsjettet er avklart og anskaffelsen er i gang.",
    "Møter med tillitsvalgte og ungdomsrådet er holdt.",
    "Rådet for eldre har gitt innspill, som nå innarbeides.",
)
_TASKS = ("Kartlegge behovet", "Skrive utkast", "Innhente innspill", "Lage årsplan")
_DEADLINES = ("2023-12-31", "2023-10", "2023-K4", "2023-T2", "2024-06-30", "2024")
_STATUSES = ("under_arbeid", "ikke_startet", "ferdig", "under_arbeid", "satt_paa_vent")
_VERDICTS = ("groenn", "gul", "groenn", "roed")


def data_folder(folder: Path, count: int) -> Path:
    """A new data folder with this many oppdrag. Gives their file."""
    folder.mkdir(parents=True)
    _write(folder / "kontakter.yaml", _contacts())
    _write(folder / "maal.yaml", _goals())
    oppdrag = folder / "oppdrag.yaml"
    _write(oppdrag, _assignments(count))
    return oppdrag


def _write(path: Path, lines: Iterator[str]) -> None:
    # A line at a time: a child's peak of memory is never told as less than its parent's.
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(f"{line}\n" for line in lines)


def _contacts() -> Iterator[str]:
    yield "kilde: Oppdiktet, for målinger"
    yield "sektorer:"
    for code, name in _SECTORS.items():
        yield f"  - {{kode: {code}, navn: {name}, direktoer: {_person(code, 0)}}}"
    yield "kontakter:"
    for code in _SECTORS:
        for number in range(_PEOPLE):
            yield f"  - id: {_person(code, number)}"
            yield f"    navn: Åse {code.title()} Nr{number}"
            yield f"    stilling: {'Leder' if number else 'Direktør'}"
            yield f"    sektor: {code}"
            yield f"    epost: {_person(code, number)}@kommune.example"


def _goals() -> Iterator[str]:
    yield "kilde: Oppdiktet, for målinger"
    yield "satsingsomraader:"
    for number, area in enumerate(_AREAS):
        yield f"  - id: {area}"
        yield f"    tittel: Satsingsområde {number + 1}"
        yield f"    fn_maal: [{number + 1}, {number + 10}]"
        yield "    hovedmaal:"
        for main in range(_MAIN_GOALS):
            yield f"      - id: {area}{main + 1}"
            yield f"        tittel: Innbyggerne når hovedmål {main + 1}"
            yield "        delmaal:"
            for goal in range(_GOALS):
                yield f"          - id: {_goal(area, main, goal)}"
                yield f"            tittel: Flere når delmål {goal + 1}"
                yield f"            ansvar: [{', '.join(tuple(_SECTORS)[goal : goal + 3])}]"


def _assignments(count: int) -> Iterator[str]:
    yield "# Oppdiktet, for målinger"
    yield f"aar: {YEAR}"
    yield "kilde: Oppdiktet, for målinger"
    yield "oppdrag:"
    for number in range(count):
        yield from _assignment(number)


def _assignment(n: int) -> Iterator[str]:
    code = _pick(tuple(_SECTORS), n)
    id_ = f"{code}-{YEAR}-{n + 1:05}"
    holder = _person(code, 1 + n % (_PEOPLE - 1))
    title = f"{_pick(_VERBS, n // 3)} {_pick(_THINGS, n)} {_pick(_PLACES, n // 7)}"
    goal = _goal(_pick(_AREAS, n), n // 5 % _MAIN_GOALS, n // 11 % _GOALS)
    yield f"  - id: {id_}"
    yield f"    tittel: {title}"
    yield f"    sektor: {code}"
    yield f"    delmaal: [{goal}]"
    yield f"    frist: {_pick(_DEADLINES, n)}"
    yield "    delegering:"
    yield f"      - {{til: {holder}, av: {_person(code, 0)}, dato: 2023-02-{1 + n % 28:02}}}"
    status = _pick(_STATUSES, n // 2) if n % 10 < 8 else None
    if n % 8 == 0:
        yield "    oppgaver:"
        for task in range(2):
            yield f"      - id: {id_}.{task + 1}"
            yield f"        tittel: {_pick(_TASKS, n // 8 + task)}"
            yield f"        ansvarlig: {holder}"
            yield f"        frist: 2023-{4 + task:02}"
            if status == "ferdig":
                yield "        status: ferdig"
    if status is not None:
        yield "    rapporter:"
        yield "      - periode: 2023-T1"
        yield f"        dato: 2023-05-{1 + n % 31:02}"
        yield f"        av: {holder}"
        yield f"        status: {status}"
        yield f"        vurdering: {_pick(_VERDICTS, n // 3)}"
        yield f"        kommentar: {_pick(_NEWS, n // 2)}"
        if status != "ferdig":
            yield f"        forventet_ferdig: {_pick(_DEADLINES, n)}"


def _person(code: str, number: int) -> str:
    return f"{code.lower()}{number:03}"


def _goal(area: str, main: int, goal: int) -> str:
    return f"{area}{main + 1}.{goal + 1}"


def _pick(words: tuple[str, ...], number: int) -> str:
    return words[number % len(words)]
