"""Addresses of zona.impor."""

from django.urls import include, path

from zona.impor.views import buku, satu

app_name = "impor"
AKAR = "<slug:satker>/<int:tahun>/rencana/impor/"
urlpatterns = [
    path(AKAR, buku.daftar, name="daftar"),
    path(f"{AKAR}<int:pk>/", satu.impor, name="impor"),
    path(f"{AKAR}<int:pk>/urungkan/", satu.urungkan, name="urungkan"),
    path(f"{AKAR}lama/", include("zona.impor.urls_lama")),
]
