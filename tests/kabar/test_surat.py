"""How a letter reads."""

from datetime import date, timedelta

from bs4 import BeautifulSoup
from django.core.mail import EmailMessage
from pytest_django import Settings

from bukti_fisik.enums import StatusBukti
from rencana_aksi.enums import Status
from rencana_aksi.models import Pelaksanaan, RencanaAksi
from tests.bantuan import teks
from tests.beranda.pembaca import buat_bukti
from tests.kabar.bantu import Jalankan, hanya, html
from tests.pabrik import HARI_INI, Kantor
from zona.inti.kata import tamat
from zona.kabar.domain.kata import sebutkan
from zona.organisasi.models import Pengguna

Kotak = list[EmailMessage]


def isi_kantor(kantor: Kantor, anggota: Pengguna, koordinator_i: Pengguna) -> None:
    """I.1.a: one late and begun, one tomorrow with its notula handed in; evidence returned."""
    lama, besok = hanya(kantor, HARI_INI - timedelta(days=14), HARI_INI + timedelta(days=1))
    Pelaksanaan.objects.filter(pk=lama.pk).update(status=Status.BERJALAN)
    buat_bukti(kantor.syarat["I", "tiap"], anggota, besok)
    buat_bukti(
        kantor.syarat["I", "aksi"], anggota, status=StatusBukti.DIKEMBALIKAN, pemeriksa=koordinator_i, alasan="Buram"
    )


def test_letter_reads(
    jalankan: Jalankan,
    kantor: Kantor,
    settings: Settings,
    mailoutbox: Kotak,
    anggota: Pengguna,
    koordinator_i: Pengguna,
) -> None:
    settings.ZONA_ALAMAT_LAMAN = "https://zona.contoh.go.id"
    isi_kantor(kantor, anggota, koordinator_i)
    jalankan()
    (surat,) = mailoutbox
    assert surat.subject == "Zona Integritas UJI: 1 terlambat, 1 segera jatuh tempo, 1 bukti dikembalikan"
    assert (surat.to, surat.cc, surat.bcc) == (["anggota@contoh.id"], [], [])
    pk = kantor.aksi["I", "a"].pk
    assert surat.body == (
        "Yth. Anggota,\n\n"
        "Per Rabu, 15 Maret 2023, ada 1 rencana aksi Zona Integritas Kantor Uji yang\n"
        "memerlukan tindak lanjut Bapak/Ibu.\n\n"
        "YANG PERLU DITINDAKLANJUTI\n\n"
        "1. I.1.a Aksi I.1.a\n"
        "   - Terlambat 14 hari: jatuh tempo Rabu, 1 Maret 2023. Sedang berjalan.\n"
        "   - Bukti dikembalikan oleh Koordinator I: bukti-1.pdf, untuk Surat\n"
        "     keputusan. Alasan: Buram\n"
        "   - Besok: jatuh tempo Kamis, 16 Maret 2023.\n"
        "   - Bukti yang masih diperlukan: Surat keputusan; Notula rapat.\n"
        f"   https://zona.contoh.go.id/uji/2023/rencana/aksi/{pk}/\n\n"
        "Mohon status dan buktinya diperbarui melalui tautan di atas. Terima kasih.\n\n"
        "-- \n"
        "Surat ini dikirim otomatis oleh Zona, paling banyak satu sehari, dan tidak\n"
        "perlu dibalas. Kabar yang tidak diperlukan dapat dimatikan.\n"
        "Pilihan kabar: https://zona.contoh.go.id/kabar/\n"
    )


def test_html_says_the_same(
    jalankan: Jalankan, kantor: Kantor, mailoutbox: Kotak, anggota: Pengguna, koordinator_i: Pengguna
) -> None:
    isi_kantor(kantor, anggota, koordinator_i)
    jalankan()
    (surat,) = mailoutbox
    assert [m for _, m in surat.alternatives] == ["text/html"]  # type: ignore[attr-defined]  # the letter has two forms
    halaman = BeautifulSoup(html(surat), "html.parser")
    polos = " ".join(surat.body.replace("-- \n", "").split()).lower()
    kalimat = [teks(u).lower().removesuffix(" pilihan kabar") for u in halaman.select("p, h2, h3, li")]
    assert len(kalimat) == 10
    assert [k for k in kalimat if k not in polos] == []
    assert [a["href"] for a in halaman.find_all("a")] == [
        f"http://127.0.0.1:8000/uji/2023/rencana/aksi/{kantor.aksi['I', 'a'].pk}/",
        "http://127.0.0.1:8000/kabar/",
    ]
    assert halaman.html["lang"] == "id"


def test_html_trusts_no_text(jalankan: Jalankan, kantor: Kantor, mailoutbox: Kotak) -> None:
    hanya(kantor, HARI_INI - timedelta(days=1))
    RencanaAksi.objects.filter(pk=kantor.aksi["I", "a"].pk).update(uraian="<b>Rapat</b>\r\nBcc: siapa@contoh.id")
    jalankan()
    (surat,) = mailoutbox
    assert "&lt;b&gt;Rapat&lt;/b&gt;" in html(surat)
    assert "<b>" not in html(surat)
    assert surat.recipients() == ["anggota@contoh.id"]


def test_letter_asks_for_no_automatic_answer(jalankan: Jalankan, mailoutbox: Kotak, settings: Settings) -> None:
    settings.DEFAULT_FROM_EMAIL = "Zona <zona@contoh.go.id>"
    jalankan()
    kepala = mailoutbox[0].message()
    assert (kepala["Auto-Submitted"], kepala["From"]) == ("auto-generated", "Zona <zona@contoh.go.id>")
    assert len({p.message()["Message-ID"] for p in mailoutbox}) == len(mailoutbox)


def test_most_pressing_action_comes_first(
    jalankan: Jalankan, kantor: Kantor, mailoutbox: Kotak, anggota: Pengguna
) -> None:
    hanya(kantor, HARI_INI + timedelta(days=7))
    for kode, hari in (("II", 20), ("III", -3)):
        tempo = HARI_INI + timedelta(days=hari)
        Pelaksanaan.objects.create(aksi=kantor.aksi[kode, "a"], urutan=1, mulai=tempo, jatuh_tempo=tempo)
    RencanaAksi.objects.update(penanggung_jawab=anggota)
    jalankan()
    judul = [b for b in mailoutbox[0].body.splitlines() if b[:1].isdigit()]
    assert judul == ["1. III.1.a Aksi III.1.a", "2. I.1.a Aksi I.1.a"]


def test_long_list_is_cut() -> None:
    assert sebutkan(["a", "b"], 2) == "a; b"
    assert sebutkan(["a", "b", "c", "d"], 2) == "a; b; dan 2 lainnya"


def test_title_brings_the_full_stop() -> None:
    assert (tamat("Sari Dewi, S.E."), tamat("Sari Dewi")) == ("Sari Dewi, S.E.", "Sari Dewi.")


def test_dates_of_a_letter_are_of_its_day(jalankan: Jalankan, kantor: Kantor, mailoutbox: Kotak) -> None:
    """`--tanggal` is believed, whatever today is."""
    hanya(kantor, date(2024, 1, 3))
    jalankan(date(2024, 1, 4))
    assert "Terlambat 1 hari: jatuh tempo Rabu, 3 Januari 2024." in mailoutbox[0].body
