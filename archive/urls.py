"""The addresses of the archive, in the three lists that config.urls hangs up.

`pages` stand bare (Arabic) and under /en/ (English); `api` stands under /api/v1/, namespace `api`;
`unprefixed` stand once, for machines.
"""

from django.urls import URLPattern, URLResolver, path

from archive.api import urls as api_urls
from archive.views import documents, health, home, icon, meetings, recommendations, search, suggestions

pages: list[URLPattern | URLResolver] = [
    path("", home.home, name="home"),
    path("recommendations/", search.recommendation_list, name="recommendations"),
    path("recommendations/<str:locator>/", recommendations.recommendation_page, name="recommendation"),
    path("meetings/", meetings.meeting_list, name="meetings"),
    path("meetings/<str:slug>/", meetings.meeting_page, name="meeting"),
    path("documents/", documents.document_list, name="documents"),
    path("documents/<str:slug>/", documents.document_page, name="document"),
    path("symbol/<path:symbol>", documents.by_symbol, name="symbol"),
]

api: list[URLPattern | URLResolver] = api_urls.urlpatterns

unprefixed: list[URLPattern | URLResolver] = [
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
    path("favicon.ico", icon.favicon, name="favicon"),
    path("suggestions", suggestions.suggestions, name="suggestions"),
    path("opensearch.xml", suggestions.opensearch, name="opensearch"),
]
