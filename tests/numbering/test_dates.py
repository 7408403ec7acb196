from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.numbering.dates import (
    DateRange,
    begins_with_days,
    find_month,
    find_range,
    find_ranges,
    format_date,
    format_date_en,
    format_range,
    format_range_en,
    parse_date,
    read_typed_date,
)

DAYS = st.dates(date(1945, 1, 1), date(2099, 12, 1))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("21 June 2019", date(2019, 6, 21)),
        ("8 أيلول/سبتمبر 2020", date(2020, 9, 8)),
        (" ٨ أَيلول /سبتمبر ٢٠٢٠ ", date(2020, 9, 8)),
        ("8 سبتمبر 2020", date(2020, 9, 8)),
        ("8 ايلول 2020", date(2020, 9, 8)),
        ("1 حزيران/يونيو 2012", date(2012, 6, 1)),
        ("3 آب/أغسطس من عام 2020", date(2020, 8, 3)),
        ("29 شباط/فبراير 2020", date(2020, 2, 29)),
        ("29 شباط/فبراير 2019", None),
        ("8 أيلول/نوفمبر 2015", None),
        ("8 أيلول/سبتمبر", None),
        ("8 أيلول/سبتمبر 20201", None),
        ("في 8 أيلول/سبتمبر 2020", None),
        ("2020", None),
        ("", None),
    ],
)
def test_parse_date_reads_a_whole_date(text: str, day: date | None) -> None:
    assert parse_date(text) == day


@pytest.mark.parametrize(
    "text", ["5/9/2019", "٠٥-٠٩-٢٠١٩", "5 . 9 . 2019", " 2019-09-05 ", "5 أيلول/سبتمبر 2019", "5 September 2019"]
)
def test_the_day_is_typed_first_or_as_machines_write_it(text: str) -> None:
    assert read_typed_date(text) == date(2019, 9, 5)


@pytest.mark.parametrize(
    "text", ["31/2/2019", "5/9-2019", "9/2019", "2019/09/05", "5/9/19", "5/13/2019", "", "2019-9"]
)
def test_what_may_be_two_days_or_none_is_not_read(text: str) -> None:
    assert read_typed_date(text) is None


@given(DAYS)
def test_a_day_that_is_shown_is_taken_back(day: date) -> None:
    assert [read_typed_date(shown) for shown in (format_date(day), format_date_en(day), day.isoformat())] == [day] * 3


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("٣٠ أيار/مايو إلى ١ حزيران/يونيه ٢٠١٢", (date(2012, 5, 30), date(2012, 6, 1))),
        ("من 30 أيار /مايو إلى 1 حزيران/يونيه 2012", (date(2012, 5, 30), date(2012, 6, 1))),
        ("يومي 8 و9 أيلول/سبتمبر 2020", (date(2020, 9, 8), date(2020, 9, 9))),
        ("٤ و ٥ تموز/يوليه ٢٠١٨", (date(2018, 7, 4), date(2018, 7, 5))),
        ("من 11 إلى 13 أيلول/سبتمبر 2019", (date(2019, 9, 11), date(2019, 9, 13))),
        ("12-16 تشرين الأول/أكتوبر 2020", (date(2020, 10, 12), date(2020, 10, 16))),
        ("١٢ – ١٦ تشرين الأوّل ٢٠٢٠", (date(2020, 10, 12), date(2020, 10, 16))),
        ("في الفترة من 26 شباط/فبراير إلى 1 آذار/مارس 2019", (date(2019, 2, 26), date(2019, 3, 1))),
        (
            "30 كانون الأول/ديسمبر 2019 إلى 2 كانون الثاني/يناير 2020",
            (date(2019, 12, 30), date(2020, 1, 2)),
        ),
        ("30 كانون الأول/ديسمبر إلى 2 كانون الثاني/يناير 2020", (date(2019, 12, 30), date(2020, 1, 2))),
        ("31 أيار/مايو و1 حزيران/يونيه 2012", (date(2012, 5, 31), date(2012, 6, 1))),
        ("8 و9 و10 أيلول/سبتمبر 2020", (date(2020, 9, 8), date(2020, 9, 10))),
        ("4–5 July 2018", (date(2018, 7, 4), date(2018, 7, 5))),
        ("30 May to 1 June 2012", (date(2012, 5, 30), date(2012, 6, 1))),
        ("Distr.: General 23 September 2020", (date(2020, 9, 23), date(2020, 9, 23))),
        ("31 شباط/فبراير 2020 ثم 1 آذار/مارس 2020", (date(2020, 3, 1), date(2020, 3, 1))),
        ("13 إلى 11 أيلول/سبتمبر 2019", None),
        ("13 أيلول/سبتمبر إلى 11 آذار/مارس 2019", None),
        ("11 إلى 13 أيلول/سبتمبر الثاني/نوفمبر 2015", None),
        ("11-13 و15 أيلول/سبتمبر 2019", None),
        ("في أيلول/سبتمبر 2019", None),
        ("نص بلا تاريخ", None),
    ],
)
def test_find_range_reads_the_forms_of_the_un(text: str, days: tuple[date, date] | None) -> None:
    assert find_range(text) == (DateRange(*days) if days else None)


def test_find_ranges_gives_every_range_with_its_place() -> None:
    text = "من 26 شباط/فبراير إلى 1 آذار/مارس 2019 ومن 2 إلى 5 تمّوز/يوليه ٢٠١٩، في فيينا"
    found = find_ranges(text)
    assert [(text[start:end], days) for start, end, days in found] == [
        ("26 شباط/فبراير إلى 1 آذار/مارس 2019", DateRange(date(2019, 2, 26), date(2019, 3, 1))),
        ("2 إلى 5 تمّوز/يوليه ٢٠١٩", DateRange(date(2019, 7, 2), date(2019, 7, 5))),
    ]


def test_days_that_do_not_follow_each_other_are_two_dates() -> None:
    text = "في 4 تشرين الأول/أكتوبر 2023 و10 تموز/يوليه 2024، ثم 3 و7 آب/أغسطس 2024"
    assert [(text[start:end], days.start, days.end) for start, end, days in find_ranges(text)] == [
        ("4 تشرين الأول/أكتوبر 2023", date(2023, 10, 4), date(2023, 10, 4)),
        ("10 تموز/يوليه 2024", date(2024, 7, 10), date(2024, 7, 10)),
        ("3", date(2024, 8, 3), date(2024, 8, 3)),
        ("7 آب/أغسطس 2024", date(2024, 8, 7), date(2024, 8, 7)),
    ]


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("في تشرين الأول/أكتوبر 2018", (2018, 10)),
        ("حزيران/يونيه وتموز/يوليه ٢٠١٩", (2019, 7)),
        ("كانون الثَّاني 2020", (2020, 1)),
        ("8 أيلول/سبتمبر 2020", (2020, 9)),
        ("أيلول/نوفمبر 2015 وأيار/مايو 2016", (2016, 5)),
        ("تموز/يوليه", None),
        ("", None),
    ],
)
def test_find_month_needs_a_year(text: str, month: tuple[int, int] | None) -> None:
    assert find_month(text) == month


@pytest.mark.parametrize(
    ("start", "end", "arabic", "english"),
    [
        (date(2020, 9, 8), date(2020, 9, 8), "8 أيلول/سبتمبر 2020", "8 September 2020"),
        (date(2018, 7, 4), date(2018, 7, 5), "4 و5 تموز/يوليه 2018", "4–5 July 2018"),
        (date(2019, 9, 11), date(2019, 9, 13), "11 إلى 13 أيلول/سبتمبر 2019", "11–13 September 2019"),
        (date(2012, 5, 30), date(2012, 6, 1), "30 أيار/مايو إلى 1 حزيران/يونيه 2012", "30 May–1 June 2012"),
        (
            date(2019, 12, 30),
            date(2020, 1, 2),
            "30 كانون الأول/ديسمبر 2019 إلى 2 كانون الثاني/يناير 2020",
            "30 December 2019–2 January 2020",
        ),
    ],
)
def test_ranges_are_written_as_the_un_writes_them(start: date, end: date, arabic: str, english: str) -> None:
    assert format_range(DateRange(start, end)) == arabic
    assert format_range_en(DateRange(start, end)) == english
    assert find_range(english) == DateRange(start, end)


def test_begins_with_days_wants_rising_days_and_a_month() -> None:
    assert [
        begins_with_days(text) for text in ("8 و9 أيلول", "12-16 آب", "8 July", "9 - 8 أيلول", "8 نص")
    ] == [
        True,
        True,
        True,
        False,
        False,
    ]


@given(DAYS)
def test_dates_read_back(day: date) -> None:
    assert parse_date(format_date(day)) == day
    assert parse_date(format_date_en(day)) == day


@given(DAYS, st.integers(0, 500))
def test_ranges_read_back(start: date, length: int) -> None:
    days = DateRange(start, min(start + timedelta(days=length), date(2099, 12, 31)))
    assert find_range(format_range(days)) == days
    assert find_range(format_range_en(days)) == days
