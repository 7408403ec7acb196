"""What a page says of itself in a second place: `{% load sharing %}`."""

from django import template
from django.template.context import Context
from django.template.loader_tags import BLOCK_CONTEXT_KEY
from django.utils.safestring import SafeString, mark_safe

register = template.Library()


@register.simple_tag(takes_context=True)
def again(context: Context, name: str) -> SafeString:
    """A block of the page once more, in one line and fit for an attribute: its title where a link to it is shown."""
    block = context.render_context[BLOCK_CONTEXT_KEY].get_block(name)
    words = " ".join(block.render(context).split()) if block else ""
    # The block escapes what it shows; a quotation mark of its own would end the attribute.
    return mark_safe(words.replace('"', "&quot;"))
