"""The kinds of data files that there are."""

from __future__ import annotations

from collections.abc import Collection
from importlib import import_module
from typing import NamedTuple


class Slag(NamedTuple):
    """A kind of file: `navn.yaml`, or the files of a folder `navn/`."""

    navn: str
    modell: str
    """The class of its content, as `module:Class`; loaded when there is such a file."""
    lister: tuple[str, ...] = ()
    """The keys whose lists hold its records, outermost first."""
    paakrevd: bool = False
    for_oppdrag: bool = False
    """It is about oppdrag, which whoever only follows up vedtak has none of."""
    bare_en: bool = False
    """There is one such file, which is not split into several."""

    @property
    def klasse(self) -> type:
        """The class of the file's content."""
        modul, _, klasse = self.modell.partition(":")
        funnet = getattr(import_module(f"styring.model.{modul}"), klasse)
        assert isinstance(funnet, type)
        return funnet


SKJEMA = Slag("skjema", "innmelding:Skjemafil", ("rapporter",))
"""What people report in. It comes from outside, so no data folder has one."""

SLAG = (
    Slag("kommune", "kommune:Kommune", ("kommunenummer", "perioder"), bare_en=True),
    Slag("kontakter", "kontakt:Kontaktfil", ("sektorer", "kontakter"), paakrevd=True),
    Slag(
        "maal",
        "maal:Maalfil",
        ("satsingsomraader", "hovedmaal", "delmaal"),
        paakrevd=True,
        for_oppdrag=True,
    ),
    Slag("oppdrag", "oppdrag:Oppdragsfil", ("oppdrag",), paakrevd=True, for_oppdrag=True),
    Slag("vedtak", "vedtak:Vedtaksfil", ("vedtak",)),
    Slag("aarshjul", "aarshjul:Aarshjul", ("hendelser",)),
)


def manglende(finnes: Collection[str]) -> tuple[Slag, ...]:
    """The kinds that must be there and are not among those that are; without oppdrag, vedtak do."""
    bare_vedtak = "vedtak" in finnes and "oppdrag" not in finnes
    trengs = (slag for slag in SLAG if slag.paakrevd and not (slag.for_oppdrag and bare_vedtak))
    return tuple(slag for slag in trengs if slag.navn not in finnes)
