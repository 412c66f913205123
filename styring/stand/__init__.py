"""How things stand on a day."""
