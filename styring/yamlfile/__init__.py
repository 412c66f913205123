"""YAML as text with places. Knows no municipality."""
