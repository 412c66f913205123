"""New records of any kind, where people would look for them."""

from collections.abc import Mapping
from typing import Any

from styring.actions.handling import Endring, Handling, Plass, hele, ordnet
from styring.actions.nyfil import ny_fil
from styring.errors import BrokenData, WrongUse
from styring.register.datafil import Datafil
from styring.register.idbruk import neste_nummer
from styring.register.innhold import Register
from styring.register.sammenheng import alle, eier, plassering
from styring.slag import FILER, LOKALE, Filslag, Slag, id_til


def ny(register: Register, slag: Slag[Any], felt: Mapping[str, Any], under: Any = None) -> Handling:
    """A new record of a kind, last in the list of what it is to be under, else in a file.

    That is the last file with some of the kind, or the last of its files; when there is none, it is
    made. It gets the next id where those that are there tell what that is. Raises WrongUse when
    they do not, and BrokenData when not all of them can be read.
    """
    nytt = dict(felt)
    noekkel = slag.noekkel or slag.tittel
    if nytt.get(noekkel) is None:
        nytt[noekkel] = _neste(register, slag, under)
    post = ordnet(slag.klasse, nytt)
    kalt = str(nytt[noekkel])
    if under is not None:
        plass = stedet(register, under)
        hvor = id_til(under)
        sagt = f"{kalt} er opprettet under {hvor}."
        if slag in LOKALE:
            sagt = f"{slag.en.capitalize()} er ført på {hvor}: {kalt}."
        ider = (id_til(plass.post) if slag in LOKALE else kalt,)
        return Handling((plass.legg_til(slag.liste, post),), ider, (sagt,))
    endring, navn = i_fil(register, slag, post)
    return Handling((endring,), (kalt,), (f"{kalt} er opprettet i {navn}.",))


def i_fil(register: Register, slag: Slag[Any], post: Any) -> tuple[Endring, str]:
    """The edit that puts a record last in the file that it belongs in, and what that is called."""
    filer = register.med(slag)
    if any(fil.innhold is None for fil in filer):
        melding = f"noe i {slag.fil}.yaml kan ikke leses, så ingenting er lagt til"
        raise BrokenData(melding, "Rett det først.", funn=register.feil_i(slag))
    med = [fil for fil in filer if getattr(fil.innhold, slag.liste)]
    if funnet := (med or filer)[-1:]:
        fil: Datafil = funnet[0]
        return hele(fil.innhold).legg_til(slag.liste, post), fil.kilde.name
    filslag = next(en for en in FILER if slag in en.slag)
    ny = ny_fil(register, filslag)
    return Plass(ny, filslag.klasse).legg_til(slag.liste, post), ny.fil.kilde.name


def filen(register: Register, fil: Filslag[Any]) -> tuple[Plass, Any]:
    """Where the fields of a file there is one of stand, and what it holds, perhaps nothing yet."""
    lest = [en for en in register.filer if en.slag is fil]
    if any(en.innhold is None for en in lest):
        raise BrokenData(f"{fil.navn}.yaml kan ikke leses", "Rett den først.", funn=register.funn)
    if lest:
        return hele(lest[0].innhold), lest[0].innhold
    return Plass(ny_fil(register, fil), fil.klasse), fil.klasse()


def stedet(register: Register, post: Any) -> Plass:
    """Where the fields of a record stand."""
    anker, rute = plassering(register, post)
    return Plass(anker, type(getattr(post, "selv", post)), rute)


def _neste(register: Register, slag: Slag[Any], under: Any) -> str:
    """The id that follows those of a kind under the same record, else those under others.

    Raises WrongUse when they are not alike.
    """
    if not register.er_lest(slag):
        melding = f"neste ledige id er ukjent, for noe i {slag.fil}.yaml kan ikke leses"
        raise BrokenData(melding, funn=register.feil_i(slag))
    hos = id_til(under) if under is not None else ""
    har = [(eier(register, post), id_til(post)) for post in alle(register, slag)]
    eide = [(over[0] if over else None, id_) for over, id_ in har]
    like = [en for en in eide if en[0] is under] or [en for en in eide if under and en[0]]
    haler = [id_.removeprefix(id_til(over) if over else "") for over, id_ in like]
    stammer = {hale.rstrip("0123456789") for hale in haler}
    numre = [hale[len(hale.rstrip("0123456789")) :] for hale in haler]
    if len(stammer) != 1 or "" in numre:
        raad = f"Gi den med --{slag.noekkel}. De som er der, sier ikke hva den neste er."
        raise WrongUse(f"{slag.en} må ha {slag.noekkel}", raad)
    stamme = f"{hos}{stammer.pop()}"
    bredde = max(len(nummer) if nummer[0] == "0" else 1 for nummer in numre)
    opptatt = {*register.etter_id(slag), *register.kjente_id(slag)}
    return f"{stamme}{neste_nummer(opptatt, stamme):0{bredde}}"
