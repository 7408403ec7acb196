"""What was sent in a form, carried through a page that asks or that says to wait, so that nothing typed is lost."""

from django.http import HttpRequest

#: The last change that a form had seen when it was opened.
OPENED = "_opened_at"
#: Fields that two had changed; what was decided of each; what the other has in it; what is to stand in place of both.
ASKED, KEEP, THEIRS, THIRD = "_asked", "_keep:", "_theirs:", "_third:"
_NOT_CARRIED = ("csrfmiddlewaretoken", OPENED, ASKED)


def carried_fields(request: HttpRequest) -> list[tuple[str, str]]:
    """Names and values as they were sent, for hidden fields."""
    return [
        (name, str(value))
        for name, values in request.POST.lists()
        for value in values
        if name not in _NOT_CARRIED and not name.startswith((KEEP, THEIRS, THIRD))
    ]


def texts_typed(request: HttpRequest) -> list[str]:
    """What in it is words rather than keys and numbers."""
    return [value for _name, value in carried_fields(request) if len(value.split()) > 1]
