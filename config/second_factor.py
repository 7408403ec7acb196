"""Where a second factor is asked for, who has shown a password alone is nobody yet."""

from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django_otp.middleware import OTPMiddleware

from config.middleware import GetResponse


class SecondFactor:
    """Leads staff who are half signed in to the page of the code; every other page meets them as a reader.

    Does nothing where SECOND_FACTOR does not ask for it, nor for whoever sends no cookie of a session.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response
        self._knowing_devices = OTPMiddleware(self._answer)

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not settings.SECOND_FACTOR or settings.SESSION_COOKIE_NAME not in request.COOKIES:
            return self.get_response(request)
        response: HttpResponse = self._knowing_devices(request)
        return response

    def _answer(self, request: HttpRequest) -> HttpResponse:
        # django-otp has given it `is_verified`, which no type knows of.
        user: Any = request.user
        if user.is_authenticated and not user.is_verified():
            page, admin = reverse("second_factor"), reverse("admin:index")
            if request.path_info.startswith(admin):
                if request.path_info not in (page, reverse("admin:logout")):
                    asked = request.get_full_path() if request.method == "GET" else admin
                    return HttpResponseRedirect(f"{page}?{urlencode({'next': asked})}")
            else:
                request.user = AnonymousUser()
        return self.get_response(request)
