"""Årshjulet: list opp hendelsene, vis hjulet, legg til, endre, fjern."""
