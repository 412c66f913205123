"""`styring vedtak deleger`, as of an oppdrag."""

from styring.commands.oppdrag.deleger import deleger as deleger
