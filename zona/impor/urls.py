"""Addresses of zona.impor."""

from django.urls import include, path

app_name = "impor"
urlpatterns = [
    path("<slug:satker>/<int:tahun>/rencana/impor/lama/", include("zona.impor.urls_lama")),
]
