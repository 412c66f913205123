"""Which folder the data are in, and which files it holds."""

import os
import re
import stat
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path, PurePath
from typing import Any

from styring.errors import StyringError
from styring.slag import FILER, Filslag
from styring.systemfeil import er_borte, grunn

ENDELSER = (".yaml", ".yml")
_FORAN = re.compile(r"(?i:kopi|copy)(?: \([0-9]+\))? (?i:av|of) ")
"""What Windows and people put before the name of a copy."""
# What is put behind it: by a browser or a synchronised folder, by a Mac, by people, by Windows,
# by `git mergetool`, and by OneDrive, which adds the name of the machine.
_BAK = re.compile(
    r"(?s: ?\([0-9]+\)| [0-9]{1,2}| ?\((?=[^()]*(?i:konflikt|conflict))[^()]*\)"
    r"|[ ._-]{1,3}(?i:kopi|copy|backup|bak|tmp|orig)(?: ?\([0-9]+\)| [0-9]{1,2})?"
    r"|[._-](?i:sync-)?(?i:conflict|konflikt|conf\b).*"
    r"|_(?:BASE|LOCAL|REMOTE|BACKUP)_[0-9]+|-(?=[A-Z-]{0,15}[0-9])[A-Z][A-Z0-9-]{2,15})\Z"
)
_TILLEGG = re.compile(r"(.+\.(?i:ya?ml))[.~].*")
_DYBDE = 2
"""How many folders down someone may have put a file in the belief that it is read."""


def finn(valgt: Path | None, her: Path, *, kilde: str = "--data") -> Path:
    """The data folder: the chosen one, else the nearest from `her` upwards.

    That is one that holds the files, whatever it is called, or a `data/` in it.

    `kilde` says where a choice comes from, for the message. Raises StyringError (exit status 3)
    when there is none, saying where it looked.
    """
    if valgt is not None:
        try:
            if stat.S_ISDIR(valgt.stat().st_mode):
                return valgt
        except OSError as feil:
            hvorfor = "finnes ikke" if er_borte(feil) else "kan ikke leses"
            hvorfor += "" if isinstance(feil, FileNotFoundError) else f": {grunn(feil)}"
            melding = f"mappen «{valgt}» {hvorfor}"
            raise StyringError(melding, f"Se etter skrivefeil i {kilde}.") from None
        else:
            raad = f"Bruk mappen den ligger i: «{valgt.parent}»"
            raise StyringError(f"«{valgt}» er en fil, ikke en mappe", raad)
    for mappe in (her, *her.parents):
        if holder_filene(mappe):
            return mappe
        if er_datamappe(mappe / "data"):
            return mappe / "data"
    navn = [f"{slag.navn}.yaml" for slag in FILER if slag.paakrevd]
    raise StyringError(
        f"fant ingen datamappe: lette etter «data» i {her} og oppover",
        f"Lag en med «styring init» (den har {', '.join(navn)} og flere), stå i mappen med filene,"
        " eller pek på den med --data MAPPE eller STYRING_DATA.",
    )


def holder_filene(mappe: Path) -> bool:
    """There are files of two kinds or more in it, which no other folder has by chance."""
    steder = (mappe / f"{slag.navn}{bak}" for slag in FILER for bak in ("", *ENDELSER))
    # What is in a large folder takes time to list.
    return any(map(os.path.lexists, steder)) and len(_slagene_i(mappe)) > 1


def er_datamappe(mappe: Path) -> bool:
    """There is at least one of our files, or a folder of them."""
    return bool(_slagene_i(mappe))


def _slagene_i(mappe: Path) -> set[str]:
    """The kinds of files that a folder has; none where it cannot be listed."""
    try:
        return {slag.navn for slag, _ in filer(mappe)}
    except StyringError:
        return set()


def filer(mappe: Path, ogsaa: Iterable[Path] = ()) -> Iterator[tuple[Filslag[Any], Path]]:
    """The data files of a folder, by kind and then by name. Some may turn out to be no files.

    `ogsaa` are files that are to be there. Raises StyringError when the folder cannot be listed.
    """
    ventet = set(ogsaa)
    innhold = _innhold(mappe, ventet)
    for slag in FILER:
        stier = [sti for sti in innhold if sti.stem == slag.navn and _er_yaml(sti)]
        under = mappe / slag.navn
        if (under in innhold and under.is_dir()) or any(sti.parent == under for sti in ventet):
            stier += [sti for sti in _innhold(under, ventet) if _er_yaml(sti)]
        yield from ((slag, sti) for sti in (stier[:1] if slag.bare_en else stier))


def kopi_av(sti: Path) -> Path | None:
    """The file beside it that a file looks like a copy of, left by synchronising or by people."""
    navn = sti.stem
    while tillegg := _FORAN.match(navn) or _BAK.search(navn, 1):
        navn = navn[: tillegg.start()] or navn[tillegg.end() :]
        andre = sti.with_name(navn + sti.suffix)
        if os.path.exists(andre):  # noqa: PTH110 - raises nothing
            return andre
    return None


def kopier(sti: Path) -> Iterator[Path]:
    """The files beside a file that look like copies of it, by name."""
    for andre in sorted(sti.parent.iterdir()):
        if _er_yaml(andre) and kopi_av(andre) == sti:
            yield andre


def uten_tillegg(sti: Path) -> Path | None:
    """The name that a file would be read by, were it not for what is added behind it.

    As Notepad adds `.txt`. None when a file has that name: then this is what a program left.
    """
    form = _TILLEGG.fullmatch(sti.name)
    egentlig = sti.with_name(form[1]) if form else None
    return None if egentlig is None or os.path.lexists(egentlig) else egentlig


def ukjente(mappe: Path) -> Iterator[Path]:
    """YAML files in a data folder or below it that are not read, by name."""
    kjente = {sti for _, sti in filer(mappe)}
    for rot, mapper, navnene in os.walk(mappe):
        er_dypt = len(Path(rot).relative_to(mappe).parts) >= _DYBDE
        mapper[:] = [] if er_dypt else sorted(navn for navn in mapper if not _er_skjult(navn))
        for navn in sorted(navnene):
            sti = Path(rot, navn)
            er_yaml = _er_yaml(sti) or uten_tillegg(sti) is not None
            if er_yaml and not _er_skjult(navn) and sti not in kjente and sti.is_file():
                yield sti


def er_inne(mappe: Path, sti: Path) -> bool:
    """What a path leads to, after links, is in a folder, and not in anything hidden there.

    So a link that came with the data acts on nothing else: not on `.git`, and not on what is
    outside.
    """
    try:
        deler = sti.resolve().relative_to(mappe.resolve()).parts
    except (OSError, RuntimeError, ValueError):  # a ring of links is one or another by version
        return False
    return not any(_er_skjult(del_) for del_ in deler)


def kan_vaere_datafil(sti: PurePath) -> bool:
    """Data files are looked for at this path, reckoned from the data folder."""
    deler = sti.parts
    slag = sti.stem if len(deler) == 1 else deler[0] if len(deler) == 2 else None
    er_slag = any(ett.navn == slag for ett in FILER)
    return er_slag and _er_yaml(sti) and not _er_skjult(sti.name) and "\0" not in sti.name


def kjent_som(sti: Path) -> str:
    """A path as people know it: from where they stand, when it is below there."""
    try:
        return str(sti.absolute().relative_to(Path.cwd()))
    except (ValueError, OSError):
        return os.path.normpath(sti)


def _innhold(mappe: Path, ventet: Collection[Path] = ()) -> list[Path]:
    """What is in a folder, or is to be there, by name; hidden things are not."""
    skal_hit = {sti for sti in ventet if sti.parent == mappe}
    try:
        funnet = {sti for sti in mappe.iterdir() if not _er_skjult(sti.name)}
        return sorted(funnet | skal_hit)
    except FileNotFoundError:
        return sorted(skal_hit)
    except OSError as feil:
        raad = "Kontroller at det er riktig mappe, og hvem som har lov til å lese den."
        melding = f"mappen «{kjent_som(mappe)}» kan ikke leses: {grunn(feil)}"
        raise StyringError(melding, raad) from None


def _er_yaml(sti: PurePath) -> bool:
    return sti.suffix.lower() in ENDELSER


def _er_skjult(navn: str) -> bool:
    """A name that is for programs; `~$` is what Office puts before one that it has open."""
    return navn.startswith((".", "~$"))
