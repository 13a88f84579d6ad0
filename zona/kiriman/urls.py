"""Addresses of zona.kiriman."""

from django.urls import path

from zona.kiriman.views.kirim import daftar, mulai, selesai, terbaru
from zona.kiriman.views.kiriman import ambil, kiriman, lewati, tempat, tutup

app_name = "kiriman"
AKAR = "<slug:satker>/<int:tahun>/kiriman/"
urlpatterns = [
    path(AKAR, daftar, name="daftar"),
    path(f"{AKAR}mulai/", mulai, name="mulai"),
    path(f"{AKAR}selesai/", selesai, name="selesai"),
    path(f"{AKAR}terbaru/", terbaru, name="terbaru"),
    path(f"{AKAR}<int:pk>/", kiriman, name="kiriman"),
    path(f"{AKAR}<int:pk>/ambil/", ambil, name="ambil"),
    path(f"{AKAR}<int:pk>/lewati/", lewati, name="lewati"),
    path(f"{AKAR}<int:pk>/tutup/", tutup, name="tutup"),
    path(f"{AKAR}berkas/<int:pk>/", tempat, name="tempat"),
]
