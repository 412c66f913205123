"""Personer og sektorer: list opp, vis, legg til, endre, fjern."""
