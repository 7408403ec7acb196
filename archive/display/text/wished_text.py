"""Which text a page shows: the reading text or, with ?text=printed, the words as printed."""

from django.http import HttpRequest
from django.utils.translation import gettext as _

from archive.display.results.paging import Complaint


def printed_wished(request: HttpRequest) -> tuple[bool, list[Complaint]]:
    """Whether the printed text is asked for; a wish that is not known is named and the reading text shown."""
    wish = request.GET.get("text", "reading")
    if wish in ("reading", "printed"):
        return wish == "printed", []
    return False, [Complaint("text", wish[:40], _("يقبل reading أو printed؛ عرضنا نص القراءة."))]
