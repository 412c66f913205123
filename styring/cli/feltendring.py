"""How fields are changed: those that were given, and those to take away."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from styring.errors import WrongUse
from styring.mente import flat, mente

if TYPE_CHECKING:
    from styring.actions.handling import Handling
    from styring.model.fulgt import Deloppgave
    from styring.model.vedtak import Oppfulgt


_MAA_HA = ("tittel", "sektor")
"""What is not offered for taking away."""


def endre_felt(
    post: Oppfulgt | Deloppgave, gitt: Mapping[str, Any], fjern: Iterable[str] | None
) -> Handling:
    """The fields that were given something, and without those in `fjern`, as people spell them.

    `gitt` has every field that can be changed or taken away, None where nothing was given. Raises
    WrongUse.
    """
    from styring.actions.oppdrag import endre

    felt = {navn: verdi for navn, verdi in gitt.items() if verdi is not None}
    fjernes = [_felt(ord_, gitt) for ord_ in fjern or ()]
    if not felt and not fjernes:
        raad = "Gi den nye verdien, for eksempel --frist 31.12.2023, eller bruk --fjern."
        raise WrongUse("det står ikke hva som skal endres", raad)
    if begge := ", ".join(f"«{navn}»" for navn in fjernes if navn in felt):
        raise WrongUse(f"{begge} er både gitt og fjernet", "Velg det ene.")
    return endre(post, felt, fjernes)


def _felt(ord_: str, finnes: Iterable[str]) -> str:
    for navn in finnes:
        if flat(navn) == flat(ord_):
            return navn
    kan = [navn for navn in finnes if navn not in _MAA_HA]
    raad = mente(ord_, kan, "Det som kan fjernes, er")
    raise WrongUse(f"feltet «{ord_}» kan ikke fjernes herfra", raad)
