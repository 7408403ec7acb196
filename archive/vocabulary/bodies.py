"""The bodies whose papers the field knows, with the forms in which the texts write them.

A manifest may declare more. Symbols are those of the bodies' documents.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from archive.arabic.normalize import normalize

from .data_files import read_rows


@dataclass(frozen=True, slots=True)
class KnownBody:
    """`term` is «session» for the Conference, «meeting» for its working groups."""

    symbol: str
    name_ar: str
    name_en: str
    parent: str | None
    term: str
    written_as: tuple[str, ...] = ()

    @property
    def forms(self) -> tuple[str, ...]:
        """All Arabic forms of its name, the official one first."""
        return (self.name_ar, *self.written_as)

    @property
    def on_covers(self) -> tuple[str, ...]:
        """Its names as the covers of papers print them, in either language."""
        return (*self.forms, self.name_en) if self.name_en else self.forms


def _group(symbol: str, subject_ar: str, name_en: str) -> KnownBody:
    return KnownBody(
        symbol,
        f"الفريق العامل {subject_ar}",
        name_en,
        "CTOC/COP",
        "meeting",
        (f"الفريق العامل الحكومي الدولي {subject_ar}", f"الفريق العامل المؤقت المفتوح العضوية {subject_ar}"),
    )


BODIES: tuple[KnownBody, ...] = (
    KnownBody(
        "CTOC/COP",
        "مؤتمر الأطراف في اتفاقية الأمم المتحدة لمكافحة الجريمة المنظمة عبر الوطنية",
        "Conference of the Parties to the United Nations Convention against Transnational Organized Crime",
        None,
        "session",
        ("مؤتمر الأطراف في اتفاقية الجريمة المنظمة",),
    ),
    _group("CTOC/COP/WG.7", "المعني بتهريب المهاجرين", "Working Group on the Smuggling of Migrants"),
    _group("CTOC/COP/WG.4", "المعني بالاتجار بالأشخاص", "Working Group on Trafficking in Persons"),
    _group("CTOC/COP/WG.6", "المعني بالأسلحة النارية", "Working Group on Firearms"),
    _group("CTOC/COP/WG.3", "المعني بالتعاون الدولي", "Working Group on International Cooperation"),
    _group(
        "CTOC/COP/WG.2",
        "المعني بالمساعدة التقنية",
        "Working Group of Government Experts on Technical Assistance",
    ),
)


@cache
def organs_of_covers() -> tuple[KnownBody, ...]:
    """Organs beyond the field whose papers may come all the same: known on covers, looked for nowhere else."""
    return tuple(
        KnownBody(symbol, name_ar, name_en, None if parent == "-" else parent, term, _further(forms))
        for symbol, name_ar, name_en, parent, term, forms in read_rows("bodies.tsv")
    )


def _further(column: str) -> tuple[str, ...]:
    return () if column == "-" else tuple(column.split("|"))


def on_covers(bodies: Iterable[KnownBody]) -> tuple[KnownBody, ...]:
    """Give these bodies, and the organs whose covers are known although the field has none of their papers."""
    held = tuple(bodies)
    symbols = {body.symbol.upper() for body in held}
    return (*held, *(organ for organ in organs_of_covers() if organ.symbol.upper() not in symbols))


def is_below(symbol: str, other: str, bodies: Iterable[KnownBody]) -> bool:
    """Whether the body `symbol` stands somewhere under `other`: by what is known of them, or by their symbols."""
    by_symbol = {body.symbol.upper(): body for body in bodies}
    known = by_symbol.pop(symbol.upper(), None)
    while known is not None and known.parent:
        if known.parent.upper() == other.upper():
            return True
        known = by_symbol.pop(known.parent.upper(), None)
    return symbol.upper().startswith(f"{other.upper()}/")


#: Stands before what a group is about; normalised.
ABOUT = "المعني"
#: Words by which a text names the Conference, as printed but for marks.
CONFERENCE_WORDS: tuple[str, ...] = ("المؤتمر", "مؤتمر الأطراف")
#: Words by which it names other organs that hold sessions.
OTHER_ORGAN_WORDS: tuple[str, ...] = ("الجمعية", "اللجنة", "لجنة", "مجلس", "المجلس")


@lru_cache(maxsize=512)
def _normal(text: str) -> str:
    return normalize(text)


def body_written(text: str, bodies: Iterable[KnownBody]) -> KnownBody | None:
    """The body whose name `text` is, nothing more; None otherwise."""
    normal = normalize(text).strip(" *.")
    for body in bodies:
        if any(normal == _normal(form) for form in body.forms):
            return body
    return None
