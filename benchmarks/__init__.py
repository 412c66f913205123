"""How fast and how small the program is, against what it promises."""
