"""Addresses of zona.beranda."""

from django.urls import URLPattern

app_name = "beranda"
urlpatterns: list[URLPattern] = []
