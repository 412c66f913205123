"""The year's wheel of events."""

from enum import StrEnum

from styring.model.post import Egne, Tekst, post
from styring.model.tid import Frist, Tidsrom


class Spor(StrEnum):
    """Whose event it is: the administration's or the elected's."""

    ADMINISTRATIV = "administrativ"
    POLITISK = "politisk"

    @property
    def navn(self) -> str:
        """The track as people read it."""
        return {"administrativ": "administrativt", "politisk": "politisk"}[self]


@post
class Hendelse:
    """An event, at a time as coarse or fine as the source has it; `til` makes it a range."""

    id: Tekst
    tittel: Tekst
    spor: Spor
    tid: Frist
    til: Frist | None = None
    kategori: Tekst | None = None
    sektor: Tekst | None = None
    kilde: Tekst | None = None
    egne: Egne | None = None

    @property
    def naar(self) -> Tidsrom:
        """When it is, `tid` and `til` together."""
        return Tidsrom(self.tid, self.til)


@post
class Aarshjul:
    """The whole of `aarshjul.yaml`, or of one file in `aarshjul/`."""

    kilde: Tekst | None = None
    hendelser: tuple[Hendelse, ...] = ()
    egne: Egne | None = None
