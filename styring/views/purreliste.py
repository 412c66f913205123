"""Who has not reported what, as a table."""

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from styring.slag import slag_til
from styring.stand.purring import Mangel, Purrerad, Purring
from styring.views.data import som_data
from styring.views.kolonner import Felt, Oppsett, felt, oppsett_av
from styring.views.visning import Kolonne, Tabell


class Utkast(NamedTuple):
    """A draft of an e-mail to one person."""

    navn: str
    epost: str
    emne: str
    tekst: str
    dag: date


def tabell(alle: Sequence[Purring]) -> Tabell:
    """A row for each thing that is not reported, those of one person together."""
    rader = [(purring, mangel) for purring in alle for mangel in purring.mangler]
    return oppsett().tabell(rader)


def oppsett() -> Oppsett[Purrerad]:
    """The columns of what is not reported."""

    def over(noekkel: str, tittel: str) -> Kolonne:
        return Kolonne(noekkel, tittel, er_hode=True)

    return oppsett_av(
        Felt(over("ansvarlig", "Ansvarlig"), lambda rad: rad[0].navn),
        Felt(over("epost", "E-post"), lambda rad: rad[0].epost),
        felt("id", "Id", lambda rad: rad[1].post.id),
        felt("tittel", "Tittel", lambda rad: rad[1].post.tittel, er_lang=True),
        felt("mangler", "Mangler", lambda rad: rad[1].mangler),
        felt("status", "Sist rapportert", lambda rad: rad[1].status),
        data=lambda rad: _data(*rad),
    )


def _data(purring: Purring, mangel: Mangel) -> dict[str, Any]:
    post, runde = mangel.post, purring.runde
    frist = runde.frist if runde else None
    return {
        "ansvarlig": purring.ansvarlig,
        "navn": purring.navn if purring.ansvarlig else None,
        "epost": purring.epost,
        "id": post.id,
        "tittel": post.tittel,
        "slag": slag_til(post).navn,
        "hoerer_til": None if post.har_runder else post.hele.id,
        "sektor": post.sektor,
        "mangler": mangel.mangler,
        "per": som_data(runde.dag if runde else None),
        "rapportfrist": som_data(frist),
        "rapportfrist_ute": frist is not None and frist < purring.dag,
        "fra": som_data(post.fra),
        "frist": som_data(post.frist),
        "loepende": post.loepende,
        "status": som_data(mangel.status),
        "siste_rapport": som_data(mangel.siste),
    }
