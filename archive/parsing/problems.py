"""The closed list of what a reader can find wrong with a text, and how grave it is.

A problem never stops the reading: the text is kept as printed and the problem is reported beside it.
"""

from dataclasses import dataclass
from typing import Literal

Severity = Literal["info", "warning", "error"]

#: code -> (severity, Arabic sentence with named places). The only place where these sentences stand.
PROBLEMS: dict[str, tuple[Severity, str]] = {
    "misprinted_number": ("warning", "طُبع الرقم «{printed}» في موضع الرقم {number} الذي يقتضيه التسلسل."),
    "missing_number": ("warning", "لا أثر {numbers} في هذا التسلسل."),
    "doubled_number": ("warning", "تكرر الرقم {number}؛ حُفظ النصان كما طُبعا."),
    "given_number": ("info", "طُبع «{printed}»، ورقمه {number} بحسب من راجع الملف."),
    "given_number_unprinted": ("info", "لم يُطبع هنا رقم، ورقمه {number} بحسب من راجع الملف."),
    "given_series": ("info", "يبدأ العدّ هنا من جديد بالرقم {number}، بحسب من راجع الملف."),
    "given_continuation": ("info", "الرقم {number} تتمة لما سبق من العدّ، بحسب من راجع الملف."),
    "given_as_text": ("info", "ما في أول هذا السطر من النص وليس رقماً له، بحسب من راجع الملف."),
    "given_number_taken": (
        "error",
        "الرقم {number} الذي ذُكر لهذا السطر هو رقم السطر {other} في العدّ نفسه؛ صحّح أحد الرقمين.",
    ),
    "unused_given_number": ("warning", "ذُكر لهذا السطر رقم، وليس فيه نص يُرقَّم؛ لم يؤخذ به."),
    "misprinted_label": (
        "warning",
        "طُبعت العلامة «{printed}» في موضع العلامة «{label}» التي يقتضيها التسلسل.",
    ),
    "missing_label": ("warning", "لا أثر للعلامة «{label}» في هذا التسلسل؛ بقيت العلامات بعدها كما طُبعت."),
    "contents_without_text": (
        "warning",
        "قائمة محتويات لم يُعرف بعدها أول العناوين التي تذكرها؛ لم تؤخذ عناوينها عناوين للنص.",
    ),
    "unplaced_line": ("warning", "سطر لم يُعرف موضعه في بنية الوثيقة فحُفظ على حدة."),
    "unknown_kind": (
        "error",
        "لم يُعرف نوع الوثيقة: ليست {none_of}.",
    ),
    "unknown_body": ("warning", "لم يُعرف اسم الهيئة؛ يمكن بيانه في ملف manifest.toml."),
    "unknown_body_offered": (
        "warning",
        "لا يعرف الأرشيف الهيئة «{name}» ({symbol}). أضف الهيئة «{name}»؟ يكفي في ملف manifest.toml: "
        '[[body]] symbol = "{symbol}", name_ar = "{name}", term = "{term}" (كل مفتاح في سطر).',
    ),
    "contradicting_body": (
        "warning",
        "يدل رمز الوثيقة على الهيئة {symbol} واسمها على الغلاف اسم الهيئة {name}؛ أُخذ بالرمز.",
    ),
    "body_named_otherwise": (
        "warning",
        "تسمي الوثيقة الهيئة {symbol} باسم لا يعرفه الأرشيف: «{name}»؛ إن صح فأضفه إلى written_as في manifest.toml.",
    ),
    "unknown_title": ("warning", "لم يُعرف عنوان الوثيقة؛ يمكن بيانه في ملف manifest.toml أو في الإدارة."),
    "doubtful_title": (
        "warning",
        "أُخذ «{title}» عنواناً للوثيقة، وعلى غلافها نصوص أخرى قد تكون العنوان؛ راجعه.",
    ),
    "unknown_meeting": ("warning", "لم يُعرف رقم الاجتماع أو الدورة؛ يمكن بيانه في ملف manifest.toml."),
    "unknown_agenda_item": ("info", "لم يُعرف بند جدول الأعمال الذي تندرج تحته التوصيات {numbers}."),
    "empty_text": ("warning", "الرقم {number} مطبوع بلا نص بعده."),
    "no_recommendations": ("warning", "لم يُعثر في الوثيقة على أي توصية."),
    "footnote_without_mark": ("info", "حاشية «{marker}» لا تقابلها إشارة في المتن."),
    "mark_without_footnote": ("info", "إشارة الحاشية «{marker}» لا تقابلها حاشية."),
    "doubtful_recommendation": (
        "warning",
        "نصوص حيث ترد التوصيات ولا يتضح أهي توصيات أم لا، أو أي توصية هي: {numbers}؛ يلزم النظر فيها.",
    ),
    "proposed_recommendations": (
        "warning",
        "يصف العنوان هذه التوصيات بأنها مقترحة؛ يلزم التحقق من اعتمادها.",
    ),
    "several_papers": (
        "error",
        "يبدأ هنا غلاف وثيقة أخرى: في الملف أكثر من وثيقة؛ افصلها في ملفات.",
    ),
    "pages_out_of_order": (
        "error",
        "الفقرات المنتهية بما قبل الرقم {number} مطبوعة بعده: يبدو أن صفحات النسخة ليست بترتيبها.",
    ),
    "unused_erratum": ("warning", "تصويب مؤكد لا يطابق شيئاً في هذا السطر: «{printed}»."),
    "overlapping_errata": ("info", "تصويب مؤكد يداخله تصويب أطول منه أُخذ به دونه: «{printed}»."),
    "declared_otherwise": (
        "warning",
        "يذكر ملف manifest.toml «{declared}» ويقرأ النص «{read}» ({field})؛ أُخذ بالمذكور.",
    ),
    "contradiction": (
        "warning",
        "يخالف هذا المصدر مصدراً أوثق منه في {field}: يذكر «{stated}» والمأخوذ به «{held}».",
    ),
    "truncated_copy": (
        "warning",
        "نسخة مبتورة من وثيقة محفوظة ({document}): ينقصها آخر النص، فلم يؤخذ منها شيء وبقي المحفوظ كاملاً.",
    ),
    # A paper in another language that numbers otherwise than the one that is held.
    "language_differs": ("warning", "{sentence}"),
    # What the reader did or noticed: an encoding that was inferred, letters lost before they came to us.
    "encoding": ("warning", "{sentence}"),
}


@dataclass(frozen=True, slots=True)
class Problem:
    """What was found, where. `line` is the line in the source, 0 where it concerns the whole text.

    `place` says in words where that is in a file that has no lines.
    """

    code: str
    severity: Severity
    line: int
    message: str
    place: str = ""

    @property
    def where(self) -> str:
        """«السطر 12: », or the place in the file; "" where it concerns the whole text."""
        place = self.place or (f"السطر {self.line}" if self.line else "")
        return f"{place}: " if place else ""


def problem(code: str, line: int, **places: object) -> Problem:
    """The problem `code` at `line`, its sentence filled with `places`. KeyError for an unknown code."""
    severity, sentence = PROBLEMS[code]
    return Problem(code, severity, line, sentence.format(**places))
