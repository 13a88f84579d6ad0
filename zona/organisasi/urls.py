"""Addresses of zona.organisasi."""

from django.urls import path

from zona.organisasi.views import masuk

app_name = "organisasi"
urlpatterns = [
    path("masuk/", masuk.masuk, name="masuk"),
    path("keluar/", masuk.keluar, name="keluar"),
    path("undangan/<str:token>/", masuk.undangan, name="undangan"),
    path("sandi/", masuk.ganti_sandi, name="ganti_sandi"),
]
