from django.apps import AppConfig


class SiteConfig(AppConfig):
    """Makes the system checks of this package known to Django, and what is logged of signing in."""

    name = "config"
    verbose_name = "إعدادات الموقع"

    def ready(self) -> None:
        from config import checks, metrics, sessions, sign_in_log

        checks.register_all()
        sign_in_log.listen()
        sessions.listen()
        metrics.listen()
