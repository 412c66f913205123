"""Sectors, what they are made of, and people."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Any, get_type_hints

from pydantic import BeforeValidator
from pydantic_core import PydanticKnownError

from styring.model.post import Egne, Intern, Offentlig, Tekst, post
from styring.model.tid import Dato, Frist


@post
class Direktoer:
    """Who is direktør of a sector, and from which day to which; what is not said has no end."""

    kontakt: Intern[Tekst]
    fra: Intern[Dato | None] = None
    til: Intern[Dato | None] = None
    egne: Intern[Egne | None] = None

    def er_det(self, dag: date) -> bool:
        """They are it on a day, the first and the last included."""
        return (self.fra is None or self.fra <= dag) and (self.til is None or dag <= self.til)


def _som_liste(verdi: Any) -> Any:
    """One name is a list of one, and what is neither a name nor a list is told of as no name."""
    if verdi is None:
        return ()
    if isinstance(verdi, list | tuple | dict):  # a mapping is a list that lacks its dashes
        return verdi
    if not isinstance(verdi, str):
        raise PydanticKnownError("string_type")
    if not verdi:
        raise PydanticKnownError("string_too_short", {"min_length": 1})
    return ({"kontakt": verdi},)


class EllerNavn:
    """Lets the JSON Schema of a list take one name too."""

    @classmethod
    def er(cls, klasse: Any, navn: str) -> bool:
        """A field of a class is such a list."""
        sagt = getattr(get_type_hints(klasse, include_extras=True)[navn], "__metadata__", ())
        return any(isinstance(en, cls) for en in sagt)

    def __get_pydantic_json_schema__(self, skjema: Any, videre: Any) -> dict[str, Any]:
        return {"anyOf": [{"type": ["string", "null"], "minLength": 1}, videre(skjema)]}


@post
class Gyldighet:
    """From when to when there is such a sector; what is not said has no end."""

    fra: Offentlig[Frist | None] = None
    til: Offentlig[Frist | None] = None
    egne: Intern[Egne | None] = None


@post
class Virksomhet:
    """A part of a sector with a leader, such as a school, perhaps with others under it."""

    id: Offentlig[Tekst]
    navn: Offentlig[Tekst]
    leder: Intern[Tekst | None] = None
    virksomheter: Offentlig[tuple[Virksomhet, ...]] = ()
    egne: Intern[Egne | None] = None


@post
class Sektor:
    """A part of the municipality that oppdrag are delegated to."""

    kode: Offentlig[Tekst]
    navn: Offentlig[Tekst]
    direktoer: Annotated[
        Intern[tuple[Direktoer, ...]], BeforeValidator(_som_liste), EllerNavn()
    ] = ()
    """Those who are and have been, in any order. Files may say just the one name."""
    arbeidsfelt: Offentlig[tuple[Tekst, ...]] = ()
    gjelder: Offentlig[Gyldighet | None] = None
    virksomheter: Offentlig[tuple[Virksomhet, ...]] = ()
    egne: Intern[Egne | None] = None

    def er_avviklet(self, dag: date) -> bool:
        """There is no such sector any longer on a day: its last one is before it."""
        til = self.gjelder.til if self.gjelder else None
        return til is not None and til.siste_dag < dag

    def direktoer_paa(self, dag: date) -> str | None:
        """The id of who is direktør on a day; None when nobody is."""
        return next((en.kontakt for en in self.direktoer if en.er_det(dag)), None)


def virksomhetene(enhet: Sektor | Virksomhet) -> Iterator[Virksomhet]:
    """The virksomheter of a sector, or under another, each before those under it."""
    for en in enhet.virksomheter:
        yield en
        yield from virksomhetene(en)


@post
class Kontakt:
    """A person who can hold an oppdrag. Telephone and e-mail are shown only when asked for."""

    id: Intern[Tekst]
    navn: Intern[Tekst]
    stilling: Intern[Tekst | None] = None
    sektor: Intern[Tekst | None] = None
    virksomhet: Intern[Tekst | None] = None
    telefon: Intern[Tekst | None] = None
    epost: Intern[Tekst | None] = None
    sluttet: Intern[Dato | None] = None
    """Their last day. What they have done stands; nothing is given to them after it."""
    egne: Intern[Egne | None] = None

    def har_sluttet(self, dag: date) -> bool:
        """They have left by a day."""
        return self.sluttet is not None and self.sluttet < dag


@post
class Kontaktfil:
    """The whole of `kontakter.yaml`."""

    kilde: Intern[Tekst | None] = None
    sektorer: Offentlig[tuple[Sektor, ...]] = ()
    kontakter: Intern[tuple[Kontakt, ...]] = ()
    egne: Intern[Egne | None] = None
