// The starter's ticks, counted as they change; without JavaScript the button does it.
"use strict";
(function () {
  const form = document.querySelector("form[data-hitung]");
  if (!form) return;
  const tombol = form.querySelector("[data-hitung-tombol]");
  tombol.hidden = true;

  function hitung() {
    let semua = 0;
    form.querySelectorAll(".bagian-awal").forEach((bagian) => {
      let banyak = 0;
      if (bagian.querySelector("[name=area]").checked) {
        bagian.querySelectorAll(".pohon > li").forEach((kerja) => {
          if (kerja.querySelector("[name=kerja]").checked) banyak += kerja.querySelectorAll("[name=aksi]:checked").length;
        });
      }
      bagian.querySelector("[data-hitung-bagian]").textContent = banyak;
      semua += banyak;
    });
    form.querySelector("[data-hitung-semua]").textContent = semua;
  }

  form.addEventListener("change", hitung);
  hitung();
})();
