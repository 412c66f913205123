"""Wishes that cannot be met: exceptions that carry a message, a way out and an exit status."""

from collections.abc import Iterable

from styring.finding import Finding


class StyringError(Exception):
    """Refused or impossible, and nothing was changed (exit status 3)."""

    exit_code = 3

    def __init__(self, melding: str, *raad: str | None, funn: Iterable[Finding] = ()) -> None:
        super().__init__(melding)
        self.melding = melding
        self.raad = tuple(linje for linje in raad if linje)
        """The way out, a line each."""
        self.funn = tuple(funn)
        """What is wrong with the data, when that is the reason."""


class WrongUse(StyringError):
    """The command was used in a way that has no meaning (exit status 2)."""

    exit_code = 2


class BrokenData(StyringError):
    """What was asked for is there, but too broken to show (exit status 1)."""

    exit_code = 1
