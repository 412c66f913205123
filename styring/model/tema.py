"""What the kommunedirektør has chosen out as most important in a year."""

from styring.model.lenke import Lenke
from styring.model.post import Aar, Egne, Intern, Offentlig, Tekst, post


@post
class Tema:
    """A theme: what it is about, what is done centrally, and what is expected of leaders."""

    id: Offentlig[Tekst]
    tittel: Offentlig[Tekst]
    aar: Offentlig[Aar | None] = None
    om: Offentlig[Tekst | None] = None
    sentralt: Offentlig[tuple[Tekst, ...]] = ()
    forventet: Offentlig[tuple[Tekst, ...]] = ()
    lenker: Offentlig[tuple[Lenke, ...]] = ()
    kilde: Intern[Tekst | None] = None
    egne: Intern[Egne | None] = None

    def er_i(self, aar: int) -> bool:
        """It is a theme of a year; without one it always is."""
        return self.aar in (None, aar)


@post
class Temafil:
    """The whole of `tema.yaml`, or of one file in `tema/`."""

    kilde: Intern[Tekst | None] = None
    temaer: Offentlig[tuple[Tema, ...]] = ()
    egne: Intern[Egne | None] = None
