"""What the search engine is given: analysed terms, never texts. Only `archive.search.entries` writes here."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from .paragraph import Paragraph
from .recommendation import Recommendation


class SearchEntry(models.Model):
    """The analysed terms of one recommendation or one paragraph, in text order, one space between.

    `id` is twice the key of the record, plus one for a paragraph: so a record has one entry, and the engine's row
    number names it without a join. The links need no index or constraint of their own, which would cost the index
    a fifth of its speed. `level` marks the stems that weigh much in this text, see search.levels. `place` sorts hits
    of one rank in official order. `digest` is that of the texts analysed: what has not changed is not written again.
    `english_exact` and `english` are the words and stems of the text in English, empty where none is held.
    """

    id = models.BigIntegerField(primary_key=True)
    recommendation = models.ForeignKey(
        Recommendation, models.CASCADE, null=True, related_name="+", db_index=False, db_constraint=False
    )
    paragraph = models.ForeignKey(
        Paragraph, models.CASCADE, null=True, related_name="+", db_index=False, db_constraint=False
    )
    exact = models.TextField()
    stem = models.TextField()
    title = models.TextField(blank=True)
    level = models.TextField(blank=True, default="")
    english_exact = models.TextField(blank=True, default="")
    english = models.TextField(blank=True, default="")
    place = models.CharField(max_length=250)
    digest = models.CharField(max_length=32)

    class Meta:
        verbose_name = _("مدخل في فهرس البحث")
        verbose_name_plural = _("فهرس البحث")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(id=2 * models.F("recommendation_id"), paragraph__isnull=True)
                | models.Q(id=2 * models.F("paragraph_id") + 1, recommendation__isnull=True),
                name="search_entry_of_one_record",
            ),
        ]

    def __str__(self) -> str:
        return f"entry {self.pk}"


class SearchWord(models.Model):
    """A word that the archive uses (its exact form), as people write it, and in how many texts: what a typed word
    may be a slip for. `recommendations` are those among the texts: these and the paragraphs of reports have
    vocabularies of their own, and so have the texts of a record in each language.

    The number only tells common from rare; an edit may leave a word that no text has until the index is built anew.
    """

    exact = models.CharField(_("صورتها في الفهرس"), max_length=100)
    language = models.CharField(_("اللغة"), max_length=8, default="ar")
    shown = models.CharField(_("الكلمة"), max_length=100)
    texts = models.PositiveIntegerField(_("عدد النصوص"))
    recommendations = models.PositiveIntegerField(_("عدد التوصيات منها"), default=0)
    # Stem, skeleton and dotless form, with blanks between; empty for what is no word. A process that starts would take
    # a second to analyse the words of 100,000 texts.
    forms = models.CharField(_("أشكالها في الفهرس"), max_length=300, blank=True, default="", editable=False)

    class Meta:
        verbose_name = _("كلمة من كلمات الأرشيف")
        verbose_name_plural = _("كلمات الأرشيف")
        ordering = ["exact", "language"]
        constraints = [models.UniqueConstraint(fields=["exact", "language"], name="search_word_once_a_language")]

    def __str__(self) -> str:
        return self.shown
