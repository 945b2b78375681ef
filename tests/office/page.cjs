// What a browser makes of a page: `node page.cjs PAGE.html FOLDER`, its findings as JSON.
const fs = require("fs");
const path = require("path");
const { pathToFileURL } = require("url");
const { chromium } = require("playwright-core");

const [page, dossier] = process.argv.slice(2);
const adresse = pathToFileURL(page).href;
const LARGEURS = [360, 800, 1280];
const FOCALISABLES = "a[href], button, input, summary, [tabindex='0']";

async function audit(navigateur, mode) {
  const axe = fs.readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
  const contexte = await navigateur.newContext({ colorScheme: mode, bypassCSP: true });
  const onglet = await contexte.newPage();
  await onglet.goto(adresse);
  await onglet.evaluate(() => document.querySelectorAll("details").forEach((d) => { d.open = true; }));
  await onglet.evaluate(axe);
  const trouve = await onglet.evaluate(() => axe.run(document, { resultTypes: ["violations"] }));
  const fond = await onglet.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await contexte.close();
  return { fond, passes: trouve.passes.length,
    violations: trouve.violations.map((v) => `${v.id}: ${v.nodes[0].html.slice(0, 200)}`) };
}

async function look(navigateur, largeur) {
  const onglet = await navigateur.newPage({ viewport: { width: largeur, height: 900 } });
  const dits = [];
  onglet.on("console", (message) => dits.push(message.text()));
  onglet.on("pageerror", (erreur) => dits.push(String(erreur)));
  onglet.on("request", (r) => { if (r.url() !== adresse && !r.url().startsWith("data:")) dits.push(r.url()); });
  await onglet.goto(adresse);
  const depasse = await onglet.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  await onglet.screenshot({ path: path.join(dossier, `page-${largeur}.png`), fullPage: true });
  await onglet.close();
  return { depasse, dits };
}

async function tab(navigateur) {
  const onglet = await navigateur.newPage();
  await onglet.goto(adresse);
  const voulus = await onglet.evaluate((choix) => {
    const visibles = [...document.querySelectorAll(choix)].filter((e) => e.checkVisibility());
    visibles.forEach((e, rang) => { e.dataset.rang = rang; });
    return visibles.length;
  }, FOCALISABLES);
  const atteints = [];
  for (let pas = 0; pas < voulus + 5; pas += 1) {
    await onglet.keyboard.press("Tab");
    const rang = await onglet.evaluate(() => document.activeElement.dataset.rang);
    if (rang === undefined) break;
    atteints.push(Number(rang));
  }
  await onglet.close();
  return { voulus, atteints };
}

async function use(navigateur) {
  const onglet = await navigateur.newPage();
  await onglet.goto(adresse);
  const table = onglet.locator("table[data-triable]").first();
  const lire = () => table.locator("tbody tr").evaluateAll((r) => r.filter((x) => !x.hidden).map((x) => x.cells[0].textContent.trim()));
  const avant = await lire();
  await table.locator("button.tri").first().focus();
  await onglet.keyboard.press("Enter");
  const croissant = await lire();
  const sens = await table.locator("th").first().getAttribute("aria-sort");
  await onglet.keyboard.press("Enter");
  const decroissant = await lire();
  const champ = onglet.locator(".recherche input").first();
  await champ.focus();
  await onglet.keyboard.type(avant[1].toLowerCase());
  const cherches = await lire();
  const compte = await onglet.locator(".recherche output").first().textContent();
  await onglet.locator("main h2").last().scrollIntoViewIfNeeded();
  await onglet.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
  await onglet.waitForTimeout(1500);
  const ici = await onglet.locator(".sommaire [aria-current]").allTextContents();
  await onglet.close();
  return { avant, croissant, sens, decroissant, cherches, compte, ici };
}

async function readWithoutScript(navigateur) {
  const contexte = await navigateur.newContext({ javaScriptEnabled: false });
  const onglet = await contexte.newPage();
  await onglet.goto(adresse);
  const tableaux = await onglet.locator("main table:visible").count();
  const vides = await onglet.locator(".recherche, button").count();
  await onglet.pdf({ path: path.join(dossier, "page.pdf"), preferCSSPageSize: true });
  await contexte.close();
  return { tableaux, vides };
}

(async () => {
  const navigateur = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ["--no-sandbox"] });
  const dits = { light: await audit(navigateur, "light"), dark: await audit(navigateur, "dark"), largeurs: {} };
  for (const largeur of LARGEURS) dits.largeurs[largeur] = await look(navigateur, largeur);
  dits.clavier = await tab(navigateur);
  dits.usage = await use(navigateur);
  dits.nu = await readWithoutScript(navigateur);
  await navigateur.close();
  console.log(JSON.stringify(dits));
})();
