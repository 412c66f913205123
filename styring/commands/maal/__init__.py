"""Målene i kommuneplanen: list opp, vis, legg til, endre, fjern."""
