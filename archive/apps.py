from typing import Any

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class ArchiveConfig(AppConfig):
    name = "archive"
    verbose_name = "أرشيف التوصيات"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        # When its own migrations have run, every model has its permissions: Django's app of them was asked before.
        post_migrate.connect(_settle_roles, sender=self)


def _settle_roles(**_told: Any) -> None:
    from archive.admin.roles import settle_roles

    settle_roles()
