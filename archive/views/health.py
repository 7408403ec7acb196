"""For whoever watches the service: is the process alive, and can it answer readers?"""

from django.db import DatabaseError, connections
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from archive.models.databases import reads_from
from archive.record.replicas import replicas, sentences
from archive.record.troubles import DEAD, trouble_of
from archive.search.stamp import index_problem


@require_safe
@never_cache
def healthz(request: HttpRequest) -> JsonResponse:
    """200 as long as the process answers; asks nothing of the database."""
    return JsonResponse({"status": "alive"})


@require_safe
@never_cache
def readyz(request: HttpRequest) -> JsonResponse:
    """200 when readers can be served, else 503 with what is missing and the remedy.

    Of several databases one is enough; what is wrong with the others is said.
    """
    problems = database_problems()
    remarks = sentences(replicas.remarks())
    told = {"remarks": remarks} if remarks else {}
    if problems:
        return JsonResponse({"status": "not ready", "problems": problems, **told}, status=503)
    return JsonResponse({"status": "ready", **told})


def database_problems() -> list[str]:
    """Sentences that say why the database cannot be used; none when it can."""
    try:
        executor = MigrationExecutor(connections[reads_from()])
        waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
        if waiting:
            return [f"{len(waiting)} migrations are not applied: run manage.py migrate."]
        problem = index_problem()
    except DatabaseError as error:
        # The driver's own words may hold a host or a user name; they go to the log, not to the world.
        return [(trouble_of(error) or DEAD).sentence]
    return [problem] if problem else []
