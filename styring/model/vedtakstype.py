"""What sorts of resolutions there are: those of every municipality, and its own."""

from styring.model.post import Egne, Intern, JaNei, Offentlig, Tekst, post


@post
class Vedtakstype:
    """A sort of resolutions. Some are not done before those who made them have had an answer."""

    kode: Offentlig[Tekst]
    navn: Offentlig[Tekst]
    tilbakemelding: Offentlig[JaNei] = False
    egne: Intern[Egne | None] = None


def faste() -> tuple[Vedtakstype, ...]:
    """Those that no municipality has to say that it has."""
    return (
        Vedtakstype(kode="politisk", navn="politisk vedtak"),
        Vedtakstype(kode="verbal", navn="verbalvedtak", tilbakemelding=True),
        Vedtakstype(kode="interpellasjon", navn="interpellasjon"),
        Vedtakstype(kode="grunngitt_spoersmaal", navn="grunngitt spørsmål"),
        Vedtakstype(kode="representantforslag", navn="representantforslag"),
        Vedtakstype(kode="innbyggerforslag", navn="innbyggerforslag"),
        Vedtakstype(kode="kontrollutvalg", navn="sak fra kontrollutvalget"),
        Vedtakstype(kode="tilsyn", navn="tilsyn"),
    )
