"""Findings, as they are shown."""

from typing import NamedTuple

from styring.finding import Finding


class Funn(NamedTuple):
    """Findings that are shown, in order."""

    funn: tuple[Finding, ...]
