"""Årshjulet: list opp hendelsene, vis hjulet."""
