"""How commands are made: Typer in bokmål, options that many share, what they run in."""
