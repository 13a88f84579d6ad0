// What every page needs beside htmx: one line for what went wrong, focus kept after a swap.
"use strict";
(function () {
  const garis = () => document.getElementById("galat");

  function katakan(pesan) {
    const el = garis();
    el.textContent = pesan;
    el.hidden = false;
  }

  const SEBAB = {
    0: "Sambungan terputus. Periksa jaringan, lalu coba lagi; yang sudah diketik masih ada di halaman ini.",
    403: "Anda tidak berhak mengubah ini.",
    404: "Yang Anda minta sudah tidak ada. Muat ulang halaman.",
    413: "Kiriman terlalu besar.",
    429: "Terlalu banyak permintaan. Tunggu sebentar, lalu coba lagi.",
  };

  document.addEventListener("htmx:beforeRequest", () => { garis().hidden = true; });
  document.addEventListener("htmx:sendError", () => katakan(SEBAB[0]));
  document.addEventListener("htmx:timeout", () => katakan("Jawaban terlalu lama. Coba lagi; yang sudah diketik masih ada di halaman ini."));
  document.addEventListener("htmx:responseError", (kejadian) => {
    const status = kejadian.detail.xhr.status;
    katakan(SEBAB[status] || "Terjadi kesalahan di peladen. Perubahan terakhir belum tersimpan.");
  });

  // Where the focused control is swapped away, focus goes to the same place in what came instead.
  let terganti = false;
  document.addEventListener("htmx:beforeSwap", (kejadian) => { terganti = kejadian.detail.target.contains(document.activeElement); });
  document.addEventListener("htmx:afterSwap", (kejadian) => {
    const baru = terganti && document.getElementById(kejadian.detail.target.id);
    if (!baru || baru.contains(document.activeElement)) return;
    const tujuan = baru.querySelector("[autofocus], [aria-invalid=true]") || baru.querySelector("select, input:not([type=hidden]), textarea, button, a");
    if (tujuan) tujuan.focus();
  });

  // Filter forms send themselves when a choice changes; without JavaScript their button does it. Typed words wait for
  // Enter or the button, which would send them a second time.
  document.addEventListener("change", (kejadian) => {
    const { form } = kejadian.target;
    const pilihan = kejadian.target.matches("select, [type=checkbox], [type=radio]");
    if (pilihan && form && form.dataset.kirimSendiri !== undefined) form.requestSubmit();
  });

  // The filters of a page that sends them itself stand in the address: they go along to another year.
  document.addEventListener("click", (kejadian) => {
    const tautan = kejadian.target.closest("[data-saringan] a");
    if (!tautan) return;
    const kini = new URLSearchParams(location.search);
    const bawa = new URLSearchParams();
    tautan.closest("[data-saringan]").dataset.saringan.split(" ").forEach((nama) => {
      kini.getAll(nama).forEach((isi) => { if (isi) bawa.append(nama, isi); });
    });
    if (tautan.pathname.split("/").slice(3).join("/") === location.pathname.split("/").slice(3).join("/")) tautan.search = bawa.toString();
  });

  // A menu left open closes when one clicks elsewhere or presses Escape.
  document.addEventListener("click", (kejadian) => {
    document.querySelectorAll(".kepala details[open]").forEach((d) => { if (!d.contains(kejadian.target)) d.open = false; });
  });
  document.addEventListener("keydown", (kejadian) => {
    if (kejadian.key === "Escape") document.querySelectorAll(".kepala details[open]").forEach((d) => { d.open = false; });
  });
})();
