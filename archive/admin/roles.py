"""Who may do what at the desk: five roles, each a group of permissions that every migration brings up to date.

A role says which kinds of rows its holder writes; all of them read all kinds. Nobody gets a right to what only the
machine writes: those forms are read-only whatever a role says.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.contrib.auth.models import Group, Permission
from django.db.models import Q

_APP = "archive"
_WRITE = ("add", "change", "delete")

#: What papers are made of, with what was misprinted in them.
TEXTS = (
    *("body", "meeting", "agendaitem", "document", "section", "paragraph", "footnote", "recommendation"),
    *("subparagraph", "erratum", "conflict"),
)
#: What texts are about and how they hang together, with the rules and words that tell it.
MEANINGS = (
    *("topic", "topicrule", "topicassignment", "operativeclause", "operativeaddressee", "operativeactor"),
    *("citation", "kinship"),
    *("followup", "instrument", "article", "searchsynonym"),
)


@dataclass(frozen=True)
class Role:
    """`code` names the group, `name` is what the desk calls it; `writes` are the names of models."""

    code: str
    name: str
    task: str
    writes: tuple[str, ...] = ()
    keeps_accounts: bool = False
    #: Changes what readers see: publishes, takes back, withdraws.
    publishes: bool = False
    #: Hands files in and puts them into the archive.
    takes_in: bool = False
    #: Has the machine load the sources again, check the archive, build the index anew.
    sends_errands: bool = False

    def permissions(self) -> Iterator[Q]:
        """Conditions each of which gives permissions of the role."""
        yield Q(content_type__app_label=_APP, codename__startswith="view_")
        codenames = [f"{action}_{model}" for model in self.writes for action in _WRITE]
        yield Q(content_type__app_label=_APP, codename__in=codenames)
        if self.publishes:
            yield Q(content_type__app_label=_APP, codename__startswith="publish_")
        if self.takes_in:
            yield Q(content_type__app_label=_APP, codename__in=("add_upload", "change_upload"))
        if self.sends_errands:
            yield Q(content_type__app_label=_APP, codename="add_errand")
        if self.keeps_accounts:
            # An account is not deleted: what its holder decided bears its name. It is switched off.
            yield Q(content_type__app_label="auth", codename__in=("view_user", "add_user", "change_user"))


ROLES = {
    role.code: role
    for role in (
        Role("viewer", "مطّلع", "يطّلع على كل شيء ولا يغيّر شيئاً."),
        Role(
            "editor",
            "محرر",
            "يستلم الوثائق، ويحرر النصوص والوثائق والاجتماعات، ويبتّ في التصويبات وتعارض القيم.",
            TEXTS,
            takes_in=True,
        ),
        Role("classifier", "مصنّف", "يصنّف التوصيات ويبتّ في الاقتراحات، ويحرر المواضيع وقواعدها.", MEANINGS),
        Role(
            "publisher",
            "ناشر",
            "يستلم الوثائق، ويحرر النصوص ويصنّفها، وينشر ويسحب، ويعيد تحميل المصادر.",
            (*TEXTS, *MEANINGS),
            publishes=True,
            takes_in=True,
            sends_errands=True,
        ),
        Role(
            "administrator",
            "مدير",
            "يفعل كل ما سبق، ويدير حسابات الموظفين.",
            (*TEXTS, *MEANINGS),
            keeps_accounts=True,
            publishes=True,
            takes_in=True,
            sends_errands=True,
        ),
    )
}


def settle_roles() -> None:
    """The groups of the roles exist and give exactly what their roles say; what was given to them besides is lost."""
    for role in ROLES.values():
        group, _made = Group.objects.get_or_create(name=role.code)
        wanted = Q()
        for condition in role.permissions():
            wanted |= condition
        group.permissions.set(Permission.objects.filter(wanted))
