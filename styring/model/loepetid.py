"""When work goes on: from one time to another, or without end."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from styring.model.tid import Frist


class MedLoepetid(Protocol):
    """What says when it goes on."""

    @property
    def fra(self) -> Frist | None:
        """When it begins, where that is said."""

    @property
    def frist(self) -> Frist | None:
        """When it is to be done."""

    @property
    def loepende(self) -> bool:
        """It has no deadline, and is never done with."""


@dataclass(frozen=True, slots=True)
class Loepetid:
    """When something goes on, of which something is said: a beginning, a deadline, or no end.

    Where both a deadline and no end are said, the deadline counts until that is mended.
    """

    fra: Frist | None
    frist: Frist | None
    loepende: bool

    @property
    def foerste_dag(self) -> date:
        """The first day of what is said of it; beyond all days when no day is."""
        sagt = self.fra or self.frist
        return sagt.foerste_dag if sagt else date.max

    @property
    def siste_dag(self) -> date:
        """The last day to be done; beyond all days without one."""
        return self.frist.siste_dag if self.frist else date.max

    @property
    def norsk(self) -> str:
        """As lists show it: `2024-H1 – 31.12.2026`, «løpende»."""
        return self.med(lambda tid: tid.norsk)

    def med(self, ord_: Callable[[Frist], str]) -> str:
        """In words, with its times as they are to be said: «løpende fra juni 2024»."""
        fra = self.fra and ord_(self.fra)
        if self.frist:
            return f"{fra} – {ord_(self.frist)}" if fra else ord_(self.frist)
        return " ".join(("løpende" if self.loepende else "", f"fra {fra}" if fra else "")).strip()


def loepetid(post: MedLoepetid) -> Loepetid | None:
    """When it goes on; None when nothing is said of that."""
    if not (post.fra or post.frist or post.loepende):
        return None
    return Loepetid(post.fra, post.frist, post.loepende)
