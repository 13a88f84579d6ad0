"""Addresses of bukti_fisik."""

from django.urls import URLPattern

app_name = "bukti_fisik"
urlpatterns: list[URLPattern] = []
