"""How many oppdrag, or vedtak, stand how, by row and in all; and why a figure counts one."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from styring.model.oppdrag import Status
from styring.model.vedtak import Oppfulgt
from styring.register.innhold import Register
from styring.stand import runder, stand
from styring.stand.inndeling import Etter, Rad, inndeling

TALL = {
    **{status.value: status.navn.capitalize() for status in Status},
    "forfalt": "Forfalt",
    "forsinket": "Forsinket",
    "mangler_rapport": "Mangler rapport",
}
"""What is counted of them, and what it is called."""


@dataclass(frozen=True, slots=True)
class Telling:
    """The oppdrag, or the vedtak, that are counted, and by what they count as."""

    hva: str
    """«oppdrag» or «vedtak»."""
    poster: list[Oppfulgt] = field(default_factory=list)
    med: dict[str, list[Oppfulgt]] = field(default_factory=lambda: {tall: [] for tall in TALL})

    def legg_til(self, post: Oppfulgt, teller_som: Iterable[str]) -> None:
        """Counts one."""
        self.poster.append(post)
        for noekkel in teller_som:
            self.med[noekkel].append(post)

    @property
    def gjelder(self) -> int:
        """How many are not dropped."""
        return len(self.poster) - len(self.med["utgaar"])

    @property
    def framdrift(self) -> int | None:
        """Done, in whole per cent of what is not dropped; None when there is nothing to do.

        The nearest, but 0 only when none is done and 100 only when all are.
        """
        ferdige, alle = len(self.med["ferdig"]), self.gjelder
        if ferdige in (0, alle):
            return 100 * bool(ferdige) if alle else None
        return min(max((200 * ferdige + alle) // (2 * alle), 1), 99)

    @property
    def statuser(self) -> dict[Status, int]:
        """How many stand how."""
        return {status: len(self.med[status.value]) for status in Status}

    def antall(self) -> dict[str, int]:
        """The counts by key, in order."""
        hvert = {noekkel: len(poster) for noekkel, poster in self.med.items()}
        return {self.hva: len(self.poster), **hvert}


class Tellbare(NamedTuple):
    """What is to be counted: «oppdrag» or «vedtak», and which."""

    hva: str
    poster: Sequence[Oppfulgt]


class Opptelling(NamedTuple):
    """The oppdrag, or the vedtak, counted, in rows and all together."""

    etter: Etter
    rader: dict[Rad, Telling]
    """Those that something is counted in, in order; what is nobody's last."""
    alle: Telling

    @property
    def overlapper(self) -> bool:
        """Some are counted in several rows, so the rows add up to more than there are."""
        antall = sum(len(telling.poster) for telling in self.rader.values())
        return antall > len(self.alle.poster)


def tellbare(register: Register, koder: Collection[str], aar: int | None = None) -> Tellbare:
    """The oppdrag; for whoever has none, the vedtak that need follow-up.

    Only of the sectors with these codes, and given for or made in the year, when given.
    """
    if not register.bare_vedtak:
        oppdrag = (o for o in register.oppdrag if aar is None or aar in register.aarene(o))
        return Tellbare("oppdrag", [o for o in oppdrag if not koder or o.sektor in koder])
    vedtak = (
        v
        for v in register.vedtak
        if not v.trenger_ingen and (aar is None or aar in register.aarene(v))
    )
    return Tellbare("vedtak", [v for v in vedtak if not koder or v.sektor in koder])


def tell_opp(
    register: Register,
    hva: Tellbare,
    dag: date,
    etter: Etter = Etter.SEKTOR,
    periode: str | None = None,
) -> Opptelling:
    """Some oppdrag or vedtak counted.

    Reports are missed for a round, the one that is meant on the day when none is given.
    """
    rekkefoelge, rader_for = inndeling(register, etter, dag)
    rader = {rad: Telling(hva.hva) for rad in rekkefoelge}
    alle = Telling(hva.hva)
    for post in hva.poster:
        teller_som = tuple(_teller_som(register, post, dag, periode))
        alle.legg_til(post, teller_som)
        for rad in rader_for(post):
            rader.setdefault(rad, Telling(hva.hva)).legg_til(post, teller_som)
    fylte = (rad for rad, telling in rader.items() if telling.poster)
    return Opptelling(
        etter, {rad: rader[rad] for rad in sorted(fylte, key=lambda rad: rad.id is None)}, alle
    )


def _teller_som(
    register: Register, post: Oppfulgt, dag: date, periode: str | None
) -> Iterator[str]:
    yield stand.status(register, post).value
    if stand.er_forfalt(register, post, dag):
        yield "forfalt"
    if stand.er_forsinket(register, post):
        yield "forsinket"
    if stand.mangler_rapport(register, post, dag, periode):
        yield "mangler_rapport"


def hvorfor(register: Register, tall: str, post: Oppfulgt, dag: date) -> str:
    """What decides that an oppdrag or a vedtak counts in a figure, in words."""
    rapport = stand.siste_rapport(register, post)
    status = stand.status(register, post).navn
    if tall == "mangler_rapport":
        mangler = f"ingen rapport for {runder.runden(register, dag)}"
        return f"{mangler}; den siste er for {rapport.periode}" if rapport else mangler
    if tall == "forfalt" and post.frist:
        return f"frist {post.frist.norsk}, {status}"
    if rapport is None:
        return "det er ingen rapport"
    if tall == "forsinket" and rapport.forventet_ferdig and post.frist:
        return f"forventet ferdig {rapport.forventet_ferdig.norsk}, frist {post.frist.norsk}"
    return f"rapport for {rapport.periode}, {rapport.dato:%d.%m.%Y}"


def regnet_av(telling: Telling) -> str:
    """What the per cent that is done is reckoned from, in words."""
    utgaar = len(telling.med["utgaar"])
    if telling.framdrift is None:
        return "ingen å regne av, for alle utgår"
    av = f"{telling.framdrift} %: {len(telling.med['ferdig'])} av {telling.gjelder}"
    return f"{av}, {utgaar} utgår og regnes ikke med" if utgaar else av
