"""Records as the mappings that JSON and YAML are made of: every field, in the model's order."""

import math
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

from styring.model.tid import Frist


def som_data(verdi: Any) -> Any:
    """A record or a value as text, numbers, lists and mappings.

    Days are `2023-05-31`, deadlines as written, an absent field is None (an absent list empty).
    """
    if isinstance(verdi, bool | int) or verdi is None:
        return verdi
    if isinstance(verdi, str):
        return str(verdi)
    if isinstance(verdi, float):
        return verdi if math.isfinite(verdi) else str(verdi)
    if isinstance(verdi, Frist):
        return verdi.tekst
    if isinstance(verdi, date):
        return verdi.isoformat()
    if is_dataclass(verdi):
        return {felt.name: som_data(getattr(verdi, felt.name)) for felt in fields(verdi)}
    if isinstance(verdi, dict):
        return {str(noekkel): som_data(del_) for noekkel, del_ in verdi.items()}
    return [som_data(del_) for del_ in verdi]
