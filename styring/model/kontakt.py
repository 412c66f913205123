"""Sectors and people."""

from styring.model.post import Egne, Tekst, post


@post
class Sektor:
    """A part of the municipality that oppdrag are delegated to."""

    kode: Tekst
    navn: Tekst
    direktoer: Tekst | None = None
    arbeidsfelt: tuple[Tekst, ...] = ()
    egne: Egne | None = None


@post
class Kontakt:
    """A person who can hold an oppdrag. Telephone and e-mail are shown only when asked for."""

    id: Tekst
    navn: Tekst
    stilling: Tekst | None = None
    sektor: Tekst | None = None
    telefon: Tekst | None = None
    epost: Tekst | None = None
    egne: Egne | None = None


@post
class Kontaktfil:
    """The whole of `kontakter.yaml`."""

    kilde: Tekst | None = None
    sektorer: tuple[Sektor, ...] = ()
    kontakter: tuple[Kontakt, ...] = ()
    egne: Egne | None = None
