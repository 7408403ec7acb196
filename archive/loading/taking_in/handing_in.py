"""What staff do with a file: hand it in, answer what it asks, put it into the archive as shown, or leave it.

Each is one conditional change of state, so that of two who press at once one is heard and the other is told.
"""

import hashlib
import re
from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

from django.contrib.auth.models import User
from django.utils import timezone

from archive.loading.changes import Refusal
from archive.loading.intake import COMPANIONS
from archive.models import Upload

from . import apart
from .work import work_on

#: Bytes of a file that is handed in: no paper comes near; the reader's own limit is lower and says so itself.
LARGEST = 50_000_000
#: A file of so many bytes is read while its sender waits, within a second; to start a process would take longer.
AT_ONCE = 150_000
#: Seconds in which a file that was just handed in finds its process.
_GRACE = timedelta(seconds=5)

_State = Upload.State
_DIED = "توقف العمل قبل أن يتم، ولم يُكتب منه شيء في الأرشيف. أعد المحاولة."
_SAID = {
    _State.READING: "الملف يُقرأ الآن. انتظر حتى تظهر لك نتيجة القراءة.",
    _State.APPLYING: "يُدخل هذا الملف في الأرشيف الآن؛ ولا يُدخل مرتين.",
    _State.APPLIED: "أُدخل هذا الملف من قبل؛ ولا يُدخل مرتين.",
    _State.LEFT: "تُرك هذا الملف. إن أردته فاطلب قراءته من جديد.",
    _State.REFUSED: "رُفض هذا الملف ولم يُحفظ. سلّم نسخة سليمة منه.",
    _State.FAILED: "توقف العمل في هذا الملف. اطلب قراءته من جديد.",
    _State.ASKS: "ينتظر هذا الملف جواباً قبل أن يُدخل.",
    _State.PLANNED: "أُعد الحساب منذ فُتحت هذه الصفحة، فلم يُدخل شيء. انظر ما سيتغير الآن ثم قرّر.",
}


class AlreadyHandedIn(Exception):
    """The same bytes wait already. `upload` is where."""

    def __init__(self, upload: Upload) -> None:
        super().__init__(upload.pk)
        self.upload = upload


def hand_in(name: str, data: bytes, by: User | None) -> Upload:
    """Keep the file and have it read. Raises AlreadyHandedIn, Refusal for a name that is none."""
    name = bare_name(name)
    sha256 = hashlib.sha256(data).hexdigest()
    waiting = Upload.objects.unfinished().filter(sha256=sha256).first()
    if waiting is not None:
        raise AlreadyHandedIn(waiting)
    upload: Upload = Upload.objects.create(name=name, sha256=sha256, size=len(data), data=data, by=by)
    if len(data) <= AT_ONCE:
        work_on(upload.pk)
    else:
        apart.start("upload", upload.pk, work_on)
    return upload


def bare_name(name: str) -> str:
    """The name of a file without its folder. Raises Refusal with a sentence for one that cannot be a paper's."""
    bare = re.sub(r"[\x00-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069]", "", re.split(r"[/\\]", name)[-1]).strip()
    if not bare or bare.startswith(".") or len(bare) > 200:
        raise Refusal("اسم الملف لا يصلح: سمِّه باسم قصير لا يبدأ بنقطة، ثم أعد المحاولة.")
    if bare in COMPANIONS:
        raise Refusal(f"«{bare}» ملف يرافق المصادر وليس وثيقة. سلّم الوثيقة نفسها.")
    return bare


def put_in(upload: Upload, *, seen: str, by: User | None) -> None:
    """Put it into the archive as it was shown: `seen` names the plan. Raises Refusal with the reason."""
    change = {"state": _State.APPLYING, "decided_by": by, "decided_at": timezone.now(), "reason": "", "stage": ""}
    _begin(upload, (_State.PLANNED,), change, plan_digest=seen)


def answer(upload: Upload, answers: Mapping[str, Any], *, name: str = "") -> None:
    """Read and plan it anew with these facts. Raises Refusal where it is beyond that."""
    change = {"state": _State.READING, "answers": dict(answers), "reason": "", "stage": ""}
    _begin(upload, _OPEN, {**change, **({"name": bare_name(name)} if name else {})})


def plan_again(upload: Upload) -> None:
    """Read and plan it anew. Raises Refusal where it is beyond that."""
    _begin(upload, _OPEN, {"state": _State.READING, "reason": "", "stage": ""})


def leave(upload: Upload, *, by: User | None) -> None:
    """Let it be; the file stays. Raises Refusal where it is beyond that."""
    change = {"state": _State.LEFT, "decided_by": by, "decided_at": timezone.now(), "stage": ""}
    if not Upload.objects.filter(pk=upload.pk, state__in=_OPEN).update(**change):
        raise _beyond(upload)


#: What may still be decided about.
_OPEN = (_State.PLANNED, _State.ASKS, _State.FAILED, _State.LEFT)


def _begin(upload: Upload, states: tuple["Upload.State", ...], change: dict[str, Any], **also: Any) -> None:
    def changed() -> bool:
        return bool(Upload.objects.filter(pk=upload.pk, state__in=states, **also).update(**change))

    if not apart.start("upload", upload.pk, work_on, changed):
        raise _beyond(upload)


def _beyond(upload: Upload) -> Refusal:
    return Refusal(_SAID[_State(Upload.objects.get(pk=upload.pk).state)])


def settle_dead(uploads: Callable[[], Any] = Upload.objects.all) -> None:
    """Say of those whose process has died that they were not put in: the database took back what it was at."""
    at_work = uploads().filter(state__in=(_State.READING, _State.APPLYING), at__lt=timezone.now() - _GRACE)
    for key, state in at_work.values_list("pk", "state"):
        if not apart.is_alive("upload", key):
            Upload.objects.filter(pk=key, state=state).update(state=_State.FAILED, reason=_DIED, stage="")
