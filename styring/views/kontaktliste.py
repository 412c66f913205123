"""People and sectors. Telephone and e-mail come only when asked for."""

from datetime import date
from typing import Any

from styring.model.kontakt import Kontakt, Sektor, virksomhetene
from styring.register.innhold import Register
from styring.slag import VIRKSOMHET
from styring.stand import stand
from styring.stand.stand import navn_paa
from styring.views import egne, oppdragsliste, postfelt, vedtaksliste
from styring.views.ark import Ark, Avsnitt, ark_av
from styring.views.data import som_data
from styring.views.kolonner import Felt, Oppsett, felt

PRIVATE = ("telefon", "epost")


def oppsett(register: Register) -> Oppsett[Kontakt]:
    """The columns of people."""
    alle: tuple[Felt[Kontakt], ...] = (
        felt("id", "Id"),
        felt("navn", "Navn"),
        felt("stilling", "Stilling", er_lang=True),
        felt("sektor", "Sektor"),
        felt("virksomhet", "Virksomhet"),
        felt("sluttet", "Sluttet"),
        felt("telefon", "Telefon"),
        felt("epost", "E-post"),
        *egne.kolonner(register.kontakter, lambda kontakt: kontakt.egne),
    )
    return Oppsett(
        alle, ("id", "navn", "stilling", "sektor", "virksomhet", "sluttet"), _uten_private
    )


def ark(register: Register, post: Kontakt | Sektor, dag: date) -> Ark:
    """One person or one sector, with the oppdrag they have; of a person the vedtak too."""
    if isinstance(post, Sektor):
        return _sektorark(register, post, dag)
    return _kontaktark(register, post, dag)


def _kontaktark(register: Register, kontakt: Kontakt, dag: date) -> Ark:
    har = [o for o in register.oppdrag if stand.ansvarlig(register, o, dag) == kontakt.id]
    vedtak = [v for v in register.vedtak if stand.ansvarlig(register, v, dag) == kontakt.id]
    avsnitt = (
        Avsnitt(
            None,
            (
                ("Stilling", kontakt.stilling),
                ("Sektor", kontakt.sektor),
                ("Virksomhet", kontakt.virksomhet),
                ("Telefon", kontakt.telefon),
                ("E-post", kontakt.epost),
                ("Sluttet", kontakt.sluttet),
            ),
        ),
        Avsnitt("Har ansvar for", tabell=oppdragsliste.oppsett(register, dag).tabell(har)),
        Avsnitt("Har ansvar for vedtak", tabell=vedtaksliste.oppsett(register, dag).tabell(vedtak)),
        *egne.avsnitt(kontakt.egne),
    )
    data: dict[str, Any] = som_data(kontakt) | {
        "oppdrag": [oppdrag.id for oppdrag in har],
        "vedtak": [en.id for en in vedtak],
    }
    return ark_av(kontakt.id, kontakt.navn, avsnitt, lambda: data)


def _sektorark(register: Register, sektor: Sektor, dag: date) -> Ark:
    i_sektoren = (kontakt for kontakt in register.kontakter if kontakt.sektor == sektor.kode)
    folk = [kontakt for kontakt in i_sektoren if not kontakt.har_sluttet(dag)]
    oppdrag = [oppdrag for oppdrag in register.oppdrag if oppdrag.sektor == sektor.kode]
    direktoer = sektor.direktoer_paa(dag)
    gjelder = sektor.gjelder
    om = (
        ("Direktør", navn_paa(register, direktoer)),
        ("Arbeidsfelt", sektor.arbeidsfelt),
        ("Til fra", gjelder.fra if gjelder else None),
        ("Nedlagt etter", gjelder.til if gjelder else None),
    )
    virksomheter = postfelt.oppsett(register, VIRKSOMHET).tabell([*virksomhetene(sektor)])
    avsnitt = (
        Avsnitt(None, om),
        Avsnitt("Virksomheter", tabell=virksomheter),
        Avsnitt("Kontakter", tabell=oppsett(register).tabell(folk)),
        Avsnitt("Oppdrag", tabell=oppdragsliste.oppsett(register, dag).tabell(oppdrag)),
        *egne.avsnitt(sektor.egne),
    )
    data: dict[str, Any] = som_data(sektor) | {
        "direktoer": direktoer,
        "direktoerer": som_data(sektor.direktoer),
        "kontakter": [kontakt.id for kontakt in folk],
        "oppdrag": [post.id for post in oppdrag],
    }
    return ark_av(sektor.kode, sektor.navn, avsnitt, lambda: data)


def _uten_private(kontakt: Kontakt) -> dict[str, Any]:
    data: dict[str, Any] = som_data(kontakt)
    return {noekkel: verdi for noekkel, verdi in data.items() if noekkel not in PRIVATE}
