"""What is followed up: the questions that an oppdrag, a vedtak and an oppgave all answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Protocol, Self, cast

from styring.model.loepetid import MedLoepetid

if TYPE_CHECKING:
    from styring.model.oppdrag import Oppgave, Rapport
    from styring.model.tid import Frist
    from styring.model.unntatt import Unntatt
    from styring.model.vedtak import Oppfulgt


class Fulgt(MedLoepetid, Protocol):
    """What is followed up, alone or as a part. How it stands on a day is for `stand` to say."""

    @property
    def id(self) -> str:
        """Its id."""

    @property
    def tittel(self) -> str:
        """Its title."""

    @property
    def hele(self) -> Oppfulgt:
        """The oppdrag or vedtak that it is, or is a part of."""

    @property
    def selv(self) -> Oppfulgt | Oppgave:
        """Its own record."""

    @property
    def rute(self) -> tuple[str | int, ...]:
        """The way to that from `hele`."""

    @property
    def under(self) -> tuple[Deloppgave, ...]:
        """The oppgaver that it is broken down into."""

    @property
    def sektor(self) -> str | None:
        """The code of the sector that has it."""

    @property
    def egen_ansvarlig(self) -> str | None:
        """The id of whoever has it apart from what it is a part of."""

    @property
    def har_runder(self) -> bool:
        """It is reported on round by round; else it has a status, and no more."""

    @property
    def rapporter(self) -> tuple[Rapport, ...]:
        """What was reported in the rounds."""

    @property
    def unntatt(self) -> Unntatt | None:
        """What keeps it from the public, alone or with what it is in."""


@dataclass(frozen=True, slots=True)
class Deloppgave:
    """An oppgave, and the oppdrag or vedtak that is broken down into it."""

    hele: Oppfulgt
    nummer: int
    """Its number among the oppgaver, from 0."""
    under: ClassVar[tuple[Deloppgave, ...]] = ()
    har_runder: ClassVar = False
    rapporter: ClassVar[tuple[Rapport, ...]] = ()

    @property
    def selv(self) -> Oppgave:
        """The oppgave itself."""
        return self.hele.oppgaver[self.nummer]

    @property
    def rute(self) -> tuple[str | int, ...]:
        """The way to it from what it is a part of."""
        return ("oppgaver", self.nummer)

    @property
    def id(self) -> str:
        """The oppgave's id."""
        return self.selv.id

    @property
    def tittel(self) -> str:
        """The oppgave's title."""
        return self.selv.tittel

    @property
    def sektor(self) -> str | None:
        """The sector that has what it is a part of."""
        return self.hele.sektor

    @property
    def egen_ansvarlig(self) -> str | None:
        """Whoever has the oppgave, when that is said."""
        return self.selv.ansvarlig

    @property
    def fra(self) -> Frist | None:
        """When the oppgave begins."""
        return self.selv.fra

    @property
    def frist(self) -> Frist | None:
        """The oppgave's own deadline."""
        return self.selv.frist

    @property
    def loepende(self) -> bool:
        """The oppgave has no deadline."""
        return self.selv.loepende

    @property
    def unntatt(self) -> Unntatt | None:
        """What keeps it from the public, alone or with what it is in."""
        return self.hele.unntatt or self.selv.unntatt


class Helt:
    """What an oppdrag and a vedtak answer alike: each is a whole, and reported on in rounds."""

    __slots__ = ()
    rute: ClassVar[tuple[str | int, ...]] = ()
    egen_ansvarlig: ClassVar = None
    har_runder: ClassVar = True
    kan_ha_maal: ClassVar = False

    @property
    def selv(self) -> Self:
        """Itself, which is a part of nothing."""
        return self

    hele = selv

    @property
    def under(self) -> tuple[Deloppgave, ...]:
        """The oppgaver that it is broken down into."""
        hele = cast("Oppfulgt", self)
        return tuple(Deloppgave(hele, nummer) for nummer in range(len(hele.oppgaver)))
