"""Addresses of rencana_aksi."""

from django.urls import include, path

from rencana_aksi.views import jejak, kendala, penanggung, pengesahan, periksa, salin, tanggal, versi

app_name = "rencana_aksi"

temuan = [
    path("terima/", periksa.terima, name="temuan_terima"),
    path("tarik/", periksa.tarik, name="temuan_tarik"),
]
dokumen = [
    path("versi/", versi.daftar, name="versi"),
    path("versi/<int:pk>/", versi.baca, name="versi_beku"),
    path("banding/", versi.banding, name="banding"),
    path("ajukan/", pengesahan.ajukan, name="ajukan"),
    path("tarik/", pengesahan.tarik, name="tarik"),
    path("kembalikan/", pengesahan.kembalikan, name="kembalikan"),
    path("tetapkan/", pengesahan.tetapkan, name="tetapkan"),
    path("perubahan/", pengesahan.perubahan, name="perubahan"),
    path("perubahan/batalkan/", pengesahan.batalkan, name="batalkan"),
]
urlpatterns = [
    path("<slug:satker>/<int:tahun>/jejak/", jejak.jejak, name="jejak"),
    path("<slug:satker>/<int:tahun>/rencana/kendala/", kendala.daftar, name="kendala"),
    path("<slug:satker>/<int:tahun>/rencana/kendala/<int:pk>/", kendala.ubah, name="kendala_ubah"),
    path("<slug:satker>/<int:tahun>/rencana/aksi/<int:pk>/kendala/", kendala.tambah, name="kendala_tambah"),
    path("<slug:satker>/<int:tahun>/rencana/aksi/<int:pk>/tanggal/", tanggal.tanggal, name="tanggal"),
    path("<slug:satker>/<int:tahun>/rencana/aksi/<int:pk>/penanggung/", penanggung.penanggung, name="penanggung"),
    path("<slug:satker>/<int:tahun>/rencana/periksa/", periksa.periksa, name="periksa"),
    path("<slug:satker>/<int:tahun>/rencana/periksa/<slug:kode>/<slug:objek>/<int:pk>/", include(temuan)),
    path("<slug:satker>/<int:tahun>/dokumen/", include(dokumen)),
    path("<slug:satker>/<int:tahun>/rencana/salin/", salin.salin, name="salin"),
    path("<slug:satker>/<int:tahun>/rencana/sunting/", include("rencana_aksi.urls_sunting")),
]
