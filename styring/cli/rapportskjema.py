"""Many reports at once, from a form in the user's editor."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import tempfile
from contextlib import suppress
from pathlib import Path

from styring.cli.innlevering import Innlevering
from styring.cli.omgivelse import Omgivelse, si, ut
from styring.errors import StyringError
from styring.formats.rapportskjema import FELT, Skjemapost, med_feil, skriv, uten_feil
from styring.innlevering.skjema import les
from styring.model.fulgt import Fulgt
from styring.model.oppdrag import Rapportstatus, Vurdering
from styring.stand.mangler import Utestaaende
from styring.views.mangelliste import omtale

_INNLEDNING = (
    "Fyll ut det du vil rapportere. Det du lar stå tomt, blir ikke rapportert.",
    "",
    f"status:           {', '.join(status.navn for status in Rapportstatus)}",
    f"vurdering:        {', '.join(vurdering.navn for vurdering in Vurdering)}",
    "forventet_ferdig: 30.06.2023, juni 2023, 2. kvartal 2023, T1 eller 2023",
    "",
    "Lagre filen og lukk redigeringsprogrammet, så blir rapportene ført inn.",
)
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
    blankt = vist = skriv(_INNLEDNING, [_skjemapost(om, post, periode) for post in poster])
    mappe = Path(tempfile.mkdtemp(prefix="styring-"))
    sti = mappe / "rapporter.yaml"
    while True:
        ny = mappe / "ny.yaml"  # so that what is there is never half written over
        ny.write_bytes(vist.encode("utf-8", "surrogateescape"))
        ny.replace(sti)
        typet = _redigert(sti, er_blankt=vist == blankt)
        if typet == vist != blankt:
            raad = f"Det du skrev, ligger i {sti}. Rett det, og bruk --fra med den filen."
            raise StyringError("det er fortsatt feil i skjemaet, så ingenting er rapportert", raad)
        svar = uten_feil(typet)
        skjema = les(sti.name, svar.encode("utf-8", "surrogateescape"), aar=om.dag.year)
        if not skjema.innmeldinger and not skjema.funn:
            shutil.rmtree(mappe)
            ut("Ingenting er fylt ut, så ingenting er rapportert.\n")
            return
        try:
            Innlevering(om, skjema, periode, av).lever(diff=diff)
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


def _skjemapost(om: Omgivelse, post: Fulgt, periode: str | None) -> Skjemapost:
    linjer = tuple(omtale(om.register, post, periode, om.dag))
    felt = FELT if post.har_runder else ("status", "kommentar")
    return Skjemapost(post.id, post.tittel, linjer, felt=felt)


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
