"""The lists that come back filled in: what heads their columns, and what stands in them."""

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from styring.mente import flat
from styring.model.fulgt import Fulgt
from styring.model.loepetid import loepetid
from styring.register.innhold import Register
from styring.slag import slag_til
from styring.stand.purring import Purrerad, purring_av
from styring.stand.restanse import restanse
from styring.views import oppdragsliste, purreliste, vedtaksliste
from styring.views.kolonner import Oppsett
from styring.views.tekstform import som_kode, vist


class Lister(NamedTuple):
    """The columns of the lists of what is reported on, by the kind of record that they list."""

    register: Register
    dag: date
    oppfulgt: Mapping[str, Oppsett[Any]]
    """By what it is: «oppdrag», «vedtak»."""
    purring: Oppsett[Purrerad]

    def ord_(self) -> dict[str, str]:
        """The words that can head a column, flat, and its key; a key goes before a heading."""
        oppsettene = (*self.oppfulgt.values(), self.purring)
        kolonner = [felt.kolonne for oppsett in oppsettene for felt in oppsett.felt]
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
        if post.har_runder:
            par.append((self.oppfulgt[slag_til(post).navn], post))
        else:
            egne = {
                "fra": (vist(post.fra), som_kode(post.fra)),
                "frist": (vist(loepetid(post)), som_kode(loepetid(post))),
                "loepende": ("ja",) if post.loepende else (),
            }
            funnet = {**self.sier(post.hele), **egne}
            funnet |= dict.fromkeys(self.purring.noekler(), ())
        for oppsett, hva in par:
            data = oppsett.data(hva)
            for felt in oppsett.felt:
                noekkel, verdi = felt.noekkel, felt.hent(hva)
                id_ = data.get(noekkel)
                sagt = (vist(verdi), som_kode(verdi), id_ if isinstance(id_, str) else "")
                funnet[noekkel] = (*sagt, *funnet.get(noekkel, ()))
        return funnet


def lister(register: Register, dag: date) -> Lister:
    """The lists on a day."""
    oppfulgt: dict[str, Oppsett[Any]] = {
        "oppdrag": oppdragsliste.oppsett(register, dag),
        # Which has all the columns that the other list of them has.
        "vedtak": vedtaksliste.restanseoppsett(register, restanse(register, (), dag), dag),
    }
    return Lister(register, dag, oppfulgt, purreliste.oppsett())
