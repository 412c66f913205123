"""What a rule is, and what its docstring says."""

import re
from collections.abc import Callable, Iterable
from datetime import date
from inspect import cleandoc
from textwrap import dedent
from typing import NamedTuple

from styring.finding import Alvor
from styring.register.innhold import Register
from styring.yamlfile.places import Route


class Problem(NamedTuple):
    """What a rule found: in which record, at which field below it."""

    post: object
    rute: Route
    melding: str
    raad: str | None = None
    riktig: str | None = None
    """What should have stood there, where there is one right answer; «valider --rett» writes it."""
    paa_noekkel: bool = False
    over_merknad: bool = False
    """What is right stands in the place of the comment behind the field too."""


Kontroll = Callable[[Register, date], Iterable[Problem]]


class Eksempel(NamedTuple):
    """A piece of a data file. Under a faulty line stands a comment with carets at the fault."""

    fil: str
    tekst: str


class Regel(NamedTuple):
    """A rule. Its explanation is bokmål: a title, why it matters, a wrong and a right example."""

    kode: str
    alvor: Alvor
    forklaring: str
    kontroll: Kontroll | None
    """None for what is found while the files are loaded."""

    @property
    def tittel(self) -> str:
        """The first line of the explanation."""
        return self.forklaring.partition("\n")[0]

    @property
    def hvorfor(self) -> str:
        """The paragraphs between the title and the examples."""
        return _EKSEMPLER.split(self.forklaring)[0].partition("\n")[2].strip()

    @property
    def eksempler(self) -> tuple[Eksempel, ...]:
        """An example that breaks the rule, and the same as it should be; empty for a few rules."""
        filer = _EKSEMPLER.findall(self.forklaring)
        tekster = _EKSEMPLER.split(self.forklaring)[2::2]
        return tuple(
            Eksempel(fil, dedent(tekst).strip("\n"))
            for fil, tekst in zip(filer, tekster, strict=True)
        )


# «Galt i oppdrag.yaml:» and «Riktig i oppdrag.yaml:», each alone on its line.
_EKSEMPLER = re.compile(r"^(?:Galt|Riktig) i ([a-z]+\.yaml):\n", re.MULTILINE)


def regel(kode: str, alvor: Alvor = Alvor.FEIL) -> Callable[[Kontroll], Regel]:
    """Makes a function a rule; its docstring is what users read."""

    def lag(kontroll: Kontroll) -> Regel:
        return Regel(kode, alvor, cleandoc(kontroll.__doc__ or ""), kontroll)

    return lag


def lastefeil(kode: str, alvor: Alvor = Alvor.FEIL) -> Callable[[Callable[[], None]], Regel]:
    """Makes a function's docstring what users read of a fault that is found on loading.

    The function does nothing: when the rules are run, what it tells of is found already.
    """

    def lag(funnet_allerede: Callable[[], None]) -> Regel:
        return Regel(kode, alvor, cleandoc(funnet_allerede.__doc__ or ""), None)

    return lag
