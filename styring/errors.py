"""Wishes that cannot be met: exceptions that carry a message, a way out and an exit status."""

from __future__ import annotations


class StyringError(Exception):
    """Refused or impossible, and nothing was changed (exit status 3)."""

    exit_code = 3

    def __init__(self, melding: str, raad: str | None = None) -> None:
        super().__init__(melding)
        self.melding = melding
        self.raad = raad


class WrongUse(StyringError):
    """The command was used in a way that has no meaning (exit status 2)."""

    exit_code = 2
