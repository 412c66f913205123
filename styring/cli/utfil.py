"""Files that someone asked for."""

import errno
import os
from contextlib import suppress
from pathlib import Path
from secrets import token_hex

from styring.change import disk
from styring.errors import StyringError
from styring.systemfeil import grunn

_ENHETER = Path("/dev")


def krev_utenfor(sti: Path, data: Path) -> None:
    """Raises StyringError for a path that leads into the data folder."""
    maal = _maal(sti)
    for mappe in (maal, *maal.parents):
        with suppress(OSError):  # what is not there yet
            if mappe.samefile(data):
                raad = "Velg et annet sted med --ut: datamappen er for dataene."
                raise StyringError(f"«{sti}» er i datamappen", raad)


def skriv(sti: Path, innhold: bytes) -> None:
    """Writes a file, whole or not at all, in place of what was there. Raises StyringError.

    What is no file (a pipe, a device) is written to. A link to a file is not followed unless it is
    above where the user stands: it may have come with a repository, and they can name its goal.
    """
    er_enhet = _ENHETER in sti.parents  # whose links, as /dev/stdout, are the system's own
    maal = sti if er_enhet else _maal(sti)
    if not er_enhet:
        _krev_uten_lenke(sti, maal)
    try:
        if er_enhet or (maal.exists() and not maal.is_file()):
            maal.write_bytes(innhold)
        else:
            _erstatt(maal, innhold)
    except OSError as feil:
        raise feil_for(sti, feil) from None


def lag_mappe(sti: Path) -> None:
    """Makes a folder to write files in, when it is not there. Raises StyringError."""
    maal = _maal(sti)
    _krev_uten_lenke(sti, maal)
    try:
        maal.mkdir(parents=True, exist_ok=True)
    except OSError as feil:
        raise feil_for(sti, feil) from None


def _krev_uten_lenke(sti: Path, maal: Path) -> None:
    ledd = (sti,) if sti.is_absolute() else (sti, *sti.parents)
    lenke = next((en for en in ledd if os.path.islink(en)), None)  # noqa: PTH114 - raises nothing
    if lenke is not None and (maal.is_file() or maal.is_dir() or not maal.exists()):
        raise StyringError(f"«{lenke}» er en lenke", f"Er det dit den fører, skriv --ut {maal}")


def _maal(sti: Path) -> Path:
    """Where a path leads. Raises StyringError."""
    try:
        maal = sti.resolve()
        er_ring = maal.is_symlink()
    except OSError as feil:
        raise feil_for(sti, feil) from None
    except RuntimeError:  # what a ring of links raises in some versions of Python
        er_ring = True
    if er_ring:
        raise feil_for(sti, OSError(errno.ELOOP, ""))
    return maal


def _erstatt(maal: Path, innhold: bytes) -> None:
    ny = maal.with_name(f".{token_hex(8)}.ny")
    try:
        if maal.exists():
            disk.write(ny, innhold, maal)
        else:
            disk.create(ny, innhold)
        ny.replace(maal)
    except BaseException:
        with suppress(OSError):
            ny.unlink()
        raise


def feil_for(sti: Path, feil: OSError) -> StyringError:
    """What is said of a file that cannot be written."""
    melding = f"«{sti}» kan ikke skrives: {grunn(feil, skriver=True)}"
    return StyringError(melding, "Velg et annet sted med --ut.")
