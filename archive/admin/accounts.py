"""Accounts of staff: Django's own pages, with who is locked out and who shows a second factor."""

from typing import Any

from axes.models import AccessAttempt
from django.contrib import admin, messages
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import Group, User
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest
from django_otp.plugins.otp_static.models import StaticDevice
from django_otp.plugins.otp_totp.models import TOTPDevice

from archive.admin.roles import ROLES
from archive.admin.signing_in.devices import forget
from archive.admin.signing_in.locked import unlock

# django-otp's own pages show the keys of telephones; what staff need of them stands here.
admin.site.unregister([User, TOTPDevice, StaticDevice])


_SUPERUSERS_ALONE = ("is_superuser", "user_permissions")


def _is_superuser(request: HttpRequest) -> bool:
    return bool(getattr(request.user, "is_superuser", False))


@admin.register(User)
class StaffAccounts(UserAdmin):  # type: ignore[type-arg]  # at run time it takes none
    list_display = ("username", "email", "first_name", "last_name", "is_staff", "has_second_factor")
    actions = ["forget_second_factor", "open_again"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[User]:
        confirmed = TOTPDevice.objects.filter(user=OuterRef("pk"), confirmed=True)
        accounts: QuerySet[User] = super().get_queryset(request).annotate(second_factor=Exists(confirmed))
        # Who is no superuser reaches no superuser's account: neither its password nor its telephone.
        return accounts if _is_superuser(request) else accounts.filter(is_superuser=False)

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """Rights are given by roles; single ones, and all at once, are a superuser's to give."""
        own = super().get_fieldsets(request, obj)
        if _is_superuser(request):
            return own
        return [
            (title, {**part, "fields": tuple(name for name in part["fields"] if name not in _SUPERUSERS_ALONE)})
            for title, part in own
        ]

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Of groups those that are roles."""
        if db_field.name == "groups" and not _is_superuser(request):
            kwargs["queryset"] = Group.objects.filter(name__in=ROLES).order_by("name")
        return super().formfield_for_manytomany(db_field, request, **kwargs)

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
