"""The words that open the parts of a paper, the lists of contents, and the preambles of resolutions, as data."""

from functools import cache
from typing import Literal, get_args

from archive.arabic.normalize import normalize

from .data_files import read_forms

PartKind = Literal["annex", "chapter", "resolution", "draft", "item"]

#: Stand over a list of contents, alone on their line; normalised.
CONTENTS: tuple[str, ...] = (
    "المحتويات",
    "محتويات",
    "فهرس",
    "الفهرس",
    "فهرس المحتويات",
    "قائمه المحتويات",
    "contents",
)
#: Head the columns of such a list; normalised.
CONTENTS_COLUMNS: tuple[str, ...] = (
    "الصفحه",
    "الفقرات",
    "الفقره",
    "الفصل",
    "الرقم",
    "page",
    "paragraphs",
    "chapter",
)
#: Open the clauses of a preamble, of which each ends with a comma; normalised.
PREAMBLE_OPENS: tuple[str, ...] = (
    *(
        "ان",
        "اذ",
        "واذ",
        "وقد",
        "وبعد",
        "واقتناعا",
        "اقتناعا",
        "وادراكا",
        "ادراكا",
        "ووعيا",
        "وتصميما",
        "تصميما",
    ),
    *(
        "ورغبه",
        "رغبه",
        "وتسليما",
        "تسليما",
        "ومراعاه",
        "ايمانا",
        "وايمانا",
        "وعزما",
        "عزما",
        "والتزاما",
        "وحرصا",
    ),
    *(
        "واستنادا",
        "وعملا",
        "وتوكيدا",
        "وتاكيدا",
        "واسترشادا",
        "مسترشدا",
        "مسترشده",
        "the",
    ),
    *(
        "acknowledging", "affirming", "alarmed", "appreciating", "aware", "bearing", "cognizant", "commending",
        "concerned", "confident", "considering", "conscious", "convinced", "deeply", "desiring", "determined",
        "emphasizing", "encouraged", "expressing", "guided", "gravely", "having", "highlighting", "inspired",
        "keeping", "mindful", "noting", "observing", "reaffirming", "realizing", "recalling", "recognizing",
        "referring", "reiterating", "resolved", "seeking", "stressing", "taking", "underlining", "underscoring",
        "welcoming", "we", "assembled",
    ),
)
#: Stands alone over the list of corrections of a corrigendum; normalised.
CORRECTION_HEADINGS: tuple[str, ...] = ("تصويب", "تصويبات", "corrigendum")
#: Say behind a title that it goes on from elsewhere; normalised.
CONTINUED: tuple[str, ...] = ("تابع", "continued")


@cache
def part_words() -> tuple[tuple[str, PartKind], ...]:
    """Give (normalised word, kind), longer words first."""
    forms_of = read_forms("part_words.tsv")
    found = [(form, kind) for kind in get_args(PartKind) for form in forms_of.get(kind, ())]
    return tuple(sorted(found, key=lambda pair: -len(pair[0])))


def heads_contents(text: str) -> bool:
    """Whether a line stands over a list of contents or heads the columns of one, and says nothing else."""
    words = normalize(text).strip(" .:*-")
    return words in CONTENTS or (bool(words) and all(word in CONTENTS_COLUMNS for word in words.split()))
