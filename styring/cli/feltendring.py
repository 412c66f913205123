"""How fields are changed: those that were given, those to take away, and what is linked to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from styring import tolk, verdi
from styring.cli import fullfoering, gitt, valg
from styring.errors import WrongUse
from styring.mente import flat, mente
from styring.slag import SAK

if TYPE_CHECKING:
    from datetime import date

    from styring.actions.handling import Handling
    from styring.model.fulgt import Deloppgave
    from styring.model.vedtak import Oppfulgt
    from styring.register.innhold import Register


EGNE_VALG = (
    *("id", "tittel", "beskrivelse", "type", "sak", "punkt", "dato", "organ", "saksnr", "oppdrag"),
    *("behandlinger", "forslagsstiller", "vedtakstekst", "oppfoelging", "tilbakemelding", "kilde"),
    *("sektor", "delansvar", "delmaal", "fra", "frist", "loepende", "ansvarlig", "merknad"),
    *("viderefoert_fra", "delegering", "rapporter", "status"),
)
"""The fields of what is followed up that commands have options of their own for."""
_MAA_HA = ("tittel", "sektor", "type")
"""What is not offered for taking away."""


@dataclass(frozen=True)
class Vedtatt:
    """What was decided, by whom and when."""

    vedtatt: str | None = gitt.valg("DATO", "Dagen det ble vedtatt.")
    organ: str | None = gitt.valg("TEKST", "Hvem som gjorde vedtaket.", fullfoering.organer)
    sak: str | None = gitt.valg(
        "ID", "Saken det ble vedtatt i, når den står i filen.", fullfoering.saker
    )
    punkt: str | None = gitt.valg("NR", "Punktet i saken.")
    saksnr: str | None = gitt.valg("NR", "Saksnummeret, når saken ikke står i filen.")
    behandling: list[str] | None = gitt.valg(
        "TEKST",
        "Et møte det har vært oppe i: «Formannskapet, 26.11.2024, 71/24, innstilling». "
        "Gjentas for hvert, det siste til slutt.",
    )
    forslagsstiller: str | None = gitt.valg("TEKST", "Hvem som foreslo det.")
    tekst: str | None = gitt.valg("TEKST", "Vedtaket ord for ord.")

    def felt(self, register: Register, dag: date) -> dict[str, Any]:
        """The fields of the vedtak, None where nothing is given. Raises WrongUse or BrokenData.

        A day that says no year is of that of `dag`.
        """
        punkt = verdi.tekst("--punkt", self.punkt)
        behandlinger = [verdi.behandling("--behandling", en, dag) for en in self.behandling or ()]
        return {
            "sak": self._saken(register),
            "punkt": int(punkt) if punkt and punkt.isdecimal() and punkt.isascii() else punkt,
            "dato": verdi.dato("--vedtatt", self.vedtatt, dag.year),
            "organ": verdi.tekst("--organ", self.organ),
            "saksnr": verdi.tekst("--saksnr", self.saksnr),
            "behandlinger": behandlinger or None,
            "forslagsstiller": verdi.tekst("--forslagsstiller", self.forslagsstiller),
            "vedtakstekst": verdi.tekst("--tekst", self.tekst),
        }

    def _saken(self, register: Register) -> str | None:
        try:
            return tolk.id_til(tolk.av(SAK), register, self.sak)
        except WrongUse as feil:
            nr = verdi.tekst("--sak", self.sak)
            raad = (*feil.raad, f"Er «{nr}» et saksnummer, så bruk --saksnr.")
            raise WrongUse(str(feil), *raad) from None


@dataclass(frozen=True)
class Tidsangivelse:
    """When work goes on."""

    fra: valg.Fra = None
    frist: valg.Frist = None
    loepende: valg.Loepende = False

    def felt(self, aar: int) -> dict[str, Any]:
        """The fields, None where nothing is given; times that say no year are of `aar`.

        Raises WrongUse.
        """
        if self.loepende and self.frist is not None:
            raise WrongUse("--loepende sier at det ikke har frist, og brukes ikke med --frist")
        return {
            "fra": verdi.frist("--fra", self.fra, aar),
            "frist": verdi.frist("--frist", self.frist, aar),
            "loepende": self.loepende or None,
        }


@dataclass(frozen=True)
class Vedtaksoppfoelging:
    """Who follows up a vedtak."""

    sektor: str | None = gitt.valg(
        "KODE", "Sektoren som følger det opp.", fullfoering.gyldige_sektorer, "--sektor -s"
    )
    delansvar: valg.Delansvar = None
    ingen_oppfoelging: str | None = gitt.valg(
        "GRUNN", "At det ikke trenger oppfølging, og hvorfor."
    )
    kilde: valg.Kilde = None

    def felt(self, register: Register, dag: date) -> dict[str, Any]:
        """The fields of the vedtak, None where nothing is given.

        Raises WrongUse or BrokenData, and StyringError for a sector that is no longer.
        """
        grunn = verdi.tekst("--ingen-oppfoelging", self.ingen_oppfoelging)
        return {
            "oppfoelging": None if grunn is None else {"ingen": grunn},
            "sektor": tolk.id_til(tolk.sektor_paa(dag), register, self.sektor),
            "delansvar": tolk.ider_til(tolk.enhet_paa(dag), register, self.delansvar) or None,
            "kilde": verdi.tekst("--kilde", self.kilde),
        }


def endre_felt(
    post: Oppfulgt | Deloppgave, gitt: Mapping[str, Any], fjern: Iterable[str] | None
) -> Handling:
    """The fields that were given something, and without those in `fjern`. Raises WrongUse."""
    from styring.actions.oppdrag import endre

    return endre(post, *felt_og_fjernes(gitt, fjern))


def felt_og_fjernes(
    gitt: Mapping[str, Any], fjern: Iterable[str] | None
) -> tuple[dict[str, Any], list[str]]:
    """The fields that were given something, and those in `fjern`, which people spell as they do.

    `gitt` has every field that can be changed or taken away, None where nothing was given. A list
    of records that is both, has only what is given. Raises WrongUse.
    """
    felt = {navn: verdi for navn, verdi in gitt.items() if verdi is not None}
    fjernes = [_felt(ord_, gitt) for ord_ in fjern or ()]
    if not felt and not fjernes:
        raad = "Gi den nye verdien, for eksempel --frist 31.12.2023, eller bruk --fjern."
        raise WrongUse("det står ikke hva som skal endres", raad)
    for navn in [navn for navn in fjernes if isinstance(felt.get(navn), list)]:
        felt[navn] = tuple(felt[navn])
        fjernes.remove(navn)
    if begge := ", ".join(f"«{navn}»" for navn in fjernes if navn in felt):
        raise WrongUse(f"{begge} er både gitt og fjernet", "Velg det ene.")
    return felt, fjernes


def _felt(ord_: str, finnes: Iterable[str]) -> str:
    for navn in finnes:
        if flat(navn) == flat(ord_):
            return navn
    kan = [navn for navn in finnes if navn not in _MAA_HA]
    raad = mente(ord_, kan, "Det som kan fjernes, er")
    raise WrongUse(f"feltet «{ord_}» kan ikke fjernes herfra", raad)


def koble(
    register: Register,
    finn: Callable[[Register, str], Oppfulgt],
    ider: Iterable[str],
    felt: str,
    finn_til: Callable[[Register, str], object],
    til: Iterable[str],
    *,
    fjern: bool,
) -> Handling:
    """Some records linked by a field to others, or no longer. Raises WrongUse or BrokenData."""
    from styring.actions.handling import samlet
    from styring.actions.knytning import knytt, loesne

    poster = tolk.flere(finn, register, ider)
    if fjern:
        return samlet(loesne(post, felt, til) for post in poster)
    til_ider = tolk.ider_til(finn_til, register, til)
    return samlet(knytt(post, felt, til_ider) for post in poster)
