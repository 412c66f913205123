"""Målene i kommuneplanen: list opp, vis som tre, vis ett."""
