"""Rules on schedules: what the plan says, not what became of it."""

from collections.abc import Iterable, Iterator
from datetime import date

from rencana_aksi.enums import JenisJadwal
from rencana_aksi.queries.periksa.baris import Aksi, Bagian, Jangka, Naskah
from rencana_aksi.queries.periksa.temuan import Jenis, Temuan, sidik
from zona.inti.libur import HARI, alasan_libur, hari_kerja_mulai
from zona.inti.waktu import rentang_id, tanggal_id

TANPA = Jenis("tanpa-jadwal", "tanpa jadwal", "Tidak dapat diingatkan dan tidak pernah terlambat.")
BERKALA = Jenis("berkala-tanpa-tanggal", "berkala tanpa tanggal", "Tidak jelas berapa kali dan kapan harus terlaksana.")
LUAR_TAHUN = Jenis(
    "di-luar-tahun-rencana",
    "di luar tahun rencana",
    "Tanggal, jangka waktu, atau kejadian berulang yang bukan tahun rencana ini.",
)
LIBUR = Jenis(
    "akhir-pekan-atau-hari-libur",
    "akhir pekan atau hari libur",
    "Tanggal tetap pada hari Sabtu, Minggu, atau libur nasional. Cuti bersama tidak dihitung.",
)


def tanpa_jadwal(naskah: Naskah) -> Iterator[Temuan]:
    """An action without any date, or whose words nobody has made into dates."""
    for bagian, aksi in naskah.semua_aksi():
        if aksi.jenis == JenisJadwal.TANPA and not aksi.kejadian:
            tertulis = f'Jadwalnya tertulis "{aksi.jadwal}", tetapi belum berarti tanggal mana pun.'
            yield _temuan(
                TANPA, naskah, bagian, aksi,
                tertulis if aksi.jadwal else "Aksi ini tidak mempunyai jadwal.",
                "Tulis tanggal, jangka waktu, atau pengulangannya.",
                aksi.jadwal,
            )  # fmt: skip


def berkala_tanpa_tanggal(naskah: Naskah) -> Iterator[Temuan]:
    """ "Secara berkala", and no date agreed."""
    for bagian, aksi in naskah.semua_aksi():
        if aksi.jenis == JenisJadwal.BERKALA and not aksi.kejadian:
            yield _temuan(
                BERKALA, naskah, bagian, aksi,
                f'Jadwalnya "{aksi.jadwal or "berkala"}", tanpa satu tanggal pun.',
                'Sepakati tanggalnya, atau tulis pengulangannya, misalnya "setiap triwulan".',
                aksi.jadwal,
            )  # fmt: skip


def tahun_lain(jangka: Iterable[Jangka], tahun: int) -> set[int]:
    """The years besides the plan's that its windows touch. Who brings a plan in is told by the same rule."""
    return {hari.year for satu in jangka for hari in satu} - {tahun}


def di_luar_tahun(naskah: Naskah) -> Iterator[Temuan]:
    """Planned dates, windows and occurrences that are not wholly within the plan's year."""
    for bagian, aksi in naskah.semua_aksi():
        if luar := [j for j in aksi.direncanakan if tahun_lain([j], naskah.tahun)]:
            sebut = "; ".join(rentang_id(*j) for j in luar)
            yield _temuan(
                LUAR_TAHUN, naskah, bagian, aksi,
                f"{sebut}: di luar tahun rencana {naskah.tahun}.",
                _saran_tahun(luar, naskah.tahun),
                aksi.jadwal, naskah.tahun, luar,
            )  # fmt: skip


def akhir_pekan_atau_libur(naskah: Naskah) -> Iterator[Temuan]:
    """Fixed dates on which nobody works. A window may hold as many as it likes."""
    for bagian, aksi in naskah.semua_aksi():
        if libur := [(h, alasan) for h in aksi.tanggal if (alasan := alasan_libur(h))]:
            kerja = "; ".join(_berhari(hari_kerja_mulai(h)) for h, _ in libur)
            yield _temuan(
                LIBUR, naskah, bagian, aksi,
                f"{'; '.join(f'{tanggal_id(h)} {alasan}' for h, alasan in libur)}.",
                f"Pindahkan ke hari kerja sesudahnya: {kerja}.",
                aksi.jadwal, libur,
            )  # fmt: skip


def _saran_tahun(luar: list[Jangka], tahun: int) -> str:
    saran = f"Bila maksudnya {tahun}, perbaiki tahunnya"
    if len(luar) == 1 and luar[0][0] == luar[0][1]:
        try:
            return f"{saran}: {_berhari(luar[0][0].replace(year=tahun))}."
        except ValueError:  # 29 Februari
            return f"{saran}."
    return f"{saran}; yang memang bukan tahun {tahun} pindahkan ke rencana tahun itu."


def _berhari(hari: date) -> str:
    return f"{tanggal_id(hari)} ({HARI[hari.weekday()]})"


def _temuan(jenis: Jenis, naskah: Naskah, bagian: Bagian, aksi: Aksi, uraian: str, cara: str, *fakta: object) -> Temuan:
    return Temuan(
        jenis=jenis,
        objek="aksi",
        objek_id=aksi.pk,
        tempat=aksi.tempat,
        hal=aksi.uraian,
        uraian=uraian,
        cara=cara,
        sidik=sidik(*fakta),
        lingkup=naskah.lingkup(bagian.kode),
        aksi=aksi.pk,
    )
