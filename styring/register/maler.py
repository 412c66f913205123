"""A municipality's own templates for documents, in the folder `maler/` beside the data."""

from __future__ import annotations

from pathlib import Path

from styring.errors import StyringError
from styring.register.mappe import vist


def les(mappe: Path, navn: str) -> tuple[str, str] | None:
    """A template's text, and its file as people know it; None when there is none.

    `navn` is a file's name, with no folder in it. Raises StyringError when it cannot be read.
    """
    sti = mappe / "maler" / navn
    if not sti.is_file():
        return None
    fil = vist(sti)
    try:
        return sti.read_bytes().decode("utf-8-sig"), fil
    except OSError as feil:
        raad = "Se etter at du har lov til å lese den."
        raise StyringError(f"malen «{fil}» kan ikke leses (feil {feil.errno})", raad) from None
    except UnicodeDecodeError:
        raad = "Lagre den som UTF-8."
        raise StyringError(f"malen «{fil}» er ikke ren tekst", raad) from None
