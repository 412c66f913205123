"""What is kept from the public."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator, ValidationInfo
from pydantic_core import PydanticKnownError

from styring.model.post import FRA_FIL, Egne, Intern, Tekst, post


@post
class Unntatt:
    """Kept from the public, by the law named in `hjemmel`."""

    hjemmel: Intern[Tekst]
    egne: Intern[Egne | None] = None


def _ikke_tom(verdi: Any, om: ValidationInfo) -> Any:
    """What stands there. Raises for an empty key in a file, which must not be read as public."""
    if verdi is None and om.context is FRA_FIL:
        raise PydanticKnownError("dataclass_type", {"class_name": "Unntatt"})
    return verdi


UnntattEllerEi = Annotated[Unntatt | None, BeforeValidator(_ikke_tom)]
"""Whether it is kept from the public. None is for a key that is not there."""
