"""The lists that come back filled in: what heads their columns, and what stands in them."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

from styring.mente import flat
from styring.model.fulgt import Deloppgave, Fulgt
from styring.model.oppdrag import Oppdrag
from styring.model.vedtak import Vedtak
from styring.register.innhold import Register
from styring.stand.purring import Purrerad, purring_av
from styring.views import oppdragsliste as oppdrag
from styring.views import purreliste
from styring.views import vedtaksliste as vedtak
from styring.views.kolonner import Oppsett
from styring.views.tekstform import som_kode, vist


class Lister(NamedTuple):
    """The columns of the lists of what is reported on, by the kind of record that they list."""

    register: Register
    dag: date
    oppdrag: Oppsett[Oppdrag]
    vedtak: Oppsett[Vedtak]
    purring: Oppsett[Purrerad]

    def ord_(self) -> dict[str, str]:
        """The words that can head a column, flat, and its key; a key goes before a heading."""
        oppsettene: tuple[Oppsett[Any], ...] = (self.oppdrag, self.vedtak, self.purring)
        kolonner = [felt.kolonne for oppsett in oppsettene for felt in oppsett.felt]
        kolonner.append(vedtak.HVORFOR)
        return {
            **{flat(kolonne.tittel): kolonne.noekkel for kolonne in kolonner},
            **{flat(kolonne.noekkel): kolonne.noekkel for kolonne in kolonner},
        }

    def sier(self, post: Fulgt) -> dict[str, tuple[str, ...]]:
        """What stands in each column for a record, by its key: as people see it, then otherwise.

        An oppgave has a deadline of its own; its sector and the like are those of what it is in.
        """
        funnet: dict[str, tuple[str, ...]] = {}
        rad = purring_av(self.register, post, self.dag)
        par: list[tuple[Oppsett[Any], Any]] = [(self.purring, rad)]
        if isinstance(post, Deloppgave):
            frist = post.frist
            funnet = {**self.sier(post.hele), "frist": (vist(frist), som_kode(frist))}
            funnet |= dict.fromkeys(self.purring.noekler(), ())
        elif isinstance(post, Oppdrag):
            par.append((self.oppdrag, post))
        else:
            par.append((self.vedtak, post))
        for oppsett, hva in par:
            data = oppsett.data(hva)
            for felt in oppsett.felt:
                noekkel, verdi = felt.kolonne.noekkel, felt.hent(hva)
                id_ = data.get(noekkel)
                sagt = (vist(verdi), som_kode(verdi), id_ if isinstance(id_, str) else "")
                funnet[noekkel] = (*sagt, *funnet.get(noekkel, ()))
        return funnet


def lister(register: Register, dag: date) -> Lister:
    """The lists on a day."""
    return Lister(
        *(register, dag, oppdrag.oppsett(register, dag), vedtak.oppsett(register, dag)),
        purreliste.oppsett(),
    )
