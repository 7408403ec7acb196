"""The bodies whose papers the field knows, with the forms in which the texts write them.

A manifest may declare more. Symbols are those of the bodies' documents.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from archive.arabic.normalize import normalize


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
