"""The page of rules: what `styring forklar` says of each."""

from docs.markdown import kode, tabell, tekst
from docs.markdown import side as som_side
from styring.rules.kjoering import alle
from styring.rules.regel import Regel

_INNLEDNING = """\
# Regler

`styring valider` kontrollerer dataene etter disse reglene. Hver regel har en kode, og `styring
forklar` viser det samme som står her: hva som er galt, hvorfor det betyr noe, og hvordan det
skrives riktig.

En **feil** gjør at dataene ikke kan stoles på, og `styring valider` slutter med 1. En **advarsel**
er noe du bør se på; med `--streng` stanser den også. En **merknad** vises bare med `--alle`."""


def side() -> str:
    """Every rule, with its examples."""
    regler = alle()
    rader = ([f"[{r.kode}](#{r.kode.lower()})", r.alvor.value, tekst(r.tittel)] for r in regler)
    return som_side(
        _INNLEDNING,
        tabell(["Kode", "Alvorlighetsgrad", "Hva som er galt"], rader),
        *(del_ for regel in regler for del_ in _regel(regel)),
    )


def _regel(regel: Regel) -> list[str]:
    deler = [
        f"## {regel.kode} {{ #{regel.kode.lower()} }}",
        f"**{regel.alvor.value.capitalize()}:** {tekst(regel.tittel)}",
        *(tekst(avsnitt) for avsnitt in regel.hvorfor.split("\n\n")),
    ]
    for hva, eksempel in zip(("Galt", "Riktig"), regel.eksempler, strict=False):
        deler += [f"{hva} i {kode(eksempel.fil)}:", f"```yaml\n{eksempel.tekst}\n```"]
    return deler
