"""Addresses of zona.inti."""

from django.urls import path

from zona.inti import views

app_name = "inti"
urlpatterns = [path("sehat/", views.sehat, name="sehat")]
