"""Addresses of zona.matriks."""

from django.urls import path

from zona.matriks.views.matriks import matriks

app_name = "matriks"
urlpatterns = [
    path("<slug:satker>/<int:tahun>/rencana/", matriks, name="matriks"),
]
