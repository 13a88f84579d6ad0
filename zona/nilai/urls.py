"""Addresses of zona.nilai."""

from django.urls import path

from zona.nilai.views.halaman import nilai
from zona.nilai.views.impor import impor, unduh
from zona.nilai.views.langkah import langkah
from zona.nilai.views.syarat import syarat, syarat_berkas, syarat_isi, syarat_kosongkan, tarik, usulkan

app_name = "nilai"
AKAR = "<slug:satker>/<int:tahun>/nilai/"
urlpatterns = [
    path(AKAR, nilai, name="nilai"),
    path(f"{AKAR}langkah/", langkah, name="langkah"),
    path(f"{AKAR}syarat/", syarat, name="syarat"),
    path(f"{AKAR}syarat/<slug:kode>/", syarat_isi, name="syarat_isi"),
    path(f"{AKAR}syarat/<slug:kode>/kosongkan/", syarat_kosongkan, name="syarat_kosongkan"),
    path(f"{AKAR}syarat/<slug:kode>/berkas/", syarat_berkas, name="syarat_berkas"),
    path(f"{AKAR}lke.xlsx", unduh, name="lke_xlsx"),
    path(f"{AKAR}impor/", impor, name="impor"),
    path(f"{AKAR}usulan/", usulkan, name="usulkan"),
    path(f"{AKAR}usulan/tarik/", tarik, name="tarik_usulan"),
]
