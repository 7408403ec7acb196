"""Which parameters each page and each list in JSON takes: the tables by which the one reader goes."""

from django.conf import settings
from django.utils.functional import lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from .kinds import KINDS
from .parameter_kinds import (
    choice,
    count,
    day,
    facet_values,
    flag,
    locator,
    locators,
    page_number,
    page_size,
    text,
)
from .parameters import ParameterTable

PAGE_SIZES = (20, 50, 100)
SORTS = ("relevance", "order", "newest")
#: How the page shows what was found; the first unless another is asked for.
VIEWS = ("cards", "table", "text")
FACETS = tuple(kind.name for kind in KINDS)

_ABOUT_SORT = _("الترتيب: relevance بالصلة، وorder الترتيب الرسمي، وnewest الأحدث أولاً.")

WORDS = text("q", _("كلمات البحث، والعبارة بين علامتي تنصيص، وما يُستبعد تسبقه «-»."))
EXACT = flag("exact", _("الصيغة المكتوبة وحدها."))
PAGE = page_number("page", _("رقم الصفحة، من 1 إلى آخر صفحة: مع التصفية والصفحات الأكبر تقل الصفحات؛ اتبع next."))
PAGE_SIZE = page_size(
    "page_size", PAGE_SIZES, _("عدد النتائج في الصفحة هو 20 أو 50 أو 100."), _("عدد النتائج في الصفحة.")
)


def _axis_takes() -> str:
    return gettext("يقبل اسم تصنيف من هذه: %(names)s.") % {"names": "، ".join(FACETS)}


# The recommendations, on the page and in JSON ------------------------------------------------------------------

FACET_VALUES = {kind.name: facet_values(kind.name, kind.label) for kind in KINDS}
# A meeting lasts some days: any of them in the span is enough.
FROM = day("from", _("توصيات الاجتماعات التي يقع يوم من أيامها على الأقل في هذا اليوم أو بعده."))
TO = day("to", _("توصيات الاجتماعات التي يقع يوم من أيامها على الأقل في هذا اليوم أو قبله."))
SORT = choice(
    "sort", SORTS, _("يقبل relevance أي الصلة، أو order أي الترتيب الرسمي، أو newest أي الأحدث."), _ABOUT_SORT
)
VIEW = choice(
    "view", VIEWS,
    _("يقبل cards أي المقتطفات، أو table أي الجدول، أو text أي النصوص كاملة."),
    _("كيف تعرض الصفحة ما وُجد؛ لا أثر له هنا."),
)  # fmt: skip
#: A facet with very many values is given in pages: which facet, of how many values, what is sought in it.
MOST_OF_FACET = 1_000
_ABOUT_FACET = _("التصنيف الذي تريد قيمه صفحة صفحة أو تبحث فيه؛ وعندئذ لا يأتي في facets غيره.")
FACET = choice("facet", FACETS, lazy(_axis_takes, str)(), _ABOUT_FACET)
FACET_WORDS = text("facet_q", _("كلمات تحتويها أسماء القيم، في التصنيف الذي يسميه facet."), longest=200)
FACET_PAGE = page_number("facet_page", _("رقم صفحة القيم، في التصنيف الذي يسميه facet."))
FACET_SIZE = count(
    "facet_size", 1, MOST_OF_FACET, 100,
    _("عدد القيم في الصفحة عدد صحيح من 1 إلى 1000."),
    _("كم قيمة تأتي من كل تصنيف، أكثرها توصيات أولاً؛ والقيم المختارة تأتي دائماً معها. وللبقية رابط في next."),
)  # fmt: skip
SEARCH = ParameterTable(
    (
        WORDS, *FACET_VALUES.values(), FROM, TO, EXACT, SORT, VIEW, PAGE, PAGE_SIZE,
        FACET, FACET_WORDS, FACET_PAGE, FACET_SIZE,
    ),
    names_unknown=True,
    names_repeated=True,
)  # fmt: skip

#: The register of requests: the same, shown in one way.
REGISTER = ParameterTable(
    tuple(one for one in SEARCH.parameters if one is not VIEW), names_unknown=True, names_repeated=True
)

# The other pages -----------------------------------------------------------------------------------------------


ROW_FACET, COLUMN_FACET = (choice(axis, FACETS, lazy(_axis_takes, str)()) for axis in ("rows", "columns"))
MATRIX = ParameterTable(
    (ROW_FACET, COLUMN_FACET, *SEARCH.parameters), names_unknown=True, names_repeated=True
)

IN_DOCUMENT = locator("document", _("لا قيمة بهذا الاسم في الأرشيف."))
DOCUMENT_LIST = ParameterTable((WORDS, IN_DOCUMENT, EXACT, PAGE), names_unknown=True)

#: The meetings of one body; of an archive with very many, the bodies whose names have the words.
OF_BODY = locator("body", _("لا هيئة في الأرشيف بهذا المعرّف."))
MEETING_LIST = ParameterTable((WORDS, OF_BODY, PAGE))

TEXT = choice(
    "text", ("reading", "printed"), _("يقبل reading أو printed؛ عرضنا نص القراءة."), default="reading"
)
SOURCE = choice("source", ("beside",), _("يقبل beside وحدها؛ عرضنا النص وحده."))
MARKS = choice("marks", ("operative",), _("يقبل operative وحدها؛ عرضنا النص بلا إبراز."))
#: The number of a paragraph to go to, as it was typed.
PARAGRAPH = text("paragraph", longest=40)
DOCUMENT_PAGE = ParameterTable((TEXT, WORDS, EXACT, PARAGRAPH))
RECOMMENDATION_PAGE = ParameterTable((TEXT, SOURCE, MARKS))

#: A topic or an article with the texts about it.
SUBJECT_PAGE = ParameterTable((PAGE,))

# A reader may paste a long address or some lines of a text; no reference is longer.
_NO_SIDE = _(
    "لم نجد توصية واحدة بهذا الاسم. اكتب معرّفها أو رابط صفحتها، "
    "أو رقم اجتماعها ورقمها، مثل «5/2» أو «التوصية 12 من الاجتماع الرابع»."
)
A, B = (text(side, takes=_NO_SIDE, longest=300) for side in ("a", "b"))
#: The results from which a text was taken to be compared, as the query of their page.
AMONG = text("among", longest=2000)
COMPARE = ParameterTable((A, B, AMONG))

ITEMS = locators("items", _("لا توصية في الأرشيف بهذا المعرّف؛ عرضنا ما عداه."))
#: What its owner calls it; whoever gets the list by a link sees it too.
LIST_TITLE = text("title", longest=80)
OWN_LIST = ParameterTable((ITEMS, LIST_TITLE))

SUGGESTIONS = ParameterTable((WORDS,))

# Files: a selection or items named one by one, and how the file is written ----------------------------------------

COLUMNS = locators("columns", _("لا عمود بهذا الاسم في الجداول؛ تركناه."))
READER = choice("for", ("machine",), _("يقبل machine وحدها."))
DIGITS = choice("digits", ("western", "eastern"), _("يقبل western أي 123، أو eastern أي ١٢٣."))
PRINTED = flag("printed")
FULL = flag("full")
LANGUAGES = choice(
    "languages", ("ar", "en", "ar,en", "en,ar"), _("يقبل ar أي العربية، أو en أي الإنكليزية، أو ar,en أي اللغتين معاً.")
)
FILE = ParameterTable(
    (*SEARCH.parameters, ITEMS, COLUMNS, READER, DIGITS, PRINTED, FULL, LANGUAGES),
    names_unknown=True,
    names_repeated=True,
)

REGISTER_FILE = ParameterTable(
    (*REGISTER.parameters, COLUMNS, READER, DIGITS, PRINTED, LANGUAGES), names_unknown=True, names_repeated=True
)

ITEM = locator("item", _("لا توصية في الأرشيف بهذا المعرّف."))
REPORTED = ParameterTable((ITEM,))

# JSON alone, in Arabic alone -----------------------------------------------------------------------------------

#: «relevance» and «newest» come with search.
LIST_SORT = choice(
    "sort", ("order",), "الترتيب المتاح هو «order»، أي الترتيب الرسمي.", _ABOUT_SORT,
    default="order", may_be_empty=False,
)  # fmt: skip
JSON_LIST = ParameterTable((PAGE, PAGE_SIZE, LIST_SORT), names_unknown=True, names_repeated=True)
JSON_ITEM = ParameterTable((), names_unknown=True)
LANG = choice(
    "lang", [code for code, _name in settings.LANGUAGES], "اللغة ar أو en.",
    default=settings.LANGUAGE_CODE, may_be_empty=False,
)  # fmt: skip
JSON_REFERENCE = ParameterTable((LANG,), names_unknown=True)
