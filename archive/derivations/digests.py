"""What was read with which rules: a record is read again when its text, its surroundings or a rule has changed."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from hashlib import blake2b
from typing import Any, TypeVar

from archive.models import Derivation

from .texts import ParagraphText, RecommendationText, Scope, paragraphs_in, recommendations_in
from .versions import RULES, version_of

Text = TypeVar("Text", RecommendationText, ParagraphText)
#: From keys of records to what else their reading depends on.
Also = Callable[[list[int]], Mapping[int, Any]]


def digest_of(*parts: Any) -> str:
    """Of values that JSON knows, and of others by what they are called."""
    said = json.dumps(parts, ensure_ascii=False, default=str)
    return blake2b(said.encode("utf-8", "replace"), digest_size=12).hexdigest()


def rules_digest() -> str:
    """Of what the code and data of the rules say, so that no version has to be raised by hand."""
    return version_of(RULES)


def changed_recommendations(
    kind: str, scope: Scope, context: Any = "", also: Also = lambda keys: {}
) -> Iterator[list[RecommendationText]]:
    """Those in `scope` that must be read again, a portion at a time.

    A portion counts as read when the next one is asked for. `context` is whatever else decides about this kind for
    every record, `also` gives what does for some by key.
    """
    yield from _changed(kind, "recommendation", recommendations_in(scope), context, also)


def changed_paragraphs(kind: str, scope: Scope, context: Any = "") -> Iterator[list[ParagraphText]]:
    yield from _changed(kind, "paragraph", paragraphs_in(scope), context, lambda keys: {})


def _changed(
    kind: str, owner: str, portions: Iterable[list[Text]], context: Any, also: Also
) -> Iterator[list[Text]]:
    common = digest_of(rules_digest(), context)
    for portion in portions:
        more = also([one.pk for one in portion])
        digests = {one.pk: digest_of(common, one.said, more.get(one.pk)) for one in portion}
        held = _held(kind, owner, digests)
        changed = [one for one in portion if one.pk not in held or held[one.pk].digest != digests[one.pk]]
        if changed:
            yield changed
            _remember(kind, owner, {one.pk: digests[one.pk] for one in changed}, held)


def _held(kind: str, owner: str, keys: Iterable[int]) -> dict[int, Derivation]:
    rows = Derivation.objects.filter(kind=kind, **{f"{owner}__in": list(keys)})
    return {getattr(row, f"{owner}_id"): row for row in rows}


def _remember(kind: str, owner: str, digests: dict[int, str], held: dict[int, Derivation]) -> None:
    new, old = [], []
    for pk, digest in digests.items():
        row = held.get(pk) or Derivation(kind=kind, **{f"{owner}_id": pk})
        row.digest = digest
        (old if row.pk else new).append(row)
    Derivation.objects.bulk_create(new)
    Derivation.objects.bulk_update(old, ["digest"], batch_size=500)


def derive_whole(kind: str, digest: str, derive: Callable[[], None]) -> bool:
    """For what is derived from all records at once: does it if anything has changed since, and says whether."""
    row = Derivation.objects.filter(kind=kind, recommendation=None, paragraph=None).first() or Derivation(kind=kind)
    if row.digest == digest:
        return False
    derive()
    row.digest = digest
    row.save()
    return True


def forget(kind: str, **record: Any) -> None:
    """What was read of a record (`recommendation=…`) counts as unread: staff took back a decision."""
    Derivation.objects.filter(kind=kind, **record).delete()
