"""Names of subjects, treaties and articles, as display has them: `{% load subject_pages %}`."""

from django import template

from archive.display.names import titles
from archive.display.relations import below_markup, report_markup

register = template.Library()

register.filter("topic_name", titles.topic_name)
register.filter("plain_topic_name", titles.plain_topic_name)
register.filter("topic_description", titles.topic_description)
register.filter("treaty", titles.instrument_name)
register.filter("plain_treaty", titles.plain_instrument_name)
register.filter("article_title", titles.article_title)
register.simple_tag(below_markup.render_reasons, name="reasons")
register.filter("said_of", below_markup.render_said)
register.simple_tag(report_markup.render_requested, name="requested")
register.filter("report_list", report_markup.render_reports)
