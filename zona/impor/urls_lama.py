"""Addresses of old spreadsheets."""

from django.urls import path

from zona.impor.views import lama

urlpatterns = [
    path("", lama.lama, name="lama"),
    path("<int:pk>/", lama.petakan, name="lama_petakan"),
    path("<int:pk>/pratinjau/", lama.pratinjau, name="lama_pratinjau"),
]
