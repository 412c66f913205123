"""What a new year takes over from those before it."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from styring.errors import BrokenData, StyringError, WrongUse
from styring.mappe import kjent_som
from styring.model.oppdrag import Oppdrag, Oppdragsfil
from styring.model.post import feltnavn
from styring.register.datafil import Datafil
from styring.register.idbruk import krev_entydig
from styring.register.innhold import Register
from styring.slag import OPPDRAG
from styring.stand.stand import status
from styring.yamlfile.edits import Put
from styring.yamlfile.layout import Layout
from styring.yamlfile.read import read


class Flytting(NamedTuple):
    """Records that go from one file to the end of another, which may not be there yet."""

    fra: Datafil
    oppdrag: tuple[Oppdrag, ...]
    numre: tuple[int, ...]
    """Their numbers in the list `oppdrag` of the file, from 0."""
    til: Datafil
    nytt: tuple[tuple[Put, ...], ...]
    """For each of them, the fields that it gets there; the routes begin at the record."""


class Aarsskifte(NamedTuple):
    """What a new year begins with."""

    aar: int
    nye: tuple[Datafil, ...]
    """Its files that are not there yet."""
    flyttinger: tuple[Flytting, ...]

    def begynnelse(self, fil: Datafil, mappe: Path) -> str:
        """What a new file says before anything is put into it, first where its schema is.

        It is JSON when what is to go there is.
        """
        from styring.jsonskjema import MAPPE, filnavn, henvisning

        if any(Layout(en.fra.dokument).is_json for en in self.flyttinger if en.til == fil):
            return f'{{\n  "aar": {self.aar},\n  "oppdrag": []\n}}\n'
        har_skjema = (mappe / MAPPE / filnavn(fil.slag)).exists()
        sti = fil.sti.relative_to(mappe).as_posix()
        foerst = f"{henvisning(sti, fil.slag)}\n" if har_skjema else ""
        return f"{foerst}aar: {self.aar}\n\noppdrag: []\n"

    @property
    def videre(self) -> tuple[Oppdrag, ...]:
        """The oppdrag that are carried over."""
        return tuple(oppdrag for flytting in self.flyttinger for oppdrag in flytting.oppdrag)


def nytt_aar(register: Register, aar: int) -> Aarsskifte:
    """The unfinished oppdrag of the years before go over to a year; those that are closed stay.

    Each file has one of its own for the year, unless the year has its files already. Raises
    WrongUse when the year does not follow the newest there is, BrokenData when not all of the
    oppdrag can be read, and StyringError when one of them has the id of another, or something is
    in the way of a new file.
    """
    if not register.er_lest(OPPDRAG) or any(fil.oedelagte for fil in register.med(OPPDRAG)):
        melding = "noen av oppdragene kan ikke leses, så det er ukjent hva som gjenstår"
        raise BrokenData(melding, "Rett det først.", funn=register.feil_i(OPPDRAG))
    _foelger_paa(register, aar)
    har_filer = any(fil.innhold.aar == aar for fil in register.med(OPPDRAG))
    nye: dict[Path, Datafil] = {}
    flyttinger = []
    for fil in register.med(OPPDRAG):
        if fil.innhold.aar >= aar:
            continue
        igjen = [o for o in fil.innhold.oppdrag if not status(register, o).er_avsluttet]
        for oppdrag in igjen:
            krev_entydig(register, oppdrag)
        if igjen or (fil.innhold.aar == aar - 1 and not har_filer):
            til = _aarets_fil(register, fil, aar, nye)
            if igjen:
                nytt = tuple(tuple(_nytt(fil.innhold, oppdrag)) for oppdrag in igjen)
                numre = tuple(register.i_fil(oppdrag)[1][-1] for oppdrag in igjen)
                heltall = tuple(nummer for nummer in numre if isinstance(nummer, int))
                flyttinger.append(Flytting(fil, tuple(igjen), heltall, til, nytt))
    return Aarsskifte(aar, tuple(nye.values()), tuple(flyttinger))


def avsluttede(register: Register, aar: int) -> list[Oppdrag]:
    """The oppdrag of a year that are done, or come to nothing, and so stay in it."""
    alle = (oppdrag for oppdrag in register.oppdrag if register.aar(oppdrag) == aar)
    return [oppdrag for oppdrag in alle if status(register, oppdrag).er_avsluttet]


def _foelger_paa(register: Register, aar: int) -> None:
    """Raises WrongUse when a year is not the newest there is, or the one after it."""
    nyeste = max((fil.aar for fil in register.oppdragsfiler), default=aar)
    if aar < nyeste:
        raise WrongUse(f"{nyeste} er allerede begynt, så {aar} er ikke noe nytt år")
    if aar > nyeste + 1:
        raad = f"Det nyeste året er {nyeste}. Skriv «styring nytt-aar {nyeste + 1}»."
        raise WrongUse(f"det er ingen oppdrag for {aar - 1} å føre videre", raad)


def _nytt(fil: Oppdragsfil, oppdrag: Oppdrag) -> Iterator[Put]:
    """What must be written on an oppdrag, as its file no longer says it."""
    if oppdrag.viderefoert_fra is None:
        yield Put(("viderefoert_fra",), fil.aar, feltnavn(Oppdrag))
    if oppdrag.kilde is None and fil.kilde is not None:
        yield Put(("kilde",), fil.kilde, feltnavn(Oppdrag))


def _aarets_fil(register: Register, fil: Datafil, aar: int, nye: dict[Path, Datafil]) -> Datafil:
    """The file of a year that what is in another goes over to; of the same name but for the year.

    When there is only one of the year, it is that.
    """
    sti = _sti_for(register.mappe, fil, aar)
    aarets = [annen for annen in register.med(OPPDRAG) if annen.innhold.aar == aar]
    funnet = [annen for annen in aarets if annen.sti == sti] or (aarets if len(aarets) == 1 else [])
    if funnet:
        return funnet[0]
    if os.path.lexists(sti):
        raad = f"Gi den et annet navn, eller skriv «aar: {aar}» i den når den er for {aar}."
        raise StyringError(f"«{kjent_som(sti)}» finnes allerede, og er ikke for {aar}", raad)
    return nye.setdefault(sti, Datafil(sti, fil.slag, read(kjent_som(sti), b""), None))


def _sti_for(mappe: Path, fil: Datafil, aar: int) -> Path:
    gammelt, stamme = str(fil.innhold.aar), fil.sti.stem
    if fil.sti.parent == mappe:
        stamme = str(aar)
    elif gammelt in stamme:
        stamme = stamme.replace(gammelt, str(aar))
    else:
        stamme = f"{stamme}-{aar}"
    return mappe / fil.slag.navn / f"{stamme}{fil.sti.suffix}"
