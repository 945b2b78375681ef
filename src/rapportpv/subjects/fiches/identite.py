"""Who a place is: its type, its inhabitants, who follows it, what it had a year ago."""

from collections.abc import Iterator

from msgspec.structs import replace

from rapportpv.core.chiffre import Cellule, Ligne
from rapportpv.core.dossier import Dossier
from rapportpv.core.quantites import NON_RENSEIGNE, SANS_OBJET, Recolte, compte
from rapportpv.french.lieux import place_key
from rapportpv.french.typographie import INSECABLE, format_texte
from rapportpv.subjects.annees.evolution import is_same, tell_evolution
from rapportpv.subjects.fiches.figures import Fiche, count_habitants, read_ligne
from rapportpv.subjects.fiches.lieux import Lieu
from rapportpv.subjects.npnru.sheet import OPERATIONS_NPNRU
from rapportpv.subjects.territoire.sheet import COMMUNES, QUARTIERS, TYPES_QUARTIER


def add_identite(recolte: Recolte, dossier: Dossier, fiche: Fiche) -> None:
    """Keep the table `fiche_CODE`: a line for each thing that is known of the place."""
    nom = f"fiche_{fiche.lieu.code}"
    lignes = [
        Ligne({"rubrique": rubrique, "valeur": valeur})
        for rubrique, valeur in _identify(dossier, fiche)
    ]
    colonnes = {"rubrique": "Identité", "valeur": fiche.lieu.nom}
    recolte.add_tableau(nom, f"Identité : {fiche.lieu.titre}", colonnes, lignes, {})
    recolte.tableaux[nom] = replace(recolte.tableaux[nom], total=None)
    plan = QUARTIERS if fiche.lieu.communes else COMMUNES
    if (feuille := dossier.feuille(plan)) is not None:
        recolte.cite(nom, feuille.sources_de([fiche.lieu.ligne], *feuille.colonnes))


def _identify(dossier: Dossier, fiche: Fiche) -> Iterator[tuple[str, Cellule]]:
    lieu = fiche.lieu
    if lieu.communes:
        yield from _identify_quartier(dossier, lieu)
    else:
        yield from _identify_commune(dossier, lieu)
    yield "Référent", lieu.referent or NON_RENSEIGNE
    if lieu.communes:
        yield "Renouvellement urbain", _tell_operations(_count_operations(dossier, lieu))
    if (avant := _tell_avant(dossier, fiche)) is not None:
        yield format_texte(f"Crédits propres en {dossier.millesime - 1}"), avant


def _identify_quartier(dossier: Dossier, lieu: Lieu) -> Iterator[tuple[str, Cellule]]:
    feuille = dossier.feuille(QUARTIERS)
    assert feuille is not None
    types = {entree.code: entree.libelle for entree in TYPES_QUARTIER.entrees}
    lue = read_ligne(feuille, lieu.ligne)
    yield "Type", types.get(lue["type"], str(lue["type"]))
    yield "Code", lue["code"] or NON_RENSEIGNE
    if anciens := dossier.insee.anciens.get(lue["code"].strip().upper()):
        yield "Quartier de 2015" if len(anciens) < 2 else "Quartiers de 2015", ", ".join(anciens)
    yield "Commune" if len(lieu.communes) < 2 else "Communes", ", ".join(lieu.communes)
    habitants = count_habitants(dossier, lieu)
    yield "Habitants", compte(habitants) if habitants else NON_RENSEIGNE


def _identify_commune(dossier: Dossier, lieu: Lieu) -> Iterator[tuple[str, Cellule]]:
    communes, quartiers = dossier.feuille(COMMUNES), dossier.feuille(QUARTIERS)
    if communes is not None and (code := read_ligne(communes, lieu.ligne)["code_insee"]):
        yield "Code INSEE", code
    if quartiers is not None:
        siens = [
            str(nom)
            for nom, lieux in zip(quartiers.frame["nom"], quartiers.frame["communes"], strict=True)
            if lieu.cle in map(place_key, lieux.split(";"))
        ]
        yield "Quartiers" if len(siens) > 1 else "Quartier", ", ".join(siens) or SANS_OBJET


def _count_operations(dossier: Dossier, lieu: Lieu) -> int:
    """How many operations of the NPNRU a quartier has."""
    feuille = dossier.feuille(OPERATIONS_NPNRU)
    if feuille is None or not lieu.communes:
        return 0
    return sum(lieu.cle in map(place_key, q.split(";")) for q in feuille.frame["quartier"])


def _tell_operations(nombre: int) -> str:
    if not nombre:
        return "Aucune opération"
    return f"{nombre}{INSECABLE}{'opération' if nombre < 2 else 'opérations'}"


def _tell_avant(dossier: Dossier, fiche: Fiche) -> str | None:
    """Its own credits a year ago, and how they moved under one contract."""
    passee = dossier.passe.find(dossier.millesime - 1)
    if passee is None or (avant := passee.chiffres.get(fiche.montant.nom)) is None:
        return None
    if not is_same(dossier.contrat, passee.contrat):
        return f"{avant.affiche} (autre contrat, sans comparaison)"
    return f"{avant.affiche} ({tell_evolution(avant, fiche.montant)})"
