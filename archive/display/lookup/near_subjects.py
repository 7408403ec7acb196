"""What a mistyped address of a subject or of an article may have meant. Both are few, so all names are compared."""

from collections.abc import Iterable
from difflib import get_close_matches

from django.urls import reverse
from django.utils.translation import gettext as _

from archive.arabic.normalize import normalize
from archive.models import Article, Instrument, Topic

from ..names.cited_things import article_name
from ..names.language import language_of
from ..names.titles import plain_instrument_name, plain_topic_name
from .near_addresses import LONGEST, SHOWN, NearPage

#: So many names at most are compared with what was typed.
_COMPARED = 1000
_ALIKE = 0.6


def near_topics(asked: str) -> list[NearPage]:
    """The subjects whose slugs or names are near to `asked`, the nearest first."""
    by_name: dict[str, Topic] = {}
    for topic in Topic.objects.in_use().in_order()[:_COMPARED]:
        for name in (topic.slug, normalize(topic.label_ar), topic.label_en.lower()):
            by_name.setdefault(_as_words(name), topic)
    found = _nearest(_as_words(normalize(asked).lower()), by_name)
    topics = dict.fromkeys(by_name[name] for name in found)
    return [
        NearPage(reverse("topic", args=[one.slug]), plain_topic_name(one), language_of(one.label_en))
        for one in list(topics)[:SHOWN]
    ]


def near_articles(instrument: str, number: str) -> list[NearPage]:
    """Articles of the treaty that is meant, the nearest numbers first."""
    slugs = Instrument.objects.in_order().values_list("slug", flat=True)[:_COMPARED]
    by_name = {_as_words(slug): slug for slug in slugs}
    meant = _nearest(_as_words(instrument.lower()), by_name)
    if not meant:
        return []
    rows = Article.objects.select_related("instrument").filter(instrument__slug=by_name[meant[0]]).in_order()
    wanted = int(number) if number.isdecimal() and len(number) < 5 else 0
    nearest = sorted(rows, key=lambda row: abs(row.number - wanted))[:SHOWN]
    return [
        NearPage(reverse("article", args=[row.instrument.slug, row.number]), _article_name(row))
        for row in sorted(nearest, key=lambda row: row.number)
    ]


def _article_name(row: Article) -> str:
    name = row.instrument.slug if language_of(row.instrument.name_en) else plain_instrument_name(row.instrument)
    return f"{article_name(row)}{_('، ')}{name}"


def _nearest(asked: str, names: Iterable[str]) -> list[str]:
    if not asked or len(asked) > LONGEST:
        return []
    known = list(names)
    beginning = sorted((name for name in known if name.startswith(asked) or asked.startswith(name)), key=len)
    return list(dict.fromkeys([*beginning, *get_close_matches(asked, known, n=SHOWN, cutoff=_ALIKE)]))


def _as_words(name: str) -> str:
    return " ".join(name.replace("-", " ").replace("_", " ").split())
