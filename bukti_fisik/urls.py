"""Addresses of bukti_fisik."""

from django.urls import path

from bukti_fisik.views.berkas import berkas
from bukti_fisik.views.unggah import unggah
from bukti_fisik.views.verifikasi import kembalikan, tarik, terima

app_name = "bukti_fisik"
AKAR = "<slug:satker>/<int:tahun>/bukti/"
urlpatterns = [
    path(f"{AKAR}unggah/<int:pk>/", unggah, name="unggah"),
    path(f"{AKAR}<int:pk>/berkas/", berkas, name="berkas"),
    path(f"{AKAR}<int:pk>/terima/", terima, name="terima"),
    path(f"{AKAR}<int:pk>/kembalikan/", kembalikan, name="kembalikan"),
    path(f"{AKAR}<int:pk>/tarik/", tarik, name="tarik"),
]
