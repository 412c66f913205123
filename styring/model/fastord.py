"""A word that the data have one of some of, and how people read it."""

from enum import StrEnum

_LEST = {
    "aar": "år",
    "satt_paa_vent": "satt på vent",
    "utgaar": "utgår",
    "groenn": "grønn",
    "roed": "rød",
    "administrativ": "administrativt",
    "satsingsomraade": "satsingsområde",
    "maaned": "måned",
    "ros": "ROS",
    "oevelse": "øvelse",
}
"""Those that are read otherwise than without their underscores."""


class Fastord(StrEnum):
    """One of some fixed words."""

    @property
    def navn(self) -> str:
        """The word as people read it."""
        return _LEST.get(self.value, self.value.replace("_", " "))
