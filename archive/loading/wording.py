"""What became of rows and files, in words: those of the load report, of its dry run and of the admin alike."""

from .changes import Change, Status
from .merge import Outcome

#: One row of a kind, and all of them.
KIND_NAMES = {
    "body": ("هيئة", "الهيئات"),
    "meeting": ("اجتماع", "الاجتماعات"),
    "agenda_item": ("بند", "بنود جدول الأعمال"),
    "document": ("وثيقة", "الوثائق"),
    "section": ("قسم", "الأقسام"),
    "paragraph": ("فقرة", "الفقرات"),
    "footnote": ("حاشية", "الحواشي"),
    "recommendation": ("توصية", "التوصيات"),
    "subparagraph": ("فقرة فرعية", "الفقرات الفرعية"),
    "erratum": ("تصويب", "التصويبات"),
    "instrument": ("صك", "الصكوك"),
    "article": ("مادة", "مواد الصكوك"),
    "topic": ("موضوع", "المواضيع"),
    "topic_rule": ("قاعدة موضوع", "قواعد المواضيع"),
    "operative_clause": ("صيغة تنفيذية", "الصيغ التنفيذية"),
    "citation": ("استشهاد", "الاستشهادات"),
    "topic_assignment": ("إسناد إلى موضوع", "الإسناد إلى المواضيع"),
    "kinship": ("صلة", "الصلات بين التوصيات"),
    "follow_up": ("إفادة لاحقة", "ما أُفيد به لاحقاً"),
}
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
    line = f"{OUTCOME_NAMES[change.outcome]}: {KIND_NAMES[change.kind][0]} {change.locator}"
    return f"{line} ({names})" if names else line
