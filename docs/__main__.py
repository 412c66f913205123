"""`python -m docs` makes the reference and the pictures, beside the pages that people write."""

import shutil

from docs import bilder, datafiler, kommandoer, kontrakt, regler
from docs.sti import BILDER, REFERANSE

REFERANSE_SIDER = {
    "kommandoer.md": kommandoer.side,
    "regler.md": regler.side,
    "datafiler.md": datafiler.side,
    "json.md": kontrakt.side,
}


def main() -> None:
    """Makes all of it anew."""
    for mappe, filer in (
        (REFERANSE, {navn: lag() for navn, lag in REFERANSE_SIDER.items()}),
        (BILDER, {f"{navn}.svg": bilder.bilde(navn) for navn in bilder.KOMMANDOER}),
    ):
        shutil.rmtree(mappe, ignore_errors=True)
        mappe.mkdir(parents=True)
        for navn, tekst in filer.items():
            (mappe / navn).write_text(tekst, encoding="utf-8")


if __name__ == "__main__":
    main()
