"""Accounts of staff: Django's own pages, with who is locked out and who shows a second factor."""

from typing import Any

from axes.models import AccessAttempt
from django.contrib import admin, messages
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.models import Group, Permission, User
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.forms import CheckboxSelectMultiple
from django.http import HttpRequest
from django_otp.plugins.otp_static.models import StaticDevice
from django_otp.plugins.otp_totp.models import TOTPDevice

from archive.admin import display
from archive.admin.roles import ROLES
from archive.admin.selecting import BoundedSelection
from archive.admin.signing_in.devices import forget
from archive.admin.signing_in.locked import unlock
from archive.admin.signing_in.open_sessions import end_sessions
from archive.admin.signing_in.own_sessions import say_ended
from archive.admin.typed import AnyMultipleRowsField

# django-otp's own pages show the keys of telephones; what staff need of them stands here.
admin.site.unregister([User, Group, TOTPDevice, StaticDevice])

#: What Django calls in English what may be done with a kind of rows.
_DEEDS = {"add": "إضافة", "change": "تعديل", "delete": "حذف", "view": "اطلاع"}


class RolesField(AnyMultipleRowsField):
    """Groups of permissions by the names of the roles that they are."""

    def label_from_instance(self, obj: Any) -> str:
        return name_of_group(obj)


class PermissionsField(AnyMultipleRowsField):
    """«توصية: تعديل»."""

    def label_from_instance(self, obj: Any) -> str:
        return name_of_permission(obj)


def name_of_group(group: Any) -> str:
    return f"{ROLES[group.name].name} ({group.name})" if group.name in ROLES else str(group.name)


def name_of_permission(permission: Any) -> str:
    deed = permission.codename.partition("_")[0]
    return f"{permission.content_type.name}: {_DEEDS.get(deed, permission.name)}"


def _named_in_arabic(db_field: Any, kwargs: dict[str, Any]) -> None:
    """Permissions and groups as the desk calls them."""
    if db_field.name in ("user_permissions", "permissions"):
        kwargs["form_class"] = PermissionsField
        # What other parts of the program count and keep is given to nobody by hand.
        asked = Q(content_type__app_label="archive") | Q(content_type__app_label="auth", content_type__model="user")
        kwargs["queryset"] = Permission.objects.filter(asked).select_related("content_type")
    elif db_field.name == "groups":
        kwargs["form_class"] = RolesField
        kwargs["widget"] = CheckboxSelectMultiple()


_SUPERUSERS_ALONE = ("is_superuser", "user_permissions")


def _is_superuser(request: HttpRequest) -> bool:
    return bool(getattr(request.user, "is_superuser", False))


class OfRole(admin.SimpleListFilter):
    """Accounts of a role, by the name that the desk calls it."""

    title = "الدور"
    parameter_name = "role"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [(code, role.name) for code, role in ROLES.items()]

    def queryset(self, request: HttpRequest, queryset: QuerySet[User]) -> QuerySet[User]:
        return queryset.filter(groups__name=self.value()) if self.value() in ROLES else queryset


@admin.register(User)
class StaffAccounts(BoundedSelection, UserAdmin):  # type: ignore[type-arg]  # at run time it takes none
    list_display = ("username", "full_name", "email", "roles", "staff", "has_second_factor")
    list_filter = ("is_staff", "is_superuser", "is_active", OfRole)
    # Django's two boxes with arrows speak English to Arabic readers.
    filter_horizontal = ()
    actions = ["forget_second_factor", "open_again", "sign_out"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[User]:
        confirmed = TOTPDevice.objects.filter(user=OuterRef("pk"), confirmed=True)
        accounts: QuerySet[User] = super().get_queryset(request).annotate(second_factor=Exists(confirmed))
        accounts = accounts.prefetch_related("groups")
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
        _named_in_arabic(db_field, kwargs)
        if db_field.name == "groups" and not _is_superuser(request):
            kwargs["queryset"] = Group.objects.filter(name__in=ROLES).order_by("name")
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    @admin.display(description="الدور")
    def roles(self, user: Any) -> str:
        if user.is_superuser:
            return "مدير عام"
        groups = [group.name for group in user.groups.all()]
        return "، ".join(ROLES[name].name if name in ROLES else name for name in groups) or display.NOTHING

    @admin.display(description="الاسم", ordering="first_name")
    def full_name(self, user: Any) -> str:
        return user.get_full_name() or display.NOTHING

    @admin.display(description="من الموظفين", ordering="is_staff")
    def staff(self, user: Any) -> str:
        return display.show_truth(user.is_staff)

    @admin.display(description="التحقق بخطوتين", ordering="second_factor")
    def has_second_factor(self, user: Any) -> str:
        return display.show_truth(user.second_factor)

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

    @admin.action(description="أنهِ جلسات هذه الحسابات", permissions=["change"])
    def sign_out(self, request: HttpRequest, chosen: QuerySet[User]) -> None:
        for user in chosen:
            # The hand that asks stays where it is.
            but = request.session.session_key if user == request.user else None
            ended = end_sessions(user, but=but)
            if ended:
                self.log_change(request, user, "أُنهيت جلساته.")
            self.message_user(request, f"«{user}»: {say_ended(ended)}", messages.SUCCESS)


@admin.register(Group)
class RoleGroups(GroupAdmin):
    """Groups by the names of the roles that they are; what a role gives is brought up to date by every migration."""

    list_display = ("named",)

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest | None = None, **kwargs: Any) -> Any:
        _named_in_arabic(db_field, kwargs)
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    @admin.display(description="الدور", ordering="name")
    def named(self, group: Any) -> str:
        return name_of_group(group)
