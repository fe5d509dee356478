"""The register: its facts are whole, and a printed name finds its seat, a question, or nothing."""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

import sitegen.register
from sitegen.register import (
    ATTRIBUTION,
    BOUNDARIES,
    AreaKind,
    Match,
    MatchKind,
    Seat,
    area_of,
    load_areas,
    load_register,
    make_register,
    region_or_nation,
)
from sitegen.register.compass import read_name
from sitegen.register.seats import read_aliases
from sitegen.register.spelling import plain_words

ROOM = Path(sitegen.register.__file__).parent

OPPOSITES = {
    "North": "South", "South": "North", "East": "West", "West": "East", "Mid": "South", "Central": "North",
    "Gogledd": "De", "De": "Gogledd", "Dwyrain": "Gorllewin", "Gorllewin": "Dwyrain", "Canol": "De",
}  # fmt: skip


def names_of(seats: tuple[Seat, ...]) -> list[str]:
    """The names of some seats, for comparing."""
    return [seat.name for seat in seats]


def suggested(name: str, year: int = 2010) -> list[str]:
    """What is suggested for a name that must not match."""
    match = load_register(year).match(name)
    assert (match.kind, match.seat) == (MatchKind.NONE, None)
    return names_of(match.suggestions)


def seat(code: str, name: str, name_cy: str = "") -> Seat:
    """A made-up seat."""
    return Seat(code, name, name_cy, "England", "London", 0, 0)


# --- the facts


@pytest.mark.parametrize("year", BOUNDARIES)
def test_a_year_has_650_seats_with_codes_names_and_hexes_of_their_own(year: int) -> None:
    seats = load_register(year).seats
    assert len(seats) == 650
    assert len({seat.code for seat in seats}) == 650
    assert len({seat.name for seat in seats}) == 650
    assert len({(seat.q, seat.r) for seat in seats}) == 650
    assert [seat.code for seat in seats if not re.fullmatch(r"[ENSW]\d{8}", seat.code)] == []


@pytest.mark.parametrize(
    ("year", "counts"),
    [
        (2010, {"England": 533, "Scotland": 59, "Wales": 40, "Northern Ireland": 18}),
        (2024, {"England": 543, "Scotland": 57, "Wales": 32, "Northern Ireland": 18}),
    ],
)
def test_each_nation_has_its_number_of_seats(year: int, counts: dict[str, int]) -> None:
    assert Counter(seat.nation for seat in load_register(year).seats) == counts


@pytest.mark.parametrize(
    ("year", "counts"),
    [
        (
            2010,
            {
                "east-midlands": 46, "eastern": 58, "london": 73, "north": 29, "north-west": 75, "south-east": 84,
                "south-west": 55, "west-midlands": 59, "yorkshire-humber": 54, "scotland": 59, "wales": 40,
                "northern-ireland": 18,
            },
        ),
        (
            2024,
            {
                "east-midlands": 47, "eastern": 61, "london": 75, "north": 27, "north-west": 73, "south-east": 91,
                "south-west": 58, "west-midlands": 57, "yorkshire-humber": 54, "scotland": 57, "wales": 32,
                "northern-ireland": 18,
            },
        ),
    ],
)  # fmt: skip
def test_regions_and_nations_share_all_seats_between_them(year: int, counts: dict[str, int]) -> None:
    assert Counter(area_of(seat).id for seat in load_register(year).seats) == counts
    assert sum(counts.values()) == 650


@pytest.mark.parametrize("year", BOUNDARIES)
def test_an_area_holds_the_seats_that_belong_to_it(year: int) -> None:
    seats = load_register(year).seats
    held = {area.id: {seat for seat in seats if area.holds(seat)} for area in load_areas()}
    assert all(seat in held[area_of(seat).id] for seat in seats)
    regions = [held[area.id] for area in load_areas() if area.kind is AreaKind.REGION]
    assert sum(map(len, regions)) == len(held["england"]) == len(set().union(*regions))
    assert held["international"] == set()


@pytest.mark.parametrize("year", BOUNDARIES)
def test_every_seat_in_wales_and_no_other_has_a_welsh_name(year: int) -> None:
    seats = load_register(year).seats
    assert {bool(seat.name_cy) for seat in seats if seat.nation == "Wales"} == {True}
    assert {bool(seat.name_cy) for seat in seats if seat.nation != "Wales"} == {False}


def test_every_alias_belongs_to_a_seat_and_is_none_of_its_names() -> None:
    seats = {seat.code: seat for year in BOUNDARIES for seat in load_register(year).seats}
    for code, alias in read_aliases():
        assert alias not in (seats[code].name, seats[code].name_cy)


def test_the_source_of_the_names_is_acknowledged_in_the_words_that_its_licence_asks_for() -> None:
    assert ATTRIBUTION == (
        "Source: Office for National Statistics licensed under the Open Government Licence v3.0. "
        "Contains OS data © Crown copyright and database right."
    )
    assert ATTRIBUTION in (ROOM / "README.md").read_text(encoding="utf-8")


def test_a_year_is_read_once() -> None:
    assert load_register(2010) is load_register(2010)


def test_boundaries_that_are_not_carried_are_refused() -> None:
    with pytest.raises(ValueError, match="no boundaries of 1997; there are 2010 and 2024"):
        load_register(1997)


# --- names that match

PRINTED_OTHERWISE = [
    ("Bognor Regis And Littlehampton", "Bognor Regis and Littlehampton"),
    ("Brighton Kemptown", "Brighton, Kemptown"),
    ("Ealing Southall", "Ealing, Southall"),
    ("Ellesmere Port And Neston", "Ellesmere Port and Neston"),
    ("Hackney South And Shoreditch", "Hackney South and Shoreditch"),
    ("Liverpool Riverside", "Liverpool, Riverside"),
    ("Liverpool Walton", "Liverpool, Walton"),
    ("Liverpool Wavertree", "Liverpool, Wavertree"),
    ("Liverpool West Derby", "Liverpool, West Derby"),
    ("Manchester Gorton", "Manchester, Gorton"),
    ("Manchester Withington", "Manchester, Withington"),
    ("Penrith and the Border", "Penrith and The Border"),
    ("Sheffield Hallam", "Sheffield, Hallam"),
    ("South West Wolverhampton", "Wolverhampton South West"),
    ("Stoke-On-Trent South", "Stoke-on-Trent South"),
    ("Stratford on Avon", "Stratford-on-Avon"),
    ("Ynys Mon", "Ynys Môn"),
]
"""Names of the lists of 2020 that are the same but for what does not matter."""


@pytest.mark.parametrize(("printed", "name"), PRINTED_OTHERWISE)
def test_a_name_of_2020_matches_in_spite_of_what_does_not_matter(printed: str, name: str) -> None:
    match = load_register(2010).match(printed)
    assert (match.kind, match.seat and match.seat.name, match.suggestions) == (MatchKind.NORMALISED, name, ())


@pytest.mark.parametrize(
    ("year", "printed", "name"),
    [
        (2010, "Chingford & Woodford Green", "Chingford and Woodford Green"),
        (2010, "Chingford&Woodford Green", "Chingford and Woodford Green"),
        (2010, "Saint Albans", "St Albans"),
        (2010, "St. Albans", "St Albans"),
        (2010, "ST.ALBANS", "St Albans"),
        (2010, "Holborn & Saint Pancras", "Holborn and St Pancras"),
        (2010, "St Helen's North", "St Helens North"),
        (2010, "St Helen’s North", "St Helens North"),
        (2010, "Faversham and Mid-Kent", "Faversham and Mid Kent"),
        (2010, "Weston–super–Mare", "Weston-Super-Mare"),
        (2010, "  North   Devon ", "North Devon"),
        (2010, "Richmond, Yorks", "Richmond (Yorks)"),
        (2010, "Richmond (Yorkshire)", "Richmond (Yorks)"),
        (2024, "Queens Park & Maida Vale", "Queen's Park and Maida Vale"),
        (2024, "Queen’s Park and Maida Vale", "Queen's Park and Maida Vale"),
        (2024, "Perth and Kinrossshire", "Perth and Kinross-shire"),
        (2024, "Montgomeryshire and Glyndwr", "Montgomeryshire and Glyndŵr"),
        (2010, "Castell Nedd", "Neath"),
        (2010, "Castellnedd", "Neath"),
        (2010, "Caerdydd, Gogledd", "Cardiff North"),
        (2024, "Merthyr Tudful & Aberdar", "Merthyr Tydfil and Aberdare"),
        (2024, "Rhondda & Ogwr", "Rhondda and Ogmore"),
        (2010, "Western Isles", "Na h-Eileanan an Iar"),
        (2024, "western isles", "Na h-Eileanan an Iar"),
        (2010, "Anglesey", "Ynys Môn"),
        (2024, "Isle of Anglesey", "Ynys Môn"),
        (2024, "Carmarthen", "Caerfyrddin"),
    ],
)
def test_what_does_not_matter_does_not_matter(year: int, printed: str, name: str) -> None:
    match = load_register(year).match(printed)
    assert (match.kind, match.seat and match.seat.name) == (MatchKind.NORMALISED, name)


def reversed_words(name: str) -> str:
    """The words of a name, last first."""
    return " ".join(reversed(name.split()))


def without_accents(name: str) -> str:
    """A name typed on a keyboard that has no accents."""
    return unicodedata.normalize("NFD", name).encode("ascii", "ignore").decode()


REWRITINGS: dict[str, Callable[[str], str]] = {
    "in capitals": str.upper,
    "in small letters": str.lower,
    "without commas": lambda name: name.replace(",", ""),
    "without accents": without_accents,
    "with accents apart": lambda name: unicodedata.normalize("NFD", name),
    "with spaces for hyphens": lambda name: name.replace("-", " "),
    "without hyphens": lambda name: name.replace("-", ""),
    "with hyphens for spaces": lambda name: name.replace(" ", "-"),
    "with ampersands": lambda name: re.sub(r"\b(and|ac?)\b", "&", name),
    "with Saint": lambda name: re.sub(r"\bSt\b", "Saint", name),
    "with a full stop": lambda name: re.sub(r"\bSt\b", "St.", name),
    "with the words reversed": reversed_words,
}


@pytest.mark.parametrize("rewrite", REWRITINGS.values(), ids=REWRITINGS)
@pytest.mark.parametrize("year", BOUNDARIES)
def test_every_name_and_welsh_name_matches_itself(year: int, rewrite: Callable[[str], str]) -> None:
    register = load_register(year)
    names = [(name, seat) for seat in register.seats for name in (seat.name, seat.name_cy) if name]
    assert len(names) == 650 + sum(seat.nation == "Wales" for seat in register.seats)
    assert [rewrite(name) for name, seat in names if register.match(rewrite(name)).seat != seat] == []


@pytest.mark.parametrize("year", BOUNDARIES)
def test_names_welsh_names_and_codes_as_they_stand_are_exact_and_aliases_are_normalised(year: int) -> None:
    register = load_register(year)
    for seat in register.seats:
        for name in filter(None, (seat.code, seat.name, seat.name_cy)):
            assert register.match(name) == Match(MatchKind.EXACT, seat)
    codes = {seat.code: seat for seat in register.seats}
    aliases = [(alias, codes[code]) for code, alias in read_aliases() if code in codes]
    assert aliases
    assert [(alias, register.match(alias)) for alias, _ in aliases] == [
        (alias, Match(MatchKind.NORMALISED, seat)) for alias, seat in aliases
    ]


@pytest.mark.parametrize("year", BOUNDARIES)
def test_no_two_seats_of_one_year_share_all_their_words(year: int) -> None:
    assert [seats for seats in load_register(year).by_words.values() if len(seats) > 1] == []


def test_the_order_of_the_words_tells_seats_apart_that_share_all_words() -> None:
    one, other = seat("E14999991", "North Ham and Newtown"), seat("E14999992", "Newtown and North Ham")
    register = make_register(2024, [one, other])
    assert register.match("North Ham and Newtown") == Match(MatchKind.EXACT, one)
    assert register.match("newtown & north ham") == Match(MatchKind.NORMALISED, other)
    assert register.match("Ham North and Newtown") == Match(MatchKind.NONE, suggestions=(one, other))


def test_a_name_that_two_seats_bear_is_not_decided() -> None:
    one, other = seat("E14999991", "St Ives"), seat("E14999992", "Saint Ives")
    register = make_register(2024, [one, other])
    assert register.match("St Ives") == Match(MatchKind.EXACT, one)
    assert register.match("ST IVES") == Match(MatchKind.NONE, suggestions=(one, other))


# --- names that do not match


@pytest.mark.parametrize(
    ("printed", "id_", "kind"),
    [
        ("Northern Ireland", "northern-ireland", AreaKind.NATION),
        ("NORTHERN IRELAND", "northern-ireland", AreaKind.NATION),
        ("N. Ireland", "northern-ireland", AreaKind.NATION),
        ("Gogledd Iwerddon", "northern-ireland", AreaKind.NATION),
        ("Scottish Labour", "scotland", AreaKind.NATION),
        ("Cymru", "wales", AreaKind.NATION),
        ("England", "england", AreaKind.NATION),
        ("London", "london", AreaKind.REGION),
        ("Eastern", "eastern", AreaKind.REGION),
        ("East of England", "eastern", AreaKind.REGION),
        ("Labour North", "north", AreaKind.REGION),
        ("North East", "north", AreaKind.REGION),
        ("North West", "north-west", AreaKind.REGION),
        ("Yorks & Humber", "yorkshire-humber", AreaKind.REGION),
        ("Yorkshire & the Humber", "yorkshire-humber", AreaKind.REGION),
        ("Labour International", "international", AreaKind.INTERNATIONAL),
    ],
)
def test_the_name_of_an_area_is_recognised(printed: str, id_: str, kind: AreaKind) -> None:
    area = region_or_nation(printed)
    assert area is not None
    assert (area.id, area.kind) == (id_, kind)


@pytest.mark.parametrize("year", BOUNDARIES)
def test_no_name_of_an_area_is_a_seat_or_gets_one_suggested(year: int) -> None:
    for area in load_areas():
        for name in filter(None, (area.name, area.ons, *area.also)):
            assert load_register(year).match(name) == Match(MatchKind.NONE), name
            assert region_or_nation(name) == area


@pytest.mark.parametrize("year", BOUNDARIES)
def test_northern_ireland_is_18_seats(year: int) -> None:
    area = region_or_nation("Northern Ireland")
    assert area is not None
    assert sum(map(area.holds, load_register(year).seats)) == 18


@pytest.mark.parametrize("printed", ["Bath", "North Devon", "Ireland", "Nothern Ireland", "", "South Warwickshire"])
def test_a_name_that_is_no_area_is_none(printed: str) -> None:
    assert region_or_nation(printed) is None


@pytest.mark.parametrize("printed", ["Nothern Ireland", "Northern Irland"])
def test_a_misspelt_nation_gets_no_seat_suggested(printed: str) -> None:
    assert suggested(printed) == []


# --- names taken apart


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("South Basildon and East Thurrock", {"basildon": {"s"}, "thurrock": {"e"}}),
        ("North East Somerset & Hanham", {"north-east": set(), "somerset": {"ne"}, "hanham": set()}),
        ("Newcastle upon Tyne Central and West", {"newcastle": {"central", "w"}, "tyne": {"central", "w"}}),
        ("Canol a De Sir Benfro", {"sir": {"canol", "s"}, "benfro": {"canol", "s"}}),
        ("Liverpool, West Derby", {"liverpool": set(), "derby": {"w"}}),
    ],
)
def test_a_compass_word_stands_by_the_words_of_its_phrase(name: str, words: dict[str, set[str]]) -> None:
    found = {bearing.word: set(bearing.points) for bearing in read_name(name).words}
    assert {word: points for word, points in words.items() if word in found} == {
        word: points for word, points in found.items() if word in words
    }


def test_signs_that_are_no_part_of_any_name_are_kept() -> None:
    assert plain_words("St. Ives*, (Cornwall)?") == ("st", "ives*", "cornwall", "?")
