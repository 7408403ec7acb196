"""The addresses of `/api/v1/`, in the namespace `api`. What is not here gets its JSON from the 404 page."""

from django.urls import path

from . import reference, resolving, views

app_name = "api"

urlpatterns = [
    path("", views.index, name="index"),
    path("openapi.json", reference.openapi, name="openapi"),
    path("docs/", reference.page, name="docs"),
    path("recommendations/", views.recommendation_list, name="recommendations"),
    path("recommendations/<str:locator>/", views.recommendation_item, name="recommendation"),
    path("meetings/", views.meeting_list, name="meetings"),
    path("meetings/<str:slug>/", views.meeting_item, name="meeting"),
    path("documents/", views.document_list, name="documents"),
    path("documents/<str:slug>/", views.document_item, name="document"),
    path("topics/", views.topic_list, name="topics"),
    path("topics/<str:slug>/", views.topic_item, name="topic"),
    path("resolve", resolving.resolve, name="resolve"),
]
