"""Sektorer: list opp, vis, legg til, endre, fjern."""
