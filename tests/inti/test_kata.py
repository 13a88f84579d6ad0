"""No sentence ends twice: a name that brings its own full stop ends it."""

from collections.abc import Callable

import pytest
from django.db.models import F, Value
from django.db.models.functions import Concat
from django.template import Context, Template

from rencana_aksi.domain import hidup_rencana as hidup
from tests.bantuan import Klien, semua_alamat, teks, urai
from tests.pabrik import Kantor, jadikan_draf
from tests.test_hak import TERBUKA, isi_alamat
from zona.inti.errors import DomainError
from zona.inti.kata import satu_titik, tamat
from zona.organisasi.models import Pengguna, Satker

Buka = Callable[..., Klien]


def test_a_sentence_ends_once() -> None:
    assert [tamat(t) for t in ("Siti", "Siti, S.Pd.")] == ["Siti.", "Siti, S.Pd."]
    semua = ("oleh Siti, M.A.. Muat", "oleh Siti, M.A..", "dan seterusnya...", "nama ....", "../berkas", "A. B.")
    assert [satu_titik(t) for t in semua] == [
        "oleh Siti, M.A. Muat", "oleh Siti, M.A.", "dan seterusnya...", "nama ....", "../berkas", "A. B.",
    ]  # fmt: skip
    assert DomainError("Sudah diubah oleh Siti, M.A..").pesan == "Sudah diubah oleh Siti, M.A."
    gambar = Template('{{ n|join:", "|tamat }}').render(Context({"n": ["<b>", "S.E."]}))
    assert gambar == "&lt;b&gt;, S.E."


@pytest.mark.parametrize("draf", [False, True])
@pytest.mark.parametrize("siapa", ["ketua", "kepala", "anggota", "admin", "penilai"])
def test_no_page_ends_a_sentence_twice(klien: Buka, kantor: Kantor, siapa: str, *, draf: bool) -> None:
    """On every page, where everybody has an academic title."""
    Pengguna.objects.update(nama=Concat(F("nama"), Value(", M.A.")))
    if draf:
        jadikan_draf(kantor)
        hidup.ajukan_rencana(rencana=kantor.rencana, oleh=Pengguna.objects.get(username="ketua"))
    Satker.objects.update(revisi=F("revisi") + 1)
    k = klien(Pengguna.objects.get(username=siapa))
    salah = []
    for alamat in (a for a in semua_alamat() if a.nama not in TERBUKA and a.pola.endswith("/")):
        halaman = k.get(isi_alamat(alamat, "uji"))
        if halaman.status_code != 200 or "html" not in halaman["Content-Type"]:
            continue
        salah += [(alamat.nama, b) for b in urai(halaman).stripped_strings if "M.A.." in b]
        if "M.A.." in teks(halaman):
            salah.append((alamat.nama, "M.A.."))
    assert salah == []
