"""Addresses of zona.pintu. Those under pintu/ and bukti-dukung/ open without signing in."""

from django.urls import path

from zona.pintu.views import kelola, masuk, soal

app_name = "pintu"
AKAR = "<slug:satker>/<int:tahun>"
urlpatterns = [
    path("pintu/<str:rahasia>/", masuk.masuk, name="masuk"),
    path("pintu/<str:rahasia>/berkas/<int:pk>/", masuk.berkas, name="berkas"),
    path(f"{AKAR}/bukti-dukung/<str:kode>/", soal.soal, name="soal"),
    path(f"{AKAR}/bukti-dukung/<str:kode>/<int:pk>/", soal.berkas_soal, name="soal_berkas"),
    path(f"{AKAR}/pintu/", kelola.daftar, name="daftar"),
    path(f"{AKAR}/pintu/<int:pk>/", kelola.kunjungan, name="kunjungan"),
    path(f"{AKAR}/pintu/<int:pk>/cabut/", kelola.cabut, name="cabut"),
]
