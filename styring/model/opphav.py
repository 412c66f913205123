"""Where work comes from."""

from styring.model.fastord import Fastord
from styring.model.post import Egne, Intern, Offentlig, Tekst, post
from styring.model.tid import Dato


class Opphavstype(Fastord):
    """What it came of."""

    TILSYN = "tilsyn"
    REVISJON = "revisjon"
    ROS = "ros"
    OEVELSE = "oevelse"
    HENDELSE = "hendelse"
    VEDTAK = "vedtak"
    PLAN = "plan"
    BUDSJETT = "budsjett"
    LOV = "lov"
    ANNET = "annet"

    @property
    def er_kontroll(self) -> bool:
        """Somebody else looks at whether the law is followed, and closes what they found."""
        return self in (Opphavstype.TILSYN, Opphavstype.REVISJON)


@post
class Lukking:
    """Who closed what a tilsyn or a revisjon found, and on which day."""

    av: Offentlig[Tekst]
    dato: Offentlig[Dato]
    egne: Intern[Egne | None] = None

    def __str__(self) -> str:
        """Both in words: «lukket 01.03.2025 av Fylket»."""
        return f"lukket {self.dato:%d.%m.%Y} av {self.av}"


@post
class Opphav:
    """What work came of; of a vedtak, `ref` is its id."""

    type: Offentlig[Opphavstype]
    ref: Offentlig[Tekst | None] = None
    hjemmel: Offentlig[Tekst | None] = None
    lukket: Offentlig[Lukking | None] = None
    egne: Intern[Egne | None] = None

    def __str__(self) -> str:
        """All of it on one line: «tilsyn: Avvik 1, pbl. § 32-1, lukket 01.03.2025 av Fylket»."""
        bak = ", ".join(filter(None, (self.ref, self.hjemmel, str(self.lukket or ""))))
        return f"{self.type.navn}: {bak}" if bak else self.type.navn
