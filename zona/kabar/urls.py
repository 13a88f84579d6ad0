"""Addresses of zona.kabar."""

from django.urls import path

from zona.kabar.views import kalender, pilihan, wa

app_name = "kabar"
urlpatterns = [
    path("kabar/", pilihan.pilihan, name="pilihan"),
    path("kabar/kalender/", pilihan.kalender_baru, name="kalender_saya"),
    path("kabar/kalender/cabut/", pilihan.kalender_cabut, name="cabut_kalender_saya"),
    path("kalender/<str:token>.ics", kalender.ics, name="ics"),
    path("<slug:satker>/<int:tahun>/kabar/", wa.wa, name="wa"),
    path("<slug:satker>/<int:tahun>/kabar/<str:kode>/kalender/", kalender.kalender_baru, name="kalender"),
    path("<slug:satker>/<int:tahun>/kabar/<str:kode>/kalender/cabut/", kalender.kalender_cabut, name="cabut_kalender"),
]
