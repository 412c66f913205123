"""Politiske vedtak og verbalvedtak: list opp, vis, opprett, endre, deleger og følg opp."""
