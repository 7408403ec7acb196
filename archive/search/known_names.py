"""The names that a reader of citations must know, as the archive has them."""

from functools import lru_cache

from archive.citing.names import BodyNames, KnownNames, TreatyNames
from archive.citing.plain import plain
from archive.models import ArchiveState, Body, Instrument
from archive.vocabulary.bodies import BODIES, CONFERENCE_WORDS
from archive.vocabulary.data_files import read_forms

_KNOWN_FORMS = {known.symbol: known.forms for known in BODIES}


def known_names() -> KnownNames:
    """Read once a version of the data."""
    versions = ArchiveState.objects.versions()
    return _names_of(versions) if versions else _read_names()


def forget_names() -> None:
    _names_of.cache_clear()


@lru_cache(maxsize=2)
def _names_of(_versions: tuple[int, str, str]) -> KnownNames:
    return _read_names()


def _read_names() -> KnownNames:
    bodies = [_body(body) for body in Body.objects.in_order()]
    instruments = Instrument.objects.in_order().prefetch_related("articles")
    return KnownNames(bodies, [_treaty(one) for one in instruments])


def _body(body: Body) -> BodyNames:
    is_conference = body.term == Body.Term.SESSION and body.parent_id is None
    forms = (body.name_ar, body.name_en, *_KNOWN_FORMS.get(body.symbol, ()))
    short = (*CONFERENCE_WORDS, "Conference of the Parties", "Conference", "COP") if is_conference else ()
    return BodyNames(
        body.symbol, "session" if body.term == Body.Term.SESSION else "meeting", (*forms, *short)
    )


def _treaty(one: Instrument) -> TreatyNames:
    titles = {row.number: (plain(row.title_ar), plain(row.title_en)) for row in one.articles.all()}
    nicknames = read_forms("treaty_nicknames.tsv").get(one.slug, ())
    forms = (one.name_ar, one.short_ar, *map(str, one.written_as), *nicknames)
    return TreatyNames(one.slug, forms, one.name_en, titles)
