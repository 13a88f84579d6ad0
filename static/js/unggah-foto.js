// Pictures before they are sent: smaller, upright, without the place they were taken at. What a picture's own decoder
// refuses goes as it is: the server says what is wrong with it.
"use strict";
(function () {
  const zona = (window.zonaUnggah = window.zonaUnggah || {});
  const BATAS = 2 * 1024 * 1024; // bytes
  const SISI = 2560; // pixels of the longer side
  const LEBAR_GULUNGAN = 1440; // pixels of the shorter side of a long screenshot, which must stay readable
  const GULUNGAN = 2.2;
  const MUTU = 0.85;
  const APP1 = 0xe1, APP2 = 0xe2, APP13 = 0xed, SOS = 0xda;
  const ASING = ["image/heic", "image/heif"]; // of Apple's phones: not taken by the server, drawn anew where the browser can
  const JENIS = ["image/jpeg", "image/png", "image/webp", ...ASING];

  zona.ukuran = (byte) => {
    const [angka, satuan] = byte >= 1024 * 1024 ? [byte / 1024 / 1024, "MB"] : [byte / 1024, "KB"];
    const koma = byte >= 1024 * 1024 ? 1 : 0;
    return angka.toLocaleString("id-ID", { minimumFractionDigits: koma, maximumFractionDigits: koma }) + " " + satuan;
  };

  // The direction an Exif block gives, 1 (upright) where it gives none.
  function arahExif(isi, awal) {
    const kecil = isi.getUint16(awal) === 0x4949;
    const daftar = awal + isi.getUint32(awal + 4, kecil);
    const banyak = isi.getUint16(daftar, kecil);
    for (let i = 0; i < banyak; i += 1) {
      const satu = daftar + 2 + i * 12;
      if (isi.getUint16(satu, kecil) === 0x0112) return isi.getUint16(satu + 8, kecil);
    }
    return 1;
  }

  // What stands before a JPEG's picture: where its Exif, XMP and IPTC blocks lie, which way is up, whether further
  // pictures hang on it (their places are counted from the start, so nothing before them may be cut out).
  function bedah(isi) {
    const hasil = { buang: [], arah: 1, berangkai: false, terbaca: false };
    let di = 2;
    try {
      while (isi.getUint8(di) === 0xff) {
        const tanda = isi.getUint8(di + 1);
        const akhir = di + 2 + isi.getUint16(di + 2);
        if (tanda === SOS) return { ...hasil, terbaca: true };
        if (tanda === APP1 || tanda === APP13) hasil.buang.push([di, akhir]);
        if (tanda === APP1 && isi.getUint32(di + 4) === 0x45786966) hasil.arah = arahExif(isi, di + 10);
        if (tanda === APP2 && isi.getUint32(di + 4) === 0x4d504600) hasil.berangkai = true;
        di = akhir;
      }
    } catch (galat) {
      if (!(galat instanceof RangeError)) throw galat; // cut off: not readable this way
    }
    return hasil;
  }

  async function kenali(berkas) {
    const isi = await berkas.slice(0, BATAS).arrayBuffer();
    if (berkas.type === "image/jpeg") return bedah(new DataView(isi));
    const teks = new TextDecoder("latin1").decode(isi);
    const bercatatan = teks.includes("eXIf") || teks.includes("EXIF");
    return { buang: [], arah: 1, berangkai: bercatatan, terbaca: true };
  }

  function tanpaCatatan(berkas, buang) {
    const bagian = [];
    let dari = 0;
    for (const [awal, akhir] of buang) {
      bagian.push(berkas.slice(dari, awal));
      dari = akhir;
    }
    return new Blob([...bagian, berkas.slice(dari)], { type: berkas.type });
  }

  async function gambarUlang(gambar, skala) {
    const kanvas = document.createElement("canvas");
    kanvas.width = Math.max(1, Math.round(gambar.width * skala));
    kanvas.height = Math.max(1, Math.round(gambar.height * skala));
    const pena = kanvas.getContext("2d");
    pena.fillStyle = "#fff"; // JPEG knows no transparency
    pena.fillRect(0, 0, kanvas.width, kanvas.height);
    pena.imageSmoothingQuality = "high";
    pena.drawImage(gambar, 0, 0, kanvas.width, kanvas.height);
    return new Promise((jadi) => { kanvas.toBlob(jadi, "image/jpeg", MUTU); });
  }

  function skalanya(gambar) {
    const [pendek, panjang] = [gambar.width, gambar.height].sort((a, b) => a - b);
    return Math.min(1, panjang / pendek > GULUNGAN ? LEBAR_GULUNGAN / pendek : SISI / panjang);
  }

  // What is sent in place of the file, under which name, and what the row says of it.
  zona.siapkan = async (berkas) => {
    const asli = { isi: berkas, nama: berkas.name, pesan: "" };
    if (!JENIS.includes(berkas.type)) return asli;
    const asing = ASING.includes(berkas.type);
    const { buang, arah, berangkai, terbaca } = await kenali(berkas);
    let gambar;
    try {
      gambar = await createImageBitmap(berkas, { imageOrientation: "from-image" });
    } catch {
      return asli;
    }
    const skala = skalanya(gambar);
    const harus = asing || arah !== 1 || berangkai || !terbaca;
    if (!harus && berkas.size <= BATAS && skala === 1) {
      gambar.close();
      return buang.length ? { ...asli, isi: tanpaCatatan(berkas, buang), pesan: "tanpa catatan lokasi" } : asli;
    }
    const kecil = await gambarUlang(gambar, skala);
    gambar.close();
    if (!kecil || (kecil.size >= berkas.size && !harus)) {
      return buang.length ? { ...asli, isi: tanpaCatatan(berkas, buang), pesan: "tanpa catatan lokasi" } : asli;
    }
    const nama = berkas.type === "image/jpeg" ? berkas.name : berkas.name.replace(/\.\w+$/, "") + ".jpg";
    const pesan = kecil.size < berkas.size
      ? "diperkecil dari " + zona.ukuran(berkas.size) + " menjadi " + zona.ukuran(kecil.size)
      : (asing ? "diubah menjadi JPEG" : "ditegakkan") + ", tanpa catatan lokasi";
    return { isi: kecil, nama, pesan };
  };
})();
