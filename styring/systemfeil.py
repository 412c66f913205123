"""What the system's refusals are called in bokmål: the one place where an errno becomes words."""

import errno

_FORBUDT = "du har ikke lov til det"
_FULL = "disken er full"
_NAVN = "disken tar ikke et slikt navn"
_BORTE = "disken den ligger på, svarer ikke"
_TREGT = "maskinen har for mange åpne filer eller for lite minne"

_GRUNNER = {
    errno.EACCES: _FORBUDT,
    errno.EPERM: _FORBUDT,
    errno.EROFS: "disken kan bare leses",
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EFBIG: "den blir større enn disken tar",
    errno.ENOENT: "den finnes ikke",
    errno.ENOLINK: "den er en lenke til noe som ikke finnes",
    errno.ENOTDIR: "noe på veien dit er ikke en mappe",
    errno.EISDIR: "den er ikke en vanlig fil",
    errno.EEXIST: "noe annet står der",
    errno.ELOOP: "den er en lenke som går i ring",
    # As Linux' openat2 answers when a path is to stay below a folder.
    errno.EXDEV: "den er en lenke ut av datamappen",
    errno.ENAMETOOLONG: "navnet er lengre enn disken tar",
    errno.EINVAL: _NAVN,
    errno.EILSEQ: _NAVN,
    errno.EBUSY: "noe annet bruker den",
    errno.ETXTBSY: "noe annet bruker den",
    errno.EIO: "disken svarer med feil",
    errno.ESTALE: _BORTE,
    errno.ETIMEDOUT: _BORTE,
    errno.EHOSTDOWN: _BORTE,
    errno.EHOSTUNREACH: _BORTE,
    errno.ENETUNREACH: _BORTE,
    errno.ENOTCONN: _BORTE,
    errno.ENODEV: _BORTE,
    errno.ENXIO: _BORTE,
    errno.EMFILE: _TREGT,
    errno.ENFILE: _TREGT,
    errno.ENOMEM: _TREGT,
    errno.EPIPE: "den som skulle lese, er borte",
}

_SKRIVER = {
    errno.ENOENT: "mappen finnes ikke",
    errno.ENOTDIR: "mappen finnes ikke",
    errno.EISDIR: "det er en mappe",
    errno.EACCES: "du har ikke lov til å skrive der",
    errno.EPERM: "du har ikke lov til å skrive der",
    errno.EROFS: "du har ikke lov til å skrive der",
    errno.ELOOP: "lenken fører til seg selv",
    errno.EXDEV: "den ligger på en annen disk",
}
"""Where that says more of what was to be written."""


def er_borte(feil: OSError) -> bool:
    """What was asked for is not there, and could not be by that name."""
    return feil.errno in (errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG)


def er_forbudt(feil: OSError) -> bool:
    """Whoever asks may not."""
    return feil.errno in (errno.EACCES, errno.EPERM, errno.EROFS)


def er_opptatt(feil: OSError) -> bool:
    """Something else stands in the place of what was to be there."""
    return feil.errno in (errno.EEXIST, errno.ENOTDIR, errno.EISDIR)


def grunn(feil: OSError, *, skriver: bool = False) -> str:
    """Why the system would not, as what follows a colon: «disken er full»."""
    if skriver and feil.errno in _SKRIVER:
        return _SKRIVER[feil.errno]
    return _GRUNNER.get(feil.errno or 0, f"systemet svarer med feil {feil.errno}")
