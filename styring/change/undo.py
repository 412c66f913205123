"""Undoing the last change."""

from collections.abc import Iterator
from datetime import date
from itertools import islice

from styring.change.plan import Plan, planned
from styring.change.proposal import Proposal
from styring.errors import StyringError
from styring.journal.innfoersel import Filendring, Innfoersel
from styring.journal.loggen import sist_gjeldende, som_den_ble
from styring.mappe import kjent_som
from styring.register.datafil import Datafil
from styring.register.innhold import Register
from styring.yamlfile.carry import Edited, TouchedError, between, carried, edited
from styring.yamlfile.edits import apply, reverse
from styring.yamlfile.patch import Patched
from styring.yamlfile.read import read
from styring.yamlfile.source import LINE_END

_VIST = 20
"""How many lines of what differs are shown."""


def undoing(register: Register, dag: date) -> Proposal[Innfoersel]:
    """The undoing of the newest change that stands. Raises StyringError when there is none."""
    siste = sist_gjeldende(register.mappe)
    if siste is None:
        raad = "Det er bare endringer gjort med styring som kan angres. Se «styring logg»."
        raise StyringError("det er ingen endring å angre", raad)
    planen = _plan(register, siste, dag)
    return Proposal(planen, siste, siste.ider, siste.felt, angrer=siste.nr)


def _plan(register: Register, innfoersel: Innfoersel, dag: date) -> Plan:
    """The change that takes another back in its files, and leaves what was edited elsewhere.

    Raises StyringError, with the lines, when some that it changed have been edited since; and when
    what was changed later elsewhere would be at fault without the change, if it mended nothing.
    """
    filer, redigert = [], list[tuple[Datafil, Edited]]()
    for fil in innfoersel.filer:
        funnet = _funnet(register, fil)
        try:
            filer.append((funnet, _tilbake(register, innfoersel.nr, fil, funnet)))
        except TouchedError as feil:
            redigert += ((funnet, en) for en in feil.edited)
    if redigert:
        navnene = ", ".join(dict.fromkeys(f"«{kjent_som(fil.sti)}»" for fil, _ in redigert))
        melding = f"{navnene} er redigert der endringen gjorde noe, så den kan ikke angres"
        raad = "Ingenting er endret. Sett disse linjene tilbake (fra + til -), og angre så:"
        raise StyringError(melding, raad, *_linjene(redigert))
    plan = planned(register, filer, dag)
    if innfoersel.retter:
        return plan._replace(findings=())  # they are what it mended
    try:
        plan.check()
    except StyringError as feil:
        melding = "å angre ville gitt feil i dataene, så ingenting er endret"
        raad = (
            "Noe annet bygger på endringen. Rett det først, der det står i det over, og angre så."
        )
        raise StyringError(melding, raad, funn=feil.funn) from None
    return plan


def _funnet(register: Register, fil: Filendring) -> Datafil:
    """A file of a change as it is now. Raises StyringError when it is not there to be edited."""
    sti = register.mappe / fil.fil
    funnet = next((datafil for datafil in register.filer if datafil.sti == sti), None)
    if funnet is None:
        melding = f"«{kjent_som(sti)}» finnes ikke lenger, så endringen kan ikke angres"
        raise StyringError(melding, "Ingenting er endret.")
    return funnet


def _tilbake(register: Register, nr: int, fil: Filendring, funnet: Datafil) -> Patched:
    """A file without a change. Raises TouchedError, and StyringError when it cannot be told."""
    kilde, skjoeter = funnet.kilde, reverse(fil.skjoeter)
    if fil.er_etter(kilde.encoded):
        nytt = fil.skjoetet(kilde.encoded, tilbake=True)
        return Patched(read(kilde.name, nytt), skjoeter)
    da = som_den_ble(register.mappe, nr, fil)
    if da is None or funnet.dokument.value is None:
        melding = f"«{kjent_som(funnet.sti)}» er redigert etter endringen, så den kan ikke angres"
        raad = "Rett feilene i den først." if da else "Ta endringen tilbake for hånd i filen."
        raise StyringError(melding, "Ingenting er endret.", raad)
    ender, endene_da = (set(LINE_END.findall(tekst)) for tekst in (kilde.text, da))
    if len(ender) == 1 and ender != endene_da:  # as an editor saves them
        foer, da = (LINE_END.sub(min(ender), tekst) for tekst in (apply(da, skjoeter), da))
        skjoeter = between(da, foer)
    if fil.er_foer(b"") and da != kilde.text:  # all of it is the change's own
        raise TouchedError(edited(da, kilde.text))
    skjoeter = carried(da, skjoeter, kilde.text)
    nytt = kilde.with_text(apply(kilde.text, skjoeter))
    return Patched(read(kilde.name, nytt), skjoeter)


def _linjene(redigert: list[tuple[Datafil, Edited]]) -> Iterator[str]:
    """Where lines differ, as the change left them and as they are."""
    alle = list[str]()
    for fil, (nummer, foer, naa, flyttet) in redigert:
        sted = f"{fil.kilde.name}:{nummer}:"
        if flyttet:
            alle.append(f"{sted} {len(foer)} linjer herfra står nå på linje {flyttet}")
            continue
        alle += [sted, *(f"-{linje}" for linje in foer), *(f"+{linje}" for linje in naa)]
    alle = [linje.rstrip("\r\n") for linje in alle]
    yield from islice(alle, _VIST)
    if len(alle) > _VIST:
        yield f"… og {len(alle) - _VIST} linjer til"
