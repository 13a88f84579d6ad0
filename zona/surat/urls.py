"""Addresses of zona.surat."""

from django.urls import include, path

from zona.surat.views import bertanda, nomor, pakta, surat, templat

app_name = "surat"
AWAL = "<slug:satker>/<int:tahun>/dokumen/surat"

penanda = [
    path("", pakta.penanda, name="penanda"),
    path("tambah/", pakta.tambah, name="penanda_tambah"),
    path("batal/", pakta.batal, name="penanda_batal"),
    path("kembalikan/", pakta.kembalikan, name="penanda_kembalikan"),
    path("keluarkan/<slug:kunci>/", pakta.keluarkan, name="penanda_keluarkan"),
    path("<int:pk>/pindaian/", pakta.pindaian, name="pindaian"),
]
satu = [
    path("", surat.surat, name="surat"),
    path("surat.pdf", surat.pdf, name="pdf"),
    path("riwayat/", surat.riwayat, name="riwayat"),
    path("nomor/", nomor.nomor, name="nomor"),
    path("cabut/", nomor.cabut, name="cabut"),
    path("bertanda/", bertanda.bertanda, name="bertanda"),
    path("bertanda/<int:nomor>/", bertanda.berkas, name="berkas"),
    path("buka/", bertanda.buka, name="buka"),
    path("templat/", templat.templat, name="templat"),
    path("templat/pulihkan/", templat.pulihkan, name="pulihkan"),
]
urlpatterns = [
    path(f"{AWAL}/", surat.daftar, name="daftar"),
    path(f"{AWAL}/penomoran/", nomor.setelan, name="penomoran"),
    path(f"{AWAL}/pakta/penanda/", include(penanda)),
    path(f"{AWAL}/<slug:kode>/", include(satu)),
]
