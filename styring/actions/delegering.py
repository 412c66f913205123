"""Handing the follow-up on."""

from __future__ import annotations

from datetime import date

from styring.actions.handling import Handling, hele
from styring.errors import StyringError
from styring.model.kontakt import Kontakt
from styring.model.oppdrag import Oppdrag
from styring.model.vedtak import Oppfulgt
from styring.register.innhold import Register
from styring.register.stand import begynte_hos, direktoer


def deleger(
    register: Register,
    post: Oppfulgt,
    til: Kontakt,
    dag: date,
    *,
    av: Kontakt | None = None,
    merknad: str | None = None,
) -> Handling:
    """A new link in the chain: from who holds it to `til`.

    Source: styringsbrev 2023, chapter 3: the follow-up is handed on by the one who has it. Raises
    StyringError when `av` does not have it, or when `til` has or has had it.
    """
    har_det = post.delegering[-1].til if post.delegering else direktoer(register, post, dag)
    if av is not None and har_det is not None and av.id != har_det:
        melding = f"{post.id} kan ikke delegeres av {_navn(register, av.id)}"
        raad = f"Det er {_navn(register, har_det)} som har det nå."
        raise StyringError(melding, raad, kjeden(register, post, dag))
    if til.id == har_det:
        raise StyringError(
            f"{_navn(register, til.id)} har {post.id} alt", kjeden(register, post, dag)
        )
    if til.id in kjede(register, post, dag):
        melding = f"{_navn(register, til.id)} har delegert {post.id} videre før"
        hva = "oppdrag" if isinstance(post, Oppdrag) else "vedtak"
        raad = f"Et {hva} kan ikke gå i ring. Velg en annen, eller angre delegeringen."
        raise StyringError(melding, kjeden(register, post, dag), raad)
    fra = av.id if av is not None else har_det
    ledd = {"til": til.id, "av": fra, "dato": dag, "merknad": merknad}
    fra_hvem = f" fra {_navn(register, fra)}" if fra else ""
    sagt = f"{post.id} er delegert{fra_hvem} til {_navn(register, til.id)}."
    return Handling((hele(post).legg_til("delegering", ledd),), (post.id,), (sagt,))


def kjede(register: Register, post: Oppfulgt, dag: date) -> tuple[str, ...]:
    """The ids of all who hold it or have held it by a day, first to last."""
    foerste = begynte_hos(register, post, dag)
    ledd = (id_ for ledd in post.delegering for id_ in (ledd.av, ledd.til))
    return tuple(dict.fromkeys(id_ for id_ in (foerste, *ledd) if id_ is not None))


def kjeden(register: Register, post: Oppfulgt, dag: date) -> str | None:
    """The chain as people read it; None when nobody has had it."""
    ledd = [_navn(register, id_) for id_ in kjede(register, post, dag)]
    return f"Kjeden for {post.id}: {' → '.join(ledd)}" if ledd else None


def _navn(register: Register, id_: str) -> str:
    kontakt = register.kontakt.get(id_.lower())
    return f"{kontakt.navn} ({kontakt.id})" if kontakt else id_
