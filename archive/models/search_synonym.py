from django.db import models
from django.utils.translation import gettext_lazy as _

from .provenance import not_empty


class SearchSynonymQuerySet(models.QuerySet["SearchSynonym"]):
    def in_use(self) -> "SearchSynonymQuerySet":
        return self.filter(is_used=True)

    def untouched(self) -> "SearchSynonymQuerySet":
        """Lines of the starting data that staff have left as they came."""
        return self.in_use().exclude(given="").filter(words=models.F("given"), note="")


class SearchSynonym(models.Model):
    """A line of the thesaurus: words of which each finds the others too, at a lower rank.

    `given` is what the starting data said last: a line that staff changed or put out of use stays so through
    every reload, one that they added has none, and one that nobody touched goes when the data drops it.
    """

    words = models.CharField(
        _("الكلمات المترادفة"),
        max_length=300,
        unique=True,
        help_text=_("تفصل بينها فاصلة، مثل: توعية، وعي. تصح العبارات أيضاً: الإعادة القسرية، الطرد القسري."),
    )
    is_used = models.BooleanField(_("مستعمل في البحث"), default=True)
    note = models.CharField(_("ملاحظة"), max_length=300, blank=True)
    given = models.CharField(max_length=300, blank=True, editable=False)

    objects = SearchSynonymQuerySet.as_manager()

    class Meta:
        verbose_name = _("مدخل في مكنز البحث")
        verbose_name_plural = _("مكنز البحث")
        ordering = ["words"]
        constraints = [not_empty("words", "search_synonym_words_not_empty")]

    def __str__(self) -> str:
        return self.words
