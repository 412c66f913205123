"""The parser for a PyYAML that was built without its C part: the same events, slower."""

import re

from yaml.events import Event, ScalarEvent
from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner, ScannerError


class PureParser(Reader, Scanner, Parser):
    """Gives the events of a text through `get_event`, as `yaml.cyaml.CParser` does."""

    def __init__(self, text: str) -> None:
        Reader.__init__(self, text)
        Scanner.__init__(self)
        Parser.__init__(self)

    def get_event(self) -> Event:
        """The next event. Raises YAMLError, also where the scanner forgets to."""
        try:
            event: Event = super().get_event()  # type: ignore[no-untyped-call]
        except (ValueError, OverflowError) as error:  # chr() of an escape such as "\U0011ffff"
            raise ScannerError(None, None, _NO_CHARACTER, self.get_mark()) from error
        if isinstance(event, ScalarEvent) and _SURROGATE.search(event.value):
            raise ScannerError(None, None, _NO_CHARACTER, event.start_mark)  # type: ignore[arg-type]
        return event


_NO_CHARACTER = "found invalid Unicode character escape code"
_SURROGATE = re.compile("[\ud800-\udfff]")
