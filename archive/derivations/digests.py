"""What was read with which rules: a record is read again when its text, its surroundings or a rule has changed."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from hashlib import blake2b
from typing import TYPE_CHECKING, Any, TypeVar

from django.db.models import Q

from archive.models import Derivation
from archive.record.scope import ALL, Scope

from .reading import Reading
from .texts import ParagraphText, RecommendationText
from .versions import RULES, version_of

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Text = TypeVar("Text", RecommendationText, ParagraphText)
#: From records to what else the reading of some of them depends on, by key.
Also = Callable[[Sequence[RecommendationText]], Mapping[int, Any]]


def digest_of(*parts: Any) -> str:
    """Of values that JSON knows, and of others by what they are called."""
    said = json.dumps(parts, ensure_ascii=False, default=str)
    return blake2b(said.encode("utf-8", "replace"), digest_size=12).hexdigest()


def plain(row: "DataclassInstance") -> list[Any]:
    """The values of its fields in their order."""
    return [getattr(row, known.name) for known in fields(row)]


def rules_digest() -> str:
    """Of what the code and data of the rules say, so that no version has to be raised by hand."""
    return version_of(RULES)


def changed_recommendations(
    kind: str, scope: Scope, reading: Reading, context: Any = "", also: Also = lambda texts: {}
) -> Iterator[list[RecommendationText]]:
    """Those in `scope` that must be read again, a portion at a time.

    A portion counts as read when the next one is asked for. `context` is whatever else decides about this kind for
    every record, `also` gives what does for some by key.
    """
    portions = reading.recommendations(scope)
    yield from _changed(kind, "recommendation", reading, ((portion, also(portion)) for portion in portions), context)


def changed_paragraphs(kind: str, scope: Scope, reading: Reading, context: Any = "") -> Iterator[list[ParagraphText]]:
    yield from _changed(kind, "paragraph", reading, ((portion, {}) for portion in reading.paragraphs(scope)), context)


def _changed(
    kind: str, owner: str, reading: Reading, portions: Iterable[tuple[list[Text], Mapping[int, Any]]], context: Any
) -> Iterator[list[Text]]:
    common = digest_of(rules_digest(), context)
    for portion, more in portions:
        digests = {one.pk: digest_of(common, one.said, more.get(one.pk)) for one in portion}
        known = reading.remembered.digests(kind, owner, digests)
        changed = [one for one in portion if known.get(one.pk) != digests[one.pk]]
        if changed:
            yield changed
            for one in changed:
                reading.remembered.note(kind, digests[one.pk], owner, one.pk)
            if not reading.is_small:
                reading.remembered.save()


def derive_whole(kind: str, reading: Reading, digest: str, derive: Callable[[], None]) -> None:
    """For what is derived from all records at once: does it if anything has changed since it was done last."""
    if reading.remembered.digest_of_all(kind) != digest:
        derive()
        reading.remembered.note(kind, digest)


def forget(kind: str, scope: Scope) -> None:
    """What was read of these records counts as unread: staff took back a decision, or all is to be read anew."""
    rows = Derivation.objects.filter(kind=kind)
    if scope != ALL:
        rows = rows.filter(
            Q(recommendation__in=scope.recommendations or ()) | Q(paragraph__in=scope.paragraphs or ())
        )
    rows.delete()
