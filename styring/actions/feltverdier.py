"""Other values in the fields of a record."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import is_dataclass
from typing import Any

from styring.actions.handling import Endring, Handling, Plass
from styring.errors import WrongUse
from styring.mente import ramse
from styring.model.post import feltnavn, noedvendige
from styring.model.tid import Frist
from styring.slag import slag_av


def endre(
    plass: Plass, selv: Any, kalt: str, felt: Mapping[str, Any], fjernes: Iterable[str] = ()
) -> Handling:
    """Other values in fields, and fields taken away. What is so already is no edit.

    A mapping gives fields of the record in a field; those that it does not name stay as they are.
    A list, which a tuple is not, comes behind what is in the field.
    Raises WrongUse for a field that such a record does not have, or cannot be without.
    """
    finnes = feltnavn(plass.klasse)
    nye = {**felt, **dict.fromkeys(fjernes)}
    for navn, verdi in nye.items():
        if navn not in finnes:
            raad = f"Feltene er {ramse(finnes)}."
            slag = slag_av(plass.klasse)
            assert slag is not None
            raise WrongUse(f"{slag.en} har ikke noe felt «{navn}»", raad)
        if verdi is None and navn in noedvendige(plass.klasse):
            raise WrongUse(f"«{navn}» kan ikke fjernes; {kalt} må ha det")
    gamle = {navn: _som_gitt(getattr(selv, navn)) for navn in nye}
    endret = [navn for navn, verdi in nye.items() if _er_annet(gamle[navn], verdi)]
    sagt = f"endret: {ramse(endret)}" if endret else "allerede slik"
    endringer = tuple(
        endring
        for navn in endret
        for endring in _til(plass, navn, getattr(selv, navn), gamle[navn], nye[navn])
    )
    return Handling(endringer, (kalt,), (f"{kalt} er {sagt}.",))


def _som_gitt(verdi: Any) -> Any:
    """What stands in a field as it would be given: records as what is in their fields."""
    if isinstance(verdi, tuple):
        return tuple(map(_som_gitt, verdi))
    if is_dataclass(verdi) and not isinstance(verdi, Frist):
        klasse: Any = type(verdi)
        alle = ((navn, _som_gitt(getattr(verdi, navn))) for navn in feltnavn(klasse))
        return {navn: en for navn, en in alle if en is not None and en != ()}
    return verdi


def _er_annet(gammel: Any, ny: Any) -> bool:
    if isinstance(ny, Mapping) and isinstance(gammel, Mapping):
        return any(gammel.get(felt) != verdi for felt, verdi in ny.items())
    return bool(_eller_intet(gammel) != _eller_intet(ny))


def _eller_intet(verdi: Any) -> Any:
    """What is there; an empty list and what is not so are as if nothing were."""
    return None if verdi == () or verdi is False else verdi


def _til(plass: Plass, felt: str, staar: Any, gammel: Any, ny: Any) -> Iterator[Endring]:
    """The edits from a field's value to another. What stays in a list is left as it stands."""
    if isinstance(ny, Mapping) and isinstance(gammel, Mapping):
        under = Plass(plass.post, type(staar), (*plass.rute, felt))
        annet = {navn: verdi for navn, verdi in ny.items() if gammel.get(navn) != verdi}
        yield from (under.sett(navn, verdi) for navn, verdi in annet.items())
        return
    if isinstance(ny, list):
        yield from (plass.legg_til(felt, verdi) for verdi in ny)
        return
    beholdt = [verdi for verdi in gammel if verdi in ny] if isinstance(ny, tuple) else []
    lagt_til = [verdi for verdi in ny if verdi not in gammel] if beholdt else []
    if not beholdt or (*beholdt, *lagt_til) != ny:
        yield plass.sett(felt, ny)
        return
    bort = [indeks for indeks, verdi in enumerate(gammel) if verdi not in ny]
    yield from (plass.fjern(felt, indeks) for indeks in reversed(bort))
    yield from (plass.legg_til(felt, verdi) for verdi in lagt_til)
