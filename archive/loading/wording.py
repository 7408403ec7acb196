"""What became of rows and files, in words: those of the load report, of its dry run and of the admin alike."""

from archive.record.merge import Outcome

from .changes import Change, Status

OUTCOME_NAMES: dict[Outcome, str] = {
    "created": "إضافة",
    "updated": "تحديث",
    "unchanged": "بلا تغيير",
    "kept": "إبقاء ما عدّله الموظفون",
    "conflict": "تعارض",
    "missing": "غاب عن المصدر",
}
#: A run names the files that were refused beside those that were planned.
STATUS_NAMES: dict[Status | str, str] = {
    "created": "أُضيفت",
    "updated": "حُدّثت",
    "unchanged": "بلا تغيير",
    "copy": "نسخة من وثيقة محفوظة؛ لم يتغير المحفوظ",
    "truncated": "نسخة مبتورة؛ لم يتغير المحفوظ",
    "refused": "رُفض",
}
SEVERITY_NAMES = {"info": "معلومة", "warning": "تنبيه", "error": "خطأ"}


def describe(change: Change) -> str:
    """«تحديث: فقرة ctoc-cop-10#p12 (text)»."""
    names = "، ".join(one.field for one in change.fields)
    line = f"{OUTCOME_NAMES[change.outcome]}: {change.kind.names[0]} {change.locator}"
    return f"{line} ({names})" if names else line
