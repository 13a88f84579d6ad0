// A refused answer marks its field, and a saved one clears it, without touching what is typed there.
document.addEventListener("htmx:afterSettle", () => {
  for (const pesan of document.querySelectorAll(".sel-lke .kolom > .kolom-galat")) {
    const kolom = pesan.parentElement, isian = kolom.querySelector("input, textarea");
    const salah = pesan.textContent.trim() !== "";
    kolom.classList.toggle("salah", salah);
    if (salah) isian.setAttribute("aria-invalid", "true");
    else isian.removeAttribute("aria-invalid");
  }
});
