"""The first page of the desk: what waits, the lists by task, the guide, and the way there from public pages."""

import re
from datetime import UTC, datetime
from typing import Any

import pytest
from django.apps import apps
from django.contrib import admin
from django.contrib.auth.models import Group, User
from django.test import Client

from archive.admin.roles import ROLES
from archive.admin.tasks import MACHINE, TASKS, by_task
from archive.admin.waiting import build_waiting
from archive.models import ArchiveState
from archive.record.state import raise_data_version
from archive.search.entries import rebuild_index
from tests.factories import (
    make_conflict,
    make_document,
    make_erratum,
    make_import_problem,
    make_recommendation,
    make_run,
    make_state,
    make_user,
)
from tests.factories_of_meaning import make_assignment, make_topic

pytestmark = pytest.mark.django_db


def browser_of(role: str) -> Client:
    person = make_user(role)
    person.is_superuser = False
    person.save()
    person.groups.set(Group.objects.filter(name=role))
    client = Client()
    client.force_login(User.objects.get(pk=person.pk))
    return client


def test_nothing_waits_in_an_archive_without_doubts(staff: Client) -> None:
    make_state()
    rebuild_index()
    assert build_waiting() == []
    assert "لا شيء ينتظر: بُتّ في كل ما يحتاج إلى قرار." in staff.get("/admin/").content.decode()


def test_what_waits_is_told_worst_first_with_its_count_and_list(staff: Client) -> None:
    make_state()
    run = make_run(started_at=datetime(2030, 1, 1, tzinfo=UTC))
    for severity, count in (("info", 1), ("warning", 2), ("error", 1)):
        for _ in range(count):
            make_import_problem(run, severity=severity)
    make_conflict(run=run)
    document = make_document("ITC/CONF/WG.1/2011/7", source_file="one.txt")
    make_erratum(document, certainty="doubtful")
    make_assignment(make_recommendation(1), make_topic())
    ArchiveState.objects.update(index_version="of another analyser")
    found = [(one.what, one.count, one.is_grave) for one in build_waiting()]
    assert found == [
        ("فهرس البحث قديم أو ناقص", None, True),
        ("مشكلات في التحميل الأخير: خطأ", 1, True),
        ("مشكلات في التحميل الأخير: تنبيه", 2, False),
        ("قيم متعارضة", 1, True),
        ("تصويبات مشكوك فيها", 1, False),
        ("اقتراحات لم يُنظر فيها: الإسناد إلى المواضيع", 1, False),
    ]
    for one in build_waiting():
        page = staff.get(one.address)
        assert page.status_code == 200
        assert one.count in (None, page.context["cl"].result_count), one.what


def test_every_list_stands_in_one_task_and_the_machine_s_tables_last(staff: Client) -> None:
    groups = staff.get("/admin/").context["app_list"]
    shown = [model["object_name"].lower() for group in groups for model in group["models"]]
    registered = {str(model._meta.model_name) for model in admin.site._registry}
    assert sorted(shown) == sorted(registered)
    assert [group["name"] for group in groups] == [*(task.name for task in TASKS), MACHINE.name]
    named = [name for task in TASKS for name in task.models]
    known = {model._meta.model_name for model in apps.get_models()}
    assert len(named) == len(set(named)) and set(named) <= known


def test_pages_that_are_no_lists_stand_in_their_task_for_whoever_may_open_them(staff: Client) -> None:
    groups = staff.get("/admin/").context["app_list"]
    assert {group["app_label"]: [page["address"] for page in group["pages"]] for group in groups if group["pages"]} == {
        "deciding": ["/admin/archive/erratum/suspects/", "/admin/archive/conflict/vanished/"],
        "meetings": ["/admin/provisional/"],
        "classifying": ["/admin/classify/"],
    }
    assert {page["address"]: staff.get(page["address"]).status_code for group in groups for page in group["pages"]} == {
        "/admin/archive/erratum/suspects/": 200,
        "/admin/archive/conflict/vanished/": 200,
        "/admin/provisional/": 200,
        "/admin/classify/": 200,
    }
    assert any("/admin/provisional/" in one for one in _current(staff, "/admin/provisional/"))
    # Of a page below a list the page alone is the one that is open.
    (current,) = _current(staff, "/admin/archive/erratum/suspects/")
    assert current.startswith("/admin/archive/erratum/suspects/")
    accountless = User.objects.create_user("nobody", is_staff=True)
    client = Client()
    client.force_login(accountless)
    assert client.get("/admin/").context["app_list"] == []


def _current(staff: Client, address: str) -> list[str]:
    """The addresses at the side that are marked as the one that is open."""
    content = staff.get(address).content.decode()
    return re.findall(r'<a href="([^"]+)"\s+aria-current="page"', content)


@pytest.mark.parametrize(
    ("role", "keys"),
    [
        ("viewer", ["/admin/classify/"]),
        ("editor", ["/admin/archive/upload/add/", "/admin/provisional/", "/admin/classify/"]),
        ("classifier", ["/admin/classify/"]),
        ("publisher", ["/admin/archive/upload/add/", "/admin/provisional/", "/admin/classify/"]),
    ],
)
def test_what_a_role_does_most_has_a_key_on_the_first_page(role: str, keys: list[str]) -> None:
    content = browser_of(role).get("/admin/").content.decode()
    found = re.search(r'<p class="desks">(.*?)</p>', content, re.DOTALL)
    assert found is not None
    assert re.findall(r'href="([^"]+)"', found[1]) == keys


def test_a_group_without_models_is_not_shown() -> None:
    assert [group["app_label"] for group in by_task([{"object_name": "Body", "name": "الهيئات"}])] == [
        "meetings"
    ]


@pytest.mark.parametrize("role", ROLES)
def test_every_role_reads_the_first_page_and_the_guide(role: str) -> None:
    client = browser_of(role)
    assert {path: client.get(path).status_code for path in ("/admin/", "/admin/guide/")} == {
        "/admin/": 200,
        "/admin/guide/": 200,
    }


def test_strangers_are_asked_to_sign_in(client: Client) -> None:
    for path in ("/admin/", "/admin/guide/", "/admin/of/meeting/itc-conf-wg1.1/"):
        answer = client.get(path)
        assert (answer.status_code, answer["Location"]) == (302, f"/admin/login/?next={path}")


def test_the_guide_has_every_picture_and_leads_to_every_part(staff: Client) -> None:
    page = staff.get("/admin/guide/").content.decode()
    assert set(re.findall(r'href="#([a-z-]+)"', page)) - {"content-start"} <= set(
        re.findall(r'id="([a-z-]+)"', page)
    )
    from django.contrib.staticfiles import finders

    pictures = re.findall(r"/static/(archive-admin/guide/[a-z]+\.png)", page)
    assert len(pictures) == 4
    assert [name for name in pictures if finders.find(name) is None] == []
    assert {role.name in page for role in ROLES.values()} == {True}


ROWS = ["recommendation", "meeting", "document", "topic"]


@pytest.mark.parametrize("kind", ROWS)
def test_a_public_page_leads_those_who_may_to_its_form(client: Client, kind: str) -> None:
    make_state()
    recommendation = make_recommendation(1)
    rows: dict[str, Any] = {
        "recommendation": recommendation,
        "meeting": recommendation.meeting,
        "document": make_document("ITC/CONF/WG.1/2011/7", source_file="one.txt"),
        "topic": make_topic(),
    }
    raise_data_version()
    row = rows[kind]
    address = f"/topics/{row.slug}/" if kind == "topic" else row.get_absolute_url()
    way = f"/admin/of/{kind}/{getattr(row, 'locator', None) or row.slug}/"
    may = {"editor": kind != "topic", "classifier": kind == "topic", "publisher": True, "viewer": False}
    # The finished page of everybody is made first, between and last: none bears what only staff see.
    found = {"": way in client.get(address).content.decode()}
    for role in may:
        found[role] = way in browser_of(role).get(address).content.decode()
        assert way not in client.get(address).content.decode()
    assert found == {"": False, **may}
    answer = browser_of("administrator").get(way)
    assert answer["Location"] == f"/admin/archive/{kind}/{row.pk}/change/"


def test_a_way_to_no_form_is_not_found(staff: Client) -> None:
    for path in ("nothing/x", "recommendation/itc-conf-wg1.1.99", "meeting/%00", "searchentry/1"):
        assert staff.get(f"/admin/of/{path}/").status_code == 404, path
