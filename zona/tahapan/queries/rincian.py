"""What is there already of a stage, in words."""

from zona.inti.angka import angka_id
from zona.inti.waktu import tanggal_id
from zona.tahapan.enums import KodeTahap, Predikat
from zona.tahapan.fakta import Fakta, Nilai
from zona.tahapan.queries.bahan import Bahan


def rincian(kode: KodeTahap, fakta: Fakta, bahan: Bahan) -> tuple[str, ...]:
    match kode:
        case KodeTahap.PENCANANGAN if (p := fakta.pakta).tanda:
            return (f"{p.tanda} dari {p.orang} pegawai menandatangani pakta integritas",)
        case KodeTahap.PEMBANGUNAN:
            return tuple(_pembangunan(fakta, bahan))
        case KodeTahap.PEMILIHAN:
            return tuple(_pemilihan(fakta))
        case KodeTahap.MANDIRI:
            return tuple(_nilai(fakta.mandiri))
        case KodeTahap.TPI:
            return tuple(_nilai(fakta.tpi))
        case KodeTahap.PENGUSULAN:
            ada = fakta.banyak_syarat - len(fakta.syarat)
            usul = [f"Diusulkan sebagai {bahan.lembar.kategori.label}"] if fakta.diusulkan else []
            syarat = f"{ada} dari {fakta.banyak_syarat} syarat terpenuhi untuk {bahan.lembar.kategori.label}"
            return (syarat, *_batas(fakta, bahan), *usul)
        case KodeTahap.PENETAPAN if fakta.ketikan.nomor or fakta.ketikan.predikat:
            return tuple(_penetapan(fakta))
    return ()


def _pembangunan(fakta: Fakta, bahan: Bahan) -> list[str]:
    b = fakta.bangun
    hasil = []
    if bahan.versi:
        sk = bahan.versi[-1]
        hasil.append(f"Rencana kerja ditetapkan dengan SK {sk.nomor_sk}")
    if b.total:
        hasil.append(f"{b.selesai} dari {b.total} pelaksanaan selesai")
    if b.butuh:
        hasil.append(f"{b.terpenuhi} dari {b.butuh} bukti terpenuhi")
    if fakta.bulan:
        hasil.append(
            f"Laporan monev selesai untuk {fakta.bulan - len(fakta.monev)} dari {fakta.bulan} bulan yang lewat"
        )
    return hasil


def _pemilihan(fakta: Fakta) -> list[str]:
    pasangan = (
        (fakta.ketikan.strategis, "Unit penting atau strategis dalam pelayanan publik"),
        (fakta.ketikan.sumber_daya, "Mengelola sumber daya cukup besar dan berhasil dalam reformasi birokrasi"),
    )
    return [kata for ada, kata in pasangan if ada]


def _nilai(n: Nilai) -> list[str]:
    if not n.ada:
        return []
    if n.tertutup:
        return ["Jawaban dan nilainya tertutup bagi Anda"]
    hasil = [f"{n.dijawab} dari {n.soal} pertanyaan dijawab"]
    if n.nilai is not None:
        ambang = "" if n.lolos is None else ", lulus semua ambang WBK" if n.lolos else ""
        hasil.append(f"Nilai {angka_id(n.nilai)}{ambang}")
    return hasil


def _batas(fakta: Fakta, bahan: Bahan) -> list[str]:
    """The last day for proposals, while it matters; that it went by is told of a plan in force alone."""
    hari, sisa = bahan.lembar.batas, bahan.lembar.sisa_hari
    if hari is None or sisa is None or bahan.lembar.diusulkan:
        return []
    if sisa < 0 and not fakta.ditetapkan:
        return [f"Batas usulan {tanggal_id(hari)}"]
    lagi = f"{sisa} hari lagi" if sisa > 0 else "hari ini" if sisa == 0 else f"lewat {-sisa} hari"
    return [f"Batas usulan {tanggal_id(hari)}: {lagi}"]


def _penetapan(fakta: Fakta) -> list[str]:
    k = fakta.ketikan
    hasil = [f"Keputusan nomor {k.nomor}"] if k.nomor else []
    return [*hasil, Predikat(k.predikat).label] if k.predikat else hasil
