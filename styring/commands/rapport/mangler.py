"""`styring rapport mangler`."""

from pathlib import Path

import typer

from styring import tidstolk, tolk, verdi
from styring.cli import gitt, valg
from styring.cli.omgivelse import Omgivelse, si

VISER = "tabell utkast"


def mangler(
    om: Omgivelse,
    periode: valg.Periode = None,
    sektor: valg.Sektorer = None,
    streng: bool = gitt.bryter("--streng", "Slutt med status 1 når noe mangler."),
) -> None:
    """List opp hva som ikke er rapportert, og hvem som er ansvarlig, med e-postadressen deres.

    Med «--format epost» blir det i stedet et utkast til e-post for hver av dem, som en .eml-fil i
    mappen «purringer» (eller --ut). Dobbeltklikk på den, les gjennom og send. Før fristen ber den
    om rapporten, på fristen minner den om den, og siden purrer den og sier hvor sent det er. Vil
    dere ha en egen tekst, brukes «maler/purring.txt» i datamappen. Det som er unntatt
    offentlighet, står i e-posten bare med id.
    """
    from styring.cli.omtekst import om_det_som_mangler
    from styring.formats.format import form
    from styring.stand.mangler import Utestaaende
    from styring.stand.purring import purringer
    from styring.views.purreliste import tabell

    sagt, koder = verdi.tekst("--periode", periode), tolk.sektorkoder(om.kjent, sektor)
    runde = tidstolk.periode(om.kjent, sagt, om.dag) if sagt else None
    utvalg = Utestaaende(runde, sektor=koder)
    alle = purringer(om.kjent, utvalg, om.dag)
    si(*om_det_som_mangler(om.kjent, utvalg, alle, om.dag, er_hel=not om.uleste))
    if form(VISER, om.format_) == "tabell":
        om.vis(tabell(alle))
    else:
        if alle:
            from styring.cli.utkast import skriv_utkast

            skriv_utkast(om, alle, om.ut or Path("purringer"))
        om.krev_hele()
    if streng and alle:
        raise typer.Exit(1)
