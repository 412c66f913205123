"""Where each id is given, which are given more than once, and which number is free."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

from styring import mappe as mapper
from styring.errors import StyringError
from styring.finding import Sted
from styring.mente import ramse
from styring.register.innhold import Register
from styring.slag import SLAG, Slag, id_til, slag_av
from styring.yamlfile.places import Route

_FOR_LANGT = 10
"""So many digits are no number that anyone has counted to."""


class Bruk(NamedTuple):
    """A place where an id, or what is used as one, is given."""

    id: str
    post: object
    rute: Route
    """From the record to the id."""


class Dobbel(NamedTuple):
    """An id that is given once more than it should be."""

    bruk: Bruk
    foerste: Bruk
    er_kopi: bool
    """The file that it is in looks like a copy of the one where it was first given."""
    ledig: str | None
    """The next id like it that nothing has."""


def ider(register: Register) -> Iterator[list[Bruk]]:
    """The sets within which an id is to be given once."""
    rom: dict[str, list[Bruk]] = {}
    for slag in SLAG:
        rom.setdefault(slag.rom or slag.navn, []).extend(_brukene(register, slag))
    yield from rom.values()


def _brukene(register: Register, slag: Slag[Any]) -> Iterator[Bruk]:
    if slag.del_av:
        for del_ in register.poster(slag):
            yield Bruk(del_.id, del_.hele, (slag.liste, del_.nummer, slag.noekkel))
    elif slag.noekkel:
        for post in register.poster(slag):
            yield Bruk(getattr(post, slag.noekkel), post, (slag.noekkel,))


@lru_cache(maxsize=1)
def doble(register: Register) -> tuple[Dobbel, ...]:
    """The ids that are given more than once, without regard to case."""
    return tuple(chain.from_iterable(_doble(register, brukene) for brukene in ider(register)))


@lru_cache(maxsize=1)
def doble_indikatorer(register: Register) -> tuple[Dobbel, ...]:
    """The indicators of a delmål that go by one name, which is what they are known by."""
    return tuple(
        dobbel
        for delmaal in register.delmaal
        for dobbel in _doble(
            register,
            [
                Bruk(" ".join(indikator.navn.split()), delmaal, ("indikatorer", nummer, "navn"))
                for nummer, indikator in enumerate(delmaal.indikatorer)
            ],
        )
    )


def krev_entydig(register: Register, post: object, rute: Route = ()) -> None:
    """Raises StyringError when it is uncertain which of two is meant by a record's id.

    `rute` leads to what is in question below the record.
    """
    alle = (*doble(register), *doble_indikatorer(register))
    for dobbel in alle:
        for bruk in (dobbel.bruk, dobbel.foerste):
            over = bruk.rute[:-1]
            if bruk.post is post and rute[: len(over)] == over:
                par = ((en.foerste, en.bruk) for en in alle if _samme_id(en, dobbel))
                alle_steder = sorted({register.sted(*en[1:]) for en in chain.from_iterable(par)})
                steder = ramse(map(_sted, alle_steder))
                raise _ikke_entydig(bruk.id, steder, raad(register, dobbel), len(alle_steder))
    slag = slag_av(type(post))
    if slag and post in slag.faste:  # which no file has
        return
    fil, _ = register.i_fil(post)
    id_ = id_til(post)
    for annen in register.filer:
        if annen.slag == fil.slag and id_.lower() in annen.kjente_id:
            steder = f"{_sted(register.sted(post))} og i {annen.kilde.name}, som det er feil i"
            raise _ikke_entydig(id_, steder, "Se hva som er galt med «styring valider».")
    leste = {annen.sti for annen in register.filer}
    for kopi in mapper.kopier(fil.sti):
        if id_ and kopi not in leste and id_.lower() in _smaa_bokstaver(kopi):
            steder = f"{_sted(register.sted(post))} og i «{kopi.name}», som ikke leses"
            raise _ikke_entydig(id_, steder, _kopiraad(kopi.name, fil.sti.name))


def _samme_id(en: Dobbel, annen: Dobbel) -> bool:
    """Both are of one id, whose first place is in each of them."""
    return any(bruk is den for bruk in (en.bruk, en.foerste) for den in (annen.bruk, annen.foerste))


def _ikke_entydig(id_: str, steder: str, raad: str, antall: int = 2) -> StyringError:
    ganger = "to ganger" if antall == 2 else f"{antall} ganger"
    melding = f"{id_} er gitt {ganger}, så det er ikke sikkert hva som skal endres"
    return StyringError(melding, f"Det står i {steder}.", raad, "Ingenting er endret.")


def raad(register: Register, dobbel: Dobbel) -> str:
    """The way out of an id that is given twice."""
    if dobbel.er_kopi:
        fil, annen = (register.i_fil(b.post)[0].sti.name for b in (dobbel.bruk, dobbel.foerste))
        return _kopiraad(fil, annen)
    nytt = f"skriv «{dobbel.ledig}» på den ene" if dobbel.ledig else "gi den ene en annen id"
    return f"Er det samme to ganger, slett det ene. Er det to ulike, {nytt}."


def _smaa_bokstaver(sti: Path) -> str:
    return sti.read_bytes().decode("utf-8", "replace").lower()


def _kopiraad(fil: str, annen: str) -> str:
    return f"«{fil}» ser ut som en kopi av «{annen}». Flytt det som er nytt i den, og slett den."


def neste_nummer(ider: Iterable[str], stamme: str) -> int:
    """The number after the highest that an id on this stem has."""
    haler = (id_[len(stamme) :] for id_ in ider if id_.lower().startswith(stamme.lower()))
    tall = (int(hale) for hale in haler if hale.isdecimal() and len(hale) < _FOR_LANGT)
    return max(tall, default=0) + 1


def _doble(register: Register, brukene: list[Bruk]) -> Iterator[Dobbel]:
    if len({bruk.id.lower() for bruk in brukene}) == len(brukene):
        return
    sett: dict[str, Bruk] = {}
    for bruk in brukene:
        foerste = sett.setdefault(bruk.id.lower(), bruk)
        if foerste is bruk or _foelger_med(bruk, foerste):
            continue
        er_kopi = _er_kopi(register, bruk, foerste)
        if not er_kopi and (er_kopi := _er_kopi(register, foerste, bruk)):
            bruk, foerste = foerste, bruk
        yield Dobbel(bruk, foerste, er_kopi, _ledig(bruk.id, (en.id for en in brukene)))


def _foelger_med(bruk: Bruk, foerste: Bruk) -> bool:
    """They are oppgaver of two that have one id, which is what is wrong."""
    like = getattr(bruk.post, "id", bruk) == getattr(foerste.post, "id", foerste)
    return like and bruk.post is not foerste.post and len(bruk.rute) > 1


def _er_kopi(register: Register, bruk: Bruk, foerste: Bruk) -> bool:
    """The file of the one looks like a copy of the other's, or has its name and something behind.

    That is enough here, where they hold the same: a machine may be called anything.
    """
    kopi, original = (register.i_fil(en.post)[0].sti for en in (bruk, foerste))
    er_bak = kopi.parent == original.parent and kopi.stem.lower().startswith(original.stem.lower())
    bak = kopi.stem[len(original.stem) :]
    return mapper.kopi_av(kopi) == original or (er_bak and re.match(r"\W", bak) is not None)


def _ledig(id_: str, brukt: Iterable[str]) -> str | None:
    """The next id on the same stem; None when it has no number."""
    form = re.fullmatch("(.*[^0-9])([0-9]+)", id_)
    if form is None:
        return None
    return f"{form[1]}{neste_nummer(brukt, form[1]):0{len(form[2])}}"


def _sted(sted: Sted) -> str:
    return f"{sted.fil}:{sted.linje}"
