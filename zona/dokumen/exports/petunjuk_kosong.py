"""The first sheet of a workbook for a plan that is not made yet."""

from collections.abc import Iterator

from rencana_aksi.domain import lembar_xlsx as kolom
from zona.dokumen.exports.isi import IsiRencana
from zona.dokumen.exports.rencana_petunjuk import KOLOM
from zona.inti.xlsx import Lembar, Nilai


def lembar_petunjuk_kosong(isi: IsiRencana) -> Lembar:
    """Of a workbook for a plan that is not made yet."""
    return Lembar(kolom.PETUNJUK, KOLOM, _baris_kosong(isi), terkunci=True, tabel=False)


def _baris_kosong(isi: IsiRencana) -> Iterator[tuple[Nilai, ...]]:
    yield (
        "Buku kerja ini",
        f"Untuk menyusun Rencana Kerja Zona Integritas {isi.kop.nama} {isi.tahun} tanpa internet. Setelah diisi, "
        "bawa kembali ke aplikasi: yang terbaca ditampilkan dahulu, dan rencananya baru dibuat setelah Anda "
        "menyetujuinya.",
    )
    yield (
        "Yang diisi",
        f"Lembar {kolom.SELURUHNYA}: satu baris satu pelaksanaan; paling sedikit Pengungkit, Rencana Kerja, dan "
        f"Rencana Aksi. Lembar {kolom.BUKTI_FISIK}: satu baris satu bukti yang diminta. Program prioritas, bila ada, "
        f"ditambahkan di bawah baris terakhir lembar {kolom.RENCANA}: Bagian “{kolom.PROGRAM}”, Kode pengungkitnya, "
        "dan Isi.",
    )
    yield (
        "Contoh",
        "Dua baris bertanda CONTOH di tiap lembar menunjukkan caranya. Hapus, atau biarkan: contoh yang tidak diubah "
        "tidak dibaca.",
    )
    yield (
        "Jadwal",
        "Isi tanggalnya di kolom Mulai dan Jatuh Tempo (kegiatan sehari boleh hanya Jatuh Tempo), atau tulis dengan "
        "kata-kata di kolom Jadwal: 25 Januari, TW I, setiap bulan, atau secara berkala.",
    )
    yield (
        "Penanggung Jawab",
        f"Dipilih dari orang yang sudah ada dalam tim {isi.tahun} pengungkit itu; boleh kosong.",
    )
    yield (
        "Beberapa aksi",
        "Satu rencana kerja dengan beberapa aksi: tulis aksi berikutnya di baris di bawahnya. Pengungkit, No, dan "
        "Rencana Kerja boleh kosong: artinya sama dengan baris di atasnya.",
    )
    yield (
        "Bukti",
        f"Pengungkit, No, dan Rencana Kerja ditulis persis seperti di lembar {kolom.SELURUHNYA}. Isi Huruf bila bukti "
        "itu milik satu aksi saja. Tiap Pelaksanaan: Ya bila diminta pada setiap pelaksanaan.",
    )
    yield (
        "Jangan",
        "Menulis rumus, menggabungkan sel, atau mengganti nama lembar dan judul kolom.",
    )
