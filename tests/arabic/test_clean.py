import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.arabic.clean import clean, drop_tatweel

ARABIC_TEXT = st.text(alphabet=st.sampled_from("ابهةلمنيىأءـًَُّْٰ 19٢(«»\"'Az،.-\n\u200f\u00a0ﻻﺔﹼ\r"))


@pytest.mark.parametrize(
    ("printed", "cleaned"),
    [
        ("\ufeffأولاً - مقدمة", "أولاً - مقدمة"),
        ("\u200f12\u00a0- \u202bنص\u202c", "12 - نص"),
        ("\u2067CTOC/COP\u2069\u200b\u00ad\u061c", "CTOC/COP"),
        ("ﺍﻟﺘﻮﺻﻴﺎﺕ", "التوصيات"),
        ("اﻷﻃﺮاف", "الأطراف"),
        ("ﷲ", "الله"),
        ("الاتجا\ufe70ر", "الاتجا\u064bر"),
        ("  سطر \t أول  \r\n\tسطر ثان \rسطر\u2028ثالث", "سطر أول\nسطر ثان\nسطر\nثالث"),
        ("\n\nنص\n", "\n\nنص\n"),
        ("ن\x00ص", "نص"),
        ("", ""),
    ],
)
def test_clean_undoes_what_a_copy_adds(printed: str, cleaned: str) -> None:
    assert clean(printed) == cleaned


@pytest.mark.parametrize(
    "text", ["المهرَّبين", "بشـــأن", "١٢ — 34 − 5", "\u0634\u064e\u0651", "\u0634\u0651\u064e"]
)
def test_clean_keeps_marks_tatweel_digits_dashes_and_the_order_of_marks(text: str) -> None:
    assert clean(text) == text


@given(st.text() | ARABIC_TEXT)
def test_clean_is_idempotent(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(st.text(alphabet=st.characters(min_codepoint=0xFB00, max_codepoint=0xFEFF)))
def test_clean_is_idempotent_on_presentation_forms(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@pytest.mark.parametrize(
    ("printed", "reading"),
    [
        ("بشـــأن", "بشأن"),
        ("واســـتُهلّت", "واستُهلّت"),
        ("تشــجّع", "تشجّع"),
        ("المهرـَّبين", "المهرَّبين"),
        ("مناقشـ الأعمال", "مناقش الأعمال"),
        ("مناقشــ.", "مناقش."),
        ("«تهريبـ»", "«تهريب»"),
        ("بشأنـ (أ)", "بشأن (أ)"),
        ("الـ13", "الـ13"),
        ("لـ424", "لـ424"),
        ("الـ٤٩", "الـ٤٩"),
        ('الـ"x"', 'الـ"x"'),
        ("بـ«شيرلوك»", "بـ«شيرلوك»"),
        ("الـ 13", "الـ 13"),
        ("والـ UNODC", "والـ UNODC"),
        ("(هـ)", "(هـ)"),
        ("(هــ) نص", "(هـ) نص"),
        ("( هـ )", "( هـ )"),
        ("هـ- نص", "هـ- نص"),
        ("1441هـ", "1441هـ"),
        ("هـذا", "هذا"),
        ("هـــؤلاء", "هؤلاء"),
        ("وجهـ", "وجه"),
        ("ـــــ", "ـــــ"),
        ("", ""),
    ],
)
def test_drop_tatweel_takes_the_stretching_and_leaves_the_joining(printed: str, reading: str) -> None:
    assert drop_tatweel(printed) == reading


@given(ARABIC_TEXT)
def test_drop_tatweel_is_idempotent_and_takes_tatweel_only(text: str) -> None:
    reading = drop_tatweel(text)
    assert drop_tatweel(reading) == reading
    assert reading.replace("ـ", "") == text.replace("ـ", "")
