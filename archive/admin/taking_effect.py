"""Edits of what the rules go by: when they take effect, said on the form, and what they changed, said after it.

What an edit would change is shown before it is saved, whenever that is asked for (`effects`).
"""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from archive.derivations.by_hand import Following, edits_take_effect_at_once
from archive.record.kinds import KIND_BY_NAME

from .base import ArchiveAdmin
from .effects import (
    NEED_ACKNOWLEDGING,
    SEEN,
    SHOW,
    hidden_by,
    is_only_shown,
    show_again,
    try_out,
)
from .typed import AnyModelAdmin

#: Of so many recommendations that came under a topic, or left it, the addresses are told.
_TOLD = 10
_AT_ONCE = (
    "يسري ما تعدّله هنا حالما تحفظه: تُقرأ نصوص الأرشيف من جديد، ثم تُذكر لك حصيلة ما تغيّر. "
    "وما أكده الموظفون أو رفضوه أو أضافوه يبقى على حاله."
)
_LATER = (
    "الأرشيف كبير، فلا يسري ما تعدّله هنا على المحفوظ إلا بعد إعادة الحساب: اضغط «أعد الحساب» في قائمة المواضيع، "
    "أو «أعد تحميل المصادر» في «أعمال على المصادر». وما أكده الموظفون أو رفضوه أو أضافوه يبقى على حاله."
)
_SAVED = "حُفظ التعديل ولم يسرِ بعد: اضغط «أعد الحساب» في قائمة المواضيع."
_PAIRS_WAIT = (
    "أما الصلات بين التوصيات وما أُفيد به لاحقاً فتُحسب عند التحميل التالي: اضغط «أعد تحميل المصادر» في «أعمال على "
    "المصادر»."
)


class TakesEffect(ArchiveAdmin):
    """Says when edits take effect, shows beforehand what they would change, and tells after each what became other."""

    change_form_template = "admin/archive/effect_form.html"

    def changeform_view(
        self, request: HttpRequest, object_id: str | None = None, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """With the key that asks for it nothing is saved: the form comes back as typed, with what would change."""
        if request.method != "POST" or not self._may_write(request, object_id):
            return super().changeform_view(request, object_id, form_url, extra_context)
        hidden = hidden_by(self, request, object_id)
        if SHOW not in request.POST and (not hidden or request.POST.get(SEEN) == NEED_ACKNOWLEDGING):
            return super().changeform_view(request, object_id, form_url, extra_context)
        answer, effect = try_out(self, request, object_id, form_url)
        if effect is None:
            return answer
        shown: dict[str, Any] = {"effect": effect, "is_acknowledged": bool(hidden), "seen": NEED_ACKNOWLEDGING}
        return show_again(self, request, object_id, form_url, {**(extra_context or {}), **shown})

    def _may_write(self, request: HttpRequest, object_id: str | None) -> bool:
        return self.has_add_permission(request) if object_id is None else self.has_change_permission(request)

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        form = super().get_form(request, obj, change, **kwargs)
        if not is_only_shown(request):
            return form
        # Without errors of its own, and yet not to be saved: Django shows it again as it was typed.
        return type(form.__name__, (form,), {"is_valid": lambda self: False})

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        (title, first), *rest = super().get_fieldsets(request, obj)
        return [(title, {**first, "description": when_edits_take_effect()}), *rest]

    def tell_what_followed(self, request: HttpRequest, response: HttpResponse, after: Following) -> None:
        """What was posted and not shown again was saved. Of a form in a small window the one below tells."""
        if isinstance(response, HttpResponseRedirect):
            tell_what_changed(self, request, after)


def when_edits_take_effect() -> str:
    """A sentence for the form."""
    return _AT_ONCE if edits_take_effect_at_once() else _LATER


def tell_what_changed(site: AnyModelAdmin, request: HttpRequest, after: Following) -> None:
    """Messages: how much of each kind became other, which recommendations came under a topic or left it."""
    if after.waits_for_load:
        site.message_user(request, _SAVED, messages.WARNING)
        return
    counts = [
        f"{KIND_BY_NAME[name].names[1]}: "
        f"{'، '.join(_counted(tally.created, tally.updated, tally.missing, tally.joined))}"
        for name, tally in after.done.tallies.items()
    ]
    told = f"أُعيد الحساب، وتغيّر به ما يلي — {'؛ '.join(counts)}." if counts else "أُعيد الحساب، فلم يتغير شيء."
    site.message_user(request, told, messages.SUCCESS)
    for topic in {**after.moves.entered, **after.moves.left}:
        entered = _shown("دخل فيه", after.moves.entered.get(topic, []))
        left = _shown("خرج منه", after.moves.left.get(topic, []))
        site.message_user(request, format_html("«{}»:{}{}", topic, entered, left), messages.INFO)
    if after.done.left:
        site.message_user(request, _PAIRS_WAIT, messages.WARNING)


def _counted(created: int, updated: int, missing: int, joined: int) -> list[str]:
    verbs = {"أُضيف": created, "تغيّر": updated, "زال": missing, "وُصل بما يشير إليه": joined}
    return [f"{verb} {count}" for verb, count in verbs.items() if count]


def _shown(verb: str, locators: list[str]) -> SafeString:
    if not locators:
        return SafeString("")
    shown = format_html_join("، ", '<bdi dir="ltr">{}</bdi>', ((one,) for one in locators[:_TOLD]))
    more = f" … ({len(locators)})" if len(locators) > _TOLD else ""
    return format_html(" {} {}{}.", verb, shown, more)
