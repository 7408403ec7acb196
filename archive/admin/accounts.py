"""Accounts of staff: Django's own pages, with who is locked out and who shows a second factor."""

from typing import Any

from axes.models import AccessAttempt
from django.contrib import admin, messages
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import User
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest
from django_otp.plugins.otp_static.models import StaticDevice
from django_otp.plugins.otp_totp.models import TOTPDevice

from archive.admin.signing_in.devices import forget
from archive.admin.signing_in.locked import unlock

# django-otp's own pages show the keys of telephones; what staff need of them stands here.
admin.site.unregister([User, TOTPDevice, StaticDevice])


@admin.register(User)
class StaffAccounts(UserAdmin):  # type: ignore[type-arg]  # at run time it takes none
    list_display = ("username", "email", "first_name", "last_name", "is_staff", "has_second_factor")
    actions = ["forget_second_factor", "open_again"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[User]:
        confirmed = TOTPDevice.objects.filter(user=OuterRef("pk"), confirmed=True)
        accounts: QuerySet[User] = super().get_queryset(request).annotate(second_factor=Exists(confirmed))
        return accounts

    @admin.display(description="التحقق بخطوتين", boolean=True, ordering="second_factor")
    def has_second_factor(self, user: Any) -> bool:
        return bool(user.second_factor)

    @admin.action(description="أزل هاتف التحقق (لمن فقد هاتفه)", permissions=["change"])
    def forget_second_factor(self, request: HttpRequest, chosen: QuerySet[User]) -> None:
        for user in chosen:
            if forget(user):
                self.log_change(request, user, "أزيل هاتف التحقق ورموز الاستعادة.")
                said = f"«{user}»: أزيل هاتف التحقق، ويُسجَّل هاتف آخر عند الدخول التالي."
                self.message_user(request, said, messages.SUCCESS)
            else:
                self.message_user(request, f"«{user}»: لا هاتف مسجَّلاً لهذا الحساب.", messages.WARNING)

    @admin.action(description="افتح الدخول الموقوف بعد محاولات فاشلة", permissions=["change"])
    def open_again(self, request: HttpRequest, chosen: QuerySet[User]) -> None:
        names = set(chosen.values_list("username", flat=True))
        failed = AccessAttempt.objects.filter(username__in=names)
        locked = sorted({str(name) for name in failed.values_list("username", flat=True)})
        unlock(locked)
        for name in locked:
            self.message_user(request, f"«{name}»: يمكن الدخول من جديد.", messages.SUCCESS)
        if not locked:
            self.message_user(request, "لا محاولات فاشلة لهذه الحسابات.", messages.WARNING)
