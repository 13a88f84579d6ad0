"""Addresses of zona.pengesahan."""

from django.urls import include, path

from zona.pengesahan.views import siap, verifikasi, versi

app_name = "pengesahan"
pengesahan = [
    path("", versi.versi, name="versi"),
    path("tanda-tangan/", versi.tanda_tangani, name="tanda_tangani"),
    path("siapkan/", versi.siapkan, name="siapkan"),
    path("<slug:kode>/", siap.siap, name="siap"),
    path("<slug:kode>/naskah.pdf", siap.naskah, name="naskah"),
    path("<slug:kode>/lembar.pdf", siap.lembar, name="lembar"),
    path("<slug:kode>/bertanda/", siap.bertanda, name="bertanda"),
    path("<slug:kode>/putusan/", siap.putusan, name="putusan"),
]
urlpatterns = [
    path("verifikasi/", verifikasi.cari, name="cari"),
    path("verifikasi/<slug:kode>/", verifikasi.verifikasi, name="verifikasi"),
    path("<slug:satker>/<int:tahun>/dokumen/versi/<int:pk>/pengesahan/", include(pengesahan)),
]
