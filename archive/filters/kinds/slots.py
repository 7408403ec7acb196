"""Facets that are part of the addresses already and get their values from later work."""

from django.utils.translation import gettext_lazy as _

from .base import FacetKind

VERB = FacetKind("verb", _("قوة الصيغة"), _("بلا صيغة تنفيذية"))
ADDRESSEE = FacetKind("addressee", _("الجهة المخاطَبة"), _("بلا جهة مخاطَبة"))
TOPIC = FacetKind("topic", _("الموضوع"), _("بلا موضوع"))
ARTICLE = FacetKind("article", _("مادة الصك"), _("بلا مادة"))
