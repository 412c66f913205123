"""Which events of the year's wheel are listed, and in which columns."""

from typing import Any

from styring.model.aarshjul import Hendelse
from styring.register.innhold import Register
from styring.stand.stand import navn_paa
from styring.views import egne
from styring.views.data import som_data
from styring.views.kolonner import Felt, Oppsett, felt, unntatt
from styring.views.lenkefelt import lenkekolonne


def oppsett(register: Register) -> Oppsett[Hendelse]:
    """The columns of events."""
    alle: tuple[Felt[Hendelse], ...] = (
        felt("id", "Id"),
        felt("tid", "Når", lambda h: h.naar),
        felt("tittel", "Hendelse", er_lang=True),
        felt("spor", "Spor"),
        felt("kategori", "Kategori"),
        felt("sektor", "Sektor"),
        felt("organ", "Organ"),
        felt("ansvarlig", "Ansvarlig", lambda h: navn_paa(register, h.ansvarlig), kort="Ansv."),
        felt("gjentas", "Gjentas"),
        felt("gjentas_til", "Gjentas til"),
        felt("unntak", "Unntak", lambda h: tuple(en.norsk for en in h.unntak)),
        felt("til", "Til"),
        felt("foerste_dag", "Første dag", lambda h: h.naar.foerste_dag),
        felt("siste_dag", "Siste dag", lambda h: h.naar.siste_dag),
        unntatt(),
        felt("kilde", "Kilde", er_lang=True),
        lenkekolonne(),
        *egne.kolonner(register.hendelser, lambda h: h.egne),
    )
    return Oppsett(
        alle, ("tid", "tittel", "spor", "kategori", "sektor", "organ", "ansvarlig"), data
    )


def data(hendelse: Hendelse) -> dict[str, Any]:
    """All fields of an event, and behind them the days that it covers."""
    felter: dict[str, Any] = som_data(hendelse)
    return felter | {
        "foerste_dag": hendelse.naar.foerste_dag.isoformat(),
        "siste_dag": hendelse.naar.siste_dag.isoformat(),
    }


def begynnelse(aar: int) -> str:
    """What a first `aarshjul.yaml` may hold."""
    return f"""\
hendelser:
  - id: budsjett-{aar}
    tittel: Budsjettseminar
    spor: politisk              # eller administrativ
    tid: {aar}-09-12             # eller {aar}-09, {aar}-K3, {aar}-T2, {aar}
    til: {aar}-09-13             # når det varer mer enn én dag
    kategori: økonomi           # kan utelates
"""
