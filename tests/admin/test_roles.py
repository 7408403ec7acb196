"""What each role may, on a loaded archive: every list and form, opened and sent back as it stands."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, Permission, User
from django.db import transaction
from django.test import Client

from archive.admin.roles import MEANINGS, ROLES, TEXTS, settle_roles
from archive.loading.archive import load_archive
from tests import surroundings
from tests.factories import make_user

from .every_field import registered
from .forms import filled_in

pytestmark = pytest.mark.django_db

#: Rows of which staff may not write a thing: the machine's own.
WRITTEN_BY_THE_MACHINE = {
    *("archivestate", "derivation", "earliertext", "formerlocator", "formerslug", "importproblem", "importrun"),
    *("loadmemory", "operativeactor", "operativeaddressee", "searchentry", "searchword"),
    *("batch", "rowchange", "errand", "upload", "languageversion", "languagetext", "pendingword"),
}
#: So many rows of each kind are opened and sent back: each costs two requests for five roles on two archives.
TRIED = 1


@pytest.fixture(scope="module", params=["specimen", "real"])
def archive(request: pytest.FixtureRequest, django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    specimen = Path(surroundings.ROOT) / "sources"
    sources = specimen if request.param == "specimen" else surroundings.real_sources()
    if sources is None:
        pytest.skip(surroundings.NO_SOURCES)
    with django_db_blocker.unblock(), transaction.atomic():
        load_archive([sources])
        yield
        transaction.set_rollback(True)


def person_of(role: str) -> User:
    person = make_user(role)
    person.is_superuser = False
    person.save()
    person.groups.set(Group.objects.filter(name=role))
    return User.objects.get(pk=person.pk)


def browser_of(role: str) -> Client:
    client = Client(raise_request_exception=False)
    client.force_login(person_of(role))
    return client


def wanted(role: str, model: str) -> tuple[int, int]:
    """The statuses of an answer to an empty new form, and to a form sent back as it stands."""
    writes = {"viewer": (), "editor": TEXTS, "classifier": MEANINGS}.get(role, (*TEXTS, *MEANINGS))
    changes = model in writes and model not in WRITTEN_BY_THE_MACHINE
    adds = (changes and model not in ("erratum", "conflict")) or (model == "upload" and ROLES[role].takes_in)
    return (200 if adds else 403, 302 if changes else 403)


@pytest.mark.parametrize("role", ROLES)
def test_every_form_is_open_to_whom_its_task_needs_it(archive: None, role: str) -> None:
    client, answers, expected = browser_of(role), {}, {}
    for model in registered():
        name = str(model._meta.model_name)
        address = f"/admin/archive/{name}/"
        adds, changes = wanted(role, name)
        answers[address], expected[address] = client.get(address).status_code, 200
        answers[f"{address}add/"], expected[f"{address}add/"] = client.get(f"{address}add/").status_code, adds
        for key in model._default_manager.values_list("pk", flat=True)[:TRIED]:
            form = f"{address}{key}/change/"
            shown = client.get(form)
            answers[form], expected[form] = shown.status_code, 200
            # Of what nobody edits some pages show no form at all.
            is_form = shown.context is not None and "adminform" in shown.context
            sent = client.post(form, filled_in(shown) if is_form else {})
            answers[f"POST {form}"], expected[f"POST {form}"] = sent.status_code, changes
    differing = {address: (status, expected[address]) for address, status in answers.items()}
    assert {address: pair for address, pair in differing.items() if pair[0] != pair[1]} == {}
    assert len(answers) > 80


def test_roles_write_what_stands_in_the_archive_and_nothing_else() -> None:
    models = {str(model._meta.model_name) for model in apps.get_app_config("archive").get_models()}
    assert set(TEXTS) & set(MEANINGS) == set()
    assert models - set(TEXTS) - set(MEANINGS) == WRITTEN_BY_THE_MACHINE - {"operativeactor", "operativeaddressee"}


def test_only_an_administrator_reaches_accounts() -> None:
    browsers = {role: browser_of(role) for role in ROLES}
    answers = {role: browser.get("/admin/auth/user/").status_code for role, browser in browsers.items()}
    assert answers == {"viewer": 403, "editor": 403, "classifier": 403, "publisher": 403, "administrator": 200}
    assert browsers["administrator"].get("/admin/auth/group/").status_code == 403


def test_a_migration_takes_back_what_was_given_to_a_role_besides() -> None:
    viewer = Group.objects.get(name="viewer")
    viewer.permissions.add(Permission.objects.get(codename="delete_user"))
    settle_roles()
    assert not viewer.permissions.filter(codename="delete_user").exists()
    assert viewer.permissions.filter(codename="view_recommendation").exists()


def test_no_administrator_makes_himself_more_or_reaches_a_superuser() -> None:
    superuser = make_user("salma")
    client = browser_of("administrator")
    own = User.objects.get(username="administrator")
    address = f"/admin/auth/user/{own.pk}/change/"
    form = client.get(address)
    fields = form.context["adminform"].form.fields
    assert {"is_superuser", "user_permissions"} & fields.keys() == set()
    assert [group.name for group in fields["groups"].queryset] == sorted(ROLES)
    more = Permission.objects.get(codename="delete_user").pk
    moment = {"date_joined_0": "2026-01-01", "date_joined_1": "08:00:00"}
    names = {"username": own.username, "is_active": "on", "is_staff": "on", "groups": [own.groups.get().pk]}
    forged = {**names, **moment, "is_superuser": "on", "user_permissions": [more]}
    assert client.post(address, forged).status_code == 302
    own = User.objects.get(pk=own.pk)
    assert (own.is_superuser, own.user_permissions.count()) == (False, 0)
    for path in (f"/admin/auth/user/{superuser.pk}/change/", f"/admin/auth/user/{superuser.pk}/password/"):
        assert client.get(path).status_code in (302, 404), path
        client.post(path, {"password1": "a quite other word", "password2": "a quite other word"})
    assert User.objects.get(pk=superuser.pk).password == superuser.password
