"""The forms of the archive's words are written with the index: a process that starts need not analyse them."""

import pytest

from archive.arabic.spelling import held_forms
from archive.models import SearchWord
from archive.record.state import raise_data_version
from archive.search.entries import rebuild_index, write_entries
from archive.search.stamp import state_of_index
from archive.search.words import archive_words
from tests import factories

pytestmark = pytest.mark.django_db


def asked(words: list[str]) -> list[object]:
    """What a search asks of the words of the archive."""
    found = archive_words(state_of_index().key, "recommendation")
    vocabulary = {name: value for name, value in vars(found.vocabulary).items() if name != "_remembered"}
    return [vocabulary, *([found.holds(word), found.commonest(word), found.texts_with((word,))] for word in words)]


def test_every_word_has_its_forms_and_they_say_what_analysing_says() -> None:
    meeting = factories.make_meeting()
    factories.make_recommendation(1, "ينبغي للدول صون القنوات والسدود، 12 قناة (Canal Survey).", meeting=meeting)
    rebuild_index()
    written = factories.make_recommendation(2, "ينبغي تنظيف المجاري.", meeting=meeting)
    write_entries(recommendation_pks=[written.pk])
    raise_data_version()
    rows = SearchWord.objects.filter(language="ar")
    assert {row.exact: row.forms for row in rows} == {row.exact: " ".join(held_forms(row.exact)) for row in rows}
    with_forms = asked(["قناه", "سد", "مجري"])
    assert with_forms[1] == [True, "قناة", 2]
    # As after an upgrade, until the index is built anew.
    SearchWord.objects.update(forms="")
    raise_data_version()
    rebuilt = asked(["قناه", "سد", "مجري"])
    assert rebuilt == with_forms
