"""The words of the Keputusan Kepala that enacts the plan (source: Rencana Kerja ZI-WBK 2023, Kantor Bahasa NTB)."""

from dataclasses import dataclass

DASAR = (
    "Undang-Undang Nomor 17 Tahun 2003 tentang Keuangan Negara (Lembaran Negara Republik Indonesia Tahun 2003 "
    "Nomor 47, Tambahan Lembaran Negara Republik Indonesia Nomor 4286)",
    "Undang-Undang Nomor 1 Tahun 2004 tentang Perbendaharaan Negara (Lembaran Negara Republik Indonesia Tahun 2004 "
    "Nomor 5, Tambahan Lembaran Negara Republik Indonesia Nomor 4355)",
    "Peraturan Pemerintah Nomor 39 Tahun 2006 tentang Tata Cara Pengendalian dan Evaluasi Pelaksanaan Rencana "
    "Pembangunan (Lembaran Negara Republik Indonesia Tahun 2006 Nomor 96, Tambahan Lembaran Negara Republik Indonesia "
    "Nomor 4663)",
    "Peraturan Menteri Keuangan Nomor 249 Tahun 2011 tentang Pengukuran dan Evaluasi Kinerja atas Pelaksanaan Rencana "
    "Kerja dan Anggaran Kementerian Negara/Lembaga",
)
# Of one ministry only: another's office must not cite them.
DASAR_KEMENDIKBUDRISTEK = (
    "Peraturan Menteri Pendidikan, Kebudayaan, Riset, dan Teknologi Nomor 28 Tahun 2021 tentang Organisasi dan Tata "
    "Kerja Kementerian Pendidikan, Kebudayaan, Riset, dan Teknologi",
    "Peraturan Menteri Pendidikan dan Kebudayaan Nomor 26 Tahun 2020 tentang Organisasi dan Tata Kerja Unit Pelaksana "
    "Teknis Kementerian Pendidikan dan Kebudayaan",
)


@dataclass(frozen=True, slots=True)
class Diktum:
    sebutan: str
    isi: str
    butir: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Keputusan:
    tentang: str
    menimbang: tuple[str, ...]
    mengingat: tuple[str, ...]
    diktum: tuple[Diktum, ...]


def susun_keputusan(satker: str, induk: str, tahun: int) -> Keputusan:
    """The decree of an office (`induk`: what stands above it in the kop) for a year."""
    dokumen = "Rencana Kerja Pembangunan Zona Integritas"
    dasar: tuple[str, ...] = DASAR
    if "pendidikan, kebudayaan, riset" in induk.lower():
        dasar += DASAR_KEMENDIKBUDRISTEK
    return Keputusan(
        tentang=f"Penetapan Dokumen {dokumen} (ZI) Menuju Wilayah Bebas Korupsi (WBK) pada Satuan Kerja {satker} "
        f"Tahun Anggaran {tahun}",
        menimbang=(
            "bahwa dalam rangka pelaksanaan kegiatan Pembangunan Zona Integritas Menuju Wilayah Bebas dari Korupsi "
            f"pada {satker} perlu disusun Dokumen {dokumen} Menuju Wilayah Bebas dari Korupsi sesuai dengan ketentuan "
            "peraturan perundang-undangan;",
            "bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam angka 1, perlu menetapkan Keputusan Kepala "
            f"{satker} tentang Dokumen {dokumen} (ZI) Menuju Wilayah Bebas Korupsi (WBK).",
        ),
        mengingat=tuple(f"{satu}{_akhir(i, len(dasar))}" for i, satu in enumerate(dasar, 1)),
        diktum=(
            Diktum(
                "Pertama",
                f"Menetapkan Dokumen {dokumen} Menuju Wilayah Bebas dari Korupsi sebagaimana tercantum dalam Lampiran "
                "Keputusan ini;",
            ),
            Diktum(
                "Kedua",
                "Maksud dan tujuan ditetapkannya Dokumen Rencana Kerja sebagaimana dimaksud pada diktum pertama "
                "adalah:",
                (
                    f"Rencana kerja pembangunan ini dimaksudkan sebagai acuan bagi {satker} dalam membangun Zona "
                    "Integritas Menuju Wilayah Bebas Korupsi (WBK); dan",
                    "Tujuan penyusunan rencana kerja pembangunan Zona Integritas adalah memberi keseragaman pemahaman "
                    "dan tindakan dalam membangun Zona Integritas Menuju Wilayah Bebas Korupsi (WBK) di lingkungan "
                    f"{satker}.",
                ),
            ),
            Diktum(
                "Ketiga",
                "Keputusan ini berlaku pada tanggal ditetapkan dan akan dilakukan perubahan apabila ternyata terdapat "
                "kekeliruan.",
            ),
        ),
    )


def _akhir(ke: int, dari: int) -> str:
    """How item `ke` of a list of `dari` ends."""
    return "." if ke == dari else "; dan" if ke == dari - 1 else ";"
