"""Oppdragene: list opp, vis, opprett, endre, deleger, del opp og knytt til mål."""
