"""Reports that a person has written in a form: YAML, JSON, or a spreadsheet's CSV."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePath
from types import MappingProxyType
from typing import Any, NamedTuple

from styring import mappe as mapper
from styring.errors import StyringError
from styring.finding import Finding, Sted
from styring.innlevering import regneark, skjematekst
from styring.innlevering.fremmed import fremmed
from styring.mente import flat
from styring.model.innmelding import SAGT, Innmelding
from styring.model.oppdrag import Rapportstatus, Status, Vurdering
from styring.model.post import feltnavn
from styring.model.tidsord import som_i_fil
from styring.register.datafil import Datafil
from styring.register.lasting import fra_dokument
from styring.slag import SKJEMA
from styring.systemfeil import grunn
from styring.yamlfile.fault import Fault
from styring.yamlfile.places import Places, Route, Span
from styring.yamlfile.read import MAX_BYTES, Document, read, too_big
from styring.yamlfile.source import Source

_LISTE = SKJEMA.lister[0]
_FELT = feltnavn(Innmelding)

_INGEN: Mapping[str, str] = MappingProxyType({})
_I_LISTER = {"mangler": "periode"}
"""Columns of lists that are called something else in a form."""

_ORD: dict[str, dict[str, str | None]] = {
    "status": {
        flat(Status.IKKE_RAPPORTERT): None,
        **{flat(status): status.value for status in Rapportstatus},
    },
    "vurdering": {flat(vurdering): vurdering.value for vurdering in Vurdering},
    "periode": {flat("status"): None},  # what a list says that an oppgave lacks
}
"""The words of a field as people write them, flat, and as they are read."""


class Celle(NamedTuple):
    """What stands in a column that is not a field of a report, in the row of an id."""

    rad: int
    id: str | None
    kolonne: str
    tekst: str


class Innkommet(NamedTuple):
    """A report that comes in."""

    innmelding: Innmelding
    rad: int
    """Its number in the form, counted from 0, those that are left out included."""
    felt: frozenset[str]
    """The fields that it has room for, filled in or not."""
    fra_liste: bool
    """It may be a row of a list of ours: its status is as those write it."""


class Skjema(NamedTuple):
    """The reports of a form in its order. When it has faults, nothing of it may be written."""

    innkomne: tuple[Innkommet, ...]
    """Those in which something is reported, and nothing is wrong."""
    andre: tuple[Celle, ...]
    funn: tuple[Finding, ...]
    """Sorted by place."""
    fil: Datafil

    @property
    def innmeldinger(self) -> tuple[Innmelding, ...]:
        """What is reported."""
        return tuple(en.innmelding for en in self.innkomne)

    def sted(self, nummer: int, felt: str | None = None) -> Sted:
        """The place of a report by its number in `innkomne`, or of a field in it."""
        rute: Route = (_LISTE, self.innkomne[nummer].rad)
        return self.fil.sted(rute if felt is None else (*rute, felt))

    def celle(self, celle: Celle) -> Sted:
        """The place of a cell that is not a field of a report."""
        return self.fil.sted((_LISTE, celle.rad, celle.kolonne))


def les(
    navn: str, data: bytes, listeord: Mapping[str, str] = _INGEN, aar: int | None = None
) -> Skjema:
    """The form in `data`. What is wrong is in its `funn`; never raises for that.

    The ending of `navn` says which format it is; where it says none, the content does. An empty
    form has no reports, and is no fault. `listeord` are the words that may head a column in the
    lists that people start from, flat, and its name. A time that says no year is of `aar`.
    """
    kolonner = {ord_: _I_LISTER.get(kolonne, kolonne) for ord_, kolonne in listeord.items()}
    kolonner |= {flat(felt): felt for felt in _FELT}
    format_ = _format(navn, data, kolonner)
    er_csv = format_ == "csv"
    dokument = _dokument(navn, data, format_, kolonner)
    raa = dokument.value
    alt = rader = _rader(raa, aar)
    if er_csv and alt is not None:
        rader = [{f: v for f, v in rad.items() if f in _FELT and v is not None} for rad in alt]
    if rader is not None:
        rot = raa if isinstance(raa, dict) else {}
        dokument = dokument._replace(value={**rot, _LISTE: rader})
    fil, funn = fra_dokument(Path(navn), SKJEMA, dokument)
    funn = [funnet for funnet in funn if funnet.kode != "YAML007"]  # nothing is filled in
    if er_csv:
        funn = [_i_regneark(funnet) for funnet in funn]
    rader = rader if isinstance(rader, list) else []
    hele = [nummer for nummer, _ in enumerate(rader) if (_LISTE, nummer) not in fil.oedelagte]
    lest = fil.innhold.rapporter if fil.innhold else ()
    return Skjema(
        tuple(
            Innkommet(en, nummer, frozenset(alt[nummer]), er_csv and _er_fra_liste(raa[nummer]))
            for nummer, en in zip(hele, lest, strict=False)
            if any(getattr(en, felt) is not None for felt in (*SAGT, "av"))
        ),
        tuple(_andre(alt)) if er_csv and alt else (),
        tuple(sorted(funn, key=Finding.sort_key)),
        fil,
    )


def les_fil(sti: Path, listeord: Mapping[str, str], aar: int) -> Skjema:
    """The form in a file. Raises StyringError when it cannot be read."""
    try:
        with sti.open("rb") as fil:  # which may be a pipe, without end
            return les(mapper.kjent_som(sti), fil.read(MAX_BYTES + 1), listeord, aar)
    except OSError as feil:
        raad = "Se etter skrivefeil i navnet, og at du har lov til å lese den."
        raise StyringError(f"filen «{sti}» kan ikke leses: {grunn(feil)}", raad) from None


class _Under(Places):
    """The places of a list, as if it stood under a key."""

    def __init__(self, steder: Places) -> None:
        super().__init__(steder.text)
        self._steder = steder

    def span(self, route: Route) -> Span | None:
        return self._steder.span(route[1:])

    def key_span(self, route: Route) -> Span | None:
        return self._steder.key_span(route[1:])


def _dokument(navn: str, data: bytes, format_: str, kolonner: regneark.Kolonner) -> Document:
    """What is in a form; a list with the places of what stands under the key of the list."""
    if len(data) > MAX_BYTES:
        return too_big(navn, len(data))
    if annet := fremmed(data):
        hva, raad = annet
        feil = Fault("FIL004", f"«{navn}» er {hva}", 0, 0, raad)
        return Document(Source(navn, b""), None, Places(""), (feil,))
    if format_ == "csv":
        dokument = regneark.les(regneark.kilde(navn, data), kolonner)
    elif format_ == "json":
        dokument = skjematekst.med_merknader(read(navn, _som_yaml(data)))
    else:
        dokument = skjematekst.les(navn, data)
    if isinstance(dokument.value, dict):
        return dokument
    return dokument._replace(places=_Under(dokument.places))


def _format(navn: str, data: bytes, kolonner: regneark.Kolonner) -> str:
    """Which format a form is in, by the ending of its name or else by how it begins."""
    endelse = PurePath(navn).suffix.lower().removeprefix(".")
    if endelse in ("csv", "json", "yaml", "yml") or len(data) > MAX_BYTES:
        return endelse
    if data.lstrip(b"\xef\xbb\xbf\t\r\n ").startswith((b"[", b"{")):
        return "json"
    return "csv" if regneark.er_regneark(regneark.kilde(navn, data).text, kolonner) else "yaml"


def _rader(verdi: Any, aar: int | None) -> Any:
    """The reports as read: a list, or what stands where one should; None when there is none."""
    if isinstance(verdi, dict):
        if _LISTE not in verdi:
            return None
        verdi = [] if verdi[_LISTE] is None else verdi[_LISTE]
    return [_renset(rad, aar) for rad in verdi] if isinstance(verdi, list) else verdi


def _renset(rad: Any, aar: int | None) -> Any:
    """A report without blank text, and with words and times as the data files write them."""
    if not isinstance(rad, dict):
        return rad
    return {felt: _lest(felt, verdi, aar) for felt, verdi in rad.items()}


def _lest(felt: str, verdi: Any, aar: int | None) -> Any:
    if not isinstance(verdi, str):
        return verdi
    tekst = verdi.strip()
    if felt in ("forventet_ferdig", "rapportert"):
        return som_i_fil(tekst, aar) or None
    return _ORD.get(felt, {}).get(flat(tekst), tekst) or None


def _er_fra_liste(rad: Mapping[str, str]) -> bool:
    """A row has no status that someone has written themselves."""
    return rad.get("status", "") in ("", *Rapportstatus)


def _andre(rader: list[dict[str, str | None]]) -> Iterator[Celle]:
    """What is filled in in columns that are no fields of a report."""
    for nummer, rad in enumerate(rader):
        for kolonne, tekst in rad.items():
            if kolonne not in _FELT and tekst is not None:
                yield Celle(nummer, rad.get("id"), kolonne, tekst)


def _i_regneark(funnet: Finding) -> Finding:
    """A finding with the way out that there is in a spreadsheet."""
    if funnet.kode == "FELT002" and funnet.melding == "id mangler":
        return funnet._replace(raad="Fyll ut cellen under «id», eller slett raden.")
    return funnet


# A JSON string, also one that nothing closes, or a tab between two values.
_I_JSON = re.compile(rb'"(?:[^"\\]++|\\.)*+"?|\t', re.DOTALL)
# An escape in one: the two halves of a character, or anything else.
_HALVDELER = re.compile(
    rb"\\(?:u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})|.)", re.DOTALL
)


def _som_yaml(data: bytes) -> bytes:
    """JSON as a YAML parser takes it: with no tabs outside of strings, and characters whole."""

    def helt(funnet: re.Match[bytes]) -> bytes:
        if funnet[1] is None:
            return funnet[0]
        halvdeler = bytes.fromhex((funnet[1] + funnet[2]).decode())
        return halvdeler.decode("utf-16-be").encode()

    def ett(funnet: re.Match[bytes]) -> bytes:
        return b" " if funnet[0] == b"\t" else _HALVDELER.sub(helt, funnet[0])

    return _I_JSON.sub(ett, data)
