"""Documents: the register in, letters and reports out."""
