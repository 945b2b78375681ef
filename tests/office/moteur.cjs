// A document laid out by docx-preview in Chromium: `node moteur.cjs FOLDER DOCX…`; what it shows, as JSON.
const fs = require("fs");
const path = require("path");
const { chromium } = require("playwright-core");

const [dossier, ...documents] = process.argv.slice(2);
const SCRIPTS = ["jszip/dist/jszip.min.js", "docx-preview"].map((nom) => require.resolve(nom));

function look() {
  const dit = (e) => e.textContent.replace(/\s+/g, " ").trim();
  const cadres = [...document.querySelectorAll("section.docx")];
  const larges = [];
  for (const cadre of cadres) {
    const bord = cadre.getBoundingClientRect();
    for (const e of cadre.querySelectorAll("p, table, img, svg")) {
      const boite = e.getBoundingClientRect();
      if (boite.width && (boite.right > bord.right + 1 || boite.left < bord.left - 1)) {
        larges.push(`${e.tagName} ${dit(e).slice(0, 60)}`);
      }
    }
  }
  return {
    texte: dit(document.body),
    tableaux: [...document.querySelectorAll("section.docx table")].map((t) =>
      [...t.rows].map((r) => [...r.cells].map(dit))),
    images: document.querySelectorAll("section.docx img, section.docx svg").length,
    larges,
  };
}

async function render(navigateur, docx) {
  const onglet = await navigateur.newPage({ viewport: { width: 1100, height: 1400 } });
  const dits = [];
  onglet.on("console", (message) => dits.push(message.text()));
  onglet.on("pageerror", (erreur) => dits.push(String(erreur)));
  for (const script of SCRIPTS) await onglet.addScriptTag({ path: script });
  await onglet.evaluate(async (contenu) => {
    const octets = Uint8Array.from(atob(contenu), (c) => c.charCodeAt(0));
    await docx.renderAsync(octets, document.body, null, { renderAltChunks: false });
  }, fs.readFileSync(docx).toString("base64"));
  const vu = await onglet.evaluate(look);
  const nom = path.join(dossier, `${path.basename(docx, ".docx")}.png`);
  await onglet.screenshot({ path: nom, fullPage: true });
  await onglet.close();
  return { ...vu, dits };
}

(async () => {
  const navigateur = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ["--no-sandbox"] });
  const vus = {};
  for (const docx of documents) vus[path.basename(docx)] = await render(navigateur, docx);
  await navigateur.close();
  process.stdout.write(JSON.stringify(vus));
})();
