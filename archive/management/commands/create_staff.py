"""create_staff: makes the first staff account, once; script/server --staff calls it."""

import sys
from argparse import ArgumentParser
from getpass import getpass
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from archive.admin.roles import ROLES


class Command(BaseCommand):
    help = "Makes a staff account with the rights of a role at /admin/. An account that exists is left as it is."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("name", help="the name to sign in with")
        rights = parser.add_mutually_exclusive_group()
        rights.add_argument(
            "--role",
            choices=[*ROLES],
            default="administrator",
            help="what it may do: %(choices)s (see docs/roles.md); without it an administrator",
        )
        rights.add_argument("--superuser", action="store_true", help="it may do everything, whatever roles say")
        parser.add_argument("--stdin", action="store_true", help="read the password from standard input")

    def handle(self, *args: Any, name: str, role: str, superuser: bool, stdin: bool, **options: Any) -> None:
        accounts = get_user_model()
        account = accounts(username=name)
        if accounts.objects.filter(username=name).exists():
            self.stdout.write(f"The account {name} exists already; nothing was changed.")
            return
        password = sys.stdin.readline().rstrip("\n") if stdin else _ask(name)
        try:
            account.clean_fields(exclude=["password"])
            validate_password(password, account)
        except ValidationError as error:
            raise CommandError(f"The account {name} was not made: " + " ".join(error.messages)) from error
        if superuser:
            accounts.objects.create_superuser(username=name, password=password)
        else:
            with transaction.atomic():
                made = accounts.objects.create_user(username=name, password=password, is_staff=True)
                made.groups.set(Group.objects.filter(name=role))
        self.stdout.write(f"The account {name} was made; sign in at /admin/.")


def _ask(name: str) -> str:
    if not sys.stdin.isatty():
        raise CommandError("No terminal to ask for the password: set ARCHIVE_STAFF_PASSWORD.")
    password = getpass(f"Password for {name}: ")
    if getpass("Once more: ") != password:
        raise CommandError("The two passwords differ; nothing was made.")
    return password
