"""Rules of comments, which are no part of what is read."""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from styring.finding import Alvor
from styring.mente import kortet
from styring.register.datafil import Datafil
from styring.register.innhold import Register
from styring.rules.regel import Problem, regel
from styring.yamlfile.places import Route, at

_TEGN = re.compile(r"#(?<=[ \t]#)[^\r\n]*")
_TALL = re.compile(r"#\d")
_TALL_ETTER = re.compile(r"#\s*\d")
_ORD = re.compile(r"#[^\W\d_].*[ ].*[.!?…]$")
"""A word right behind, and a sentence that ends."""
_BINDEORD = re.compile(r"#\s*(?:og(?:/eller)?|eller|men|samt|som|fordi|at) \S", re.IGNORECASE)
_AV = re.compile(r"#\s*\d+ av \S")
_STOR = re.compile(r"#\s*[A-ZÆØÅ(]")
_NY_SETNING = re.compile(
    r"(?<![^\W\d_])(?<!\.)(?!(?:jf|jfr|nr|kl|ca|dr|pr|evt|tlf|kap|pkt|avd)\.)"
    r"[^\W\d_]{2,}+[)»]?[.!?…] +[A-ZÆØÅ]\S* +\S"
)
"""A word that a sentence ends with, and the two first of the next."""
_AAPNE = (
    *("og", "eller", "men", "som", "at", "å", "en", "et", "ei", "skal", "kan", "vil", "må", "se"),
    *("mellom", "gjennom", "jf", "jf."),
)
"""Words that no text ends with."""
_NUMMERERTE = (
    *("sak", "saken", "saka", "nr", "nr.", "nummer", "punkt", "pkt", "pkt.", "kap", "kap.", "side"),
    *("vedtak", "møte", "mål", "tiltak", "oppdrag", "avvik", "anbud", "tlf", "tlf.", "§"),
)
"""Words that a number comes behind."""
_SETNING = re.compile(r"\A[\W\d_]*+[^\W\d_][^ ]*+[ ]|[A-ZÆØÅ][a-zæøå]")
"""Words, and no code, number or date."""


@regel("TXT006", Alvor.ADVARSEL)
def tekst_i_merknad(register: Register, _: date) -> Iterator[Problem]:
    """Teksten blir borte fra tegnet # og ut linjen.

    Med et mellomrom foran begynner # en merknad, og den er ikke med i det som leses. Det er ment
    som tekst når et tall kommer rett etter # eller etter et ord som «sak» og «punkt», når teksten
    foran ikke kan være slutt (den ender med et komma, en tankestrek eller et ord som «og», «at» og
    «se», eller har en parentes som ikke er lukket), og når et ord kommer rett etter # og linjen
    slutter med punktum.

    Det er det også når merknaden begynner med et bindeord («og», «eller», «men», «samt», «som»,
    «fordi» eller «at») eller med «1 av …», og når den er to setninger eller flere, med stor
    forbokstav eller en parentes først. Andre merknader får stå i fred.

    Galt i oppdrag.yaml:

        oppdrag:
          - id: SOS-2023-01
            tittel: Lage en plan, se sak #12. Vi mangler penger.
                    ^^^^^^^^^^^^^^^^^^^^
            sektor: SOS

    Riktig i oppdrag.yaml:

        oppdrag:
          - id: SOS-2023-01
            tittel: "Lage en plan, se sak #12. Vi mangler penger."
            sektor: SOS
    """
    for fil in register.filer:
        if " #" not in fil.kilde.text and "\t#" not in fil.kilde.text:
            continue
        ruter: dict[Route, object] = {}
        for mistet in _mistet(fil):
            ruter = ruter or {register.i_fil(post)[1]: post for post in register.alle_i(fil)}
            rute = mistet.rute
            lengder = (lengde for lengde in range(len(rute), -1, -1) if rute[:lengde] in ruter)
            if (lengde := next(lengder, None)) is not None:
                fra = kortet(mistet.merknad)
                melding = f"teksten fra «{fra}» er en merknad, og blir ikke med"
                eller = ", eller rett det med «styring valider --rett»" if mistet.hele else ""
                raad = f"Sett anførselstegn rundt teksten{eller}."
                post, under = ruter[rute[:lengde]], rute[lengde:]
                yield Problem(post, under, melding, raad, mistet.hele, over_merknad=True)


class _Mistet(NamedTuple):
    """A text that goes on in a comment: its route, the comment, and both, where that is sure."""

    rute: Route
    merknad: str
    hele: str | None


def _mistet(fil: Datafil) -> Iterator[_Mistet]:
    tekst = fil.kilde.text
    for funnet in _TEGN.finditer(tekst):
        start, merknad = funnet.start(), funnet[0].rstrip()
        linje = max(tekst.rfind("\n", 0, start), tekst.rfind("\r", 0, start)) + 1
        foran = tekst[linje:start].strip()
        # Of the line alone, which is known at once; where values stand takes time to find.
        if not foran or foran.startswith("#") or not _leser_videre(foran, merknad):
            continue
        places = fil.dokument.places
        rute = places.route_before(start)
        spenn = None if rute is None else places.span(rute)
        if rute is None or spenn is None or tekst[spenn[1] : start].strip(" \t"):
            continue
        verdi, skrevet = at(fil.dokument.value, rute), tekst[slice(*spenn)]
        if verdi is None and not skrevet:
            er_tekst = _TALL.match(merknad) is not None and " " in merknad
            verdi = ""
        else:
            er_tekst = (
                isinstance(verdi, str)
                and skrevet[:1] not in "'\"|>&*!"
                and _SETNING.search(verdi) is not None
                and _leser_videre(skrevet, merknad)
            )
        if er_tekst:
            # Behind a bracket that is open, commas and brackets may belong to that.
            er_sikker = not (_i_klammer(fil, rute) and re.search(r"[,\[\]{}]", merknad))
            hele = verdi + tekst[spenn[1] : start] * bool(verdi) + merknad
            yield _Mistet(rute, merknad, hele if er_sikker else None)


def _leser_videre(foran: str, merknad: str) -> bool:
    """A text goes on behind the number sign, by what stands on either side of it."""
    siste = foran.split()[-1].lower().lstrip("(«[")
    return (
        _TALL.match(merknad) is not None
        or (siste in _NUMMERERTE and _TALL_ETTER.match(merknad) is not None)
        or siste in _AAPNE
        or foran[-1] in ",–-("
        or any(foran.count(aapner) > foran.count(lukker) for aapner, lukker in ("()", "«»"))
        or any(tegn.match(merknad) is not None for tegn in (_ORD, _BINDEORD, _AV))
        or (_STOR.match(merknad) is not None and _NY_SETNING.search(merknad) is not None)
    )


def _i_klammer(fil: Datafil, rute: Route) -> bool:
    """A value stands in brackets."""
    over = (fil.dokument.places.span(rute[:lengde]) for lengde in range(len(rute)))
    return any(spenn is not None and fil.kilde.text[spenn[0]] in "[{" for spenn in over)
