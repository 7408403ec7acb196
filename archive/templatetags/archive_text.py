"""Texts, names, dates and counts, as display has them: `{% load archive_text %}`."""

from django import template

from archive.display.documents import outline_markup, row_markup
from archive.display.names import counts, language, papers, source_lines, titles, united_nations
from archive.display.text import adopted_markup, adopted_texts, english_markup, item_markup, running_text

register = template.Library()

register.filter("inline", running_text.render_inline)
register.filter("plain_words", running_text.cut_at_word)
register.filter("first_words", running_text.first_words)
register.simple_tag(running_text.render_text, name="running")
register.filter("symbol", language.symbol)
register.filter("un_address", united_nations.un_address)
register.filter("body_name", titles.body_name)
register.filter("plain_body_name", titles.plain_body_name)
register.filter("meeting_title", titles.meeting_title)
register.filter("meeting_ordinal", titles.meeting_ordinal)
register.filter("recommendation_title", titles.recommendation_title)
register.filter("place_title", titles.place_title)
register.filter("letter", titles.item_letter)
register.filter("bare_title", titles.bare_title)
register.filter("provisional_mark", titles.provisional_mark)
register.filter("provisional_chip", titles.provisional_chip)
register.filter("figure", titles.recommendation_figure)
register.filter("agenda_number", titles.unbroken_agenda_number)
register.filter("agenda_letter", titles.agenda_letter)
register.filter("place_and_dates", titles.place_and_dates)
register.filter("place", titles.marked_place)
register.filter("meeting_dates", titles.meeting_dates)
register.filter("day", titles.day)
register.filter("language", titles.language_name)
register.filter("distribution", titles.distribution_name)
register.filter("paper_kind", papers.paper_kind_name)
register.filter("counted", counts.counted)
register.simple_tag(source_lines.lines_in_source)
register.simple_tag(item_markup.render_item_acts, name="item_acts")
register.simple_tag(adopted_markup.render_adopted_name, name="adopted_name")
register.simple_tag(adopted_markup.render_adopted_text, name="adopted_text")
register.filter("any_english", adopted_texts.any_english)
register.filter("tongued", english_markup.render_title)
register.filter("item_title", english_markup.render_item_title)
register.simple_tag(english_markup.render_opening, name="opening")
register.simple_tag(adopted_markup.render_picked, name="picked_text")
register.simple_tag(outline_markup.render_outline, name="outline_of")
register.simple_tag(row_markup.render_place, name="row_place")
