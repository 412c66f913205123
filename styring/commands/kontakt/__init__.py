"""Sektorer og personer: list opp, vis."""
