"""The meetings with provisional texts, and a meeting that is only now being held."""

from typing import Any

from django.db.models import Count, Max, Q
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.cache import never_cache

from archive.admin.entries import DayField
from archive.admin.meetings import MeetingForm
from archive.derivations.by_hand import save_by_hand
from archive.models import Batch, Body, Meeting, Published

from .doors import log, page, write

_NOT_WITHDRAWN = [choice for choice in Published.State.choices if choice[0] != Published.State.WITHDRAWN]


class HeldMeetingForm(MeetingForm):
    """Body, ordinal, days and place of a meeting; without an ordinal it is the next of its body."""

    class Meta(MeetingForm.Meta):
        fields: Any = ("body", "number", "place", "start", "end", "state")
        field_classes = {"start": DayField, "end": DayField}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        number: Any = self.fields["number"]
        number.required, number.help_text = False, "اتركه فارغاً ليكون الاجتماع التالي لآخر اجتماعات الهيئة."
        state: Any = self.fields["state"]
        state.choices = _NOT_WITHDRAWN
        body: Any = self.fields["body"]
        body.queryset = Body.objects.order_by("symbol")

    def clean(self) -> None:
        super().clean()
        body = self.cleaned_data.get("body")
        if body is not None and "number" not in self.errors and not self.cleaned_data.get("number"):
            last = Meeting.objects.filter(body=body).aggregate(last=Max("number"))["last"]
            self.cleaned_data["number"] = (last or 0) + 1


@never_cache
def provisional_lists(request: HttpRequest) -> HttpResponse:
    """The lists there are; a meeting is made, and its list opened, by one form."""
    may_add = request.user.has_perm("archive.add_meeting")
    form = None
    if may_add:
        form = HeldMeetingForm(request.POST or None, initial={"body": _last_body(), "state": Published.State.PUBLISHED})
        if request.method == "POST" and form.is_valid():
            meeting: Meeting = form.save(commit=False)

            def make() -> tuple[str, str]:
                save_by_hand(meeting)
                log(request, [meeting], "أُضيف لقائمة مؤقتة.", is_new=True)
                address = reverse("provisional_list", args=[meeting.slug])
                return address, f"أُضيف {meeting}. أدخل توصياته كما يُتفق عليها."

            return write(request, Batch.Act.EDIT, str(meeting), make)
    provisional = Q(recommendations__is_provisional=True) & ~Q(recommendations__state=Published.State.WITHDRAWN)
    counted = Meeting.objects.select_related("body").annotate(waiting=Count("recommendations", filter=provisional))
    lists = counted.filter(waiting__gt=0).order_by("body__symbol", "-number")
    return page(request, "lists", "القوائم المؤقتة", lists=lists, form=form)


def _last_body() -> Body | None:
    """That of the latest meeting with recommendations."""
    last = Meeting.objects.filter(recommendations__isnull=False).order_by("-start").select_related("body").first()
    return last.body if last else None
