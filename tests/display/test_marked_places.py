"""What cites, marked in its text."""

from archive.display.text.marked_places import citing_places, excerpt_at
from archive.models import Citation

TEXT = "وفقاً للمواد 6 إلى 8 من البروتوكول والمادة 16 منه."


def citation(text: str, start: int | None = None) -> Citation:
    start = TEXT.index(text) if start is None else start
    return Citation(text=text, start=start, end=start + len(text))


def test_articles_of_a_range_share_a_place() -> None:
    same = [citation("للمواد 6 إلى 8 من البروتوكول")] * 2
    later = citation("والمادة 16 منه")
    places = citing_places([later, *same], TEXT)
    assert [TEXT[start:end] for start, end in places] == ["للمواد 6 إلى 8 من البروتوكول", "والمادة 16 منه"]


def test_what_no_longer_stands_there_has_no_place() -> None:
    gone = Citation(text="المادة 9", start=None, end=None)
    assert citing_places([citation("والمادة 16 منه", start=3), gone], TEXT) == []


def test_an_excerpt_goes_round_the_first_place() -> None:
    words = [f"كلمة{number}" for number in range(100)]
    text = " ".join(words)
    start = text.index("كلمة60")
    shown = excerpt_at(text, [(start, start + len("كلمة60"))], 8)
    inside = "كلمة58 كلمة59 <mark>كلمة60</mark> كلمة61 كلمة62 كلمة63 كلمة64 كلمة65"
    assert shown == f'<span class="ell">…&nbsp;</span>{inside}<span class="ell">&nbsp;…</span>'


def test_a_short_text_is_given_whole() -> None:
    assert excerpt_at("<نص> قصير", [], 8) == "&lt;نص&gt; قصير"
    assert excerpt_at("", [], 8) == ""
