"""The changes made to a data folder, as kept in it."""
