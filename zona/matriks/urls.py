"""Addresses of zona.matriks."""

from django.urls import URLPattern

app_name = "matriks"
urlpatterns: list[URLPattern] = []
