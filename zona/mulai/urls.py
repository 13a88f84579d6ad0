"""Addresses of zona.mulai."""

from django.urls import include, path

from zona.mulai.views import awal, buku, draf, mulai, rencana

app_name = "mulai"
tahun = [
    path("awal/", awal.awal, name="awal"),
    path("buku/", buku.buku, name="buku"),
    path("buku/kosong.xlsx", buku.kosong, name="buku_kosong"),
    path("buku/<int:pk>/", buku.lihat, name="buku_lihat"),
    path("instrumen/", draf.instrumen, name="instrumen"),
    path("buang/", draf.buang, name="buang"),
]
urlpatterns = [
    path("<slug:satker>/mulai/", mulai.mulai, name="mulai"),
    path("<slug:satker>/mulai/kantor/", mulai.kantor, name="kantor"),
    path("<slug:satker>/mulai/rencana/", rencana.rencana, name="rencana"),
    path("<slug:satker>/mulai/rencana/<int:tahun>/", include(tahun)),
]
