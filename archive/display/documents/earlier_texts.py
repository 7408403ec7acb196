"""Texts that recommendations had before a revision took the place of their paper."""

from collections.abc import Sequence

from archive.models import Document, EarlierText, Recommendation


def earlier_texts_in(document: Document, *, is_replaced: bool) -> Sequence[EarlierText]:
    """Those that stood in the document, in official order. One query, none where no revision is in force."""
    if not is_replaced:
        return ()
    rows = EarlierText.objects.filter(document=document)
    found = rows.select_related("recommendation__meeting__body", "recommendation__agenda_item")
    return sorted(found, key=lambda one: (one.recommendation.series, one.recommendation.number, one.pk))


def earlier_texts_of(recommendation: Recommendation) -> Sequence[EarlierText]:
    """Those of the recommendation, where it stands in a revision now. One query, none for others."""
    document = recommendation.document
    if document is None or document.relation != Document.Relation.REVISION:
        return ()
    return list(EarlierText.objects.filter(recommendation=recommendation).select_related("document"))
