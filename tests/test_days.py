"""Days as a party writes them: whole or partial, in London's time, and what to write instead of others."""

import re

import pytest

from sitegen.days import Day, clock_words, read_day


@pytest.mark.parametrize(
    ("written", "iso", "words"),
    [
        ("2026", "2026", "2026"),
        ("2026-03", "2026-03", "March 2026"),
        ("2026-03-12", "2026-03-12", "12 March 2026"),
        ("2026-03-12 19:30", "2026-03-12T19:30+00:00", "Thursday 12 March 2026, 7.30 pm"),
        ("2026-06-12T09:05", "2026-06-12T09:05+01:00", "Friday 12 June 2026, 9.05 am"),
        ("2024-02-29", "2024-02-29", "29 February 2024"),
    ],
)
def test_a_day_is_read_as_far_as_it_is_known(written: str, iso: str, words: str) -> None:
    day = read_day(written)
    assert (day.iso, day.words) == (iso, words)


def test_a_partial_day_counts_as_its_first_and_a_day_without_a_time_as_noon_in_london() -> None:
    assert read_day("2026").date.isoformat() == "2026-01-01"
    assert read_day("2026-03").moment.isoformat() == "2026-03-01T12:00:00+00:00"
    assert read_day("2026-07-01").moment.isoformat() == "2026-07-01T12:00:00+01:00"
    assert [read_day(text).is_whole for text in ("2026", "2026-03", "2026-03-12")] == [False, False, True]


def test_a_day_without_a_part_comes_before_those_with_it() -> None:
    days = [Day(2026, 3, 12, 19, 30), Day(2026, 3), Day(2026, 3, 12), Day(2026), Day(2026, 3, 12, 9, 0)]
    assert [day.iso[:16] for day in sorted(days)] == [
        "2026",
        "2026-03",
        "2026-03-12",
        "2026-03-12T09:00",
        "2026-03-12T19:30",
    ]


@pytest.mark.parametrize(
    ("written", "advice"),
    [
        ("12/03/2026", "Write 2026-03-12."),
        ("12.3.26", "Write 2026-03-12."),
        ("2026-3-5", "Write 2026-03-05."),
        ("Thursday 12th of March, 2026", "Write 2026-03-12."),
        ("March 12, 2026 at 7pm", "Write 2026-03-12 19:00."),
        ("2026-03-12 7.30 pm", "Write 2026-03-12 19:30."),
        ("12 am", "Write year-month-day, such as 2026-03-12."),
        ("Sept 2026", "Write 2026-09."),
        ("March", "Write year-month-day, such as 2026-03-12."),
        ("31/02/2026", "February 2026 has 28 days. Write year-month-day, such as 2026-03-12."),
        ("2026-02-30", "February 2026 has 28 days."),
        ("2026-13-01", "There is no month 13: months run from 01 to 12."),
        ("2026-03-12 25:00", "Times run from 00:00 to 23:59, such as 19:30."),
        ("0226-03-12", "Write the year with its four figures, such as 2026."),
        ("26-03-12", "Write year-month-day, such as 2026-03-12."),
        ("next Tuesday", "Write year-month-day, such as 2026-03-12."),
        ("2026-03-12T19:30Z", "Write year-month-day, such as 2026-03-12."),
        ("２０２６-03-12", "Write year-month-day, such as 2026-03-12."),
    ],
)
def test_what_is_no_day_is_told_with_what_to_write(written: str, advice: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(advice)}$"):
        read_day(written)


@pytest.mark.parametrize(
    ("hour", "minute", "words"),
    [(0, 0, "midnight"), (0, 5, "12.05 am"), (12, 0, "noon"), (12, 30, "12.30 pm"), (19, 0, "7 pm")],
)
def test_times_read_as_in_britain(hour: int, minute: int, words: str) -> None:
    assert clock_words(hour, minute) == words
