"""Why a file is not read: one code and one Arabic sentence (the reason, then what to do) for each reason.

The sentence does not name the file; whoever reports it does.
"""

SIZE_LIMIT = 20_000_000  # bytes


class Unreadable(Exception):
    """A source that cannot be read. `code` is one of REASONS, `sentence` says why and what to do."""

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(sentence)
        self.code = code
        self.sentence = sentence


SAVE_AS_TEXT = "افتحه في البرنامج الذي أنشأه واحفظه نصاً صرفاً بترميز UTF-8، ثم أعد المحاولة."
SAVE_AS_DOCX = "افتحه في البرنامج الذي أنشأه واحفظه بصيغة DOCX (مستند Word)، ثم أعد المحاولة."
NEW_DOCX = "افتحه في Word أو LibreOffice واحفظه من جديد بصيغة DOCX، ثم أعد المحاولة."
NEW_COPY = "احصل على نسخة سليمة منه، أو أصلح هذا الموضع واحفظه بترميز UTF-8، ثم أعد المحاولة."

REASONS: dict[str, str] = {
    "missing": "لا يوجد ملف بهذا الاسم. تحقق من الاسم ومن المجلد.",
    "directory": "هذا مجلد لا ملف. اذكر ملفاً نصياً بعينه.",
    "not_a_file": "هذا ليس ملفاً عادياً يُقرأ (جهاز أو أنبوب). اذكر ملفاً نصياً.",
    "no_permission": "لا يسمح النظام بقراءة هذا الملف. امنح المستخدم الذي يشغّل البرنامج حق قراءته.",
    "io_error": "تعذرت قراءة الملف من القرص ({detail}). تحقق من القرص أو انسخ الملف من جديد.",
    "empty": "الملف فارغ: ليس فيه سوى مسافات أو علامات لا تُرى. ضع مكانه الملف الكامل أو احذفه.",
    "too_big": "حجم الملف يتجاوز 20 ميغابايت، وهو أكبر من أي وثيقة. اقسمه إلى ملفات، لكل وثيقة ملف.",
    "format": "هذا ملف {detail} لا نص صرف. " + SAVE_AS_TEXT,
    "other_document": "هذا ملف {detail}، وهي صيغة لا يقرؤها الأرشيف. " + SAVE_AS_DOCX,
    "macros": "في هذا المستند برامج مدمجة (وحدات ماكرو)، والأرشيف لا يقبلها. " + SAVE_AS_DOCX,
    "password": "هذا المستند محمي بكلمة مرور أو مشفّر. افتحه وأزل الحماية واحفظه بصيغة DOCX، ثم أعد المحاولة.",
    "bomb": "يتضخم الملف عند فك ضغطه تضخماً لا يكون في وثيقة ({detail})، فلم يُقرأ. " + NEW_DOCX,
    "broken_package": "الملف المضغوط مقطوع أو تالف فلا يُفتح. احصل على نسخة سليمة منه ثم أعد المحاولة.",
    "broken_part": "في الملف جزء مقطوع أو تالف أو غير مألوف البنية ({detail}). " + NEW_DOCX,
    "doctype": "يعلن الملف نوعاً خارجياً للمستند (DOCTYPE) في «{detail}»، وهذا لا يُقبل. " + NEW_DOCX,
    "not_a_paper": "هذا ملف XML ليس من صيغة AKN4UN التي تنشر بها الأمم المتحدة وثائقها. " + SAVE_AS_DOCX,
    "several_bodies": "في هذا الملف توصيات هيئات عدة، ولكل وثيقة هيئة واحدة. "
    "صدّر من الأرشيف توصيات كل هيئة في ملف، ثم أعد المحاولة.",
    "no_text": "لا نص في هذا المستند: لعله صور ممسوحة. ضع مكانه نسخة فيها النص نفسه.",
    "html": "هذه صفحة {detail} محفوظة باسم ملف نصي. افتحها في المتصفح وانسخ نصها إلى ملف نصي بترميز UTF-8.",
    "binary": "الملف ثنائي أو تالف: في السطر {line} محرف تحكم ({detail}) لا يكون في نص. " + SAVE_AS_TEXT,
    "utf16_without_mark": "الملف بترميز {detail} من غير علامة ترتيب البايتات (BOM) في أوله، "
    "فلا يُعرف ترتيبها يقيناً. احفظه بترميز UTF-8 ثم أعد المحاولة.",
    "broken_utf16": "الملف مقطوع أو تالف: أوله يعلن ترميز {detail} وبايتاته لا توافقه. " + NEW_COPY,
    "cut": "النص مقطوع في وسط حرف عند {detail} الملف، فقد ضاع منه شيء. "
    "احصل على نسخة كاملة منه ثم أعد المحاولة.",
    "broken_utf8": "في الملف بايت لا يوافق ترميز UTF-8 (الموضع {offset}، السطر {line})، "
    "وفي سائره نص بهذا الترميز. " + NEW_COPY,
    "unknown_encoding": "ترميز الملف غير معروف: ليس UTF-8، ولا يُقرأ نصاً عربياً بترميز Windows-1256. "
    "احفظه بترميز UTF-8 ثم أعد المحاولة.",
    "mojibake": "حُفظ النص بعد أن قُرئ بغير ترميزه، فحروفه رموز مختلطة مثل «{detail}». "
    "عد إلى الملف الأصلي واحفظه بترميز UTF-8.",
    "not_arabic": "ليس هذا نصاً بالعربية ولا بالإنكليزية، والأرشيف يقرأ النصوص بهاتين اللغتين وحدهما. "
    "ضع مكانه النسخة العربية من الوثيقة.",
    "reversed": "حروف الكلمات معكوسة الترتيب، مثل «{detail}»، كما يحدث عند النسخ من بعض ملفات PDF. "
    "استخرج النص من جديد بأداة تحفظ ترتيب القراءة.",
    "lam_alef": "في النص كلمات انقلبت فيها اللام والألف، مثل «{detail}»، "
    "كما يحدث عند النسخ من بعض ملفات PDF. استخرج النص من جديد بأداة أخرى، أو صحّح هذه الكلمات.",
}


def unreadable(code: str, *, detail: str = "", line: int = 0, offset: int = 0) -> Unreadable:
    """The refusal for `code`, its sentence filled with the place or the example."""
    return Unreadable(code, REASONS[code].format(detail=detail, line=line, offset=offset))
