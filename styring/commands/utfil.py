"""Files that someone asked for."""

from __future__ import annotations

import errno
from contextlib import suppress
from pathlib import Path
from secrets import token_hex

from styring.errors import StyringError

_GRUNNER = {
    errno.ENOENT: "mappen finnes ikke",
    errno.ENOTDIR: "mappen finnes ikke",
    errno.EISDIR: "det er en mappe",
    errno.EACCES: "du har ikke lov til å skrive der",
    errno.EPERM: "du har ikke lov til å skrive der",
    errno.EROFS: "du har ikke lov til å skrive der",
    errno.ENOSPC: "disken er full",
    errno.EDQUOT: "disken er full",
    errno.ELOOP: "lenken fører til seg selv",
}


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

    A link is followed, and what is no file (a pipe, a device) is written to.
    """
    maal = _maal(sti)
    try:
        if maal.exists() and not maal.is_file():
            maal.write_bytes(innhold)
        else:
            _erstatt(maal, innhold)
    except OSError as feil:
        raise _feil(sti, feil) from None


def lag_mappe(sti: Path) -> None:
    """Makes a folder to write files in, when it is not there. Raises StyringError."""
    try:
        _maal(sti).mkdir(parents=True, exist_ok=True)
    except OSError as feil:
        raise _feil(sti, feil) from None


def _maal(sti: Path) -> Path:
    """Where a path leads. Raises StyringError."""
    # What a ring of links raises, and whether it raises, is for Python's version.
    with suppress(OSError, RuntimeError):
        if not (maal := sti.resolve()).is_symlink():
            return maal
    raise _feil(sti, OSError(errno.ELOOP, ""))


def _erstatt(maal: Path, innhold: bytes) -> None:
    ny = maal.with_name(f".{token_hex(8)}.ny")
    try:
        ny.write_bytes(innhold)
        if maal.exists():
            ny.chmod(maal.stat().st_mode)
        ny.replace(maal)
    except BaseException:
        with suppress(OSError):
            ny.unlink()
        raise


def _feil(sti: Path, feil: OSError) -> StyringError:
    grunn = _GRUNNER.get(feil.errno or 0, f"systemet svarer med feil {feil.errno}")
    return StyringError(f"«{sti}» kan ikke skrives: {grunn}", "Velg et annet sted med --ut.")
