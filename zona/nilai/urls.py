"""Addresses of zona.nilai."""

from django.urls import URLPattern

app_name = "nilai"
urlpatterns: list[URLPattern] = []
