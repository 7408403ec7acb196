"""The things of the archive that have a name: topics, articles, meetings, documents, names of organizations, and the
English terms of the field for what the texts say.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from django.urls import reverse

from archive.arabic.lexicon import load_lexicon
from archive.arabic.normalize import normalize
from archive.arabic.synonyms import stems_of
from archive.models import Article, Document, Meeting, Topic
from archive.record.held import HeldForState
from archive.search.stamp import state_of_index
from archive.search.words import archive_words

ThingKind = Literal["topic", "article", "meeting", "document", "name", "term"]

#: Of one kind; all real papers, treaties and meetings together are some 300.
MOST_OF_A_KIND = 2_000


@dataclass(frozen=True, slots=True)
class SuggestedThing:
    """`forms`: what it is called, in both languages, the first one for people; `marks`: symbols and job numbers.

    `target`: the address of its page; empty for what is searched for. `detail`: what else tells it from others.
    """

    kind: ThingKind
    forms: tuple[str, ...]
    target: str = ""
    detail: str = ""
    marks: tuple[str, ...] = ()

    @property
    def words(self) -> tuple[tuple[str, ...], ...]:
        """Of each form, folded."""
        return tuple(tuple(normalize(form).replace(":", " ").split()) for form in self.forms)


#: A thing, and the words of each of its forms.
_Found = tuple[tuple[SuggestedThing, tuple[tuple[str, ...], ...]], ...]


def current_things() -> _Found:
    """The things of the archive as it is now with the words of their forms."""
    return _held.current()


def _things() -> Iterator[SuggestedThing]:
    for topic in Topic.objects.in_use().in_order()[:MOST_OF_A_KIND]:
        forms = tuple(filter(None, (topic.label_ar, topic.label_en)))
        yield SuggestedThing("topic", forms, reverse("topic", args=[topic.slug]))
    yield from _names()
    yield from _english_terms()
    articles = Article.objects.select_related("instrument").in_order()
    for article in articles[:MOST_OF_A_KIND]:
        address = reverse("article", args=[article.instrument.slug, article.number])
        forms = tuple(filter(None, (article.label, article.label_en)))
        yield SuggestedThing("article", forms, address, str(article.instrument))
    meetings = Meeting.objects.with_recommendation_count().select_related("body").in_official_order()
    for meeting in sorted(meetings[:MOST_OF_A_KIND], key=lambda one: not one.recommendation_count):
        forms = (meeting.title, meeting.title_en)
        yield SuggestedThing("meeting", forms, reverse("meeting", args=[meeting.slug]), meeting.body.symbol)
    for paper in Document.objects.newest_first()[:MOST_OF_A_KIND]:
        marks = tuple(filter(None, (paper.symbol, paper.job_number)))
        forms = (str(paper), paper.title) if marks and paper.title else (str(paper),)
        yield SuggestedThing("document", forms, reverse("document", args=[paper.slug]), paper.title, marks)


def _read_things() -> _Found:
    return tuple((thing, thing.words) for thing in _things())


_held = HeldForState(_read_things)


def _names() -> Iterator[SuggestedThing]:
    """Names that the recommendations have, in any of their forms."""
    state = state_of_index()
    if not state.can_search:
        return
    words = archive_words(state.key, "recommendation")
    for forms in load_lexicon().names:
        arabic = [form for form in forms if not form.isascii()]
        if any(words.holds_all(stems) for stems in map(stems_of, arabic) if stems):
            yield SuggestedThing("name", forms, detail=max(arabic, key=len))


def _english_terms() -> Iterator[SuggestedThing]:
    """English expressions and words for what the recommendations have; no plural and no form beside its word."""
    state = state_of_index()
    if not state.can_search:
        return
    words = archive_words(state.key, "recommendation")
    lexicon = load_lexicon()
    names = {form.lower() for forms in lexicon.names for form in forms}
    terms = {
        word: words.commonest(stem)
        for word, stem in lexicon.name_of.items()
        if word.isascii() and word not in names | lexicon.inflected and words.holds(stem)
    }
    for english, arabic in lexicon.translations:
        if english not in lexicon.inflected and any(words.holds_all(stems) for stems in map(stems_of, arabic) if stems):
            terms.setdefault(english, arabic[0])
    for english, arabic_term in terms.items():
        singulars = (english[:-1], english[:-2], f"{english[:-3]}y") if english.endswith("s") else ()
        if not any(one in terms for one in singulars):
            yield SuggestedThing("term", (english,), detail=arabic_term)
