"""What is suggested for a name that does not match: never a guess, never the contrary compass word."""

import re
from pathlib import Path

import pytest

import sitegen.register
from sitegen.register import (
    BOUNDARIES,
    MatchKind,
    Seat,
    load_register,
)
from sitegen.register.compass import POINT_WORDS
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


@pytest.mark.parametrize(
    ("printed", "names"),
    [
        ("Berwick on Tweed", ["Berwick-upon-Tweed"]),
        ("Brighton Pavillion", ["Brighton, Pavilion"]),
        ("Chingford & Wood Green", ["Chingford and Woodford Green"]),
        ("Hemel Hemstead", ["Hemel Hempstead"]),
        ("Newcastle Central", ["Newcastle upon Tyne Central"]),
        ("Northern Ireland", []),
        ("Peniston and Stockbridge", ["Penistone and Stocksbridge"]),
        ("Ruislip Northwood Pinner", ["Ruislip, Northwood and Pinner"]),
        ("South Northants", ["South Northamptonshire"]),
        ("South Warwickshire", []),
        ("St Helen’s South", ["St Helens South and Whiston"]),
        ("Streford and Urmston", ["Stretford and Urmston"]),
        ("Tewskesbury", ["Tewkesbury"]),
        ("Warwick and Leamington Spa", ["Warwick and Leamington"]),
    ],
)
def test_a_name_of_2020_that_does_not_match_gets_an_honest_suggestion_or_none(printed: str, names: list[str]) -> None:
    assert suggested(printed) == names


@pytest.mark.parametrize(
    ("printed", "names"),
    [
        ("Wrekin", ["The Wrekin"]),
        ("Hull East", ["Kingston upon Hull East"]),
        ("NE Fife", ["North East Fife"]),
        ("South Cambs", ["South Cambridgeshire"]),
        ("Stratford upon Avon", ["Stratford-on-Avon"]),
        ("Bath CLP", ["Bath"]),
        ("Bath Labour Party", ["Bath"]),
        ("Bath?", ["Bath"]),
        ("HemelHempstead", ["Hemel Hempstead"]),
        ("Souht Thanet", ["South Thanet"]),
        ("Leeds Esat", ["Leeds East"]),
        ("Middlesbrough South East Cleveland", ["Middlesbrough South and East Cleveland"]),
        ("Gorllewin Abertawy", ["Swansea West"]),
        ("Wirral", ["Wirral South", "Wirral West"]),
        ("Richmond", ["Richmond Park", "Richmond (Yorks)"]),
    ],
)
def test_a_word_left_out_added_shortened_or_misspelt_is_asked_about(printed: str, names: list[str]) -> None:
    assert suggested(printed) == names


@pytest.mark.parametrize(
    "printed",
    [
        "North Warwick", "Mid Warwickshire", "Warwickshire South", "South Warwikshire", "Souht Warwickshire",
        "Southern Warwickshire", "S Warwickshire", "South West Warwickshire", "Middlesbrough East", "East Basildon",
        "North Hampshire", "Bristol North", "Bristol North East", "Mid Devon", "Central Sussex", "York Inner",
        "Lower Bann", "Gogledd Clwyd", "De Abertawe", "Canol Caerfyrddin", "Bolton Est", "Northampton Central",
        "Aldershot North",
    ],
)  # fmt: skip
def test_a_contrary_compass_word_is_never_suggested(printed: str) -> None:
    assert suggested(printed) == []


@pytest.mark.parametrize("year", BOUNDARIES)
def test_no_seat_is_suggested_for_its_name_with_the_compass_turned(year: int) -> None:
    register = load_register(year)
    turned = 0
    for seat in register.seats:
        for name in filter(None, (seat.name, seat.name_cy)):
            contrary = re.sub(r"\w+", lambda word: OPPOSITES.get(word[0], word[0]), name)
            if sorted(plain_words(contrary)) != sorted(plain_words(name)):
                turned += 1
                match = register.match(contrary)
                assert seat not in (match.seat, *match.suggestions), contrary
    assert turned > 200


@pytest.mark.parametrize(
    "printed",
    [
        "Aberdeen Donside",
        "Angus South",
        "Midlothian North and Musselburgh",
        "Glasgow Anniesland",
        "Exampleton",
        "&",
        "",
    ],
)
def test_a_name_from_elsewhere_gets_no_suggestion(printed: str) -> None:
    assert suggested(printed) == []


@pytest.mark.parametrize("printed", ["Leeds", "Devon", "North", "Valley"])
def test_nothing_is_suggested_where_many_seats_are_equally_likely(printed: str) -> None:
    assert suggested(printed) == []


@pytest.mark.parametrize("year", BOUNDARIES)
def test_a_name_without_one_of_its_words_is_never_taken_for_the_seat(year: int) -> None:
    register = load_register(year)
    for seat in register.seats:
        words = seat.name.split()
        for place in range(len(words)):
            shorter = " ".join(words[:place] + words[place + 1 :])
            assert register.match(shorter).seat != seat, shorter


def misspelt(name: str, way: int) -> str:
    """A name with a letter of its longest word left out, doubled, or swapped with its neighbour."""
    word = max((word for word in re.findall(r"\w+", name) if word.lower() not in POINT_WORDS), key=len)
    wrong = (f"{word[:2]}{word[3:]}", f"{word[:3]}{word[2:]}", f"{word[:1]}{word[2]}{word[1]}{word[3:]}")
    return name.replace(word, wrong[way], 1)


@pytest.mark.parametrize("year", BOUNDARIES)
def test_a_misspelt_name_is_never_taken_for_another_and_nearly_always_understood(year: int) -> None:
    register = load_register(year)
    tried = [(misspelt(seat.name, place % 3), seat) for place, seat in enumerate(register.seats)]
    taken = [wrong for wrong, seat in tried if register.match(wrong).seat not in (None, seat)]
    missed = [wrong for wrong, seat in tried if seat not in register.match(wrong).suggestions and wrong != seat.name]
    assert taken == []
    assert len(missed) < 10, missed


# --- nations and regions
