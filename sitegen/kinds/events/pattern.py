"""How often a series meets, as editors write it and as people read it: `{every: month, on: second thursday}`."""

import re
from typing import Final

from sitegen.calendars import Rule, read_rule
from sitegen.days import WEEKDAYS, Day
from sitegen.words import count_words, join_words

_UNITS: Final = {
    "day": ("DAILY", 1, "day"),
    "week": ("WEEKLY", 1, "week"),
    "fortnight": ("WEEKLY", 2, "week"),
    "month": ("MONTHLY", 1, "month"),
    "quarter": ("MONTHLY", 3, "month"),
    "year": ("YEARLY", 1, "year"),
}
_NUMBERS: Final = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_ORDINALS: Final = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "last": -1}
_SHORT: Final = {"1st": "first", "2nd": "second", "3rd": "third", "4th": "fourth", "5th": "fifth"}
_CODES: Final = {name.lower(): name[:2].upper() for name in WEEKDAYS}
_SHORTER: Final = {
    name: next(day for day in _CODES if day.startswith(name)) for name in "mon tue wed thu fri sat sun".split()
}

Turn = tuple[int, str]
"""Which of a month's weekdays: (2, "thursday"), (-1, "friday"); (0, "thursday") is every one, (15, "") a day."""


def read_every(text: str) -> tuple[str, int, str] | None:
    """Frequency, interval and unit: `2 months` gives `("MONTHLY", 2, "month")`; None where it says nothing."""
    words = text.strip().lower().split()
    number = 1
    if len(words) == 2:
        first = words.pop(0)
        if first in ("second", "other"):
            number = 2
        elif first in _NUMBERS:
            number = _NUMBERS.index(first) + 1
        elif re.fullmatch("[0-9]{1,2}", first) and int(first):
            number = int(first)
        else:
            return None
    unit = _UNITS.get(words[0]) or _UNITS.get(words[0].removesuffix("s")) if len(words) == 1 else None
    return (unit[0], unit[1] * number, unit[2]) if unit else None


def read_on(text: str) -> tuple[Turn, ...]:
    """On which days: `first and third tuesday`, `thursday`, `15`; empty where it cannot be told."""
    words = re.sub(r"[,&]|\band\b|\bthe\b|\bof\b", " ", text.strip().lower()).split()
    if len(words) == 1 and (found := re.fullmatch(r"([0-9]{1,2})(?:st|nd|rd|th)?", words[0])):
        return ((int(found[1]), ""),) if 1 <= int(found[1]) <= 31 else ()
    turns: list[Turn] = []
    waiting: list[int] = []
    for word in words:
        word = _SHORT.get(word, word)
        if word in _ORDINALS:
            waiting.append(_ORDINALS[word])
        elif day := _weekday(word):
            turns += [(number, day) for number in waiting or [0]]
            waiting = []
        else:
            return ()
    return () if waiting else tuple(turns)


def _weekday(word: str) -> str:
    """The weekday that a word names, in one or in many: `thu`, `thursdays`."""
    name = word.removesuffix("s") if word.removesuffix("s") in _CODES else word
    return name if name in _CODES else _SHORTER.get(name, "")


def why_unfit(every: str, on: str) -> str:
    """What to write in `on`, where it does not fit `every`; empty where it fits."""
    frequency, turns = read_every(every), read_on(on)
    if not frequency or not turns:
        return ""
    has_days, has_numbers = any(not day for _, day in turns), any(number and day for number, day in turns)
    if frequency[0] == "WEEKLY" and (has_days or has_numbers):
        return "For weeks write a weekday alone, such as 'on: thursday'."
    if frequency[0] == "MONTHLY" and any(not number for number, _ in turns):
        return "For months say which one, such as 'on: second thursday' or 'on: last friday'."
    if frequency[0] in ("DAILY", "YEARLY"):
        return "Take 'on' out: 'start' says the day."
    return ""


def make_rule(every: str, on: str, start: Day) -> Rule | None:
    """The rule in the form of calendars; None where the two do not fit each other."""
    frequency, turns = read_every(every), read_on(on) if on else ()
    if not frequency or (on and (not turns or why_unfit(every, on))):
        return None
    name, interval, _ = frequency
    parts = [f"FREQ={name}", *([f"INTERVAL={interval}"] if interval > 1 else [])]
    if not turns and name == "MONTHLY":
        turns = ((start.day, ""),)
    if turns and not turns[0][1]:
        parts.append(f"BYMONTHDAY={turns[0][0]}")
    elif turns:
        parts.append(f"BYDAY={','.join(f'{number or str()}{_CODES[day]}' for number, day in turns)}")
    return read_rule(";".join(parts))


def words_of_rule(rule: Rule) -> str:
    """`Second Thursday of every month`, `Every second Tuesday`; empty for a rule that is not so simple."""
    parts = dict(part.split("=", 1) for part in rule.pattern.split(";"))
    interval = int(parts.pop("INTERVAL", "1"))
    parts.pop("WKST", "")
    name, days, monthday = parts.pop("FREQ"), parts.pop("BYDAY", ""), parts.pop("BYMONTHDAY", "")
    if parts or not re.fullmatch(r"((-1|[1-5])?[A-Z]{2},?)*", days):
        return ""
    unit = next(unit for frequency, _, unit in _UNITS.values() if frequency == name)
    every = f"every {unit}" if interval == 1 else f"every {count_words(interval, unit)}"
    if name == "WEEKLY" and days:
        names = join_words([_name_of(code) for code in days.split(",")])
        return f"Every {names}" if interval == 1 else f"{names}, {every}"
    if name == "MONTHLY" and days and not monthday:
        return f"{_turns_in_words(days)} of {every}"
    if name == "MONTHLY" and monthday.isdecimal():
        return f"On day {monthday} of {every}"
    return "" if days or monthday else f"{every[:1].upper()}{every[1:]}"


def _turns_in_words(days: str) -> str:
    names = {number: word for word, number in _ORDINALS.items()}
    found = [re.fullmatch(r"(-?\d)?([A-Z]{2})", code) for code in days.split(",")]
    words = [f"{names.get(int(one[1]), '') if one[1] else 'every'} {_name_of(one[2])}" for one in found if one]
    text = join_words(words)
    return text[:1].upper() + text[1:]


def _name_of(code: str) -> str:
    return next(day.capitalize() for day, known in _CODES.items() if known == code[-2:])
