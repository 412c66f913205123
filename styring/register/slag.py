"""The kinds of data files that there are."""

from __future__ import annotations

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
    Slag("maal", "maal:Maalfil", ("satsingsomraader", "hovedmaal", "delmaal"), paakrevd=True),
    Slag("oppdrag", "oppdrag:Oppdragsfil", ("oppdrag",), paakrevd=True),
    Slag("vedtak", "vedtak:Vedtaksfil", ("vedtak",)),
    Slag("aarshjul", "aarshjul:Aarshjul", ("hendelser",)),
)
