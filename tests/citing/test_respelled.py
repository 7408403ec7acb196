"""Short and odd spellings in the words that the readers know; what has none stays as it is."""

import pytest

from archive.citing.respelled import respelled


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("m4 r12", "meeting 4، recommendation 12"),
        ("wg.4، r2k/m5", "wg.4، meeting 5، recommendation 2 (k)"),
        ("ت 12 ج 4", "meeting 4، recommendation 12"),
        ("re: rec 4.12", "rec 4.12"),
        ("meeting xiv، rec. ix", "meeting 14، rec. 9"),
        ("iv session", "fourth session"),
        ("اجتماع رابع", "الاجتماع الرابع"),
        ("دوره ثانيه عشره", "الدوره الثانيه عشره"),
        ("rec 5(2)(k)", "5/2(k)"),
        ("a/conf.1/2، annex ii", "a/conf.1/2"),
        # None of these spellings.
        ("التوصيه 12 من الاجتماع الرابع", "التوصيه 12 من الاجتماع الرابع"),
        ("about 4.12", "about 4.12"),
        ("meeting civil society", "meeting civil society"),
        ("m4", "m4"),
    ],
)
def test_what_is_spelled_shortly_is_put_into_words(typed: str, words: str) -> None:
    assert respelled(typed) == words
