"""What git says of a data folder: where its repository is, and which lines have changed."""

import ast
import os
import re
import sys
import unicodedata
from pathlib import Path

from styring import mappe as mapper
from styring.errors import StyringError, WrongUse

_ALLE = range(1, sys.maxsize)
_STYKKE = re.compile(rb"@@ -\S+ \+(\d+)(?:,(\d+))? @@")
# Whatever the settings say: no context, no colour, no programs of the user's own, and signs for
# new and old lines that no header begins with.
_DIFF = (
    *("-c", "core.quotepath=on", "diff", "--unified=0", "--inter-hunk-context=0", "--no-color"),
    *("--no-ext-diff", "--no-textconv", "--text", "--find-renames", "--relative", "--no-prefix"),
    *("--output-indicator-new=>", "--output-indicator-old=<"),
)


def rot(mappe: Path) -> Path | None:
    """The root of the repository that a folder is in; None when git knows of none."""
    try:
        return Path(os.fsdecode(_git(mappe, "rev-parse", "--show-toplevel")[:-1]))
    except StyringError:
        return None


def har(mappe: Path, sti: Path) -> bool:
    """Git follows a file, so it may have come with the folder."""
    try:
        return bool(_git(mappe, "ls-files", "-z", "--", os.path.relpath(sti, mappe)))
    except StyringError:
        return False


def endrede_linjer(mappe: Path, revisjon: str) -> dict[str, list[range]]:
    """The lines of a data folder's files that are not as in a revision, by the file's name.

    Where lines are gone, those on both sides count. All lines of a file that git does not know
    have changed. Raises WrongUse for a revision that is none, and StyringError without git.
    """
    commit = _commit(mappe, revisjon)
    linjer: dict[str, list[range]] = {}
    stykker: list[range] = []
    for linje in _git(mappe, *_DIFF, commit, "--", ".").split(b"\n"):
        if linje.startswith(b"+++ "):
            stykker = linjer.setdefault(_vist(mappe, _navn(linje[4:])), [])
        elif stykke := _STYKKE.match(linje):
            fra, antall = int(stykke[1]), int(stykke[2] or 1)
            stykker.append(range(fra, fra + (antall or 2)))
    for navn in _git(mappe, "ls-files", "--others", "-z", "--", ".").split(b"\0")[:-1]:
        linjer[_vist(mappe, navn)] = [_ALLE]
    return linjer


def revisjoner(mappe: Path) -> list[tuple[str, str]]:
    """The branches and tags there are, each with what its commit is about."""
    form = "--format=%(refname:short)%09%(contents:subject)"
    linjer = _git(mappe, "for-each-ref", form, "refs/heads", "refs/tags")
    delt = (linje.partition("\t") for linje in linjer.decode("utf-8", "replace").splitlines())
    return [(navn, om) for navn, _, om in delt]


def _commit(mappe: Path, revisjon: str) -> str:
    """The commit that a revision means. Raises WrongUse, or StyringError where git cannot tell."""
    try:
        _git(mappe, "rev-parse", "--show-toplevel")
    except _GitFeil as feil:
        melding = f"datamappen «{mapper.kjent_som(mappe)}» følges ikke av git"
        raise StyringError(melding, *feil.raad) from None
    try:
        if not revisjon.startswith("-"):  # git would take it as an option
            ord_ = ("rev-parse", "--verify", "--quiet", f"{revisjon}^{{commit}}")
            return _git(mappe, *ord_).decode("ascii").strip()
    except _GitFeil:
        pass
    raad = "Skriv en gren, et merke eller en innsjekking, for eksempel main eller HEAD~1."
    if _git(mappe, "rev-parse", "--is-shallow-repository").strip() == b"true":
        raad = "Bare noe av historien er hentet. Hent resten: «git fetch --unshallow»."
    raise WrongUse(f"git kjenner ingen revisjon «{revisjon}»", raad)


class _GitFeil(StyringError):
    """Git says no."""


def _git(mappe: Path, *ord_: str) -> bytes:
    """What git answers about a folder. Raises StyringError when it cannot."""
    import subprocess

    # A hook is run with variables that point to a repository, an index, a way to show diffs.
    miljoe = {
        navn: verdi
        for navn, verdi in os.environ.items()
        if not navn.startswith("GIT_") or navn.startswith("GIT_CONFIG")
    }
    miljoe |= {"GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"}  # looking does not freshen the index
    try:
        svar = subprocess.run(
            # What a repository's settings name to be run when files are looked at, is not run.
            ["git", "-c", "core.fsmonitor=false", *ord_],
            cwd=mappe,
            env=miljoe,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
        )
    except FileNotFoundError:
        raad = "Legg inn git, eller gjør det uten."
        raise StyringError("det trengs git, som ikke finnes her", raad) from None
    if svar.returncode:
        grunn = svar.stderr.decode("utf-8", "replace").strip().partition("\n")[0]
        raise _GitFeil("git kan ikke svare", f"Git sier: {grunn}" if grunn else None)
    return svar.stdout


def _navn(navn: bytes) -> bytes:
    """A path from the header of a diff, where one with spaces ends with a tab."""
    if navn.startswith(b'"'):
        lest: bytes = ast.literal_eval(f"b{navn.decode('ascii')}")
        return lest
    return navn.removesuffix(b"\t")


def _vist(mappe: Path, navn: bytes) -> str:
    """A file's name in one form of Unicode: git and the disk may each have theirs."""
    return unicodedata.normalize("NFC", mapper.kjent_som(mappe / os.fsdecode(navn)))
