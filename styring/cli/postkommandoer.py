"""`ny`, `endre` and `fjern` of the kinds in a group of commands, made of their descriptions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from inspect import Parameter, Signature
from typing import Any

from styring import slag as slagene
from styring import slagfelt, tolk, verdi
from styring.actions import feltverdier, fjerning, poster
from styring.actions.handling import Handling, samlet
from styring.cli import fullfoering, gitt, valg
from styring.cli.feltendring import felt_og_fjernes
from styring.cli.innfelt import felt_i, innfelt
from styring.cli.omgivelse import Omgivelse
from styring.errors import WrongUse
from styring.mente import flat, mente, ramse
from styring.model.post import noedvendige
from styring.register.innhold import Register
from styring.register.sammenheng import eiere
from styring.slag import LOKALE, Filslag, Slag

Funksjon = Callable[..., Handling]


def ny(slag: Sequence[Slag[Any]]) -> Funksjon:
    """A new record of one of some kinds: which, is told by what it is to be under."""
    felter = innfelt(slag)
    foerste, er_ett = slag[0], len(slag) == 1
    over = _over(slag)
    if foerste in LOKALE:
        hode = [_vei_til(foerste)[0], *_videre(foerste)[:-1]]
        resten = felter
    else:
        hjelp = slagfelt.feltord(foerste.klassenavn, foerste.tittel).hva
        hode = [_argument("hva", gitt.argument(foerste.tittel.upper(), hjelp), str)]
        resten = tuple(felt for felt in felter if felt.navn != foerste.tittel)
        if over:
            hode.append(_under(over, maa_med=er_ett))
    kreves = set(noedvendige(foerste.klasse)) - {foerste.noekkel} if er_ett else set()
    if er_ett and foerste in LOKALE:
        kreves.add(foerste.noekkel)

    def ny(om: Omgivelse, register: Register, **gitte: Any) -> Handling:
        felt = {en.navn: en.lest(register, om.dag, gitte[en.parameternavn]) for en in resten}
        if foerste in LOKALE:
            under, ett = _den_over(register, foerste, gitte), foerste
        else:
            under = _slaa_opp(register, over, gitte["under"]) if over else None
            ett = _slaget(slag, under, [navn for navn, en in felt.items() if en is not None])
        if "hva" in gitte:
            felt[ett.tittel] = verdi.tekst("tittelen", gitte["hva"])
        finnes = {en.navn for en in innfelt((ett,))}
        if fremmede := [
            en.valget for en in resten if felt[en.navn] is not None and en.navn not in finnes
        ]:
            raise WrongUse(f"{ett.en} har ikke {ramse(fremmede, 'eller')}")
        return poster.ny(register, ett, {n: v for n, v in felt.items() if n in finnes}, under)

    valgene = [felt.parameter(maa_med=felt.navn in kreves) for felt in resten]
    return _med(ny, [*hode, *sorted(valgene, key=_kan_utelates)])


def endre(slag: Sequence[Slag[Any]]) -> Funksjon:
    """Fields of records of some kinds, those that were given or are to be taken away."""
    felter = innfelt(slag)

    def endre(om: Omgivelse, register: Register, fjern: list[str] | None, **gitte: Any) -> Handling:
        valgte = _valgte(register, slag, gitte)
        lest = {en.navn: en.lest(register, om.dag, gitte[en.parameternavn]) for en in felter}
        handlinger = []
        for post in valgte:
            plass = poster.stedet(register, post)
            endringer = felt_og_fjernes(lest, fjern)
            selv, kalt = getattr(post, "selv", post), slagene.id_til(post)
            if slag[0] in LOKALE:
                kalt = f"{slag[0].entall.capitalize()} {kalt}"
            endret = feltverdier.endre(plass, selv, kalt, *endringer)
            handlinger.append(endret._replace(ider=(slagene.id_til(plass.post),)))
        return samlet(handlinger)

    fjern = _argument("fjern", valg.FJERN, list[str] | None)
    return _med(endre, [*_hvilke(slag), *(felt.parameter() for felt in felter), fjern])


def endre_fil(fil: Filslag[Any]) -> Funksjon:
    """Fields of what there is one of, which has a file of its own."""
    felter = tuple(felt_i(fil.klasse, fil.navn))

    def endre(om: Omgivelse, register: Register, fjern: list[str] | None, **gitte: Any) -> Handling:
        lest = {en.navn: en.lest(register, om.dag, gitte[en.parameternavn]) for en in felter}
        plass, selv = poster.filen(register, fil)
        return feltverdier.endre(plass, selv, f"{fil.navn}.yaml", *felt_og_fjernes(lest, fjern))

    fjern = _argument("fjern", valg.FJERN, list[str] | None)
    return _med(endre, [*(felt.parameter() for felt in felter), fjern])


def fjern(slag: Sequence[Slag[Any]]) -> Funksjon:
    """Records of some kinds taken away."""

    def fjern(om: Omgivelse, register: Register, med_alt: bool, **gitte: Any) -> Handling:
        return fjerning.fjern(register, _valgte(register, slag, gitte), med_alt=med_alt)

    hjelp = "Ta også bort det som er under, og det som viser dit."
    return _med(
        fjern, [*_hvilke(slag), _argument("med_alt", gitt.bryter("--med-alt", hjelp), bool)]
    )


def _med(funksjon: Funksjon, valgene: Sequence[Parameter]) -> Funksjon:
    """A function as if it had been written with these arguments and options."""
    foerst = [
        Parameter("om", Parameter.KEYWORD_ONLY, annotation=Omgivelse),
        Parameter("register", Parameter.KEYWORD_ONLY, annotation=gitt.Register),
    ]
    signatur = Signature([*foerst, *valgene], return_annotation=gitt.Handling)
    funksjon.__signature__ = signatur  # type: ignore[attr-defined]
    return funksjon


def _argument(navn: str, valget: Any, type_: Any) -> Parameter:
    return Parameter(navn, Parameter.KEYWORD_ONLY, default=valget, annotation=type_)


def _kan_utelates(param: Parameter) -> bool:
    return param.annotation is not str


def _over(slag: Sequence[Slag[Any]]) -> tuple[Slag[Any], ...]:
    """The kinds that one of some can be under."""
    return tuple(dict.fromkeys(over for ett in slag for over in eiere(ett)))


def _under(over: Sequence[Slag[Any]], *, maa_med: bool) -> Parameter:
    hvor = ramse(dict.fromkeys(ett.en for ett in over), "eller")
    hjelp = f"Det som det er under: {hvor}."
    navn = "--under" if len(over) > 1 else f"--{over[0].navn}"
    valget = gitt.valg(
        (over[0].noekkel or over[0].tittel).upper(), hjelp, fullfoering.av(*over), navn
    )
    return _argument("under", valget, str if maa_med else str | None)


def _slaa_opp(register: Register, slag: Sequence[Slag[Any]], ord_: str | None) -> Any:
    return None if ord_ is None else tolk.entydig(register, tolk.blant(*slag)(register, ord_))


def _slaget(slag: Sequence[Slag[Any]], under: Any, felt: Iterable[str]) -> Slag[Any]:
    """The kind of what has these fields and is right below a record, or below none.

    Of several it is what there is some of there, else the nearest.
    """
    hos = None if under is None else slagene.slag_til(under)
    kan = [ett for ett in slag if (hos in eiere(ett) if hos else not eiere(ett))]
    kan.sort(key=lambda ett: not getattr(under, ett.liste, ()))
    har = (ett for ett in kan if set(felt) <= {en.navn for en in innfelt((ett,))})
    return next(har, kan[0])


def _hvilke(slag: Sequence[Slag[Any]]) -> Iterator[Parameter]:
    """What says which records are meant."""
    if slag[0] in LOKALE:
        yield _vei_til(slag[0])[0]
        yield from _videre(slag[0])
        return
    en = ramse((ett.en for ett in slag), "eller")
    hjelp = f"{en.capitalize()}, eller flere. En id kan forkortes."
    argument = gitt.argument("ID...", hjelp, fullfoering.av(*slag))
    yield _argument("ider", argument, list[str])


def _valgte(register: Register, slag: Sequence[Slag[Any]], gitte: dict[str, Any]) -> list[Any]:
    """The records that are meant."""
    if slag[0] not in LOKALE:
        return [
            tolk.entydig(register, en)
            for en in tolk.flere(tolk.blant(*slag), register, gitte["ider"])
        ]
    return [_den(register, slag[0], gitte)]


def _vei(slag: Slag[Any]) -> tuple[Slag[Any], ...]:
    """The kinds from the one that has an id, down to one that is known only within it."""
    return (slag,) if slag not in LOKALE else (*_vei(eiere(slag)[-1]), slag)


def _vei_til(slag: Slag[Any]) -> tuple[Parameter, Slag[Any]]:
    oeverst = _vei(slag)[0]
    hjelp = f"{oeverst.en.capitalize()}. En id kan forkortes."
    return _argument("hos", gitt.argument("ID", hjelp, fullfoering.av(oeverst)), str), oeverst


def _videre(slag: Slag[Any]) -> list[Parameter]:
    """An option for each kind on the way, which is not needed where there is only one."""
    hjelp = {ett: f"Hvilken {ett.entall}, når det er flere." for ett in _vei(slag)[1:]}
    valgene = {
        ett: gitt.valg(ett.noekkel.upper(), sagt, navn=f"--{ett.navn}")
        for ett, sagt in hjelp.items()
    }
    return [_argument(f"den_{ett.navn}", en, str | None) for ett, en in valgene.items()]


def _den_over(register: Register, slag: Slag[Any], gitte: dict[str, Any]) -> Any:
    """What a new one is to be put in."""
    return _den(register, slag, gitte, er_ny=True)


def _den(register: Register, slag: Slag[Any], gitte: dict[str, Any], *, er_ny: bool = False) -> Any:
    """The record that is meant, down from what has an id; what a new one is in. Raises WrongUse.

    What need not be on the way, as a number need not be of a part, is there when it is said.
    """
    vei = _vei(slag)
    post = _slaa_opp(register, vei[:1], gitte["hos"])
    for over, ett, neste in zip(vei, vei[1:], (*vei[2:], None), strict=False):
        if er_ny and neste is None:
            break
        if gitte[f"den_{ett.navn}"] is None and neste and over in eiere(neste):
            continue
        alle, ord_ = getattr(post, ett.liste), gitte[f"den_{ett.navn}"]
        navnene = [slagene.id_til(en) for en in alle]
        if not alle:
            raise WrongUse(f"{slagene.id_til(post)} har ingen {ett.flere}")
        like = [en for en, navn in zip(alle, navnene, strict=True) if _er(ord_, navn)]
        hele = [en for en in like if ord_ and flat(slagene.id_til(en)) == flat(ord_)]
        if len(treff := hele or like) != 1:
            melding = f"det er flere {ett.flere} i {slagene.id_til(post)}"
            if ord_ is not None:
                melding = f"«{ord_}» er ikke én av {ett.flere} i {slagene.id_til(post)}"
            raad = mente(ord_ or "", navnene, "De er") or ""
            raise WrongUse(melding, f"Si hvilken med --{ett.navn}.", raad)
        post = treff[0]
    return post


def _er(ord_: str | None, navn: str) -> bool:
    return ord_ is None or flat(ord_) in flat(navn)
