"""`styring vedtak del-opp`, as of an oppdrag."""

from styring.commands.oppdrag.del_opp import del_opp as del_opp
