"""Many reports at once, from a form in the user's editor."""

import os
import shlex
import shutil
import subprocess
import tempfile
from contextlib import suppress
from pathlib import Path

from styring.cli.endring import utfoer_forslag
from styring.cli.omgivelse import Omgivelse, si, ut
from styring.errors import StyringError
from styring.innlevering.blankett import blankett, med_feil, uten_feil
from styring.innlevering.levering import Levering
from styring.innlevering.skjema import les
from styring.stand.mangler import Utestaaende
from styring.views.mangelliste import omtale

_EDITORER = ("nano", "vi", "notepad")


def rediger(om: Omgivelse, utvalg: Utestaaende, av: str | None, *, diff: bool) -> None:
    """Reports from a form in the user's editor, which comes back as long as something is wrong.

    What was typed stays in a file until it is taken in.
    """
    poster = list(utvalg.velg(om.register, om.dag))
    if not poster:
        ut("Ingenting mangler rapport.\n")
        return
    periode = utvalg.runde(om.register, om.dag)
    blankt = vist = blankett((en, omtale(om.register, en, periode, om.dag)) for en in poster)
    svar: str | None = None
    mappe = Path(tempfile.mkdtemp(prefix="styring-"))
    sti = mappe / "rapporter.yaml"
    while True:
        ny = mappe / "ny.yaml"  # so that what is there is never half written over
        ny.write_bytes(vist.encode("utf-8", "surrogateescape"))
        ny.replace(sti)
        typet = _redigert(sti, er_blankt=vist == blankt)
        forrige, svar = svar, uten_feil(typet)
        if svar == forrige:  # also where a program writes the same form anew each time
            raad = f"Det du skrev, ligger i {sti}. Rett det, og bruk --fra med den filen."
            raise StyringError("det er fortsatt feil i skjemaet, så ingenting er rapportert", raad)
        skjema = les(sti.name, svar.encode("utf-8", "surrogateescape"), aar=om.dag.year)
        levering = Levering(skjema, om.dag, periode, av)
        if levering.er_tom:
            shutil.rmtree(mappe)
            ut("Ingenting er fylt ut, så ingenting er rapportert.\n")
            return
        try:
            utfoer_forslag(om, levering.forslag, diff=diff)
        except KeyboardInterrupt:
            si(f"Det du skrev, ligger i {sti}.")
            raise
        except StyringError as feil:
            if not feil.funn:
                linjer = (*feil.raad, f"Det du skrev, ligger i {sti}.")
                raise StyringError(feil.melding, *linjer) from None
            vist = med_feil(svar, feil.funn)
        else:
            if diff:
                si(f"Det du skrev, ligger i {sti}.")
            else:
                shutil.rmtree(mappe)
            return


def _redigert(sti: Path, *, er_blankt: bool) -> str:
    """What a file says when the user's editor is closed.

    Raises StyringError, and says where what was typed is; a form without any of it is taken away.
    """
    foer = sti.read_bytes()
    try:
        _rediger(sti)
        return sti.read_bytes().decode("utf-8", "surrogateescape")
    except FileNotFoundError:
        melding = "redigeringsprogrammet har tatt bort skjemaet, så ingenting er rapportert"
        raise StyringError(melding, f"Det skulle ligget i {sti}.") from None
    except StyringError as feil:
        if er_blankt and sti.read_bytes() == foer:
            shutil.rmtree(sti.parent)
            raise
        raise StyringError(feil.melding, *feil.raad, f"Det du skrev, ligger i {sti}.") from None


def _rediger(sti: Path) -> None:
    """Opens a file in the user's editor, and waits until it is closed. Raises StyringError."""
    valgt = os.environ.get("VISUAL", "").strip() or os.environ.get("EDITOR", "").strip()
    try:
        ord_ = shlex.split(valgt) if valgt else [next(filter(shutil.which, _EDITORER), "vi")]
        with subprocess.Popen([*ord_, str(sti)]) as program:
            while program.returncode is None:
                with suppress(KeyboardInterrupt):  # which is for the editor to heed
                    program.wait()
    except (OSError, ValueError):
        raad = "Sett EDITOR til det du bruker, for eksempel «export EDITOR=nano»."
        melding = f"redigeringsprogrammet «{valgt or ord_[0]}» lar seg ikke starte"
        raise StyringError(melding, raad) from None
    if program.returncode:
        raise StyringError(f"redigeringsprogrammet avsluttet med status {program.returncode}")
