"""The desk of classification worked by keys: what has the focus keeps its own, and nothing is decided by mistake."""

import pytest
from playwright.sync_api import Page, expect

from archive.models import TopicAssignment
from tests.browser.arriving import follow
from tests.browser.test_drafts import sign_in
from tests.factories import make_user

pytestmark = pytest.mark.django_db(transaction=True)


def _decided() -> int:
    return TopicAssignment.objects.exclude(decision=TopicAssignment.Decision.NONE).count()


def test_a_choice_that_has_the_focus_is_turned_with_its_own_keys(page: Page, site: str) -> None:
    person = make_user("salma")
    person.set_password("a-long-word-of-hers")
    person.save()
    page.goto(f"{site}/admin/classify/topics/")
    sign_in(page)
    address, before = page.url, _decided()
    choices = page.locator(".decided-row >> nth=0").locator("input[type=radio]")
    choices.first.focus()
    page.keyboard.press("Space")  # elsewhere it confirms all of them
    expect(choices.first).to_be_checked()
    page.keyboard.press("ArrowLeft")  # elsewhere it skips the record
    expect(choices.first).not_to_be_checked()
    assert (page.url, _decided()) == (address, before)
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("1")  # from the second to the third, «leave it»
    page.keyboard.press("1")
    expect(choices.first).to_be_checked()
    follow(page, "[data-key=Enter]")
    assert _decided() == before + 1
