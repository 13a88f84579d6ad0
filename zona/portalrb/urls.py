"""Addresses of zona.portalrb. Those under portalrb/ are fixed by the national system (docs/portalrb.md)."""

from django.urls import path

from zona.portalrb.views import api, kelola

app_name = "portalrb"
urlpatterns = [
    path("portalrb/pengusulan/unit-wbk", api.unit_wbk, name="unit_wbk"),
    path("portalrb/pengusulan/unit-wbbm", api.unit_wbbm, name="unit_wbbm"),
    path("portalrb/lke/jawaban-unit/<str:unit_id>", api.jawaban, name="jawaban"),
    path("portalrb/", api.lain, name="akar"),
    path("portalrb/<path:sisa>", api.lain, name="lain"),
    path("<slug:satker>/<int:tahun>/portalrb/", kelola.token, name="token"),
    path("<slug:satker>/<int:tahun>/portalrb/<int:pk>/cabut/", kelola.cabut, name="cabut"),
]
