"""Addresses of bukti_fisik."""

from django.urls import path

from bukti_fisik.views.berkas import berkas
from bukti_fisik.views.halaman import halaman
from bukti_fisik.views.isian import pakai, tautan, ubah
from bukti_fisik.views.kartu import qr, qr_pengungkit
from bukti_fisik.views.lembar import bukti, catatan, lihat
from bukti_fisik.views.pustaka import pustaka, verifikasi
from bukti_fisik.views.siap import siap
from bukti_fisik.views.unggah import unggah
from bukti_fisik.views.unggahan import mulai, potongan, selesai
from bukti_fisik.views.verifikasi import kembalikan, tarik, terima

app_name = "bukti_fisik"
AKAR = "<slug:satker>/<int:tahun>/bukti/"
urlpatterns = [
    path(f"{AKAR}siap/", siap, name="siap"),
    path(AKAR, pustaka, name="pustaka"),
    path(f"{AKAR}verifikasi/", verifikasi, name="verifikasi"),
    path(f"{AKAR}tautan/<int:pk>/", tautan, name="tautan"),
    path(f"{AKAR}pakai/<int:pk>/", pakai, name="pakai"),
    path(f"{AKAR}<int:pk>/", bukti, name="bukti"),
    path(f"{AKAR}<int:pk>/lihat/", lihat, name="lihat"),
    path(f"{AKAR}<int:pk>/ubah/", ubah, name="ubah"),
    path(f"{AKAR}<int:pk>/halaman/<int:nomor>/", halaman, name="halaman"),
    path(f"{AKAR}<int:pk>/catatan/", catatan, name="catatan"),
    path(f"{AKAR}unggah/<int:pk>/", unggah, name="unggah"),
    path(f"{AKAR}unggah/<int:pk>/mulai/", mulai, name="mulai"),
    path(f"{AKAR}unggah/<int:pk>/selesai/", selesai, name="selesai"),
    path("<slug:satker>/<int:tahun>/rencana/aksi/<int:pk>/qr/", qr, name="qr"),
    path("<slug:satker>/<int:tahun>/rencana/qr/<slug:kode>/", qr_pengungkit, name="qr_pengungkit"),
    path("<slug:satker>/<int:tahun>/unggahan/<slug:unggahan>/", potongan, name="potongan"),
    path(f"{AKAR}<int:pk>/berkas/", berkas, name="berkas"),
    path(f"{AKAR}<int:pk>/terima/", terima, name="terima"),
    path(f"{AKAR}<int:pk>/kembalikan/", kembalikan, name="kembalikan"),
    path(f"{AKAR}<int:pk>/tarik/", tarik, name="tarik"),
]
