"""Handing the follow-up on."""

from collections.abc import Collection
from datetime import date

from styring.actions import feltverdier
from styring.actions.handling import Handling, Plass, hele, plassen, samlet
from styring.errors import BrokenData, StyringError
from styring.mente import ramse
from styring.model.kontakt import Kontakt, Sektor
from styring.model.oppdrag import Delegering
from styring.model.vedtak import Oppfulgt
from styring.register.innhold import Register
from styring.slag import OPPFULGTE, slag_til
from styring.stand.stand import begynte_hos, direktoer, har_faatt

_FLEST = 12
"""How many of what someone holds are told of by id."""


def deleger(
    register: Register,
    post: Oppfulgt,
    til: Kontakt,
    dag: date,
    *,
    av: Kontakt | None = None,
    merknad: str | None = None,
    fra_sektor: str | None = None,
) -> Handling:
    """A new link in the chain: from who holds it to `til`.

    Source: styringsbrev 2023, chapter 3: the follow-up is handed on by the one who has it. Raises
    StyringError when `av` does not have it, when `til` has it, and when they have had it before one
    who has not left.
    """
    har_det = post.delegering[-1].til if post.delegering else direktoer(register, post, dag)
    if av is not None and har_det is not None and av.id != har_det:
        melding = f"{post.id} kan ikke delegeres av {_hvem(register, av.id)}"
        raad = f"Det er {_hvem(register, har_det)} som har det nå."
        raise StyringError(melding, raad, kjeden(register, post, dag))
    if til.id == har_det:
        raise StyringError(
            f"{_hvem(register, til.id)} har allerede {post.id}", kjeden(register, post, dag)
        )
    giver = register.kontakt.get((har_det or "").lower())
    har_sluttet = giver is not None and giver.sluttet is not None
    if til.id in kjede(register, post, dag) and not har_sluttet:
        melding = f"{_hvem(register, til.id)} har delegert {post.id} videre før"
        et = slag_til(post).en.capitalize()
        raad = f"{et} kan ikke gå i ring. Velg en annen, eller angre delegeringen."
        ellers = None
        if giver is not None:
            ellers = f"Har {giver.navn} sluttet, så skriv «sluttet» i kontakter.yaml. Da går det."
        raise StyringError(melding, kjeden(register, post, dag), raad, ellers)
    fra = av.id if av is not None else har_det
    ledd = {"til": til.id, "av": fra, "dato": dag, "fra_sektor": fra_sektor, "merknad": merknad}
    fra_hvem = f" fra {_hvem(register, fra)}" if fra else ""
    sagt = f"{post.id} er delegert{fra_hvem} til {_hvem(register, til.id)}."
    return Handling((hele(post).legg_til("delegering", ledd),), (post.id,), (sagt,))


def overlat(
    register: Register,
    fra: Kontakt,
    til: Kontakt,
    dag: date,
    *,
    bare: Collection[Oppfulgt] = (),
    merknad: str | None = None,
) -> Handling:
    """All that someone has been given and is not done, from `fra` to `til`: oppgaver too.

    Of some oppdrag and vedtak only, when any are given. Raises StyringError as `deleger`, and when
    there is nothing of it in one that is given, or when not all of it can be read.
    """
    if not bare:
        _krev_lest(register, fra.navn)
    har, oppgaver = har_faatt(register, fra.id, dag)
    if bare:
        har = tuple(post for post in har if post in bare)
        oppgaver = tuple(en for en in oppgaver if en.hele in bare)
        for post in bare:
            if post not in har and all(en.hele is not post for en in oppgaver):
                melding = f"{_hvem(register, fra.id)} har ikke noe i {post.id} å gi videre"
                raise StyringError(melding, kjeden(register, post, dag))
    handlinger = [deleger(register, post, til, dag, av=fra, merknad=merknad) for post in har]
    for en in oppgaver:
        endring = plassen(en).sett("ansvarlig", til.id)
        sagt = f"{en.id} går fra {_hvem(register, fra.id)} til {_hvem(register, til.id)}."
        handlinger.append(Handling((endring,), (en.id,), (sagt,)))
    if not handlinger:
        sagt = f"{_hvem(register, fra.id)} har ikke noe å gi videre."
        handlinger.append(Handling((), (), (sagt,)))
    leder = [sektor.kode for sektor in register.sektorer if sektor.direktoer_paa(dag) == fra.id]
    if leder and not bare:
        sagt = f"{fra.navn} er direktør i {ramse(leder)}. Det som ikke er delegert der, går over"
        sagt += " når en ny direktør er ført opp i kontakter.yaml."
        handlinger.append(Handling((), (), (sagt,)))
    return samlet(handlinger)


def sluttet(register: Register, kontakt: Kontakt, dag: date) -> Handling:
    """Someone's last day, and what they hold that others must have."""
    satt = feltverdier.endre(hele(kontakt), kontakt, kontakt.id, {"sluttet": dag})
    har, oppgaver = har_faatt(register, kontakt.id, dag)
    sagt = [f"{_hvem(register, kontakt.id)} slutter {dag:%d.%m.%Y}."]
    if igjen := [post.id for post in (*har, *oppgaver)]:
        slagene = dict.fromkeys(slag_til(en.hele).navn for en in (*har, *oppgaver))
        sagt.append(f"{kontakt.navn} har fortsatt {ramse(igjen, flest=_FLEST)}. Gi det videre:")
        fra_til = f"--fra-person {kontakt.id} --til KONTAKT"
        sagt += [f"  styring {navn} deleger {fra_til}" for navn in slagene]
    for sektor in register.sektorer:
        if sektor.direktoer_paa(dag) == kontakt.id:
            sagt.append(f"{kontakt.navn} er direktør i {sektor.kode}. Før opp den neste:")
            sagt.append(f"  styring sektor endre {sektor.kode} --direktoer KONTAKT")
    return satt._replace(sagt=tuple(sagt))


def flytt(register: Register, post: Oppfulgt, sektor: Sektor, dag: date) -> Handling:
    """What has been delegated goes to the direktør of the sector that it is moved to.

    The link that it does so by says where it was. Nothing when nobody has been given it, for then
    it goes with the sector, and nothing where no sector has a direktør. Raises StyringError as
    `deleger`, and when there is no direktør there.
    """
    har_direktoerer = any(en.direktoer for en in register.sektorer)
    if not post.delegering or post.sektor == sektor.kode or not har_direktoerer:
        return samlet(())
    ny = register.kontakt.get((sektor.direktoer_paa(dag) or "").lower())
    if ny is None:
        raad = f"Før opp en med «styring sektor endre {sektor.kode} --direktoer KONTAKT»."
        raise StyringError(f"{sektor.kode} har ingen direktør som kan få {post.id}", raad)
    if ny.id == post.delegering[-1].til:
        siste = ("delegering", len(post.delegering) - 1)
        endring = Plass(post, Delegering, siste).sett("fra_sektor", post.sektor)
        return Handling((endring,), (post.id,), ())
    merknad = f"Flyttet fra {post.sektor} til {sektor.kode}"
    return deleger(register, post, ny, dag, merknad=merknad, fra_sektor=post.sektor)


def kjede(register: Register, post: Oppfulgt, dag: date) -> tuple[str, ...]:
    """The ids of all who hold it or have held it by a day, first to last."""
    foerste = begynte_hos(register, post, dag)
    ledd = (id_ for ledd in post.delegering for id_ in (ledd.av, ledd.til))
    return tuple(dict.fromkeys(id_ for id_ in (foerste, *ledd) if id_ is not None))


def kjeden(register: Register, post: Oppfulgt, dag: date) -> str | None:
    """The chain as people read it; None when nobody has had it."""
    ledd = [_hvem(register, id_) for id_ in kjede(register, post, dag)]
    return f"Kjeden for {post.id}: {' → '.join(ledd)}" if ledd else None


def _hvem(register: Register, id_: str) -> str:
    kontakt = register.kontakt.get(id_.lower())
    return f"{kontakt.navn} ({kontakt.id})" if kontakt else id_


def _krev_lest(register: Register, navn: str) -> None:
    """Raises BrokenData when it cannot be known what all of it is that someone has."""
    for slag in OPPFULGTE:
        if any(fil.innhold is None or fil.oedelagte for fil in register.med(slag)):
            melding = f"alt som {navn} har, er ukjent, for noe i {slag.fil}.yaml kan ikke leses"
            raise BrokenData(melding, funn=register.feil_i(slag))
