"""A file of the data folder, and where what is in it stands."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from styring.finding import Sted
from styring.slag import Filslag
from styring.yamlfile.places import Route, Span
from styring.yamlfile.read import Document
from styring.yamlfile.source import Source


class Datafil(NamedTuple):
    """A file and what is in it."""

    sti: Path
    slag: Filslag[Any]
    dokument: Document
    """As read."""
    innhold: Any
    """The model of the whole file; None when it could not be read."""
    oedelagte: frozenset[Route] = frozenset()
    """Routes of the records that could not be read, and are not in `innhold`."""
    utfylt: frozenset[Route] = frozenset()
    """Routes of fields that were lacking, and in which something stands only for the check."""
    kjente_id: frozenset[str] = frozenset()
    """Ids that such records give, as far as they could be made out, lower case."""
    riktig: Mapping[Route, str] = MappingProxyType({})
    """What should have stood in fields that have a fault with one right answer."""

    @property
    def kilde(self) -> Source:
        """Its text."""
        return self.dokument.source

    def sted(self, rute: Route, *, noekkel: bool = False) -> Sted:
        """The place of a value (or of its key) in the file, or of the nearest thing above it."""
        return self.spenn(*self._spenn(rute, noekkel))

    def spenn(self, start: int, slutt: int) -> Sted:
        """The place of the text between two offsets, as much of it as stands on its first line."""
        linje, kolonne = self.kilde.position(start)
        tekst = self.kilde.line(linje)
        lengde = max(1, min(slutt - start, len(tekst.rstrip()) - kolonne + 1))
        return Sted(self.kilde.name, linje, kolonne, lengde, tekst)

    def _spenn(self, rute: Route, noekkel: bool) -> Span:
        places = self.dokument.places
        while True:
            verdien, noekkelen = places.span(rute), places.key_span(rute)
            if noekkelen is not None and (noekkel or verdien is None or verdien[0] == verdien[1]):
                return noekkelen
            if verdien is not None:
                return verdien
            if not rute:
                return (0, 0)
            rute, noekkel = rute[:-1], False
