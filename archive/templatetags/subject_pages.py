"""Names of subjects, treaties and articles, as display has them: `{% load subject_pages %}`."""

from django import template

from archive.display.names import titles

register = template.Library()

register.filter("topic_name", titles.topic_name)
register.filter("plain_topic_name", titles.plain_topic_name)
register.filter("topic_description", titles.topic_description)
register.filter("treaty", titles.instrument_name)
register.filter("plain_treaty", titles.plain_instrument_name)
register.filter("article_title", titles.article_title)
