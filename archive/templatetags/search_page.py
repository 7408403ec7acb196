"""The parts of the search page that come by the dozen, as display has them: `{% load search_page %}`."""

from django import template
from django.utils.encoding import uri_to_iri

from archive.display.results import result_markup

register = template.Library()

register.simple_tag(result_markup.render_options, name="options")
register.simple_tag(result_markup.render_acts, name="hit_acts")
register.simple_tag(result_markup.render_name, name="hit_name")
register.simple_tag(result_markup.render_wholes, name="whole_results")
register.filter("where", result_markup.render_where)
register.filter("in_spans", result_markup.render_facts)
register.filter("in_column", result_markup.fact_in_column)
# An address as one reads it and may type it, with its Arabic letters.
register.filter("for_people", uri_to_iri)
