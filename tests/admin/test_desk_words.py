"""The desk speaks Arabic: no list or form says a word in English that is not a row's own; and its small services."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from django.contrib import admin
from django.contrib.auth.models import Group, User
from django.contrib.messages import get_messages
from django.db import transaction
from django.test import Client

from archive.admin.display import paper_of
from archive.admin.public_pages import page_of
from archive.admin.recommendations import missing_letters
from archive.loading.archive import load_archive
from archive.models import AgendaItem, Document, Meeting, Paragraph, Recommendation
from tests.factories import make_agenda_item, make_meeting, make_recommendation, make_user

from .every_field import address_of, registered
from .forms import filled_in

pytestmark = pytest.mark.django_db

#: A word of a language with Latin letters; symbols, locators, names of files and roles have signs or capitals in them.
_WORD = re.compile(r"(?<![\w./:#-])[A-Za-z]?[a-z]{2,}(?![\w./:#-])")
#: What stands in these is a row's own, or says itself to be of another language.
_ROWS_OWN = ("bdi", "tbody", "textarea", "script", "style", "option", "title")
_VOID = {"br", "hr", "img", "input", "link", "meta", "path", "use"}
#: Names of accounts and roles, and what computers call things.
_NAMES = {
    *("Control", "Command"),
    "salma",
    "viewer",
    "editor",
    "classifier",
    "publisher",
    "administrator",
    "html",
    "load_archive",
    "accept",
}


class Said(HTMLParser):
    """English words that a page says by itself."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[tuple[str, bool]] = []
        self.words: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        classes = (given.get("class") or "").split()
        # A heading of second rank without a name is the name of the row.
        is_named_row = tag == "h2" and not ({"id", "class"} & given.keys())
        own = tag in _ROWS_OWN or bool({"readonly", "breadcrumbs"} & set(classes)) or is_named_row
        own = own or given.get("dir") == "ltr"
        is_own = own or any(one for _tag, one in self.open)
        for name in (
            "alt",
            "title",
            "placeholder",
            "aria-label",
            *(["value"] if tag == "input" and given.get("type") == "submit" else []),
        ):
            self._hear(given.get(name) or "", is_own)
        if tag not in _VOID:
            self.open.append((tag, own))

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        self._hear(data, any(own for _tag, own in self.open))

    def _hear(self, text: str, is_own: bool) -> None:
        if not is_own:
            self.words |= set(_WORD.findall(text)) - _NAMES


@pytest.fixture(scope="module")
def salma(real_sources: Path, django_db_setup: None, django_db_blocker: Any) -> Iterator[Client]:
    with django_db_blocker.unblock(), transaction.atomic():
        load_archive([real_sources])
        client = Client()
        client.force_login(make_user("salma"))
        yield client
        transaction.set_rollback(True)


def test_no_list_form_or_filter_says_a_word_in_english(salma: Client) -> None:
    said = {}
    for model in [*registered(), User, Group]:
        name, site = f"{model._meta.app_label}/{model._meta.model_name}", admin.site._registry[model]  # type: ignore
        row = model._default_manager.order_by("pk").first()  # type: ignore[attr-defined]
        paths = [f"/admin/{name}/", *([f"/admin/{name}/{row.pk}/change/"] if row else [])]
        if site.has_add_permission(_request_of_salma()):
            paths.append(f"/admin/{name}/add/")
        for path in paths:
            said[path] = Said(salma.get(path).content.decode()).words
    for path in ("/admin/", "/admin/guide/", "/admin/password_change/"):
        said[path] = Said(salma.get(path).content.decode()).words
    assert {path: words for path, words in said.items() if words} == {}


def _request_of_salma() -> Any:
    from django.test import RequestFactory

    request = RequestFactory().get("/admin/")
    request.user = User.objects.get(username="salma")
    return request


def test_permissions_and_roles_bear_arabic_names(salma: Client) -> None:
    person = User.objects.get(username="salma")
    form = salma.get(f"/admin/auth/user/{person.pk}/change/").context["adminform"].form
    names = [label for _key, label in form.fields["user_permissions"].choices]
    assert {"توصية: تعديل", "توصية: حذف", "المستخدم: إضافة"} <= set(names)
    assert [name for name in names if re.search("[a-z]{3}", name)] == []
    roles = sorted(label for _key, label in form.fields["groups"].choices)
    assert roles == sorted(
        ["مطّلع (viewer)", "محرر (editor)", "مصنّف (classifier)", "ناشر (publisher)", "مدير (administrator)"]
    )


def test_the_list_of_accounts_names_roles_as_the_desk_does_and_takes_them_as_a_filter(salma: Client) -> None:
    huda = User.objects.create_user("huda", is_staff=True, first_name="هدى", last_name="سالم")
    huda.groups.add(Group.objects.get(name="editor"))
    asked = salma.get("/admin/auth/user/", {"role": "editor"})
    shown = " ".join(" ".join(re.findall(r">([^<]+)<", asked.content.decode())).split())
    assert [one.username for one in asked.context["cl"].result_list] == ["huda"]
    assert "huda هدى سالم - محرر نعم لا" in shown
    assert "حسب الدور الكل مطّلع محرر مصنّف ناشر مدير" in shown
    # Behind its name a number asks for no form of it.
    assert "المستخدمون: 1" in shown


def test_roles_are_given_by_boxes_to_tick(salma: Client) -> None:
    """Django's two boxes are labelled by its script, in English."""
    person = User.objects.get(username="salma")
    fields = salma.get(f"/admin/auth/user/{person.pk}/change/").context["adminform"].form.fields
    widgets = [type(fields[name].widget.widget).__name__ for name in ("groups", "user_permissions")]
    assert widgets == ["CheckboxSelectMultiple", "SelectMultiple"]


def test_a_list_shows_so_much_of_the_title_of_a_paper_as_a_column_has_room_for() -> None:
    title = "أنشطة المكتب الرامية إلى تعزيز ودعم تنفيذ الاتفاقية وبروتوكولاتها"
    papers = [Document(symbol="A/1", title=title), Document(job_number="V.1", title=title), Document(title=title)]
    assert [paper_of(Paragraph(document=paper)) for paper in papers] == [
        '<bdi dir="ltr">A/1</bdi>',
        '<bdi dir="ltr">V.1</bdi>',
        "أنشطة المكتب الرامية إلى تعزيز ودعم …",
    ]


def test_every_form_leads_to_the_page_on_which_readers_see_its_row(salma: Client) -> None:
    broken, without = {}, set()
    for model in registered():
        row = model._default_manager.order_by("pk").first()  # type: ignore[attr-defined]
        address = page_of(row)
        if row is None:
            continue
        if address is None:
            without.add(str(model._meta.model_name))  # type: ignore[attr-defined]
            continue
        assert f'href="{address}" class="viewsitelink"' in salma.get(address_of(row)).content.decode()
        if salma.get(address.partition("#")[0]).status_code != 200:
            broken[address_of(row)] = address
    assert broken == {}
    assert without <= {
        "archivestate",
        "batch",
        "derivation",
        "importproblem",
        "importrun",
        "loadmemory",
        "rowchange",
        "searchsynonym",
        "searchword",
    }


def test_a_meeting_that_papers_only_name_was_not_entered_by_hand(salma: Client) -> None:
    named = Meeting.objects.filter(source_values={}).exclude(ground="").earliest("pk")
    page = salma.get(address_of(named)).content.decode()
    assert "أُدخل يدوياً" not in page and "ذكرته وثيقة محمَّلة" in page
    by_hand = make_meeting(91, ground="")
    for origin, expected in (
        ("hand", {by_hand.pk}),
        ("source", set(Meeting.objects.exclude(pk=by_hand.pk).values_list("pk", flat=True))),
    ):
        found = salma.get("/admin/archive/meeting/", {"origin": origin}).context["cl"].queryset
        assert set(found.values_list("pk", flat=True)) == expected


def test_items_typed_into_a_meeting_of_a_source_stand_in_their_order(salma: Client) -> None:
    meeting = Meeting.objects.get(slug="ctoc-cop.12")
    page = salma.get(address_of(meeting))
    data = filled_in(page)
    first = int(data["agenda_items-TOTAL_FORMS"])
    typed = ["1", "2", "2 (أ)", "3", "6"]
    data["agenda_items-TOTAL_FORMS"] = first + len(typed)
    for place, number in enumerate(typed, start=first):
        data |= {f"agenda_items-{place}-number": number, f"agenda_items-{place}-title": f"بند {number}"}
        data[f"agenda_items-{place}-meeting"] = meeting.pk
    assert salma.post(address_of(meeting), data).status_code == 302
    items = AgendaItem.objects.filter(meeting=meeting).order_by("position")
    assert list(items.values_list("number", flat=True)) == ["1", "2", "2 (أ)", "2 (ب)", "3", "5", "6"]


def test_the_english_title_of_an_item_is_mended_beside_the_arabic_one(salma: Client) -> None:
    item = AgendaItem.objects.filter(meeting__slug="ctoc-cop-wg7.7").exclude(title="").earliest("position")
    data = filled_in(salma.get(address_of(item.meeting)))
    (prefix,) = {key.rpartition("-")[0] for key, value in data.items() if key.endswith("-id") and value == item.pk}
    typed = "Effects of natural disasters, conflicts and crises"
    assert salma.post(address_of(item.meeting), data | {f"{prefix}-title_en": typed}).status_code == 302
    written = AgendaItem.objects.get(pk=item.pk)
    assert (written.title, written.title_en) == (item.title, typed)
    assert typed in salma.get("/en/meetings/ctoc-cop-wg7.7/").content.decode()
    assert typed in salma.get(f"{address_of(item.meeting)[: -len('change/')]}history/").content.decode()


def test_a_new_recommendation_bears_the_next_number_and_is_offered_its_own_items(salma: Client) -> None:
    meeting = Meeting.objects.get(slug="ctoc-cop-wg7.7")
    last = max(meeting.recommendations.values_list("number", flat=True))
    add = "/admin/archive/recommendation/add/"
    form = salma.get(add, {"meeting": meeting.pk}).context["adminform"].form
    assert int(form.initial["number"]) == last + 1
    assert set(form.fields["agenda_item"].queryset) == set(meeting.agenda_items.all())
    for wrong in ("", "x", "99999999999999", "-1"):
        assert salma.get(add, {"meeting": wrong}).status_code == 200
    typed = filled_in(
        salma.get(add, {"meeting": meeting.pk}), chapeau="ينبغي للدول أن تنظر.", _addanother="1"
    )
    answer = salma.post(add, typed)
    assert (answer.status_code, answer["Location"]) == (302, f"{add}?meeting={meeting.pk}")
    foreign = make_agenda_item("1", meeting=make_meeting(92))
    refused = salma.post(add, {**typed, "number": last + 2, "agenda_item": foreign.pk})
    assert "agenda_item" in refused.context["adminform"].form.errors


def test_a_gap_that_a_deleted_item_leaves_is_said(salma: Client) -> None:
    row = make_recommendation(
        1, "ينبغي للدول:", meeting=make_meeting(93), subparagraphs=("أولها؛", "ثانيها؛", "ثالثها.")
    )
    row = Recommendation.objects.get(pk=row.pk)
    data = filled_in(salma.get(address_of(row)))
    data["subparagraphs-1-DELETE"] = "on"
    answer = salma.post(address_of(row), data)
    told = [str(message) for message in get_messages(answer.wsgi_request)]
    assert "في بنود هذه التوصية فجوة: لا بند (ب). إن لم تكن كذلك في الأصل فصحّح علامات ما بعدها." in told


def test_the_letters_that_stand_nowhere() -> None:
    assert missing_letters([]) == missing_letters([1, 2, 3]) == []
    assert missing_letters([2, 5]) == ["أ", "ج", "د"]
