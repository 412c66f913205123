"""The municipality's own fields as text: what each is called, and what stands in it."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from styring.model.post import Egne


def felt(egne: Egne | None) -> tuple[tuple[str, str], ...]:
    """What each field is called, and what stands in it."""
    return tuple((navn, som_tekst(verdi)) for navn, verdi in (egne or {}).items())


def som_tekst(verdi: Any) -> str:
    """What stands in a field as text, the way YAML would have it."""
    if isinstance(verdi, bool):
        return "true" if verdi else "false"
    if isinstance(verdi, list):
        return ", ".join(map(som_tekst, verdi))
    if isinstance(verdi, Mapping):
        return ", ".join(f"{noekkel}: {som_tekst(del_)}" for noekkel, del_ in verdi.items())
    return "" if verdi is None else verdi.isoformat() if isinstance(verdi, date) else str(verdi)
