"""A data folder as loaded. Knows the model and the files, and no rules."""
