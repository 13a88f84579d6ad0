"""Addresses of zona.nilai."""

from django.urls import path

from zona.nilai.views.halaman import nilai

app_name = "nilai"
urlpatterns = [path("<slug:satker>/<int:tahun>/nilai/", nilai, name="nilai")]
