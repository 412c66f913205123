"""The fields of records as options: what each is called, what Tab offers, what its words mean."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import field, make_dataclass
from datetime import date
from enum import StrEnum
from inspect import Parameter
from typing import Any, NamedTuple, Protocol

from styring import slag as slagene
from styring import slagfelt, tolk, verdi
from styring.cli import fullfoering, gitt
from styring.cli.norsk import FELLES
from styring.errors import WrongUse
from styring.mente import flat, mente
from styring.model.feltform import Feltform, former
from styring.model.kontakt import EllerNavn
from styring.model.tid import Frist
from styring.register.innhold import Register
from styring.slag import Slag

_ANDRES = (*FELLES, "diff", "fjern")
"""What is the option of something else at the commands."""
_OPPTATT = (*_ANDRES, "om", "register", "ider", "under", "med_alt")
"""What is the argument of something else there."""
_METAVAR = {str: "TEKST", float: "TALL", date: "DATO", Frist: "NÅR", dict: "NAVN=VERDI"}


class Innfelt(NamedTuple):
    """A field that people can give, of the class of records that has it."""

    klasse: Any
    navn: str
    form: Feltform
    valget: str
    """What its option is called."""

    @property
    def parameternavn(self) -> str:
        """What it is called as an argument of a function."""
        return f"{self.navn}_" if self.navn in _OPPTATT else self.navn

    def parameter(self, *, maa_med: bool = False) -> Parameter:
        """The option: it must be there where `maa_med` says so."""
        til = slagfelt.viser_til(self.klasse.__name__, self.navn)
        hjelp = slagfelt.feltord(self.klasse.__name__, self.navn).hva
        metavar = _METAVAR.get(self.form.type, "ORD")
        tab: Callable[..., fullfoering.Tilbud] | None = None
        if self.form.er_post:
            metavar = "TEKST"
            hjelp += f" Skriv {_som_linje(self.form.type)}, der det første ikke trenger navn."
        elif til:
            metavar, tab = (til[0].noekkel or til[0].tittel).upper(), fullfoering.av(*til)
        elif issubclass(self.form.type, StrEnum):
            tab = fullfoering.ordene_i(self.form.type)
        if self.form.type is bool:
            return self._parameter(gitt.bryter(self.valget, hjelp), bool)
        if self.form.er_tabell:
            hjelp += " For flere år: «2026=85», og så «2030=90»."
        gjentas = self.form.er_liste or self.form.er_tabell or self.form.type is dict
        valg = gitt.valg(metavar, f"{hjelp} Kan gjentas." if gjentas else hjelp, tab, self.valget)
        if gjentas:
            return self._parameter(valg, list[str] | None)
        return self._parameter(valg, str if maa_med else str | None)

    def _parameter(self, valg: Any, type_: Any) -> Parameter:
        return Parameter(self.parameternavn, Parameter.KEYWORD_ONLY, default=valg, annotation=type_)

    def lest(self, register: Register, dag: date, gitt: Any) -> Any:
        """What was given, as the field holds it; None when nothing was.

        Raises WrongUse or BrokenData.
        """
        les = _Leser(register, dag)
        if gitt is None or gitt is False or gitt == ():
            return None
        if gitt is True:
            return True
        if self.form.type is dict:
            return dict(_navngitt(self.valget, en) for en in gitt)
        if self.form.er_tabell and (len(gitt) > 1 or "=" in gitt[0]):
            par = (_navngitt(self.valget, en) for en in gitt)
            return {navn: verdi.tall(self.valget, tekst) for navn, tekst in par}
        if self.form.er_tabell:
            (gitt,) = gitt
        if not self.form.er_liste:
            return les.en(self.klasse, self.navn, self.form, self.valget, gitt)
        alle = [les.en(self.klasse, self.navn, self.form, self.valget, en) for en in gitt]
        if not self.form.er_post:
            return tuple(dict.fromkeys(alle))
        if not EllerNavn.er(self.klasse, self.navn):
            return alle  # as a list, they come behind those that are there
        foerste = next(iter(former(self.form.type)))
        return alle[0][foerste] if len(alle) == 1 and [*alle[0]] == [foerste] else tuple(alle)


def innfelt(slag: Iterable[Slag[Any]]) -> tuple[Innfelt, ...]:
    """The fields of some kinds, each once; not lists of records with commands of their own."""
    alle: dict[str, Innfelt] = {}
    for ett in slag:
        for felt in felt_i(ett.klasse, ett.gruppe):
            alle.setdefault(felt.navn, felt)
    return tuple(alle.values())


def felt_i(klasse: Any, gruppe: str) -> Iterator[Innfelt]:
    """The same of a class of records."""
    for navn, form in former(klasse).items():
        if slagene.slag_av(form.type) is None:
            ord_ = f"{gruppe}-{navn}" if navn in _ANDRES else navn
            yield Innfelt(klasse, navn, form, f"--{ord_.replace('_', '-')}")


class Resten(Protocol):
    """The fields that a command has no options of its own for."""

    def felt(self, register: Register, dag: date) -> dict[str, Any]:
        """What was given, None where nothing was. Raises WrongUse or BrokenData."""


def resten(slag: Iterable[Slag[Any]], uten: Iterable[str]) -> Any:
    """A set of options for the fields of some kinds, without those of these names."""
    felter = [felt for felt in innfelt(slag) if felt.navn not in uten]
    valgene = [felt.parameter() for felt in felter]

    def felt(gitte: Any, register: Register, dag: date) -> dict[str, Any]:
        par = ((en, getattr(gitte, en.parameternavn)) for en in felter)
        return {en.navn: en.lest(register, dag, gitt) for en, gitt in par}

    feltene = [(en.name, en.annotation, field(default=en.default)) for en in valgene]
    return make_dataclass("Resten", feltene, frozen=True, namespace={"felt": felt})


class _Leser(NamedTuple):
    """What words mean, on a day."""

    register: Register
    dag: date

    def en(self, klasse: Any, navn: str, form: Feltform, valget: str, tekst: str) -> Any:
        """What the words of one value mean. Raises WrongUse or BrokenData."""
        ren = verdi.tekst(valget, tekst)
        assert ren is not None
        if form.er_post:
            return self._post(form.type, valget, ren)
        if til := slagfelt.viser_til(klasse.__name__, navn):
            return tolk.id_til(tolk.av(*til), self.register, ren)
        if issubclass(form.type, StrEnum):
            tittel = slagfelt.feltord(klasse.__name__, navn).tittel.lower()
            return verdi.ordet(ren, form.type, tittel, "Ordene er")
        if form.type is float:
            return verdi.tall(valget, ren)
        if form.type is Frist:
            return verdi.frist(valget, ren, self.dag.year)
        if form.type is date:
            return verdi.dato(valget, ren, self.dag.year)
        return ren

    def _post(self, klasse: Any, valget: str, tekst: str) -> dict[str, Any]:
        """A record that is written in one line."""
        finnes = dict(_i_linje(klasse))
        gitte: dict[str, str] = {}
        for del_ in tekst.split(","):
            navn, er, bak = del_.partition("=")
            kjent = (
                next((en for en in finnes if flat(en) == flat(navn.strip())), None) if er else None
            )
            if kjent:
                gitte[kjent] = bak.strip()
            elif er and re.fullmatch(r"\s*[a-zæøå_.]+\s*", navn):
                raad = mente(navn.strip(), finnes, "Det som kan stå der, er")
                raise WrongUse(f"{valget}: «{navn.strip()}» er ukjent", raad)
            elif [*gitte] == [*finnes][: len(gitte)] and len(gitte) < len(finnes):
                gitte[[*finnes][len(gitte)]] = del_.strip()
            else:
                siste = [*gitte][-1]
                gitte[siste] += f",{del_.rstrip()}"
        nytt: dict[str, Any] = {}
        for navn, (eier, form) in finnes.items():
            if navn in gitte:
                *over, felt = navn.split(".")
                inni = nytt
                for steg in over:
                    inni = inni.setdefault(steg, {})
                inni[felt] = self.en(eier, felt, form, f"{valget} {navn}", gitte[navn])
        return nytt


def _i_linje(klasse: Any, foran: str = "") -> Iterator[tuple[str, tuple[Any, Feltform]]]:
    """The fields of a record that is written in one line, by name, with the class that has each."""
    for navn, form in former(klasse).items():
        if form.er_post and not form.er_liste:
            yield from _i_linje(form.type, f"{foran}{navn}.")
        elif form.type is not dict and not form.er_liste:
            yield f"{foran}{navn}", (klasse, form)


def _som_linje(klasse: Any) -> str:
    return f"«{', '.join(f'{navn}=…' for navn, _ in _i_linje(klasse))}»"


def _navngitt(valget: str, tekst: str) -> tuple[str, str]:
    navn, er, bak = (verdi.tekst(valget, tekst) or "").partition("=")
    if not (er and navn.strip() and bak.strip()):
        raise WrongUse(f"{valget}: «{tekst[:40]}» mangler navn eller verdi", "Skriv «navn=verdi».")
    return navn.strip(), bak.strip()
