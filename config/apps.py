from django.apps import AppConfig


class SiteConfig(AppConfig):
    """Makes the system checks of this package known to Django."""

    name = "config"
    verbose_name = "إعدادات الموقع"

    def ready(self) -> None:
        from config import checks, metrics

        checks.register_all()
        metrics.listen()
