"""Sectors and people."""

from styring.model.post import Egne, Intern, Offentlig, Tekst, post


@post
class Sektor:
    """A part of the municipality that oppdrag are delegated to."""

    kode: Offentlig[Tekst]
    navn: Offentlig[Tekst]
    direktoer: Intern[Tekst | None] = None
    arbeidsfelt: Offentlig[tuple[Tekst, ...]] = ()
    egne: Intern[Egne | None] = None


@post
class Kontakt:
    """A person who can hold an oppdrag. Telephone and e-mail are shown only when asked for."""

    id: Intern[Tekst]
    navn: Intern[Tekst]
    stilling: Intern[Tekst | None] = None
    sektor: Intern[Tekst | None] = None
    telefon: Intern[Tekst | None] = None
    epost: Intern[Tekst | None] = None
    egne: Intern[Egne | None] = None


@post
class Kontaktfil:
    """The whole of `kontakter.yaml`."""

    kilde: Intern[Tekst | None] = None
    sektorer: Offentlig[tuple[Sektor, ...]] = ()
    kontakter: Intern[tuple[Kontakt, ...]] = ()
    egne: Intern[Egne | None] = None
