// Evidence sent by dropping or picking files: each on its own, with its progress and its answer.
// Without this file the same forms send themselves as they are.
"use strict";
(function () {
  const SEBAB = {
    0: "Sambungan terputus. Pilih lagi berkasnya bila jaringan sudah kembali.",
    403: "Anda tidak berhak mengunggah di sini, atau halaman ini sudah kedaluwarsa. Muat ulang halaman.",
    404: "Tempat berkas ini sudah tidak ada. Muat ulang halaman.",
    413: "Berkas terlalu besar.",
  };
  const antrean = new WeakMap(); // form -> the promise of its last file: one after the other keeps the list in order
  let berjalan = 0;

  function baris(form, nama) {
    const li = document.createElement("li");
    const judul = document.createElement("span");
    judul.textContent = nama;
    const kemajuan = document.createElement("progress");
    kemajuan.max = 100;
    kemajuan.value = 0;
    kemajuan.setAttribute("aria-label", "Kemajuan unggah " + nama);
    li.append(judul, kemajuan);
    form.querySelector(".antrean").append(li);
    return li;
  }

  function selesai(li, pesan, baik) {
    li.textContent = pesan;
    li.className = "pemberitahuan " + (baik ? "sukses" : "bahaya");
  }

  // The list of evidence as the server has it now.
  function gambarUlang(jawaban, id) {
    const baru = jawaban.getElementById(id);
    const lama = document.getElementById(id);
    if (!baru || !lama) return;
    lama.replaceWith(baru);
    window.htmx.process(baru);
  }

  function kirim(form, berkas, li) {
    return new Promise((lanjut) => {
      const isi = new FormData(form);
      isi.delete("berkas");
      isi.append("berkas", berkas);
      const xhr = new XMLHttpRequest();
      xhr.open("POST", form.action);
      xhr.setRequestHeader("HX-Request", "true");
      xhr.upload.addEventListener("progress", (k) => {
        const kemajuan = li.querySelector("progress");
        if (k.lengthComputable) kemajuan.value = (100 * k.loaded) / k.total;
        if (k.loaded === k.total) kemajuan.removeAttribute("value"); // sent; the server opens it now
      });
      xhr.addEventListener("loadend", () => {
        const tujuan = xhr.getResponseHeader("HX-Redirect");
        if (tujuan) {
          berjalan = 0;
          window.location.assign(tujuan);
          return;
        }
        if (xhr.status === 200 || xhr.status === 422) {
          const jawaban = new DOMParser().parseFromString(xhr.responseText, "text/html");
          const hasil = jawaban.querySelector(".hasil-unggah");
          selesai(li, hasil ? hasil.textContent.trim() : SEBAB[0], xhr.status === 200);
          gambarUlang(jawaban, form.dataset.unggah);
        } else {
          selesai(li, li.dataset.nama + ": " + (SEBAB[xhr.status] || "Terjadi kesalahan di peladen; berkas belum tersimpan."), false);
        }
        lanjut();
      });
      xhr.send(isi);
    });
  }

  function terima(form, daftar) {
    const batas = Number(form.dataset.batasMb);
    for (const berkas of daftar) {
      const li = baris(form, berkas.name);
      li.dataset.nama = berkas.name;
      if (berkas.size > batas * 1024 * 1024) {
        selesai(li, berkas.name + " ditolak. Berkas ini lebih besar daripada " + batas + " MB. Perkecil dahulu.", false);
        continue;
      }
      berjalan += 1;
      const giliran = (antrean.get(form) || Promise.resolve())
        .then(() => kirim(form, berkas, li))
        .then(() => {
          berjalan -= 1;
          if (antrean.get(form) === giliran) window.htmx.trigger(document.body, "bukti-berubah");
        });
      antrean.set(form, giliran);
    }
  }

  const bentuk = (unsur) => unsur.closest(".syarat, form.unggah")?.querySelector("form[data-unggah]") || unsur.closest("form[data-unggah]");

  document.querySelectorAll("form[data-unggah]").forEach((form) => {
    form.classList.add("siap");
  });
  document.addEventListener("change", (k) => {
    const form = k.target.type === "file" && k.target.closest("form[data-unggah]");
    if (!form || !k.target.files.length) return;
    terima(form, [...k.target.files]);
    k.target.value = "";
  });
  document.addEventListener("submit", (k) => {
    if (k.target.matches("form[data-unggah]")) k.preventDefault();
  });

  const bawaBerkas = (k) => k.dataTransfer && [...k.dataTransfer.types].includes("Files");
  const terang = (form) => document.querySelectorAll("form.unggah").forEach((f) => f.classList.toggle("dituju", f === form));
  document.addEventListener("dragover", (k) => {
    if (!bawaBerkas(k)) return;
    k.preventDefault(); // a file dropped beside must not replace the page
    const form = bentuk(k.target);
    k.dataTransfer.dropEffect = form ? "copy" : "none";
    terang(form);
  });
  document.addEventListener("dragleave", (k) => { if (!k.relatedTarget) terang(null); });
  document.addEventListener("drop", (k) => {
    if (!bawaBerkas(k)) return;
    k.preventDefault();
    terang(null);
    const form = bentuk(k.target);
    if (form) terima(form, [...k.dataTransfer.files]);
  });
  window.addEventListener("beforeunload", (k) => { if (berjalan) k.preventDefault(); });
})();
