"""Which treaty a text names at which place: by its name, or by a bare «البروتوكول» whose meaning the context gives."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from archive.arabic.normalize import normalize
from archive.citing.names import TREATY_WORD
from archive.vocabulary.bodies import KnownBody
from archive.vocabulary.instruments import NamedTreaty, TreatyKind

from .citation_context import CitationContext, CitationGround, folded_title

# So far back the beginning of a body's name is looked for, in letters: «مؤتمر الأطراف في» has 16.
_BACK = 40
# مؤتمر الأطراف في اتفاقية …
_TREATY = re.compile(rf"\b{TREATY_WORD}\b")


@dataclass(frozen=True, slots=True)
class CitedTreaty:
    """A place where a treaty is named; `slug` is empty where a bare word cannot be resolved.

    `is_cited` is False where the words are part of a body's name («مؤتمر الأطراف في اتفاقية …»).
    """

    start: int
    end: int
    kind: TreatyKind
    slug: str
    ground: CitationGround
    is_cited: bool


def find_treaties(plain: str, context: CitationContext) -> list[CitedTreaty]:
    """Give the treaties named in a folded text, in order."""
    found: list[CitedTreaty] = []
    named = context.instruments.names.find(plain)
    beginnings = _beginnings(context.bodies) if named else ()
    for one in named:
        slug, ground = _meant(one, found, context)
        before = " ".join(plain[max(0, one.start - _BACK) : one.start].split())
        of_body = any(before.endswith(beginning) for beginning in beginnings)
        found.append(CitedTreaty(one.start, one.end, one.kind, slug, ground, not of_body))
    return found


def _meant(one: NamedTreaty, before: Sequence[CitedTreaty], context: CitationContext) -> tuple[str, CitationGround]:
    """The treaty that is named, or that a bare word means: what the context is about, or what the text named last."""
    if one.slug:
        return one.slug, "named"
    named = [treaty.slug for treaty in before if treaty.kind == one.kind and treaty.ground == "named"]
    if one.points_back and named:
        return named[-1], "named_before"
    slug, ground = meaning(one.kind, context)
    if slug:
        return slug, "named_before" if slug in named else ground
    return (named[-1], "named_before") if named else ("", "body")


def meaning(kind: TreatyKind, context: CitationContext) -> tuple[str, CitationGround]:
    """Give the treaty that «البروتوكول» or «الاتفاقية» alone means, with the ground; '' where nothing tells.

    The innermost section that names a treaty of the kind decides, then what the text's own body deals with, then the
    document's title, then what the bodies above deal with. A title about two protocols leaves the word without meaning.
    """
    names = context.instruments.names
    for title in reversed(context.section_titles):
        slugs = names.named_in(folded_title(title), kind)
        if slugs:
            return _only(slugs), "section"
    own, *above = [names.concerning(folded_title(known.name_ar), kind) for known in context.body_and_parents()] or [[]]
    if own:
        return _only(own), "body"
    title = folded_title(context.document_title)
    slugs = names.named_in(title, kind) or names.concerning(title, kind)
    if slugs:
        return _only(slugs), "document"
    return next((_only(slugs) for slugs in above if slugs), ""), "body"


def _only(slugs: list[str]) -> str:
    return slugs[0] if len(slugs) == 1 else ""


def _beginnings(bodies: Sequence[KnownBody]) -> set[str]:
    """What stands before the treaty in the name of a body: «مؤتمر الأطراف في»."""
    return {beginning for known in bodies for form in known.forms if (beginning := _beginning(form))}


@cache
def _beginning(name: str) -> str:
    plain = normalize(name)
    treaty = _TREATY.search(plain)
    return plain[: treaty.start()].strip() if treaty else ""
