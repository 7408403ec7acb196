"""forget_second_factor: for whoever lost telephone and recovery codes, where nobody else may sign in either."""

from argparse import ArgumentParser
from typing import Any

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError

from archive.admin.signing_in.devices import forget


class Command(BaseCommand):
    help = "Removes the second factor of an account; at the next sign-in another telephone is taken up."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("name", help="the name to sign in with")

    def handle(self, *args: Any, name: str, **options: Any) -> None:
        account = get_user_model().objects.filter(username=name).first()
        if account is None:
            raise CommandError(f"There is no account {name}.")
        if forget(account):
            self.stdout.write(f"The second factor of {name} was removed; the next sign-in takes up another telephone.")
        else:
            self.stdout.write(f"The account {name} has no second factor; nothing was changed.")
