"""Addresses of zona.organisasi."""

from django.urls import path

from zona.organisasi.views import ajakan, masuk

app_name = "organisasi"
urlpatterns = [
    path("masuk/", masuk.masuk, name="masuk"),
    path("keluar/", masuk.keluar, name="keluar"),
    path("undangan/<str:token>/", masuk.undangan, name="undangan"),
    path("ajakan/", ajakan.ajakan, name="ajakan"),
    path("ajakan/<int:pk>/", ajakan.jawab_ajakan, name="jawab_ajakan"),
    path("sandi/", masuk.ganti_sandi, name="ganti_sandi"),
]
