"""The names that a reader of citations must know, as the archive has them."""

from archive.citing.names import BodyNames, KnownNames, TreatyNames
from archive.citing.plain import plain
from archive.models import Body, Instrument
from archive.record.held import HeldForState
from archive.vocabulary.bodies import BODIES, CONFERENCE_WORDS
from archive.vocabulary.data_files import read_forms

_KNOWN_FORMS = {known.symbol: known.forms for known in BODIES}


def known_names() -> KnownNames:
    """Read once a state of the data."""
    return _names.current()


def _read_names() -> KnownNames:
    bodies = [_body(body) for body in Body.objects.in_order()]
    instruments = Instrument.objects.in_order().prefetch_related("articles")
    return KnownNames(bodies, [_treaty(one) for one in instruments])


_names = HeldForState(_read_names, is_apart=True)


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
