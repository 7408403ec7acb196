"""The addresses of the archive, in the four lists that config.urls hangs up.

`pages` stand bare (Arabic) and under /en/ (English); `api` stands under /api/v1/, namespace `api`;
`unprefixed` stand once, for machines; `staff` below /admin/, before Django's own pages there.
"""

from collections.abc import Sequence

from django.urls import URLPattern, URLResolver, path

from archive.admin.classifying.pages import first_of_queue, queues_page, record_page
from archive.admin.door import for_staff
from archive.admin.provisional import entering, joining, lists, merging
from archive.admin.signing_in.landing import sign_in
from archive.admin.signing_in.own_sessions import own_sessions
from archive.admin.signing_in.second_factor import second_factor
from archive.admin.start import form_of, guide, start
from archive.api import urls as api_urls
from archive.views import (
    about,
    articles,
    compare,
    crawlers,
    data,
    documents,
    feeds,
    giving,
    health,
    help,
    home,
    icon,
    lineage,
    matrix,
    meetings,
    own_list,
    recommendations,
    requests,
    resolve,
    search,
    service_worker,
    sheets,
    suggestions,
    topics,
)

pages: list[URLPattern | URLResolver] = [
    path("", home.home, name="home"),
    path("recommendations/", search.recommendation_list, name="recommendations"),
    path("recommendations/export.<str:ending>", giving.selection_file, name="selection_file"),
    path("recommendations/<str:locator>/", recommendations.recommendation_page, name="recommendation"),
    path("recommendations/<str:locator>/export.<str:ending>", giving.record_file, name="record_file"),
    path("recommendations/<str:locator>/lineage/", lineage.lineage, name="lineage"),
    path("meetings/", meetings.meeting_list, name="meetings"),
    path("meetings/<str:slug>/", meetings.meeting_page, name="meeting"),
    path("meetings/<str:slug>/export.<str:ending>", giving.meeting_file, name="meeting_file"),
    path("documents/", documents.document_list, name="documents"),
    path("documents/<str:slug>/", documents.document_page, name="document"),
    path("topics/", topics.topics, name="topics"),
    path("topics/<str:slug>/", topics.topic, name="topic"),
    path("topics/<str:slug>/export.<str:ending>", giving.topic_file, name="topic_file"),
    path("topics/<str:slug>/sheet/", sheets.topic_sheet, name="topic_sheet"),
    path("articles/", articles.articles, name="articles"),
    path("articles/<str:instrument>/<str:number>/", articles.article, name="article"),
    path(
        "articles/<str:instrument>/<str:number>/export.<str:ending>", giving.article_file, name="article_file"
    ),
    path("articles/<str:instrument>/<str:number>/sheet/", sheets.article_sheet, name="article_sheet"),
    path("compare/", compare.compare, name="compare"),
    path("list/", own_list.own_list, name="own_list"),
    path("list/export.<str:ending>", giving.list_file, name="list_file"),
    path("requests/", requests.request_list, name="requests"),
    path("requests/export.<str:ending>", giving.requests_file, name="requests_file"),
    path("offline/", service_worker.offline, name="offline"),
    path("matrix/", matrix.matrix, name="matrix"),
    path("about/", about.about, name="about"),
    path("help/", help.help_page, name="help"),
    path("resolve/", resolve.resolve, name="resolve"),
    path("feeds/recommendations.atom", feeds.recommendations_feed, name="recommendations_feed"),
    path("feeds/reported.atom", feeds.reported_feed, name="reported_feed"),
    path("data/", data.data, name="data"),
    path("opensearch.xml", suggestions.opensearch, name="opensearch"),
    path("suggestions", suggestions.suggestions, name="suggestions"),
    path("symbol/<path:symbol>", documents.by_symbol, name="symbol"),
]

api: Sequence[URLPattern | URLResolver] = api_urls.urlpatterns

unprefixed: list[URLPattern | URLResolver] = [
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
    path("favicon.ico", icon.favicon, name="favicon"),
    path("forgotten", service_worker.forgotten, name="forgotten"),
    path("sw.js", service_worker.service_worker, name="service_worker"),
    path("data/<str:name>", data.data_file, name="data_file"),
    path("robots.txt", crawlers.robots, name="robots"),
    path("sitemap.xml", crawlers.sitemap, name="sitemap"),
    path("manifest.webmanifest", crawlers.manifest, name="manifest"),
    path(".well-known/security.txt", crawlers.security, name="security"),
]

staff: list[URLPattern | URLResolver] = [
    path("", start, name="start"),
    path("guide/", guide, name="guide"),
    path("classify/", queues_page, name="classifying"),
    path("classify/<slug:code>/", first_of_queue, name="classifying_queue"),
    path("classify/<slug:code>/<int:key>/", record_page, name="classifying_record"),
    path("of/<str:kind>/<path:locator>/", form_of, name="form_of"),
    path("provisional/", for_staff(lists.provisional_lists), name="provisional_lists"),
    path("provisional/<str:slug>/", for_staff(entering.provisional_list), name="provisional_list"),
    path("provisional/<str:slug>/report/", for_staff(merging.merge_report), name="merge_report"),
    path("join/<str:kind>/<int:key>/", for_staff(joining.join_with), name="join_rows"),
    path("login/", sign_in),
    path("second-factor/", second_factor, name="second_factor"),
    path("sessions/", own_sessions, name="own_sessions"),
]
