"""The one door for writes: planned and checked first, then whole or not at all."""
