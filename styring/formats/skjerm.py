"""What the text is for: a terminal of a width, or a pipe or file."""

from typing import NamedTuple

from styring.tegn import ufarlig


class Skjerm(NamedTuple):
    """Where text goes. `bredde` is None where lines may be as long as they are."""

    bredde: int | None = None
    farge: bool = False

    def brutt(self, tekst: str, innrykk: str = "") -> list[str]:
        """Running text as lines that fit, those behind the first with something before them.

        It cannot act on what shows it. Ids and other words with hyphens are not broken.
        """
        from textwrap import wrap

        rent = ufarlig(tekst)
        if self.bredde is None:
            return [rent]
        return wrap(rent, self.bredde, subsequent_indent=innrykk, break_on_hyphens=False)

    def malt(self, tekst: str, farge: str | None) -> str:
        """Text in a colour, by its number (ECMA-48), where there are colours."""
        return f"\x1b[{farge}m{tekst}\x1b[0m" if self.farge and farge else tekst


ROER = Skjerm()
"""A pipe: whole lines, no colour."""
