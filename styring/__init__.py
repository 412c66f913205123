"""The chain from goals to reports of a Norwegian municipality, as YAML files."""

__version__ = "0.1.0"
