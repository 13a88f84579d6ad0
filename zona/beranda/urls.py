"""Addresses of zona.beranda."""

from django.urls import path

from zona.beranda import views

app_name = "beranda"
urlpatterns = [
    path("", views.awal, name="awal"),
    path("<slug:satker>/<int:tahun>/", views.beranda, name="beranda"),
]
