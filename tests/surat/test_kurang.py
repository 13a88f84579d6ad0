"""A paper that says what is not so gets no number; the page names what is missing."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.bantuan import Klien, teks, urai
from tests.pabrik import HARI_INI, Kantor
from tests.surat.bantu import ALAMAT, PENANDA, SATU, benarkan, nomori, simpan
from zona.inti.errors import DomainError
from zona.nilai.domain.kunci import buka_lke
from zona.nilai.models import PemenuhanSyarat
from zona.organisasi.models import Keanggotaan, Pengguna
from zona.surat.domain.surat import beri_nomor
from zona.surat.enums import JenisSurat
from zona.surat.models import Surat, SuratBeku
from zona.surat.queries.isi import susun_surat
from zona.surat.queries.kurang import kurang_surat
from zona.surat.queries.surat import baca_surat

Buka = Callable[..., Klien]
SK, PAKTA, PIAGAM, USULAN, SPTJM = (
    JenisSurat.SK_TIM, JenisSurat.PAKTA, JenisSurat.PIAGAM, JenisSurat.USULAN, JenisSurat.SPTJM,
)  # fmt: skip


def kurang(kantor: Kantor, jenis: JenisSurat) -> tuple[str, ...]:
    return kurang_surat(susun_surat(kantor.rencana, baca_surat(kantor.satker, 2023, jenis), None, HARI_INI))


def coba(kantor: Kantor, jenis: JenisSurat) -> str:
    revisi = baca_surat(kantor.satker, 2023, jenis).revisi
    isi: dict[str, Any] = {"nomor": "1/X/2023", "tanggal": SATU, "revisi": revisi, "hari_ini": HARI_INI}
    with pytest.raises(DomainError) as galat:
        beri_nomor(rencana=kantor.rencana, jenis=jenis, oleh=kantor.orang["ketua"], **isi)
    assert (Surat.objects.exclude(nomor="").count(), SuratBeku.objects.count()) == (0, 0)
    return galat.value.pesan


def test_empty_sptjm_names_everything(kantor: Kantor) -> None:
    apa = kurang(kantor, SPTJM)
    assert [k for k in apa if not k.startswith("Syarat")] == [
        "Jabatan penanda tangan belum diisi.",
        "Nama penanda tangan belum diisi.",
        "NIP penanda tangan belum diisi (tulis “-” bila tidak ber-NIP).",
        "Penilaian mandiri belum ada.",
    ]
    assert [k for k in apa if k.startswith("Syarat")].count("Syarat “Pelaporan LHKPN 100 %”: belum diisi.") == 1
    assert sum(k.startswith("Syarat") for k in apa) == 7
    pesan = coba(kantor, SPTJM)
    assert all(k in pesan for k in apa)


def test_sworn_paper_is_refused_while_one_thing_is_not_so(kantor: Kantor) -> None:
    benarkan(kantor, SPTJM)
    assert kurang(kantor, SPTJM) == ()
    PemenuhanSyarat.objects.filter(kode="lhkpn").update(isian="97")
    assert coba(kantor, SPTJM).endswith("Syarat “Pelaporan LHKPN 100 %”: kurang 3 persen.")
    PemenuhanSyarat.objects.filter(kode="lhkpn").update(
        isian="100", tautan="", dikunjungi_oleh=None, dikunjungi_pada=None
    )
    assert kurang(kantor, SPTJM) == ("Syarat “Pelaporan LHKPN 100 %”: belum ada buktinya.",)
    PemenuhanSyarat.objects.filter(kode="lhkpn").update(tautan="https://contoh.id/b")
    benarkan(kantor, SPTJM)
    simpan(kantor, SPTJM, **{**PENANDA, "nip": ""})
    assert [k[:3] for k in kurang(kantor, SPTJM)] == ["NIP"]
    simpan(kantor, SPTJM, isi="Tanpa tabel apa pun.", **PENANDA)
    PemenuhanSyarat.objects.filter(kode="sakip").delete()
    assert [k[:6] for k in kurang(kantor, SPTJM)] == ["Syarat"]  # sworn, whatever its words call for


def test_points_that_can_change_are_not_declared(kantor: Kantor) -> None:
    benarkan(kantor, USULAN)
    mandiri = kantor.satker.penilaian.get(jenis="mandiri")
    buka_lke(penilaian=mandiri, alasan="Uji", oleh=kantor.orang["kepala"])
    assert kurang(kantor, USULAN) == ("Penilaian mandiri belum dikunci, sehingga nilainya masih dapat berubah.",)
    simpan(kantor, USULAN, isi="Kami usulkan [[unit]]")
    assert kurang(kantor, USULAN) == ()


def test_letter_that_only_lists_conditions_wants_them_filled_in(kantor: Kantor) -> None:
    benarkan(kantor, USULAN)
    PemenuhanSyarat.objects.filter(kode="lhkpn").update(isian="97")
    assert kurang(kantor, USULAN) == ()
    PemenuhanSyarat.objects.filter(kode="lhkpn").delete()
    assert kurang(kantor, USULAN) == ("Syarat “Pelaporan LHKPN 100 %”: belum diisi.",)


def test_lists_that_are_empty_and_words_that_are_unknown(kantor: Kantor) -> None:
    assert [kurang(kantor, j) for j in (SK, PAKTA, PIAGAM)] == [(), (), ()]
    simpan(kantor, PIAGAM, isi="Di {alamat} pada {tanggal}")
    assert kurang(kantor, PIAGAM) == ("Alamat satuan kerja belum diketahui, padahal dipakai dalam teksnya.",)
    Keanggotaan.objects.filter(tim__satker=kantor.satker).delete()
    assert kurang(kantor, SK) == ("Susunan tim tahun 2023 belum ada.",)
    assert "Nama penanda tangan belum diisi." in kurang(kantor, PAKTA)


def test_page_names_what_is_missing_and_gives_no_number(klien: Buka, kantor: Kantor, ketua: Pengguna) -> None:
    k, tuju = klien(ketua), kantor.alamat(f"{ALAMAT}sptjm/")
    for alamat in (tuju, f"{tuju}nomor/"):
        daftar = [teks(li) for li in urai(k.get(alamat)).select("ul.kurang-surat li")]
        assert tuple(daftar) == kurang(kantor, SPTJM)
    assert urai(k.get(f"{tuju}nomor/")).select("main input[name=nomor]") == []
    data = {"nomor": "1/SPTJM/2023", "tanggal": "2023-03-01", "revisi": 0}
    tanggapan = k.post(f"{tuju}nomor/", data)
    assert (tanggapan.status_code, Surat.objects.count()) == (422, 0)
    benarkan(kantor, SPTJM)
    assert urai(k.get(tuju)).select("ul.kurang-surat") == []
    assert k.post(f"{tuju}nomor/", {**data, "revisi": 1}).status_code == 302
    halaman = urai(k.get(tuju))
    assert "Dibekukan" in teks(halaman.select_one("#pratinjau"))
    assert halaman.select("form.ketik") == []


def test_demo_of_the_issue_is_refused(kantor: Kantor) -> None:
    """An SPTJM numbered in one click, "belum diisi" seven times, without name and NIP."""
    coba(kantor, SPTJM)
    nomori(kantor, SPTJM, "1/SPTJM/2023")  # once all of it is so
    assert SuratBeku.objects.get().naskah.count("belum diisi") == 0
