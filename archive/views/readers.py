"""Who reads: whoever has no session is the public, and no session is asked for to know it."""

from django.conf import settings
from django.http import HttpRequest


def is_staff(request: HttpRequest) -> bool:
    return settings.SESSION_COOKIE_NAME in request.COOKIES and request.user.is_staff
