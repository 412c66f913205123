"""Rules for what is kept from the public."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

from styring.finding import Alvor
from styring.model.unntatt import ligner, raad
from styring.register.innhold import Register
from styring.rules.regel import Problem, regel
from styring.yamlfile.places import Route


@regel("UNN001", Alvor.ADVARSEL)
def unntatt_under_egne(register: Register, _: date) -> Iterator[Problem]:
    """Noe skal holdes tilbake, men det står under «egne», der det ikke blir lest.

    Ingenting som står under «egne», kommer ut til alle. Men det holder heller ingenting tilbake:
    Resten av oppføringen blir publisert. Oppdrag, vedtak, oppgaver og hendelser kan ha «unntatt»
    rett under seg.

    Galt i aarshjul.yaml:

        hendelser:
          - id: samtaler-2023
            tittel: Samtaler om nedbemanning
            spor: administrativ
            tid: 2023-10-12
            egne:
              unntatt: {hjemmel: offl. § 23}
              ^^^^^^^

    Riktig i aarshjul.yaml:

        hendelser:
          - id: samtaler-2023
            tittel: Samtaler om nedbemanning
            spor: administrativ
            tid: 2023-10-12
            unntatt: {hjemmel: offl. § 23}
    """
    for fil in register.filer:
        if "egne" not in fil.kilde.text and "\\" not in fil.kilde.text:
            continue
        for post in register.poster(fil):
            for klasser, rute in _i_post(post, fil.slag.lister):
                melding = f"«{rute[-1]}» blir ikke lest under «egne», og holder ingenting tilbake"
                yield Problem(post, rute, melding, raad(klasser), paa_noekkel=True)


def _i_post(post: Any, uten: tuple[str, ...] = ()) -> Iterator[tuple[list[type], Route]]:
    """The keys of own fields that are meant to keep something back, at any depth of a record.

    Each with the classes of the records that it is in. The lists `uten` are left out.
    """
    klasse: Any = type(post)
    for felt in fields(klasse):
        verdi = getattr(post, felt.name)
        if felt.name == "egne":
            yield from (([klasse], ("egne", *rute)) for rute in _noekler(verdi))
        elif is_dataclass(verdi):
            for klasser, rute in _i_post(verdi):
                yield [klasse, *klasser], (felt.name, *rute)
        elif isinstance(verdi, tuple) and felt.name not in uten:
            for nummer, del_ in enumerate(verdi):
                if is_dataclass(del_):
                    for klasser, rute in _i_post(del_):
                        yield [klasse, *klasser], (felt.name, nummer, *rute)


def _noekler(verdi: Any) -> Iterator[Route]:
    if not isinstance(verdi, dict | list):
        return
    par = verdi.items() if isinstance(verdi, dict) else enumerate(verdi)
    for steg, del_ in par:
        if isinstance(steg, str) and ligner(steg):
            yield (steg,)
        else:
            yield from ((steg, *rute) for rute in _noekler(del_))
