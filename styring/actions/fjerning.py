"""Taking records away, with what is in them and what refers to them."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from styring.actions.handling import Endring, Handling
from styring.errors import StyringError
from styring.mente import ramse
from styring.register.innhold import Register
from styring.register.sammenheng import Henvisning, henvisninger, innhold, plassering
from styring.slag import id_til, slag_til
from styring.yamlfile.edits import Remove
from styring.yamlfile.places import Route

_VIST = 12
"""How many of what is in the way are listed."""


class _Del(NamedTuple):
    """A part of a file that is to go."""

    fil: str
    rute: Route
    """From the top of the file."""
    post: Any
    """The record that the register knows the place of."""
    lengde: int
    """How much of the route leads to that."""

    def er_i(self, andre: Iterable["_Del"]) -> bool:
        """It is in one of some others, or is one of them."""
        return any(self.fil == en.fil and self.rute[: len(en.rute)] == en.rute for en in andre)

    @property
    def liste(self) -> "_Del":
        """The list that it is in."""
        return self._replace(rute=self.rute[:-1])


def fjern(register: Register, poster: Iterable[Any], *, med_alt: bool = False) -> Handling:
    """Records taken away; with `med_alt` also when there is something in them, or refers to them.

    A reference in a field that may be without it is taken away; where it must be there, what it
    stands in is. Raises StyringError where there is any of that, and it is not to go too.
    """
    poster = list(poster)
    hele: dict[_Del, Any] = {}
    loest: dict[_Del, Henvisning] = {}
    koe = [*poster]
    while koe:
        post = koe.pop(0)
        del_ = _del(register, *plassering(register, post))
        if del_.er_i(hele):
            continue
        hele[del_] = post
        for en in innhold(post):
            for sett in henvisninger(register, en):
                if gaar := _det_som_gaar(sett):
                    loest[_del(register, sett.post, gaar)] = sett
                else:
                    koe.append(sett.post)
    loest = {del_: sett for del_, sett in loest.items() if not del_.er_i(hele)}
    under = [en for post in poster for en in list(innhold(post))[1:]]
    ogsaa = [post for post in hele.values() if post not in poster]
    if not med_alt and (under or ogsaa or loest):
        raise _nektet(register, poster, under, ogsaa, [*loest.values()])
    sagt = [f"{ramse(map(id_til, poster))} er fjernet."]
    if med := [*under, *ogsaa]:
        sagt.append(f"Det som gikk med, er {ramse(map(_kalt, med), flest=_VIST)}.")
    if loest:
        loesnet = dict.fromkeys(_kalt(sett.post) for sett in loest.values())
        sagt.append(f"Det er ikke lenger vist til herfra: {ramse(loesnet, flest=_VIST)}.")
    ider = dict.fromkeys(id_til(en.post) or id_til(post) for en, post in hele.items())
    return Handling(_endringer([*hele], [*loest]), tuple(ider), tuple(sagt))


def _det_som_gaar(sett: Henvisning) -> Route:
    """The way to what goes with a reference: itself, or what cannot be without it; () is all."""
    rute = sett.rute
    for form in reversed(sett.former):
        if form.er_liste or not form.maa_med:
            return rute
        rute = rute[:-1]
    return ()


def _del(register: Register, post: Any, rute: Route) -> _Del:
    fil, over = register.i_fil(post)
    return _Del(fil.kilde.name, (*over, *rute), post, len(over))


def _endringer(hele: Sequence[_Del], loest: Sequence[_Del]) -> tuple[Endring, ...]:
    """The edits, the last in each file first; a field whose items all go, goes."""
    fra_liste = Counter(del_.liste for del_ in loest if isinstance(del_.rute[-1], int))
    gaar = {*hele, *(del_ for del_ in loest if not isinstance(del_.rute[-1], int))}
    for del_ in loest:
        if isinstance(del_.rute[-1], int):
            er_hele = fra_liste[del_.liste] == len(_verdi(del_.liste))
            gaar.add(del_.liste if er_hele else del_)
    ytterst = (del_ for del_ in gaar if not del_.er_i(gaar - {del_}))
    bakfra = sorted(ytterst, key=lambda del_: (del_.fil, del_.rute), reverse=True)
    return tuple(Endring(del_.post, Remove(del_.rute[del_.lengde :])) for del_ in bakfra)


def _verdi(del_: _Del) -> Any:
    """What stands there in the record."""
    verdi = del_.post
    for steg in del_.rute[del_.lengde :]:
        verdi = verdi[steg] if isinstance(steg, int) else getattr(verdi, steg)
    return verdi


def _nektet(
    register: Register,
    poster: Sequence[Any],
    under: Sequence[Any],
    ogsaa: Sequence[Any],
    loest: Sequence[Henvisning],
) -> StyringError:
    """The refusal, with what is in the way: the parts by what they are, the references by place."""
    steder = {sett.post: str(register.sted(sett.post, sett.rute)) for sett in loest}
    steder |= {post: str(register.sted(*plassering(register, post))) for post in ogsaa}
    linjer = [f"  {sted}: {_kalt(post)}" for post, sted in steder.items()]
    linjer += [f"  under: {_kalt(en)}" for en in under]
    flere = [f"  … og {len(linjer) - _VIST} til"] if len(linjer) > _VIST else []
    raad = "Ta det bort først, eller bruk --med-alt. Se hva som da går, med --med-alt --diff."
    hvem = ramse(map(id_til, poster))
    melding = f"{hvem} kan ikke fjernes uten det som er under, og det som viser dit"
    return StyringError(melding, *linjer[:_VIST], *flere, raad)


def _kalt(post: Any) -> str:
    return f"{slag_til(post).entall} {id_til(post)}" if id_til(post) else slag_til(post).entall
