// Streamlit's own English words in Indonesian: the parts it draws itself take no text from us.
// In English mode what was put into Indonesian before is put back. Its side menu on a phone gets
// the roles of a list, which its own elements do not have; parts of a page that a phone shows
// folded (parts/fold.py) are closed once, when they come in.
(() => {
  const language = "LANGUAGE";
  const exact = {
    "Drag and drop a file here": "Seret berkas ke sini",
    "Drag and drop file here": "Seret berkas ke sini",
    "Drag and drop files here": "Seret berkas-berkas ke sini",
    "Browse files": "Pilih berkas", "Upload": "Pilih berkas", "Upload files": "Pilih berkas",
    "Add files": "Tambah berkas",
    "Choose an option": "Pilih satu", "Choose options": "Pilih beberapa",
    "No results": "Tidak ada yang cocok", "No options": "Tidak ada pilihan",
    "No options to select": "Tidak ada pilihan", "No options to select.": "Tidak ada pilihan.",
    "Select all": "Pilih semua", "Clear all": "Hapus semua", "Clear value": "Hapus pilihan",
    "Press Enter to apply": "Tekan Enter", "Press Enter to submit form": "Tekan Enter",
    "Expand sidebar": "Buka menu", "Collapse sidebar": "Tutup menu", "Main menu": "Menu",
    "Fullscreen": "Layar penuh", "Close fullscreen": "Tutup layar penuh",
    "Search": "Cari", "Close Search": "Tutup pencarian", "Show/hide columns": "Pilih kolom",
    "Download as CSV": "Unduh CSV", "Close": "Tutup", "Dismiss": "Tutup", "Running...": "Bekerja…",
    "Stop": "Hentikan", "Skip to main content": "Langsung ke isi", "Connecting": "Menyambung", "Connection error": "Sambungan terputus",
    "Page not found": "Halaman tidak ada", "Settings": "Tampilan", "Print": "Cetak",
    "Rerun": "Muat ulang", "Help": "Bantuan", "App pages": "Halaman", "Open": "Buka",
    "file upload": "Unggah berkas", "Next": "Berikutnya",
    "Previous": "Sebelumnya", "Sort ascending": "Urutkan naik", "Sort descending": "Urutkan turun",
    "Autosize": "Sesuaikan lebar", "Pin column": "Sematkan kolom", "Unpin column": "Lepas kolom",
    "Hide column": "Sembunyikan kolom", "Format": "Bentuk",
  };
  const months = {
    January: "Januari", February: "Februari", March: "Maret", May: "Mei", June: "Juni",
    July: "Juli", August: "Agustus", October: "Oktober", December: "Desember",
  };
  const parts = [
    [/^(?:Limit )?(\d+)\s?MB per file(?: • (.*))?$/, (m) => `Paling besar ${m[1]} MB tiap berkas` + (m[2] ? ` • ${m[2]}` : "")],
    [/^Remove (.+)$/, (m) => `Hapus ${m[1]}`],
    [/^Selected (.+)\. (.*)$/, (m) => `Terpilih: ${m[1]}. ${m[2]}`],
    [/^(day|month|year), (.+)$/, (m) => `${{ day: "hari", month: "bulan", year: "tahun" }[m[1]]}, ${m[2]}`],
    [/^Selected Date: (\w+) (\d+), (\d{4})$/, (m) => `Tanggal terpilih: ${m[2]} ${months[m[1]] ?? m[1]} ${m[3]}`],
    [/^Help for (.+)$/, (m) => `Bantuan: ${m[1]}`],
    [/^The page that you have requested does not seem to exist\..*$/s, () => "Alamat itu tidak ada di sini; halaman pertama dibuka."],
  ];
  const back = Object.fromEntries(Object.entries(exact).map(([english, own]) => [own, english]));
  const said = (text) => {
    const t = text.trim();
    if (!t) return null;
    if (language !== "id") return Object.hasOwn(back, t) ? back[t] : null;
    if (Object.hasOwn(exact, t)) return exact[t];
    for (const [found, words] of parts) { const m = t.match(found); if (m) return words(m); }
    return null;
  };
  const own = "[data-testid=stMarkdownContainer], .stHtml, [data-testid=stDataFrame]";
  const lists = () => {
    for (const menu of document.querySelectorAll("ul[data-testid=stSidebarNavItems]:not([role])")) {
      menu.setAttribute("role", "group");
      for (const part of menu.children) part.setAttribute("role", part.tagName === "LI" ? "presentation" : "list");
    }
  };
  const narrow = window.matchMedia("(max-width: 640px)");
  const fold = () => {
    if (!narrow.matches) return;
    for (const part of document.querySelectorAll("[class*=st-key-fold_] details:not([data-folded])")) {
      part.dataset.folded = "once";
      if (part.open) part.querySelector("summary").click();
    }
  };
  const change = (root) => {
    lists();
    fold();
    const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let n = walk.nextNode(); n; n = walk.nextNode()) {
      const e = n.parentElement;
      if (e?.closest(own) && !e.closest("[data-testid=stFileUploader], [role=dialog]")) continue;
      const words = said(n.data);
      if (words !== null && words !== n.data) n.data = words;
    }
    const all = root.querySelectorAll ? [root, ...root.querySelectorAll("[aria-label],[title],[placeholder]")] : [];
    for (const e of all) for (const a of ["aria-label", "title", "placeholder"]) {
      const value = e.getAttribute?.(a);
      const words = value ? said(value) : null;
      if (words !== null && words !== value) e.setAttribute(a, words);
    }
  };
  if (!window.monevPrints) {  // a chart was drawn as wide as the screen: let paper scale it
    window.monevPrints = true;
    const drawn = () => document.querySelectorAll(".js-plotly-plot .main-svg");
    window.addEventListener("beforeprint", () => {
      for (const s of drawn()) s.setAttribute("viewBox", `0 0 ${s.getAttribute("width")} ${s.getAttribute("height")}`);
    });
    window.addEventListener("afterprint", () => { for (const s of drawn()) s.removeAttribute("viewBox"); });
  }
  window.monevWords?.disconnect();
  document.documentElement.lang = language;
  change(document.body);
  window.monevWords = new MutationObserver((found) => {
    for (const f of found) {
      if (f.type === "characterData") change(f.target.parentElement ?? document.body);
      else for (const n of f.addedNodes) change(n.nodeType === 1 ? n : n.parentElement ?? document.body);
      if (f.type === "attributes") change(f.target);
    }
  });
  window.monevWords.observe(document.body, {
    childList: true, subtree: true, characterData: true, attributes: true,
    attributeFilter: ["aria-label", "title", "placeholder"],
  });
})();
