"""What a person should know of how a document was read: a sentence for each thing that was met."""

from collections.abc import Collection

from ..lines import CHANGED
from .inline import Seen

_SENTENCES = {
    "tracked": CHANGED,
    "hidden": "في المستند نص مخفي لا يُطبع، فتُرك.",
    "comments": "في المستند تعليقات على الهامش ليست من النص، فتُركت.",
    "elsewhere": "في المستند أجزاء مأخوذة من ملفات أخرى لم تُقرأ. افتحه في Word واحفظه من جديد لتدخل في نصه.",
    "numbers_in_fields": "في المستند أرقام تلقائية مولّدة بحقول (LISTNUM أو AUTONUM)، فعُدّت كما يعدّها Word. "
    "قابل الترقيم بالأصل.",
}
_FORMS = "في المستند أرقام تلقائية بصيغة غير معروفة ({forms})، فكُتبت أرقاماً. قابل الترقيم بالأصل."
_RENUMBERED = "في المستند حواشٍ في ذيل الصفحات وأخرى في آخره؛ رُقّمت الأخيرة بعد الأولى لئلا يتكرر رقم."


def remarks(seen: Seen, forms: Collection[str], *, renumbered: bool) -> list[tuple[str, str]]:
    """Code and Arabic sentence of each."""
    found = [(code, sentence) for code, sentence in _SENTENCES.items() if getattr(seen, code)]
    if forms:
        found.append(("unknown_numbers", _FORMS.format(forms="، ".join(sorted(forms)))))
    if renumbered:
        found.append(("notes_renumbered", _RENUMBERED))
    return found
