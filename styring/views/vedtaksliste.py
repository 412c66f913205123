"""The columns of vedtak, all of one, and those that nothing has come of."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from styring.model.unntatt import hjemmel
from styring.model.vedtak import Vedtak
from styring.register.innhold import Register
from styring.slag import OPPDRAG
from styring.stand import stand
from styring.views import egne, oppfoelgingsark
from styring.views import oppfoelgingsfelt as oppfoelging
from styring.views.ark import Ark, Avsnitt, ark_av
from styring.views.data import som_data
from styring.views.kolonner import Felt, Oppsett, felt

_VANLIGE = ("id", "tittel", "type", "organ", "dato", "saksnr", "ansvarlig", "status", "frist")


def oppsett(register: Register, dag: date) -> Oppsett[Vedtak]:
    """The columns of vedtak, reckoned on a day."""
    egne_bak: dict[str, tuple[Felt[Vedtak], ...]] = {
        "id": (
            felt("tittel", "Vedtak", er_lang=True),
            felt("type", "Type", lambda v: v.type.value, viker=1),
            felt("organ", "Organ", viker=2),
            felt("dato", "Dato", viker=1),
            felt("saksnr", "Sak", viker=2),
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
    felter: dict[str, Any] = som_data(vedtak)
    gjennom = [
        {"id": oppdrag.id, "status": stand.status(register, oppdrag).value}
        for oppdrag in stand.gjennom(register, vedtak)
    ]
    return felter | oppfoelging.utregnet(register, vedtak, dag) | {"gjennom": gjennom}


def ark(register: Register, vedtak: Vedtak, dag: date) -> Ark:
    """All there is to say of a vedtak: what was resolved, and how it is followed up."""
    svar = vedtak.tilbakemelding
    om = (
        ("Type", {"politisk": "politisk vedtak", "verbal": "verbalvedtak"}[vedtak.type]),
        ("Organ", vedtak.organ),
        ("Dato", vedtak.dato),
        ("Sak", vedtak.saksnr),
        ("Vedtakstekst", vedtak.vedtakstekst),
        ("Oppfølging", _ingen(vedtak)),
        *oppfoelgingsark.hvordan_det_staar(register, vedtak, dag),
        ("Oppdrag", tuple(_med_tittel(register, id_) for id_ in vedtak.oppdrag)),
        ("Unntatt", hjemmel(vedtak)),
        ("Kilde", vedtak.kilde),
    )
    sagt = svar and (("Dato", svar.dato), ("Sak", svar.saksnr), ("Tekst", svar.tekst))
    avsnitt = (
        Avsnitt(None, om),
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
        vanlige=("id", "tittel", "type", "sektor", "ansvarlig", "frist", "hvorfor"),
        data=lambda vedtak: data(register, vedtak, dag) | {"hvorfor": hvorfor.get(id(vedtak))},
    )


def _ingen(vedtak: Vedtak) -> str | None:
    return f"ingen: {vedtak.oppfoelging.ingen}" if vedtak.oppfoelging else None


def _med_tittel(register: Register, id_: str) -> str:
    oppdrag = register.etter_id(OPPDRAG).get(id_.lower())
    return f"{id_} {oppdrag.tittel}" if oppdrag else id_
