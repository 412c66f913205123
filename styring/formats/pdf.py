"""A document as PDF, tagged for those who have it read aloud (PDF/UA-1)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from importlib.resources import files
from typing import TYPE_CHECKING
from unicodedata import category, normalize

from styring.documents.dokument import Dokument
from styring.errors import StyringError
from styring.formats.commonmark import HELT, leser
from styring.formats.format import Format, Skrevet
from styring.formats.skjerm import Skjerm
from styring.tegn import UKJENT, ufarlig

if TYPE_CHECKING:
    from markdown_it.token import Token
    from markdown_it.tree import SyntaxTreeNode
    from typst import Compiler

_LANGT_ORD = 20
"""A word of so many characters may be divided."""
_LENGSTE = 8
"""So many of the longest words of a column, one is the widest."""
_DEL = re.compile(rf"[(«]*(?:{HELT.pattern})[).,:;»]*|[^ \n-]+-?")
_LENKE = re.compile(r"(?i:https?://|mailto:)\S{1,2000}")
_SKRIFTLOES = re.compile(r'^error: PDF/UA-1 error: the text `"(.+)"` could not be disp', re.M)
"""What Typst says of text that no font has, spelled as in a string of its own."""
_LATINSK = 0x250
"""Every letter before it is there."""
_VARIANT = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")


def dokument(visning: Dokument, skjerm: Skjerm) -> Skrevet:
    """The same bytes for the same document. Raises StyringError."""
    try:
        from typst import Compiler, Fonts, TypstError
    except ImportError:
        raad = "Installer den med: pip install 'styring[pdf]'"
        raise StyringError("pakken «typst», som lager PDF, er ikke installert", raad) from None

    typst = Compiler(font_paths=Fonts(include_system_fonts=False), ignore_system_fonts=True)
    kilde = _kilde(visning)
    uvist = _uten_skrift(typst, kilde) if any(map(_er_merke, {*kilde})) else set[str]()
    kilde = _erstattet(kilde, uvist)
    while True:
        try:
            pdf = typst.compile(kilde.encode(), format="pdf", pdf_standards="ua-1")
        except TypstError as feil:
            uten_skrift = _ukjente(feil.diagnostic) - uvist
            # What stands under a mark is named with it, and may be there without it.
            uten_skrift = set(filter(_er_merke, uten_skrift)) or uten_skrift
            kilde = _erstattet(kilde, uten_skrift)
            uvist |= uten_skrift
            if not uten_skrift:
                raise StyringError(
                    f"«{visning.tittel}» kan ikke skrives som PDF",
                    f"Programmet som lager PDF, svarer: {feil.message}.",
                    "Velg et annet format, for eksempel HTML.",
                ) from None
        else:
            assert isinstance(pdf, bytes)
            return Skrevet(pdf, _merknad(sorted(e for e in uvist if UKJENT in map(_vist, e))))


def _merknad(uvist: Sequence[str]) -> str | None:
    """Which signs a box stands for."""
    if not uvist:
        return None
    tegn = ", ".join(f"{ett} ({' '.join(f'U+{ord(t):04X}' for t in ett)})" for ett in uvist)
    return f"{len(uvist)} tegn finnes ikke i skriften, og er skrevet som «{UKJENT}»: {tegn}."


def _uten_skrift(typst: Compiler, kilde: str) -> set[str]:
    """The signs that no font has, each tried by itself.

    Where several are shown as one, Typst is silent of those it lacks when it has another of them.
    """
    from typst import TypstError

    alene = (en for en in sorted({*kilde}) if ord(en) >= _LATINSK and not _er_merke(en))
    avsnitt = "".join(f"#par[#{_streng(tegn)}]" for tegn in alene)
    try:
        typst.compile(f'#set document(title: "a")\n{avsnitt}'.encode(), pdf_standards="ua-1")
    except TypstError as feil:
        return _ukjente(feil.diagnostic)
    return set()


def _kilde(dokument: Dokument) -> str:
    """The document in Typst: how it looks, and then what it says."""
    from markdown_it.tree import SyntaxTreeNode

    tekst = _indre(SyntaxTreeNode(_overskrifter(leser().parse(dokument.tekst))))
    dag = dokument.dag
    felt = ", ".join(
        (
            *map(_streng, (dokument.tittel, dokument.avsender, dokument.datering)),
            f"datetime(year: {dag.year}, month: {dag.month}, day: {dag.day})",
        )
    )
    stil = files(__package__).joinpath("pdf.typ").read_text(encoding="utf-8")
    return f"{stil}\n#show: dokument.with({felt})\n{tekst}"


def _overskrifter(tokens: Sequence[Token]) -> list[Token]:
    """Without headings that say nothing, and without jumps between levels: PDF/UA has neither."""
    ut = list(tokens)
    nivaa = 0
    for nummer in reversed([n for n, token in enumerate(tokens) if token.type == "heading_open"]):
        if not any(del_.content.strip() for del_ in tokens[nummer + 1].children or ()):
            del ut[nummer : nummer + 3]
    for token in ut:
        if token.type == "heading_open":
            nivaa = min(int(token.tag[1]), nivaa + 1)
            token.tag = f"h{nivaa}"
    return ut


def _typst(node: SyntaxTreeNode) -> str:
    """A part of the text. All that is not ours stands in strings, so none of it can be markup."""
    match node.type:
        case "text":
            return "".join(_stykker(node.content))
        case "softbreak":
            return '#" "'
        case "hardbreak":
            return "#linebreak()"
        case "em":
            return f"#emph[{_indre(node)}]"
        case "strong":
            return f"#strong[{_indre(node)}]"
        case "code_inline":
            return f"#raw({_streng(node.content)})"
        case "code_block" | "fence":
            return f"#raw(block: true, {_streng(node.content.rstrip())})"
        case "link" if _LENKE.fullmatch(str(node.attrs["href"])) and _ren(node).strip():
            return f"#link({_streng(str(node.attrs['href']))})[{_indre(node)}]"
        case "paragraph" if node.next_sibling and node.next_sibling.type == "table":
            return f"#block(sticky: true)[#par[{_indre(node)}]]"  # leads up to the table
        case "paragraph" if not node.hidden:
            return f"#par[{_indre(node)}]"
        case "heading":
            return f"#heading(level: {node.tag[1]})[{_indre(node)}]"
        case "blockquote":
            return f"#quote[{_indre(node)}]"
        case "bullet_list":
            return f"#list({_punkter(node)})"
        case "ordered_list":
            start = node.attrs.get("start", 1)
            return f'#enum(start: {start}, numbering: "1{node.markup}", {_punkter(node)})'
        case "hr":
            return "#linje"
        case "table":
            return _tabell(node)
        case _:  # what has no form of its own here: its text
            return _indre(node)


def _indre(node: SyntaxTreeNode) -> str:
    return "".join(map(_typst, node.children))


def _punkter(liste: SyntaxTreeNode) -> str:
    tett = all(avsnitt.hidden for punkt in liste.children for avsnitt in punkt.children)
    return ", ".join([f"tight: {str(tett).lower()}", *(f"[{_indre(p)}]" for p in liste.children)])


def _stykker(tekst: str) -> Iterator[str]:
    """Text, with what stands on one line by itself."""
    ute = 0
    for funn in HELT.finditer(tekst):
        if foer := tekst[ute : funn.start()]:
            yield f"#{_streng(foer)}"
        yield f"#box({_streng(funn[0])})"
        ute = funn.end()
    if resten := tekst[ute:]:
        yield f"#{_streng(resten)}"


def _tabell(tabell: SyntaxTreeNode) -> str:
    rader = [rad.children for del_ in tabell.children for rad in del_.children]
    sider = (str(celle.attrs.get("style", "")).rpartition(":")[2] or "left" for celle in rader[0])
    ordene = (
        _flere((_ordene([hode]), _ordene(celler))) for hode, *celler in zip(*rader, strict=True)
    )
    celler = (_flere(f"[{_indre(celle)}]" for celle in rad) for rad in rader)
    return f"#tabell{_flere((_flere(sider), _flere(ordene), *celler))}"


def _ordene(celler: Iterable[SyntaxTreeNode]) -> str:
    """The longest of what stands on one line in some cells. A long word may be divided."""
    alle = {del_ for celle in celler for del_ in _DEL.findall(_ren(celle))}
    ordene = {del_ if " " in del_ else del_[:_LANGT_ORD] for del_ in alle}
    return _flere(map(_streng, sorted(ordene, key=lambda ord_: (len(ord_), ord_))[-_LENGSTE:]))


def _flere(deler: Iterable[str]) -> str:
    """An array in Typst, or the arguments of a call."""
    return f"({''.join(f'{del_}, ' for del_ in deler)})"


def _ren(node: SyntaxTreeNode) -> str:
    """The text of a part alone."""
    if node.type == "softbreak":
        return " "
    return "".join(map(_ren, node.children)) if node.children else node.content


def _streng(tekst: str) -> str:
    """A string in Typst, of lines in which nothing acts without being seen."""
    rent = normalize("NFC", "\n".join(map(ufarlig, tekst.split("\n"))))
    return '"{}"'.format(rent.replace("\\", r"\\").replace('"', r"\""))


def _ukjente(diagnose: str) -> set[str]:
    r"""The texts that Typst says that no font has, which it spells as `\u{1f389}`."""
    funnet = _SKRIFTLOES.findall(diagnose)
    return {re.sub(r"\\u\{(\w+)\}", lambda kode: chr(int(kode[1], 16)), en) for en in funnet}


def _erstattet(kilde: str, ukjente: Iterable[str]) -> str:
    """A source where a box stands for each sign that no font has."""
    for tekst in sorted(ukjente, key=lambda tekst: (-len(tekst), tekst)):
        kilde = kilde.replace(tekst, "".join(map(_vist, tekst)))
    return kilde


def _er_merke(tekst: str) -> bool:
    return all(category(tegn) in ("Cf", "Mc", "Me", "Mn") for tegn in tekst)


def _vist(tegn: str) -> str:
    """Nothing for what only says how the sign before it is to look."""
    return "" if category(tegn) == "Cf" or _VARIANT.match(tegn) else UKJENT


FORMAT = Format({"dokument": dokument}, (".pdf",), er_tekst=False)
