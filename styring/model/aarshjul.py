"""The year's wheel of events."""

from styring.model.fastord import Fastord
from styring.model.lenke import Lenke
from styring.model.post import Egne, Intern, Offentlig, Tekst, post
from styring.model.tid import Frist, Tidsrom
from styring.model.unntatt import UnntattEllerEi


class Spor(Fastord):
    """Whose event it is: the administration's or the elected's."""

    ADMINISTRATIV = "administrativ"
    POLITISK = "politisk"


class Gjentakelse(Fastord):
    """How often an event comes back."""

    MAANED = "maaned"
    KVARTAL = "kvartal"
    TERTIAL = "tertial"
    AAR = "aar"

    @property
    def hver(self) -> str:
        """Each time, in words: «hver måned»."""
        return f"hver{'' if self is Gjentakelse.MAANED else 't'} {self.navn}"


@post
class Hendelse:
    """An event, at a time as coarse or fine as the source has it; `til` makes it a range.

    What comes back is written once. When it is then, is for `gjentakelse` to say.
    """

    id: Offentlig[Tekst]
    tittel: Offentlig[Tekst]
    spor: Offentlig[Spor]
    tid: Offentlig[Frist]
    til: Offentlig[Frist | None] = None
    gjentas: Offentlig[Gjentakelse | None] = None
    gjentas_til: Offentlig[Frist | None] = None
    unntak: Offentlig[tuple[Frist, ...]] = ()
    kategori: Offentlig[Tekst | None] = None
    sektor: Offentlig[Tekst | None] = None
    organ: Offentlig[Tekst | None] = None
    ansvarlig: Intern[Tekst | None] = None
    lenker: Offentlig[tuple[Lenke, ...]] = ()
    unntatt: Intern[UnntattEllerEi] = None
    kilde: Offentlig[Tekst | None] = None
    egne: Intern[Egne | None] = None

    @property
    def naar(self) -> Tidsrom:
        """When it is, `tid` and `til` together; the first time when it comes back."""
        return Tidsrom(self.tid, self.til)


@post
class Aarshjul:
    """The whole of `aarshjul.yaml`, or of one file in `aarshjul/`."""

    kilde: Intern[Tekst | None] = None
    hendelser: Offentlig[tuple[Hendelse, ...]] = ()
    egne: Intern[Egne | None] = None
