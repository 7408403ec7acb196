"""In whose name a request writes, what it does and why: as the history will have it."""

from typing import Any

from django.contrib.auth.models import User
from django.http import HttpRequest

from archive.models import Batch
from archive.record.history.journal import Acting

#: The field of every form in which the reason may be said.
WHY = "_why"


def signed_in(request: HttpRequest) -> User | None:
    """The account of whoever asks."""
    return request.user if isinstance(request.user, User) else None


def person_acting(request: HttpRequest, act: Batch.Act, said: str = "") -> Acting:
    """Whoever is signed in, with the reason that the form gives."""
    return Acting(by=signed_in(request), act=act, said=said, why=" ".join(request.POST.get(WHY, "").split()))


def action_named(site: Any, request: HttpRequest) -> str:
    """What an action that was chosen in a list is called; empty for a list whose cells were edited."""
    chosen = request.POST.get("action", "") if request.method == "POST" else ""
    known = site.get_actions(request).get(chosen) if chosen else None
    return str(known[2]) % {"verbose_name_plural": site.opts.verbose_name_plural} if known else ""
