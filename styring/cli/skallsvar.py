"""How the scripts for shells are answered, when they ask what can be filled in."""

import os
import re

from styring.mente import kortet
from styring.tegn import ufarlig

_TRYGG = re.compile(r"[\w.@+-]+")
_TITTEL = 70
"""How much of a title is shown."""


def svar_skallet() -> None:
    """Makes the root command answer the shell scripts in `skallskript/`.

    They send the words of the command line, the last one unfinished, in `_STYRING_ORD` with
    U+001F between, and get back a line an offer: what to fill in, a tab, what it is.
    """
    # Typer gives no public way to add a shell; its own scripts lose the titles in bash, and in
    # zsh evaluate what they are given.
    from typer._click.shell_completion import CompletionItem, ShellComplete, add_completion_class

    class Skall(ShellComplete):
        name = "styring"
        source_template = ""
        foran = ""  # of a word such as --sektor=SOS, what is not filled in

        def source_vars(self) -> dict[str, str]:
            return {}

        def get_completion_args(self) -> tuple[list[str], str]:
            ord_ = [o.strip("'\"") for o in os.environ.get("_STYRING_ORD", "").split("\x1f")]
            *ferdige, begynt = ord_
            if begynt.startswith("--") and "=" in begynt:
                valg, _, begynt = begynt.partition("=")
                ferdige.append(valg)
                self.foran = f"{valg}="
            # bash breaks --sektor=S in three words
            return [o for o in ferdige if o != "="], "" if begynt == "=" else begynt

        def get_completions(self, args: list[str], incomplete: str) -> list[CompletionItem]:
            if incomplete.startswith("-"):
                return super().get_completions(args, incomplete)
            liten = incomplete.casefold()
            alle = super().get_completions(args, "")  # Typer would mind the case of letters
            return [
                item
                for item in alle
                # bash puts what is offered on the command line as it is: only what is plain text
                if str(item.value).casefold().startswith(liten) and _TRYGG.fullmatch(item.value)
            ]

        def format_completion(self, item: CompletionItem) -> str:
            tittel = kortet(ufarlig(item.help or ""), _TITTEL)
            return f"{self.foran}{ufarlig(item.value)}\t{tittel}"

    add_completion_class(Skall, Skall.name)
