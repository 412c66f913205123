"""Rapporteringen: hvem som ikke har rapportert, og dokumentene som kommer ut av den."""
