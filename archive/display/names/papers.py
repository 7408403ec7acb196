"""What kinds of papers there are and how they are called: what the families say, and the papers of none."""

from django.utils.translation import gettext as _

from archive.models import Document
from archive.parsing.families import family_of, kinds_of

from .language import in_language


def paper_kinds() -> tuple[str, ...]:
    """The codes that a document may have, in the order of lists; what is of no family comes last."""
    return (*kinds_of(), Document.OTHER_KIND)


def paper_kind_name(code: str) -> str:
    """«تقرير اجتماع»; «Meeting report» in English. A code of no family is that of another document."""
    family = family_of(code)
    return in_language(family.name_ar, family.name_en) if family.is_known else _("وثيقة أخرى")


def paper_kind_choices() -> list[tuple[str, str]]:
    """(code, name) of each, for a form or a filter."""
    return [(code, paper_kind_name(code)) for code in paper_kinds()]
