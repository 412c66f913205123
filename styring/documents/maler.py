"""Templates: a document from what it is to say."""

import re
import traceback
from contextlib import nullcontext
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any, Protocol

from jinja2 import (
    FunctionLoader,
    StrictUndefined,
    TemplateNotFound,
    TemplateSyntaxError,
    UndefinedError,
)
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from styring.documents.dokument import Dokument
from styring.documents.grenser import grenser
from styring.documents.utfylling import ferdig, som_tekst
from styring.errors import StyringError
from styring.mappe import kjent_som
from styring.mente import mente
from styring.model.tidsform import dag_med_ord
from styring.register import egnemaler as maler
from styring.register.innhold import Register
from styring.tegn import ufarlig

_RAAD = "Rett malen, eller gi den et annet navn. Da brukes den som følger med."


class Innhold(Protocol):
    """What a template gets: plain texts and numbers by name, and nothing of the register."""

    def _asdict(self) -> dict[str, Any]:
        """All of it by name."""


def dokument(
    register: Register,
    mal: str,
    tittel: str,
    dag: date,
    *innhold: Innhold,
    er_status: bool = False,
) -> Dokument:
    """A document of a template, the municipality's own before ours.

    Beside what it is to say, a template gets `tittel`, which it begins with, `kommune`, the name,
    and `dag`, the day that it tells of, in words. Raises StyringError for a template of theirs that
    cannot be filled in, saying where.
    """
    mappe, kommune = register.mappe, register.kommune.navn or ""
    navn = {"tittel": tittel, "kommune": kommune, "dag": dag_med_ord(dag)}
    for del_ in innhold:
        navn |= del_._asdict()
    # Autoescaping leaves alone what is Markup, which `som_tekst` has made of every value.
    miljoe = _miljoe(mappe, finalize=som_tekst)
    tekst = _fylt(mappe, miljoe, mal, navn)
    hode = (ufarlig(tittel), ufarlig(kommune))  # which no template escapes
    return Dokument(*hode, dag, mappe, ferdig(tekst), er_status)


def side(mappe: Path, navn: dict[str, Any]) -> str:
    """The page around a document. Raises StyringError as `dokument` does."""
    return _fylt(mappe, _miljoe(mappe), "side.html", navn)


def tekst(mappe: Path, mal: str, innhold: Innhold) -> str:
    """Plain text of a template, the municipality's own before ours. Raises as `dokument` does."""
    fylt = _fylt(mappe, _miljoe(mappe, finalize=_som_det_er), mal, innhold._asdict())
    linjer = (ufarlig(linje).rstrip() for linje in fylt.splitlines())
    return re.sub(r"\n{3,}", "\n\n", "\n".join(linjer)).strip("\n") + "\n"


def _som_det_er(verdi: object) -> Markup:
    """A value on one line, as it is; what a template made of values stays so."""
    return verdi if isinstance(verdi, Markup) else Markup(ufarlig(str(verdi)))


class _Miljoe(ImmutableSandboxedEnvironment):
    """Templates come with the data, so they see only what they are given."""

    intercepted_binops = frozenset({"**"})

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Nothing that can stop it comes between in the making of a huge number."""
        raise SecurityError("«**» kan ikke brukes her")

    def compile(self, source: Any, name: Any = None, filename: Any = None, *args: Any) -> Any:
        """Raises StyringError for a template of theirs that cannot be understood, saying where."""
        try:
            return super().compile(source, name, filename, *args)
        except Exception as feil:  # Jinja tells of some faults with no file, and Python of some
            if filename is None:
                raise
            linje, hva = 1, "malen er for innfløkt"
            if isinstance(feil, TemplateSyntaxError):
                linje, hva = feil.lineno, f"malen er ikke skrevet riktig: {feil.message}"
            elif isinstance(feil, TimeoutError | MemoryError):
                hva = _melding(feil)
            raise StyringError(f"{filename}:{linje}: {hva}", _RAAD) from None


def _miljoe(mappe: Path, **valg: Any) -> _Miljoe:
    return _Miljoe(
        loader=FunctionLoader(lambda navn: _hent(mappe, navn)),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        **valg,
    )


def _hent(mappe: Path, navn: str) -> tuple[str, str | None, None] | None:
    """A template's text, and its file when it is the municipality's own."""
    if not re.fullmatch(r"\w[\w-]*\.(?:md|html|txt)", navn):
        return None
    if egen := maler.les(mappe, navn):
        return (*egen, None)
    try:
        vaar = files("styring.documents").joinpath("maler", navn).read_text(encoding="utf-8")
    except FileNotFoundError:
        return None
    return vaar, None, None


def _fylt(mappe: Path, miljoe: _Miljoe, mal: str, navn: dict[str, Any]) -> str:
    try:
        with grenser() if maler.er_egne(mappe) else nullcontext():
            return miljoe.get_template(mal).render(navn)
    except StyringError:
        raise
    except Exception as feil:  # whatever a template of theirs comes to do
        sted = _linje_i_malen(feil) or _stoppet(mappe, miljoe, feil)
        if sted is None:
            raise
        raise StyringError(f"{sted}: {_melding(feil)}", _mente(feil, navn), _RAAD) from None


def _linje_i_malen(feil: Exception) -> str | None:
    """File and line of the municipality's own template; None when it is not to blame."""
    rammer = traceback.extract_tb(feil.__traceback__)
    steder = (f"{r.filename}:{r.lineno}" for r in reversed(rammer) if _er_mal(r.filename))
    return next(steder, None)


def _stoppet(mappe: Path, miljoe: _Miljoe, feil: Exception) -> str | None:
    """A template of theirs, when a limit was passed where ours took what came from it.

    Their folder, when it was passed where one of them was read.
    """
    if not isinstance(feil, TimeoutError | MemoryError):
        return None
    brukte = (str(mal.filename) for mal in (miljoe.cache or {}).values())
    return next(filter(_er_mal, brukte), kjent_som(mappe / "maler"))


def _er_mal(fil: str) -> bool:
    return fil.endswith((".md", ".html", ".txt"))


def _melding(feil: Exception) -> str:
    if ukjent := _ukjent(feil):
        return f"finner ikke noe her som heter «{ukjent}»"
    if isinstance(feil, TemplateNotFound):
        return f"finner ingen mal som heter «{feil.name}»"
    if isinstance(feil, RecursionError):
        return "malen henter inn seg selv"
    if isinstance(feil, TimeoutError):
        return "malen blir aldri ferdig"
    if isinstance(feil, MemoryError):
        return "malen krever for mye minne"
    return f"malen kan ikke fylles ut: {feil}"


def _mente(feil: Exception, navn: dict[str, Any]) -> str | None:
    if str(feil).endswith("is undefined") and (ukjent := _ukjent(feil)):
        return mente(ukjent, navn, "Det som finnes, er")
    return None


def _ukjent(feil: Exception) -> str | None:
    """The name that a template asks for in vain."""
    if not isinstance(feil, UndefinedError):
        return None
    funnet = re.search("'([^']*)'(?: is undefined)?$", str(feil))
    return funnet[1] if funnet else None
