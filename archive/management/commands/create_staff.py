"""create_staff: makes the first staff account, once; script/server --staff calls it."""

import sys
from argparse import ArgumentParser
from getpass import getpass
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError


class Command(BaseCommand):
    help = "Makes a staff account that may do everything at /admin/. An account that exists is left as it is."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("name", help="the name to sign in with")
        parser.add_argument("--stdin", action="store_true", help="read the password from standard input")

    def handle(self, *args: Any, name: str, stdin: bool, **options: Any) -> None:
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
        accounts.objects.create_superuser(username=name, password=password)
        self.stdout.write(f"The account {name} was made; sign in at /admin/.")


def _ask(name: str) -> str:
    if not sys.stdin.isatty():
        raise CommandError("No terminal to ask for the password: set ARCHIVE_STAFF_PASSWORD.")
    password = getpass(f"Password for {name}: ")
    if getpass("Once more: ") != password:
        raise CommandError("The two passwords differ; nothing was made.")
    return password
