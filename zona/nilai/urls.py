"""Addresses of zona.nilai."""

from django.urls import path

from zona.nilai.views import lke, lke_bukti, lke_langkah
from zona.nilai.views.halaman import nilai
from zona.nilai.views.impor import impor, unduh
from zona.nilai.views.langkah import langkah
from zona.nilai.views.syarat import (
    syarat,
    syarat_berkas,
    syarat_dikunjungi,
    syarat_isi,
    syarat_kosongkan,
    tarik,
    usulkan,
)

app_name = "nilai"
AKAR = "<slug:satker>/<int:tahun>/nilai/"
LKE = f"{AKAR}lke/"
urlpatterns = [
    path(AKAR, nilai, name="nilai"),
    path(f"{AKAR}langkah/", langkah, name="langkah"),
    path(f"{AKAR}syarat/", syarat, name="syarat"),
    path(f"{AKAR}syarat/<slug:kode>/", syarat_isi, name="syarat_isi"),
    path(f"{AKAR}syarat/<slug:kode>/kosongkan/", syarat_kosongkan, name="syarat_kosongkan"),
    path(f"{AKAR}syarat/<slug:kode>/dikunjungi/", syarat_dikunjungi, name="syarat_dikunjungi"),
    path(f"{AKAR}syarat/<slug:kode>/berkas/", syarat_berkas, name="syarat_berkas"),
    path(f"{AKAR}lke.xlsx", unduh, name="lke_xlsx"),
    path(f"{AKAR}impor/", impor, name="impor"),
    path(LKE, lke.lke, name="lke"),
    path(f"{LKE}tpi/mulai/", lke_langkah.mulai, name="tpi_mulai"),
    path(f"{LKE}tpi/buka-unit/", lke_langkah.buka_unit, name="tpi_buka_unit"),
    path(f"{LKE}langkah/<slug:jenis>/<slug:langkah>/", lke_langkah.langkah_lke, name="lke_langkah"),
    path(f"{LKE}kunci/<slug:jenis>/<int:pk>/", lke_langkah.beku, name="lke_beku"),
    path(f"{LKE}<slug:komponen>/", lke.komponen, name="lke_komponen"),
    path(f"{LKE}<slug:komponen>/<str:soal>/bukti/", lke_bukti.bukti, name="lke_bukti"),
    path(f"{LKE}<slug:komponen>/<str:soal>/kendala/", lke_bukti.kendala, name="lke_kendala"),
    path(f"{AKAR}usulan/", usulkan, name="usulkan"),
    path(f"{AKAR}usulan/tarik/", tarik, name="tarik_usulan"),
]
