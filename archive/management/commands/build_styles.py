"""build_styles: static/css/*.css → static/css/site.css, the one file that a page asks for."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

#: In the order of the cascade.
PARTS = ("tokens", "base", "layout", "lists", "search", "picture", "recommendation", "meeting", "document", "print")
HEADER = "/* Built by `manage.py build_styles` from the files beside it. Change those, not this one. */\n"


class Command(BaseCommand):
    help = "Joins the style sheets into static/css/site.css. Run it after every change of one of them."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--check", action="store_true", help="write nothing; fail if site.css is stale")

    def handle(self, *args: Any, check: bool, **options: Any) -> None:
        target = folder() / "site.css"
        joined = join_styles()
        if target.exists() and target.read_text("utf-8") == joined:
            return
        if check:
            raise CommandError("static/css/site.css is stale. Run manage.py build_styles.")
        target.write_text(joined, "utf-8")
        self.stdout.write("built static/css/site.css")


def folder() -> Path:
    return Path(settings.BASE_DIR) / "static" / "css"


def join_styles() -> str:
    """The text of all parts, one after the other."""
    return HEADER + "\n".join((folder() / f"{part}.css").read_text("utf-8") for part in PARTS)
