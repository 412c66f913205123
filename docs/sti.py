"""Where things are."""

from pathlib import Path

ROT = Path(__file__).resolve().parents[1]
SIDER = ROT / "docs" / "sider"
REFERANSE = SIDER / "referanse"
"""What is made from the program; git does not follow it."""
BILDER = SIDER / "bilder"
"""Pictures of the terminal; git does not follow them."""
