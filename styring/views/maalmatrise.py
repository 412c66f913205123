"""How much work there is for each delmål in each sector, as a table."""

from collections.abc import Sequence
from typing import Any

from styring.stand.matrise import Maalrad, Matrise
from styring.views.visning import Kolonne, Savnet, Tabell, Verdi


def tabell(alle: Matrise) -> Tabell:
    """A row a delmål, a column a sector, and how many oppdrag of the sector work for the delmål.

    A cell is Savnet where a responsible sector has none, and None where another has none.
    """
    kolonner = (
        Kolonne("id", "Id"),
        Kolonne("tittel", "Delmål", er_lang=True, viker=1),
        *(Kolonne(kode, kode) for kode in alle.sektorer),
        Kolonne("alle", "Sum"),
    )
    hver = (alle.alle.antall[kode] for kode in alle.sektorer)
    return Tabell(
        kolonner,
        tuple(_rad(linje, alle.sektorer) for linje in alle.linjer),
        lambda: [_data(linje, alle.sektorer) for linje in alle.linjer],
        sum=("Sum", None, *hver, len(alle.alle.oppdrag)) if alle.linjer else None,
        er_valgt=True,
    )


def _rad(linje: Maalrad, sektorer: Sequence[str]) -> tuple[Verdi, ...]:
    def celle(kode: str) -> Verdi:
        return linje.antall[kode] or (Savnet(0) if kode in linje.ansvar else None)

    hva = (
        (linje.delmaal.id, linje.delmaal.tittel)
        if linje.delmaal
        else ("uten", "oppdrag uten delmål")
    )
    return (*hva, *map(celle, sektorer), len(linje.oppdrag))


def _data(linje: Maalrad, sektorer: Sequence[str]) -> dict[str, Any]:
    return {
        "id": linje.delmaal.id if linje.delmaal else None,
        "tittel": linje.delmaal.tittel if linje.delmaal else None,
        "ansvar": list(linje.ansvar),
        "sektorer": {kode: linje.antall[kode] for kode in sektorer},
        "mangler": [k for k in linje.ansvar if k in sektorer and not linje.antall[k]],
        "alle": len(linje.oppdrag),
    }
