"""The synthetic office is what the other tests take it for."""

from collections.abc import Callable

import pytest
from django.template import Context, Template

from rencana_aksi.models import Pelaksanaan, RencanaKerja, SyaratBukti
from tests.bantuan import MUNGKIN_SEBARIS, Klien, pasang_fragmen, rapi, tolak_kode_sebaris, urai
from tests.pabrik import HARI_INI, Kantor, tambah_baris
from zona.inti.waktu import hari_ini
from zona.organisasi.models import Pengguna


def test_kantor_counts(kantor: Kantor) -> None:
    milik = {"pengungkit__rencana": kantor.rencana}
    assert RencanaKerja.objects.filter(**milik).count() == 6
    assert Pelaksanaan.objects.filter(aksi__rencana_kerja__pengungkit__rencana=kantor.rencana).count() == 24
    assert SyaratBukti.objects.filter(rencana_kerja__pengungkit__rencana=kantor.rencana).count() == 18
    assert sorted(kantor.syarat) == sorted((k, n) for k in kantor.pengungkit for n in ("aksi", "tiap", "baris"))
    assert [len(kantor.pelaksanaan["VI", h]) for h in "ab"] == [3, 1]
    assert [p.terlambat(HARI_INI) for p in kantor.pelaksanaan["I", "a"]] == [True, False, False]


def test_kantor_grows_over_all_pengungkit(kantor: Kantor) -> None:
    baru = tambah_baris(kantor, 7)
    assert [(b.pengungkit.kode, b.nomor) for b in baru] == [
        ("I", 2), ("II", 2), ("III", 2), ("IV", 2), ("V", 2), ("VI", 2), ("I", 3),
    ]  # fmt: skip


def test_personas(kantor: Kantor, anggota: Pengguna, koordinator_vi: Pengguna, orang_luar: Pengguna) -> None:
    assert kantor.aksi["I", "a"].penanggung_jawab == anggota
    assert koordinator_vi.username == "koordinator-vi"
    assert orang_luar.satker != kantor.satker


def test_today_is_frozen() -> None:
    assert hari_ini("Asia/Makassar") == HARI_INI


def test_client_is_signed_in(klien: Callable[..., Klien], ketua: Pengguna) -> None:
    assert klien(ketua).session["_auth_user_id"] == str(ketua.pk)
    assert "_auth_user_id" not in klien().session


@pytest.mark.parametrize("templat", ["{{ tiada }}", "{{ ada.tiada }}", "{% with a=tiada %}{% endwith %}"])
def test_undefined_template_variable_fails(templat: str) -> None:
    with pytest.raises(AssertionError, match="variabel templat tidak ada"):
        Template(templat).render(Context({"ada": {}}))


@pytest.mark.parametrize(
    "html",
    [
        '<p style="color:red">',
        "<style>p{}</style>",
        '<a onclick="x()">',
        "<script>x()</script>",
        '<a href="javascript:x()">',
        '<b hx-on:click="x">',
        '<a title="x"onclick=x()>',
        "<p\tSTYLE\n= 'color:red'>",
        "<script\nasync>x()</script>",
        '<a href=" jav&#97;script:x()">',
        "<a href=&#106;avascript:x()>",
    ],
)
def test_inline_code_is_refused(html: str) -> None:
    assert MUNGKIN_SEBARIS.search(html.encode())
    with pytest.raises(AssertionError):
        tolak_kode_sebaris(urai(html))


def test_fragment_is_put_into_the_page() -> None:
    halaman = '<main><p id="a">1</p><table><tr id="b"><td>2</td></tr></table><b id="c">3</b></main>'
    jawaban = '<tr id="b"><td>22</td></tr><template><b id="c" hx-swap-oob="true">33</b></template>'
    baru = '<main><p id="a">1</p> <table><tr id="b"><td>22 </td></tr></table><b id="c">33</b></main>'
    assert rapi(pasang_fragmen(halaman, jawaban, "b")) == rapi(baru)
    assert rapi(halaman) != rapi(baru)
