"""The register: constituencies, nations and regions, and what a printed name of one means."""

from sitegen.register.affiliates import Affiliate, find_affiliate
from sitegen.register.areas import Area, AreaKind, area_of, load_areas, region_or_nation
from sitegen.register.matching import Match, MatchKind, Register, load_register, make_register
from sitegen.register.seats import ATTRIBUTION, BOUNDARIES, Seat

__all__ = [
    "ATTRIBUTION",
    "BOUNDARIES",
    "Affiliate",
    "Area",
    "AreaKind",
    "Match",
    "MatchKind",
    "Register",
    "Seat",
    "area_of",
    "find_affiliate",
    "load_areas",
    "load_register",
    "make_register",
    "region_or_nation",
]
