"use strict";
(() => {
  const SIGNES = /[\u0300-\u036f]/g;
  const nu = (texte) => texte.normalize("NFD").replace(SIGNES, "").toLowerCase();
  const nombre = (texte) => {
    const lu = texte.replace(/[\s\u00a0\u202f\u20ac%]/g, "").replace(/\u2212/g, "-").replace(",", ".");
    return lu === "\u2013" || lu === "" ? -Infinity : Number(lu);
  };
  const ordre = new Intl.Collator("fr", { numeric: true, sensitivity: "base" });

  const trier = (table, colonne, sens) => {
    const corps = table.tBodies[0];
    const rangees = [...corps.rows];
    const valeurs = rangees.map((r) => r.cells[colonne].textContent.trim());
    const nombres = valeurs.map(nombre);
    const chiffres = nombres.every((n) => !Number.isNaN(n));
    const cle = rangees.map((r, i) => [r, chiffres ? nombres[i] : valeurs[i]]);
    cle.sort((a, b) => sens * (chiffres ? (a[1] > b[1]) - (a[1] < b[1]) : ordre.compare(a[1], b[1])));
    corps.append(...cle.map(([r]) => r));
  };

  for (const table of document.querySelectorAll("table[data-triable]")) {
    const entetes = [...table.tHead.rows[0].cells];
    entetes.forEach((th, colonne) => {
      if (th.tagName !== "TH") return;
      const bouton = document.createElement("button");
      bouton.type = "button";
      bouton.className = "tri";
      bouton.setAttribute("aria-label", `Trier par : ${th.textContent.trim()}`);
      th.append(" ", bouton);
      bouton.addEventListener("click", () => {
        const sens = th.getAttribute("aria-sort") === "ascending" ? -1 : 1;
        entetes.forEach((autre) => autre.removeAttribute("aria-sort"));
        th.setAttribute("aria-sort", sens > 0 ? "ascending" : "descending");
        trier(table, colonne, sens);
      });
    });
    chercher(table);
  }

  function chercher(table) {
    const rangees = [...table.tBodies[0].rows];
    if (rangees.length < 8) return;
    const textes = rangees.map((r) => nu(r.textContent));
    const bloc = document.createElement("div");
    const etiquette = document.createElement("label");
    const champ = document.createElement("input");
    const compte = document.createElement("output");
    bloc.className = "recherche";
    champ.type = "search";
    champ.id = `recherche-${table.caption ? table.caption.id : Math.floor(performance.now())}`;
    etiquette.htmlFor = champ.id;
    etiquette.textContent = "Rechercher dans ce tableau";
    bloc.append(etiquette, champ, compte);
    table.parentElement.before(bloc);
    champ.addEventListener("input", () => {
      const mots = nu(champ.value).split(/\s+/).filter(Boolean);
      let vues = 0;
      rangees.forEach((rangee, i) => {
        const garde = mots.every((mot) => textes[i].includes(mot));
        rangee.hidden = !garde;
        vues += garde;
      });
      compte.textContent = mots.length ? `${vues} ligne${vues > 1 ? "s" : ""} sur ${rangees.length}` : "";
    });
    window.addEventListener("beforeprint", () => rangees.forEach((r) => { r.hidden = false; }));
  }

  const liens = new Map();
  for (const lien of document.querySelectorAll(".sommaire a")) liens.set(lien.hash.slice(1), lien);
  const titres = [...liens.keys()].map((id) => document.getElementById(id)).filter(Boolean);
  let courant = null;
  const suivre = () => {
    const passes = titres.filter((t) => t.getBoundingClientRect().top < window.innerHeight / 3);
    const ici = liens.get((passes.at(-1) || titres[0] || {}).id);
    if (!ici || ici === courant) return;
    if (courant) courant.removeAttribute("aria-current");
    ici.setAttribute("aria-current", "true");
    courant = ici;
    const nav = ici.closest("nav");
    if (nav.scrollHeight > nav.clientHeight) {
      const y = ici.offsetTop - nav.offsetTop;
      if (y < nav.scrollTop || y > nav.scrollTop + nav.clientHeight - 60) nav.scrollTop = y - 60;
    }
  };
  let attend = false;
  const bientot = () => {
    if (attend) return;
    attend = true;
    requestAnimationFrame(() => { attend = false; suivre(); });
  };
  document.addEventListener("scroll", bientot, { passive: true });
  window.addEventListener("resize", bientot);
  suivre();
})();
