"""Files that someone asked for, outside the data."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from styring.errors import StyringError


def skriv(sti: Path, innhold: bytes) -> None:
    """Writes a file, whole or not at all, in place of what was there. Raises StyringError."""
    ny = sti.with_name(f".{sti.name}.ny")
    try:
        ny.write_bytes(innhold)
        ny.replace(sti)
    except OSError as feil:
        with suppress(OSError):
            ny.unlink()
        raad = "Se etter skrivefeil i navnet, og at du har lov til å skrive der."
        raise StyringError(f"filen «{sti}» kan ikke skrives: {feil.strerror}", raad) from None
