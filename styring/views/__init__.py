"""What to show: selections, columns and rows. Knows no terminal and no file format."""
