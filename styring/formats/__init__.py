"""One file a format: what is shown in, bytes out, by a function for each shape it can write."""
