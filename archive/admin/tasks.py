"""The models of the desk by what staff do with them: on the first page and at the side of every other."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.contrib.admin import AdminSite
from django.http import HttpRequest
from django.urls import reverse


@dataclass(frozen=True)
class TaskPage:
    """A page of a task that is no list of rows. `permission`: whoever may open it holds this."""

    name: str
    address: str
    permission: str


@dataclass(frozen=True)
class Task:
    """`models` in their order, by name; `pages` stand before them."""

    code: str
    name: str
    note: str
    models: tuple[str, ...]
    pages: tuple[TaskPage, ...] = ()


TASKS = (
    Task(
        "deciding",
        "ما ينتظر قراراً",
        "قراءات مشكوك فيها، وقيم اختلف فيها الموظفون والمصدر.",
        ("erratum", "conflict"),
        (
            TaskPage("كلمات مشتبه في قراءتها", "admin:archive_erratum_suspects", "archive.view_erratum"),
            TaskPage("ما غاب عن مصدره", "admin:archive_conflict_vanished", "archive.view_conflict"),
        ),
    ),
    Task(
        "texts",
        "النصوص والوثائق",
        "نص القراءة إلى جانب ما طُبع.",
        ("recommendation", "subparagraph", "document", "section", "paragraph", "footnote", "languageversion"),
    ),
    Task(
        "meetings",
        "الهيئات والاجتماعات",
        "من اجتمع ومتى وفي أي بند.",
        ("body", "meeting", "agendaitem"),
        (TaskPage("القوائم المؤقتة", "provisional_lists", "archive.view_recommendation"),),
    ),
    Task(
        "classifying",
        "تصنيف التوصيات",
        "ما اقترحته القواعد، يؤكده المصنّف أو يرفضه.",
        ("topicassignment", "operativeclause", "citation", "kinship", "followup", "pendingword"),
        (TaskPage("التصنيف، واحدة بعد واحدة", "classifying", "archive.view_topicassignment"),),
    ),
    Task(
        "rules",
        "المواضيع والصكوك والمرادفات",
        "ما تُصنَّف به النصوص وما يُبحث به.",
        ("topic", "topicrule", "instrument", "article", "searchsynonym"),
    ),
    Task(
        "loading",
        "استلام الوثائق والمصادر",
        "ملف يُسلَّم فيُقرأ فيُدخل، وما حُمّل من المصادر وما اعترضه.",
        ("upload", "errand", "importrun", "importproblem"),
    ),
    Task("accounts", "الحسابات", "من يدخل، وبأي دور.", ("user", "group")),
)
#: What no task names is the machine's own, and stands last.
MACHINE = Task("machine", "جداول الآلة", "للاطلاع وحده: تكتبها الآلة ولا يعدّلها أحد.", ())


def by_task(models: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Share the models that somebody may see out to the tasks, as Django describes groups of models."""
    by_name = {str(one["object_name"]).lower(): one for one in models}
    groups = [(task, [by_name.pop(name) for name in task.models if name in by_name]) for task in TASKS]
    groups.append((MACHINE, sorted(by_name.values(), key=lambda one: str(one["name"]))))
    return [_group(task, found) for task, found in groups if found]


def _group(task: Task, models: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "name": task.name,
        "note": task.note,
        "app_label": task.code,
        "app_url": f"{reverse('admin:index')}#task-{task.code}",
        "has_module_perms": True,
        "models": models,
    }


def models_by_task(site: AdminSite, request: HttpRequest) -> list[dict[str, Any]]:
    """What the site offers to whoever asks."""
    apps: dict[str, dict[str, Any]] = site._build_app_dict(request)
    groups = by_task(model for app in apps.values() for model in app["models"])
    pages = {task.code: task.pages for task in TASKS}
    for group in groups:
        group["pages"] = list(_pages(pages.get(group["app_label"], ()), request))
        group["stands_on_page"] = any(page["is_current"] for page in group["pages"])
    return groups


def _pages(pages: Iterable[TaskPage], request: HttpRequest) -> Iterator[dict[str, Any]]:
    """Those that whoever asks may open."""
    for page in pages:
        if request.user.has_perm(page.permission):
            address = reverse(page.address)
            yield {"name": page.name, "address": address, "is_current": request.path.startswith(address)}
