import io
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth import authenticate
from django.contrib.auth.models import User
from django.core.management import call_command
from django.core.management.base import CommandError

from archive.admin.roles import ROLES

pytestmark = pytest.mark.django_db


def make(monkeypatch: pytest.MonkeyPatch, name: str, password: str, **rights: Any) -> str:
    said = io.StringIO()
    monkeypatch.setattr("sys.stdin", io.StringIO(password + "\n"))
    call_command("create_staff", name, stdin=True, stdout=said, **rights)
    return said.getvalue()


def test_the_first_account_may_do_everything(monkeypatch: pytest.MonkeyPatch) -> None:
    said = make(monkeypatch, "amina", "ورق وحبر 1948", superuser=True)
    assert said == "The account amina was made; sign in at /admin/.\n"
    account = authenticate(username="amina", password="ورق وحبر 1948")
    assert isinstance(account, User)
    assert (account.is_staff, account.is_superuser) == (True, True)


@pytest.mark.parametrize("role", [None, *ROLES])
def test_an_account_has_the_rights_of_its_role(monkeypatch: pytest.MonkeyPatch, role: str | None) -> None:
    make(monkeypatch, "amina", "ورق وحبر 1948", **({"role": role} if role else {}))
    account = User.objects.get()
    assert (account.is_staff, account.is_superuser) == (True, False)
    assert [group.name for group in account.groups.all()] == [role or "administrator"]


def test_a_role_that_is_none_is_refused_with_those_there_are(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(CommandError, match="viewer.*editor.*classifier.*publisher.*administrator"):
        make(monkeypatch, "amina", "ورق وحبر 1948", role="chief")
    assert not User.objects.exists()


def test_an_account_that_exists_keeps_its_password(monkeypatch: pytest.MonkeyPatch) -> None:
    make(monkeypatch, "amina", "ورق وحبر 1948")
    said = make(monkeypatch, "amina", "another password 7")
    assert said == "The account amina exists already; nothing was changed.\n"
    assert authenticate(username="amina", password="another password 7") is None


@pytest.mark.parametrize(("name", "password"), [("amina", "123"), ("amina", ""), ("two words", "ورق وحبر 1948")])
def test_a_weak_password_or_a_wrong_name_makes_nothing(
    monkeypatch: pytest.MonkeyPatch, name: str, password: str
) -> None:
    with pytest.raises(CommandError, match=f"^The account {name} was not made: "):
        make(monkeypatch, name, password)
    assert User.objects.count() == 0


def test_without_a_terminal_the_remedy_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "input").touch()
    with (tmp_path / "input").open() as file:
        monkeypatch.setattr("sys.stdin", file)
        with pytest.raises(CommandError, match="set ARCHIVE_STAFF_PASSWORD"):
            call_command("create_staff", "amina")
