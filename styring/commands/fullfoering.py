"""`styring fullfoering`: the script that teaches a shell our words."""

from styring.cli import gitt
from styring.cli.omgivelse import ut
from styring.errors import WrongUse
from styring.mente import mente

SKALL = ("bash", "zsh", "fish")


def fullfoering(
    skall: str = gitt.argument("SKALL", "bash, zsh eller fish.", lambda: list(SKALL)),
) -> None:
    """Skriv ut skriptet for Tab-fullføring i terminalen. Øverst i det står hvordan det brukes."""
    if skall not in SKALL:
        raise WrongUse(f"skallet «{skall}» støttes ikke", mente(skall, SKALL, "Skallene er"))
    from importlib.resources import files

    ut(files("styring.cli.skallskript").joinpath(f"{skall}.sh").read_text(encoding="utf-8"))
