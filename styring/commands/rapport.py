"""`styring rapport`: what is reported, and to whom."""

from __future__ import annotations

from styring.commands.norsk import ny_app

app = ny_app(
    senere={"notat": "dokument", "virksomhetsplan": "dokument"},
    no_args_is_help=True,
)


@app.callback()
def rapport() -> None:
    """Rapportene: notatet til styringsdialogen og virksomhetsplanen for en sektor."""
