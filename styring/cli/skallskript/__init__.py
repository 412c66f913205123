"""The scripts that teach shells our words."""
