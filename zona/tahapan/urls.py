"""Addresses of zona.tahapan."""

from django.urls import path

from zona.tahapan.views import dokumen, tahapan

app_name = "tahapan"
AKAR = "<slug:satker>/<int:tahun>/tahapan/"
urlpatterns = [
    path(AKAR, tahapan.tahapan, name="tahapan"),
    path(f"{AKAR}<slug:kode>/", tahapan.tahap, name="tahap"),
    path(f"{AKAR}<slug:kode>/syarat/", tahapan.isi_syarat, name="isi_syarat"),
    path(f"{AKAR}<slug:kode>/dokumen/", dokumen.tambah, name="tambah"),
    path(f"{AKAR}<slug:kode>/dokumen/<int:pk>/", dokumen.berkas, name="berkas"),
    path(f"{AKAR}<slug:kode>/dokumen/<int:pk>/tarik/", dokumen.tarik, name="tarik"),
]
