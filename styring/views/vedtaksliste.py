"""The columns of vedtak, all of one, and those that nothing has come of."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from styring.model.unntatt import hjemmel
from styring.model.vedtak import Behandling, Vedtak
from styring.register.innhold import Register
from styring.slag import OPPDRAG
from styring.stand import stand
from styring.views import egne, oppfoelgingsark
from styring.views import oppfoelgingsfelt as oppfoelging
from styring.views.ark import Ark, Avsnitt, ark_av
from styring.views.data import som_data
from styring.views.kolonner import Felt, Oppsett, felt, oppsett_av
from styring.views.lenkefelt import lenkefelt

_BEHANDLINGER: Oppsett[Behandling] = oppsett_av(
    felt("organ", "Organ"),
    felt("dato", "Dato"),
    felt("saksnr", "Sak"),
    felt("rolle", "Rolle"),
    oppfoelgingsark.EGNE,
)
_VANLIGE = ("id", "tittel", "sak", "organ", "dato", "status", "forventet_ferdig")


def oppsett(register: Register, dag: date) -> Oppsett[Vedtak]:
    """The columns of vedtak, reckoned on a day."""
    egne_bak: dict[str, tuple[Felt[Vedtak], ...]] = {
        "id": (
            felt("tittel", "Vedtak", er_lang=True),
            felt("type", "Type", lambda v: stand.typenavn(register, v), data=lambda v: v.type),
            felt("sak", "Sak", lambda v: saken(register, v), viker=2),
            felt("organ", "Organ", lambda v: register.vedtatt(v).organ, viker=2),
            felt("dato", "Dato", lambda v: register.vedtatt(v).dato, viker=1),
            felt("saksnr", "Saksnr", lambda v: register.vedtatt(v).saksnr),
            felt("punkt", "Punkt"),
            felt("forslagsstiller", "Forslagsstiller"),
        ),
        "status": (
            felt("gjennom", "Gjennom", lambda v: tuple(o.id for o in stand.gjennom(register, v))),
        ),
        "forsinket": (
            felt("tilbakemeldt", "Tilbakemeldt", lambda v: getattr(v.tilbakemelding, "dato", None)),
            felt("oppdrag", "Oppdrag"),
        ),
        "mangler_rapport": (felt("oppfoelging", "Oppfølging", _ingen, er_lang=True),),
    }
    alle = oppfoelging.kolonner(register, dag, egne_bak)
    egne_felt = egne.kolonner(register.vedtak, lambda v: v.egne)
    return Oppsett((*alle, *egne_felt), _VANLIGE, lambda vedtak: data(register, vedtak, dag))


def data(register: Register, vedtak: Vedtak, dag: date) -> dict[str, Any]:
    """All fields of a vedtak, and behind them those that are worked out."""
    felter: dict[str, Any] = som_data(vedtak) | som_data(register.vedtatt(vedtak)._asdict())
    gjennom = [
        {"id": oppdrag.id, "status": stand.status(register, oppdrag).value}
        for oppdrag in stand.gjennom(register, vedtak)
    ]
    return felter | oppfoelging.utregnet(register, vedtak, dag) | {"gjennom": gjennom}


def saken(register: Register, vedtak: Vedtak) -> str | None:
    """The case that it was decided in, by number, else by the id of its sak, and the point of it.

    «88/24, pkt. 7»
    """
    nr = register.vedtatt(vedtak).saksnr or vedtak.sak
    return ", pkt. ".join(filter(None, (nr, vedtak.punkt))) or None


def ark(register: Register, vedtak: Vedtak, dag: date) -> Ark:
    """All there is to say of a vedtak: what was resolved, and how it is followed up."""
    svar = vedtak.tilbakemelding
    organ, dato, saksnr = register.vedtatt(vedtak)
    om = (
        ("Type", stand.typenavn(register, vedtak)),
        ("Organ", organ),
        ("Dato", dato),
        ("Sak", tuple(filter(None, (saksnr, *(en.tittel for en in register.sakene(vedtak)))))),
        ("Punkt", vedtak.punkt),
        ("Forslag fra", vedtak.forslagsstiller),
        ("Vedtakstekst", vedtak.vedtakstekst),
        ("Oppfølging", _ingen(vedtak)),
        *oppfoelgingsark.hvordan_det_staar(register, vedtak, dag),
        ("Oppdrag", tuple(_med_tittel(register, id_) for id_ in vedtak.oppdrag)),
        ("Unntatt", hjemmel(vedtak)),
        ("Arkivsak", vedtak.arkivsak),
        ("Kilde", vedtak.kilde),
        *lenkefelt(vedtak.lenker),
    )
    sagt = svar and (("Dato", svar.dato), ("Sak", svar.saksnr), ("Tekst", svar.tekst))
    avsnitt = (
        Avsnitt(None, om),
        Avsnitt("Behandlinger", tabell=_BEHANDLINGER.tabell(vedtak.behandlinger)),
        *oppfoelgingsark.oppfoelging(register, vedtak),
        Avsnitt("Meldt tilbake", sagt or ()),
    )
    return ark_av(vedtak.id, vedtak.tittel, avsnitt, lambda: data(register, vedtak, dag))


def restanseoppsett(
    register: Register, igjen: Iterable[tuple[Vedtak, str]], dag: date
) -> Oppsett[Vedtak]:
    """The columns of vedtak, with why of each that is not followed up as it should be."""
    hvorfor = {id(vedtak): grunn for vedtak, grunn in igjen}
    oppsettet = oppsett(register, dag)
    grunnen: Felt[Vedtak] = felt("hvorfor", "Hvorfor", lambda v: hvorfor.get(id(v)))
    return Oppsett(
        felt=(*oppsettet.felt, grunnen),
        vanlige=("id", "tittel", "sak", "organ", "dato", "sektor", "ansvarlig", "frist", "hvorfor"),
        data=lambda vedtak: data(register, vedtak, dag) | {"hvorfor": hvorfor.get(id(vedtak))},
    )


def _ingen(vedtak: Vedtak) -> str | None:
    return f"ingen: {vedtak.oppfoelging.ingen}" if vedtak.oppfoelging else None


def _med_tittel(register: Register, id_: str) -> str:
    oppdrag = register.etter_id(OPPDRAG).get(id_.lower())
    return f"{id_} {oppdrag.tittel}" if oppdrag else id_
