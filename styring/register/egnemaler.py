"""A municipality's own templates for what is written, in the folder `maler/` beside the data."""

from pathlib import Path

from styring.errors import StyringError
from styring.mappe import kjent_som
from styring.register.lesing import innholdet
from styring.systemfeil import grunn

NAVN = (
    "aar.md",
    "brev.md",
    "forord.md",
    "notat.md",
    "purring.txt",
    "side.html",
    "tertial.md",
    "vedtak.md",
    "virksomhetsplan.md",
)
"""What they may be called. The other templates are parts of ours."""


def les(mappe: Path, navn: str) -> tuple[str, str] | None:
    """A template's text, and its file as people know it; None when there is none.

    Raises StyringError when it cannot be read.
    """
    sti = mappe / "maler" / navn
    if navn not in NAVN or not (sti.is_symlink() or sti.exists()):
        return None
    fil, lest = kjent_som(sti), innholdet(mappe, sti)
    if isinstance(lest, int):
        raise StyringError(f"malen «{fil}» er for stor", "Det er vel ikke en mal?")
    if isinstance(lest, OSError):
        raad = "Se etter at den er en vanlig fil, og at du har lov til å lese den."
        raise StyringError(f"malen «{fil}» kan ikke leses ({grunn(lest)})", raad)
    try:
        return lest.decode("utf-8-sig"), fil
    except UnicodeDecodeError:
        raad = "Lagre den som UTF-8."
        raise StyringError(f"malen «{fil}» er ikke ren tekst", raad) from None


def er_egne(mappe: Path) -> bool:
    """The municipality has templates of its own."""
    return any((mappe / "maler" / navn).exists() for navn in NAVN)


def ubrukte(mappe: Path) -> list[str]:
    """The names of what else is in the folder, by name."""
    try:
        navnene = sorted(sti.name for sti in (mappe / "maler").iterdir())
    except OSError:
        return []
    return [navn for navn in navnene if navn not in NAVN and not navn.startswith(".")]
