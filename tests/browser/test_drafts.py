"""What staff type in a form of the desk is not lost before it is saved."""

import pytest
from django.contrib.sessions.models import Session
from playwright.sync_api import Page, expect

from archive.models import Recommendation
from tests.browser.arriving import follow
from tests.factories import make_user

pytestmark = pytest.mark.django_db(transaction=True)

TYPED = "ينبغي للدول أن تصون القنوات كلها."
NOT_SAVED = "لم يُحفظ ما كتبته هنا في المرة الماضية."


def sign_in(page: Page) -> None:
    page.fill("#id_username", "salma")
    page.fill("#id_password", "a-long-word-of-hers")
    follow(page, "#login-form [type=submit]")


@pytest.fixture
def form(page: Page, site: str) -> str:
    """The address of a recommendation's form, open in a browser in which a member of staff is signed in."""
    person = make_user("salma")
    person.set_password("a-long-word-of-hers")
    person.save()
    row = Recommendation.objects.get(locator="itc-conf-wg1.1.3")
    address = f"{site}/admin/archive/recommendation/{row.pk}/change/"
    page.goto(address)
    sign_in(page)
    return address


def test_what_was_typed_before_the_session_ended_is_offered_again(page: Page, form: str) -> None:
    page.fill("#id_chapeau", TYPED)
    Session.objects.all().delete()
    follow(page, "[name=_save]")
    sign_in(page)
    assert page.url == form
    expect(page.locator(".draft-kept")).to_contain_text(NOT_SAVED)
    page.click(".draft-kept >> text=أعِد ما كتبته")
    expect(page.locator("#id_chapeau")).to_have_value(TYPED)
    follow(page, "[name=_save]")
    assert Recommendation.objects.get(locator="itc-conf-wg1.1.3").chapeau == TYPED
    # What is saved is offered no more.
    page.goto(form)
    expect(page.locator(".draft-kept")).to_have_count(0)


def test_leaving_a_form_asks_first_and_keeps_what_was_typed(page: Page, form: str) -> None:
    asked: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.click("#id_chapeau")
    page.keyboard.type("كلمة ")
    page.goto(form.partition("/admin/")[0] + "/admin/")
    assert asked == ["beforeunload"]
    page.goto(form)
    expect(page.locator(".draft-kept")).to_contain_text(NOT_SAVED)
    page.click(".draft-kept >> text=أهمِله")
    page.goto(form)
    expect(page.locator(".draft-kept")).to_have_count(0)
    assert asked == ["beforeunload"]


def test_a_form_in_which_nothing_was_typed_is_left_without_a_word(page: Page, form: str) -> None:
    asked: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.click("#id_chapeau")
    page.goto(form)
    assert asked == []
    expect(page.locator(".draft-kept")).to_have_count(0)


def test_what_is_refused_is_shown_again_by_the_page_itself(page: Page, form: str) -> None:
    page.fill("#id_chapeau", "  ")
    page.evaluate("document.querySelector('#recommendation_form').noValidate = true")
    follow(page, "[name=_save]")
    expect(page.locator(".errornote")).to_have_count(1)
    expect(page.locator(".draft-kept")).to_have_count(0)
