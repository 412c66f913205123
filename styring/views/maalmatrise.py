"""How much work there is for each delmål in each sector."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from typing import Any, NamedTuple

from styring import alfabet
from styring.model.maal import Delmaal
from styring.model.oppdrag import Oppdrag
from styring.register.innhold import Register
from styring.stand import arbeid
from styring.views.visning import Kolonne, Savnet, Tabell, Verdi


class _Linje(NamedTuple):
    """A delmål, or None for the oppdrag that are linked to none, and the work for it."""

    delmaal: Delmaal | None
    oppdrag: Sequence[Oppdrag]
    antall: Counter[str]
    """How many of the oppdrag each sector has or shares, by its code."""

    @property
    def ansvar(self) -> tuple[str, ...]:
        """The codes of the sectors that are responsible."""
        return tuple(dict.fromkeys(self.delmaal.ansvar)) if self.delmaal else ()


def tabell(register: Register, koder: Collection[str]) -> Tabell:
    """A row a delmål, a column a sector, and how many oppdrag of the sector work for the delmål.

    An oppdrag counts with each sector that has or shares it, and once among all. A cell is
    Savnet where a responsible sector has none, and None where another has none. Last come the
    oppdrag without delmål, when there are any. Only the sectors with these codes, when any are
    given, and the delmål that concern them. Dropped oppdrag are not counted.
    """
    linjer = [
        _linje(delmaal, arbeid.for_delmaal(register, delmaal), koder)
        for delmaal in register.delmaal
    ]
    uten = (o for o in arbeid.uten_delmaal(register) if arbeid.gjelder(register, o))
    linjer.append(_linje(None, uten, koder))
    linjer = [linje for linje in linjer if linje.oppdrag or _angaar(linje, koder)]
    sektorer = _sektorer(register, linjer, koder)
    kolonner = (
        Kolonne("id", "Id"),
        Kolonne("tittel", "Delmål", er_lang=True, viker=1),
        *(Kolonne(kode, kode) for kode in sektorer),
        Kolonne("alle", "Sum"),
    )
    alle = _linje(None, dict.fromkeys(o for linje in linjer for o in linje.oppdrag), koder)
    summer = ("Sum", None, *(alle.antall[kode] for kode in sektorer), len(alle.oppdrag))
    return Tabell(
        kolonner,
        tuple(_rad(linje, sektorer) for linje in linjer),
        lambda: [_data(linje, sektorer) for linje in linjer],
        sum=summer if linjer else None,
        er_valgt=True,
    )


def _linje(delmaal: Delmaal | None, oppdrag: Iterable[Oppdrag], koder: Collection[str]) -> _Linje:
    med = [post for post in oppdrag if not koder or arbeid.sektorene(post).intersection(koder)]
    return _Linje(delmaal, med, Counter(kode for post in med for kode in arbeid.sektorene(post)))


def _angaar(linje: _Linje, koder: Collection[str]) -> bool:
    return linje.delmaal is not None and (not koder or bool({*koder}.intersection(linje.ansvar)))


def _sektorer(
    register: Register, linjer: Sequence[_Linje], koder: Collection[str]
) -> tuple[str, ...]:
    """The codes in the order of the sectors, those that are not in kontakter.yaml last."""
    kjente = [sektor.kode for sektor in register.sektorer]
    nevnt = {kode for linje in linjer for kode in (*linje.ansvar, *linje.antall)}
    alle = (*kjente, *sorted(nevnt.difference(kjente), key=alfabet.noekkel))
    return tuple(kode for kode in alle if not koder or kode in koder)


def _rad(linje: _Linje, sektorer: Sequence[str]) -> tuple[Verdi, ...]:
    def celle(kode: str) -> Verdi:
        return linje.antall[kode] or (Savnet(0) if kode in linje.ansvar else None)

    hva = (
        (linje.delmaal.id, linje.delmaal.tittel)
        if linje.delmaal
        else ("uten", "oppdrag uten delmål")
    )
    return (*hva, *map(celle, sektorer), len(linje.oppdrag))


def _data(linje: _Linje, sektorer: Sequence[str]) -> dict[str, Any]:
    return {
        "id": linje.delmaal.id if linje.delmaal else None,
        "tittel": linje.delmaal.tittel if linje.delmaal else None,
        "ansvar": list(linje.ansvar),
        "sektorer": {kode: linje.antall[kode] for kode in sektorer},
        "mangler": [k for k in linje.ansvar if k in sektorer and not linje.antall[k]],
        "alle": len(linje.oppdrag),
    }
