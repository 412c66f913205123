"""How long a template may work, and how much memory it may have."""

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

SEKUNDER = 30
"""Of work: how busy the machine is with other things, is not the fault of the template."""
BYTE = 512 << 20
"""Beyond what has been used when it begins; a document of 10,000 oppdrag takes a tenth of it."""


@contextmanager
def grenser() -> Iterator[None]:
    """Raises TimeoutError or MemoryError where a limit is passed. Windows sets none.

    Only the main thread can set them. Some systems refuse the limit of memory.
    """
    if sys.platform == "win32" or threading.current_thread() is not threading.main_thread():
        yield
        return
    import resource
    import signal

    foer = resource.getrlimit(resource.RLIMIT_AS)
    tak = BYTE + (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss << 10)  # in KiB on Linux
    minst = min([tak, *(grense for grense in foer if grense != resource.RLIM_INFINITY)])
    behandler = signal.signal(signal.SIGPROF, _ute)
    with suppress(ValueError):
        resource.setrlimit(resource.RLIMIT_AS, (minst, foer[1]))
    # Again and again, for Jinja takes any fault in an expression that it works out beforehand as
    # a reason to do it later.
    signal.setitimer(signal.ITIMER_PROF, SEKUNDER, 1)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        with suppress(ValueError):
            resource.setrlimit(resource.RLIMIT_AS, foer)
        signal.signal(signal.SIGPROF, behandler)


def _ute(*_: Any) -> None:
    raise TimeoutError
