"""What has changed since a reporting round, as a table."""

from datetime import date
from typing import Any

from styring.mente import telt
from styring.register.innhold import Register
from styring.slag import slag_til
from styring.stand import stand
from styring.stand.utvikling import Utvikling
from styring.views.data import som_data
from styring.views.kolonner import Oppsett, felt, oppsett_av


def oppsett(register: Register, dag: date) -> Oppsett[Utvikling]:
    """The columns of what has changed by a day; where nothing has, nothing stands."""
    return oppsett_av(
        felt("id", "Id", lambda en: en.post.id),
        felt("tittel", "Tittel", lambda en: en.post.tittel, er_lang=True),
        felt("status", "Status", lambda en: en.status),
        felt("vurdering", "Vurdering", lambda en: en.vurdering, kort="Vurd."),
        felt("forventet_ferdig", "Forventet ferdig", _ventet, kort="Forventet"),
        data=lambda en: _data(register, en, dag),
    )


def _data(register: Register, en: Utvikling, dag: date) -> dict[str, Any]:
    return {
        "id": en.post.id,
        "slag": slag_til(en.post).navn,
        "tittel": en.post.tittel,
        "sektor": en.post.sektor,
        "ansvarlig": stand.ansvarlig(register, en.post, dag),
        "foer": som_data(en.foer),
        "naa": som_data(en.naa),
        "status_foer": stand.sagt(en.foer).value,
        "status": stand.sagt(en.naa).value,
        "dager": en.dager,
    }


def _ventet(en: Utvikling) -> str | None:
    """When it is awaited done now, when that has changed, and how far it has moved."""
    if en.forventet is None:
        return None
    if en.forventet.naa is None:
        return "ikke lenger oppgitt"
    flyttet = telt(abs(en.dager), "dag", "dager") if en.dager else ""
    vei = "senere" if en.dager > 0 else "tidligere"
    return f"{en.forventet.naa.norsk}{f', {flyttet} {vei}' if flyttet else ''}"
