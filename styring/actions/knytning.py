"""The red thread's links: from an oppdrag to its goals, from a vedtak to its oppdrag."""

from collections.abc import Iterable

from styring.actions.handling import Handling, hele
from styring.errors import WrongUse
from styring.mente import ramse
from styring.model.vedtak import Oppfulgt


def knytt(post: Oppfulgt, felt: str, ider: Iterable[str]) -> Handling:
    """Links in a field to records with these ids. Those it has are no edit."""
    ider, har = list(dict.fromkeys(ider)), getattr(post, felt)
    nye = [id_ for id_ in ider if id_ not in har]
    sagt = f"{post.id} er knyttet til {ramse(nye)}."
    if not nye:
        sagt = f"{post.id} er allerede knyttet til {ramse(ider)}."
    return Handling(tuple(hele(post).legg_til(felt, id_) for id_ in nye), (post.id,), (sagt,))


def loesne(post: Oppfulgt, felt: str, ider: Iterable[str]) -> Handling:
    """A field without its links to these ids, in any case. Raises WrongUse for one it has not."""
    verdier: tuple[str, ...] = getattr(post, felt)
    har = {id_.lower(): id_ for id_ in verdier}
    bort = list(dict.fromkeys(har.get(id_.strip().lower(), id_) for id_ in ider))
    if fremmede := [id_ for id_ in bort if id_ not in verdier]:
        raad = f"Det er knyttet til {ramse(verdier)}." if verdier else None
        raise WrongUse(f"{post.id} er ikke knyttet til {ramse(fremmede, 'eller')}", raad)
    sagt = f"{post.id} er ikke lenger knyttet til {ramse(bort)}."
    plass = hele(post)
    if len(bort) == len(verdier):
        return Handling((plass.fjern(felt),), (post.id,), (sagt,))
    # From the back, since what stands behind moves up.
    indekser = sorted((verdier.index(id_) for id_ in bort), reverse=True)
    return Handling(tuple(plass.fjern(felt, i) for i in indekser), (post.id,), (sagt,))
