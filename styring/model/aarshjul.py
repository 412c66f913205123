"""The year's wheel of events."""

from styring.model.fastord import Fastord
from styring.model.post import Egne, Intern, Offentlig, Tekst, post
from styring.model.tid import Frist, Tidsrom
from styring.model.unntatt import UnntattEllerEi


class Spor(Fastord):
    """Whose event it is: the administration's or the elected's."""

    ADMINISTRATIV = "administrativ"
    POLITISK = "politisk"


@post
class Hendelse:
    """An event, at a time as coarse or fine as the source has it; `til` makes it a range."""

    id: Offentlig[Tekst]
    tittel: Offentlig[Tekst]
    spor: Offentlig[Spor]
    tid: Offentlig[Frist]
    til: Offentlig[Frist | None] = None
    kategori: Offentlig[Tekst | None] = None
    sektor: Offentlig[Tekst | None] = None
    unntatt: Intern[UnntattEllerEi] = None
    kilde: Offentlig[Tekst | None] = None
    egne: Intern[Egne | None] = None

    @property
    def naar(self) -> Tidsrom:
        """When it is, `tid` and `til` together."""
        return Tidsrom(self.tid, self.til)


@post
class Aarshjul:
    """The whole of `aarshjul.yaml`, or of one file in `aarshjul/`."""

    kilde: Intern[Tekst | None] = None
    hendelser: Offentlig[tuple[Hendelse, ...]] = ()
    egne: Intern[Egne | None] = None
