"""`python -m docs.kontroll build/nettsted` ends with 1 when a link in the built site is dead.

Pictures, style and scripts must also be the site's own.
"""

import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

_HENTES = {"img", "iframe", "link", "script", "source"}
"""What a browser fetches by itself."""


class _Side(HTMLParser):
    """What a page links to, and what can be linked to in it."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ankre: set[str] = set()
        self.lenker: list[tuple[str, str]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Takes in the id and the links of an element."""
        har = {navn: verdi or "" for navn, verdi in attrs}
        self.ankre |= {har[navn] for navn in ("id", "name") if navn in har}
        self.lenker += [(tag, har[navn]) for navn in ("href", "src") if navn in har]


def feil(nettsted: Path) -> Iterator[str]:
    """What is wrong with each link: the page it stands on, and where it leads."""
    sider = {
        fil: _Side(fil.read_text(encoding="utf-8")) for fil in sorted(nettsted.rglob("*.html"))
    }
    for fil, side in sider.items():
        her = fil.relative_to(nettsted).as_posix()
        for tag, lenke in side.lenker:
            adresse, anker = urldefrag(urljoin(f"/{her}", lenke))
            delt = urlsplit(adresse)
            if delt.netloc or delt.scheme:
                if tag in _HENTES:
                    yield f"{her}: {tag} is fetched from {lenke}"
                continue
            sti = nettsted / unquote(delt.path).lstrip("/")
            sti = sti / "index.html" if sti.is_dir() else sti
            if not sti.exists():
                yield f"{her}: {lenke} is not there"
            elif anker and sti in sider and unquote(anker) not in sider[sti].ankre:
                yield f"{her}: {lenke} has no such heading"


def main() -> None:
    """Says what is wrong."""
    funnet = list(feil(Path(sys.argv[1])))
    sys.exit("\n".join(funnet) or None)


if __name__ == "__main__":
    main()
