"""The signs beside words, as display has them: `{% load icons %}`, `{% icon "copy" %}`."""

from django import template

from archive.display.icons import draw_icon

register = template.Library()

register.simple_tag(draw_icon, name="icon")
