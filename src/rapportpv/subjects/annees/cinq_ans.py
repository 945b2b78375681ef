"""Five years side by side: tables, what charts are filled from, and the break between contracts."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from fractions import Fraction
from itertools import groupby, pairwise

from msgspec import Struct
from msgspec.structs import replace

from rapportpv.core.chiffre import Cellule, Chiffre, Ligne, Quantite, Tableau, Unite, part
from rapportpv.core.dossier import Dossier
from rapportpv.core.passe import AnneePassee
from rapportpv.core.quantites import SANS_OBJET, Recolte
from rapportpv.core.sources import Sources, join_sources
from rapportpv.subjects.annees.evolution import is_same, tell_taux

_TOTAL, _ACTIONS = "programmation.total", "programmation.actions_soutenues"
_DEPOSES = "programmation.projets_deposes"
RUPTURE = "Nouveau contrat"


class _Suite(Struct, frozen=True):
    """The years known, in order, the year of the report last."""

    annees: tuple[AnneePassee, ...]

    def column(self, annee: AnneePassee) -> str:
        return f"a{annee.annee}"

    @property
    def colonnes(self) -> dict[str, str]:
        """The headings by column; a year of another contract than the first says so."""
        debuts = {annee.annee for annee in self.annees if self.is_break(annee)}
        return {
            self.column(a): f"{a.annee}, nouveau contrat" if a.annee in debuts else str(a.annee)
            for a in self.annees
        }

    def is_break(self, annee: AnneePassee) -> bool:
        """Whether that year is the first of another contract than the year before it."""
        return any(
            b is annee and not is_same(a.contrat, b.contrat) for a, b in pairwise(self.annees)
        )

    @property
    def contrats(self) -> list[list[AnneePassee]]:
        """The years of each contract."""
        suites = groupby(self.annees, lambda a: (a.contrat.debut, a.contrat.fin, a.contrat.nom))
        return [list(siennes) for _, siennes in suites]


def tell_cinq_ans(dossier: Dossier, chiffres: Mapping[str, Chiffre]) -> Recolte:
    """The tables `evolution_*`; nothing when the report's own year is all that is known."""
    recolte = Recolte()
    passees = [a for a in dossier.passe.annees if _TOTAL in a.chiffres]
    if not passees:
        return recolte
    suite = _Suite((*passees, AnneePassee(dossier.millesime, dossier.contrat, chiffres)))
    _add(recolte, "evolution", "Évolution", "indicateur", "Indicateur", suite, _indicateurs(suite))
    titre = "Évolution par pilier"
    _add(recolte, "evolution_piliers", titre, "pilier", "Pilier", suite, _piliers(suite))
    titre, lignes = "Évolution par financeur", _financeurs(dossier, suite)
    _add(recolte, "evolution_financeurs", titre, "financeur", "Financeur", suite, lignes)
    for nom in ("evolution_piliers", "evolution_financeurs"):
        if nom in recolte.tableaux:
            recolte.tableaux[nom] = _total(recolte.tableaux[nom], suite)
    _add_graphiques(recolte, suite)
    _add_periodes(recolte, suite)
    _add_ruptures(recolte, suite)
    return recolte


def _add(  # noqa: PLR0913, PLR0917  a table is told by its names
    recolte: Recolte,
    nom: str,
    titre: str,
    cle: str,
    libelle: str,
    suite: _Suite,
    lignes: Iterable[Ligne],
) -> None:
    siennes = list(lignes)
    if siennes:
        _keep(recolte, suite, nom, titre, {cle: libelle, **suite.colonnes}, siennes)


def _keep(  # noqa: PLR0913, PLR0917  a table is told by its names
    recolte: Recolte,
    suite: _Suite,
    nom: str,
    titre: str,
    colonnes: Mapping[str, str],
    lignes: Iterable[Ligne],
) -> None:
    """Keep a table without a last line, and the cells that its years come from."""
    recolte.add_tableau(nom, titre, colonnes, lignes, {})
    recolte.tableaux[nom] = replace(recolte.tableaux[nom], total=None)
    recolte.cite(nom, _sources(suite))


def _sources(suite: _Suite) -> Sources:
    return join_sources(*(annee.chiffres[_TOTAL].sources for annee in suite.annees))


def _total(tableau: Tableau, suite: _Suite) -> Tableau:
    """The table with the programming below, of the years whose lines add up to it."""
    pied: dict[str, Cellule] = {tableau.colonnes[0].nom: "Total"}
    for annee in suite.annees:
        cellules = [ligne.cellules[suite.column(annee)] for ligne in tableau.lignes]
        somme = sum((c.valeur for c in cellules if isinstance(c, Quantite)), Fraction(0))
        total = annee.chiffres[_TOTAL]
        pied[suite.column(annee)] = total if somme == total.valeur else SANS_OBJET
    return replace(tableau, total=Ligne(pied))


def _line(
    suite: _Suite, cle: str, libelle: str, cell: Callable[[AnneePassee], Quantite | None]
) -> Ligne | None:
    """A line, unless no year has anything to say in it."""
    lues = {suite.column(a): cell(a) for a in suite.annees}
    if not any(c is not None and c.valeur for c in lues.values()):
        return None
    cellules: dict[str, Cellule] = {cle: libelle}
    cellules |= {nom: SANS_OBJET if c is None else c for nom, c in lues.items()}
    return Ligne(cellules)


def _indicateurs(suite: _Suite) -> Iterator[Ligne]:
    lues: list[tuple[str, Callable[[AnneePassee], Quantite | None]]] = [
        ("Crédits programmés", lambda a: a.chiffres.get(_TOTAL)),
        ("Part des crédits spécifiques", _part_specifique),
        ("Projets déposés", lambda a: a.chiffres.get(_DEPOSES)),
        ("Actions soutenues", lambda a: a.chiffres.get(_ACTIONS)),
        ("Actions portées par des associations", lambda a: a.chiffres.get("associations.total")),
        ("Crédits par action soutenue", _par_action),
        ("Fonds de Cohésion Sociale", lambda a: a.chiffres.get("fcs.total")),
        ("Fonds de concours", lambda a: a.chiffres.get("fonds_de_concours.total")),
    ]
    for libelle, cell in lues:
        if (ligne := _line(suite, "indicateur", libelle, cell)) is not None:
            yield ligne


def _part_specifique(annee: AnneePassee) -> Quantite | None:
    specifiques = annee.chiffres.get("credits_specifiques.total")
    return None if specifiques is None else part(specifiques, annee.chiffres[_TOTAL])


def _par_action(annee: AnneePassee) -> Quantite | None:
    """What an action is granted on average, to the cent."""
    actions = annee.chiffres.get(_ACTIONS)
    if actions is None or not actions.valeur:
        return None
    cents = round(annee.chiffres[_TOTAL].valeur / actions.valeur)
    return Quantite(Fraction(cents), Unite.EUROS)


def _piliers(suite: _Suite) -> Iterator[Ligne]:
    """The piliers of each contract, its own years filled; those of the last contract last."""
    for siennes in suite.contrats:
        contrat = siennes[0].contrat
        suffixe = f" ({contrat.nom})" if len(suite.contrats) > 1 else ""
        lignes = []
        for pilier in contrat.pilier:
            nom = f"piliers.{pilier.code}.montant"

            def cell(annee: AnneePassee, nom: str = nom) -> Quantite | None:
                return annee.chiffres.get(nom) if annee in siennes else None  # noqa: B023

            if (ligne := _line(suite, "pilier", f"{pilier.libelle}{suffixe}", cell)) is not None:
                lignes.append(replace(ligne, code=pilier.code))
        yield from _by_last(lignes, suite.column(siennes[-1]))


def _financeurs(dossier: Dossier, suite: _Suite) -> Iterator[Ligne]:
    lignes = []
    for financeur in dossier.reglages.financeur:
        nom = f"financeurs.{financeur.code}.montant"

        def cell(annee: AnneePassee, nom: str = nom) -> Quantite | None:
            return annee.chiffres.get(nom)

        if (ligne := _line(suite, "financeur", financeur.libelle, cell)) is not None:
            lignes.append(replace(ligne, code=financeur.code))
    yield from _by_last(lignes, suite.column(suite.annees[-1]))


def _by_last(lignes: list[Ligne], colonne: str) -> list[Ligne]:
    """The lines by what they have in that year, the largest first."""

    def valeur(ligne: Ligne) -> Fraction:
        cellule = ligne.cellules[colonne]
        return cellule.valeur if isinstance(cellule, Quantite) else Fraction(0)

    return sorted(lignes, key=lambda ligne: -valeur(ligne))


def _add_graphiques(recolte: Recolte, suite: _Suite) -> None:
    """What the charts are filled from: a year a line, and an empty one at each break."""
    courant = suite.annees[-1].contrat
    montants: list[Ligne] = []
    comptes: list[Ligne] = []
    for annee in suite.annees:
        if suite.is_break(annee):
            for lignes in (montants, comptes):
                lignes.append(_graph("", Quantite(Fraction(1), Unite.NOMBRE), None, None))
        total = annee.chiffres[_TOTAL]
        paire = (None, total) if is_same(annee.contrat, courant) else (total, None)
        montants.append(_graph(str(annee.annee), None, *paire))
        siens = annee.chiffres.get(_DEPOSES), annee.chiffres.get(_ACTIONS)
        comptes.append(_graph(str(annee.annee), None, *siens))
    series = {"premiere": "Contrats précédents", "seconde": "Contrat en cours"}
    _add_graphique(recolte, suite, "evolution_montants", series, montants)
    if all(_ACTIONS in a.chiffres and _DEPOSES in a.chiffres for a in suite.annees):
        series = {"premiere": "Projets déposés", "seconde": "Actions soutenues"}
        _add_graphique(recolte, suite, "evolution_actions", series, comptes)


def _graph(
    etiquette: str, rupture: Quantite | None, premiere: Quantite | None, seconde: Quantite | None
) -> Ligne:
    lues = {"premiere": premiere, "seconde": seconde, "rupture": rupture}
    cellules: dict[str, Cellule] = {"annee": etiquette or RUPTURE}
    return Ligne(cellules | {nom: SANS_OBJET if c is None else c for nom, c in lues.items()})


def _add_graphique(
    recolte: Recolte, suite: _Suite, nom: str, series: Mapping[str, str], lignes: list[Ligne]
) -> None:
    colonnes = {"annee": "Année", **series, "rupture": "Rupture"}
    titres = {"evolution_montants": "Crédits par année", "evolution_actions": "Actions par année"}
    _keep(recolte, suite, nom, titres[nom], colonnes, lignes)


def _add_ruptures(recolte: Recolte, suite: _Suite) -> None:
    """The first year of each contract after the first one: what cannot be compared, and why."""
    lignes = [
        Ligne({"annee": str(a.annee), "contrat": a.contrat.nom})
        for a in suite.annees
        if suite.is_break(a)
    ]
    if lignes:
        colonnes = {"annee": "Année", "contrat": "Nouveau contrat"}
        _keep(recolte, suite, "evolution_ruptures", "Changements de contrat", colonnes, lignes)


def _add_periodes(recolte: Recolte, suite: _Suite) -> None:
    """By how much credits and actions moved from the first to the last year of each contract."""
    lignes = []
    for siennes in suite.contrats:
        premiere, derniere = siennes[0], siennes[-1]
        if premiere is derniere:
            continue
        cellules: dict[str, Cellule] = {
            "contrat": premiere.contrat.nom,
            "debut": str(premiere.annee),
            "fin": str(derniere.annee),
            "credits": tell_taux(premiere.chiffres[_TOTAL], derniere.chiffres[_TOTAL]),
            "actions": SANS_OBJET,
        }
        if _ACTIONS in premiere.chiffres and _ACTIONS in derniere.chiffres:
            paire = premiere.chiffres[_ACTIONS], derniere.chiffres[_ACTIONS]
            cellules["actions"] = tell_taux(*paire)
        lignes.append(Ligne(cellules))
    if lignes:
        colonnes = {"contrat": "Contrat", "debut": "De", "fin": "À", "credits": "Crédits"}
        colonnes["actions"] = "Actions"
        titre = "Évolution sous chaque contrat"
        _keep(recolte, suite, "evolution_periodes", titre, colonnes, lignes)
