"""Right prose about a year, in ten styles of writing, each figure at a known place."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from rapportpv.core.chiffre import Bilan, Quantite, Unite
from rapportpv.core.dossier import Dossier
from rapportpv.french.typographie import INSECABLE, format_decimal, round_half_up

STYLES = (
    # a report of the service
    "En {annee}, la programmation s’élève à {programmation.total}. Sur "
    "{programmation.projets_deposes} projets déposés, {programmation.actions_soutenues} actions "
    "ont été soutenues. Le pilier « {p1} » mobilise {piliers.P1.montant}, soit {piliers.P1.taux} "
    "des crédits de la programmation.",
    # a speech
    "Mesdames, Messieurs, chers collègues, ce sont {programmation.total:M} que nous avons "
    "consacrés à la programmation cette année. Je veux saluer les 1 200 bénévoles et les 14 structures qui "
    "ont répondu, et rappeler que {programmation.actions_soutenues:lettres} actions ont été "
    "soutenues depuis janvier.",
    # a note to the board
    "Note au bureau du 12 mars : crédits spécifiques : {credits_specifiques.total} "
    "({credits_specifiques.taux} de la programmation) ; droit commun : {droit_commun.total}, soit "
    "{droit_commun.taux:0}. Réf. délibération n° {annee}CC/136, article L. 1111-2, tél. "
    "03 21 61 50 00.",
    # the press
    "Près de {programmation.total:Mrond} pour les quartiers : c’est la programmation "
    "{annee}. L’agglomération compte {territoire.communes} communes concernées et "
    "{territoire.quartiers} quartiers. Un habitant sur trois y a moins de 25 ans, et 2 500 "
    "personnes sont venues à la fête du 14 juillet.",
    # a list
    "Chiffres : programmation, {programmation.total:k} ; {p2}, {piliers.P2.montant} "
    "({piliers.P2.taux:0}) ; {p3}, {piliers.P3.montant}.",
    # prose with the figure first
    "{piliers.P1.montant} pour le pilier {p1}, {piliers.P2.montant} pour le pilier {p2} et "
    "{piliers.P3.montant} pour le pilier {p3} : l’effort est inégal. "
    "{credits_etat.piliers.P1.taux:0} des crédits de l’État vont au pilier {p1}.",
    # associations
    "Les associations ont porté {associations.total} actions, dont "
    "{associations.piliers.P1.nombre} pour le pilier {p1}, soit {associations.piliers.P1.taux:0}. Chacune emploie en moyenne 3 "
    "salariés et 12 bénévoles ; 40 % d’entre elles ont moins de 5 ans.",
    # actions new and renewed
    "Parmi les actions soutenues, {reconduction.nouvelles} sont nouvelles et "
    "{reconduction.reconduites} sont reconduites. La plus ancienne a 17 ans ; elle reçoit 6 jeunes "
    "par semaine, de 14 h 30 à 17 h 00, au 12, rue de Lille.",
    # funders
    "L’État apporte ses crédits au titre du {f1} ({financeurs.F1.montant}, soit "
    "{financeurs.F1.taux} de la programmation). Pour mémoire, l’aide demandée était de 3 450 000 €, "
    "et le budget prévisionnel moyen d’une action de 45 000 €.",
    # a legal and dated style, with other years
    "Vu le décret n° 2015-1118 du 3 septembre 2015, l’assemblée prend acte d’une programmation "
    "de {programmation.total}, dont {credits_etat.total} de crédits de l’État. En 2019, elle était "
    "de 4 812 300 €, et de 3 975 000 € en 2017, pour 118 actions soutenues.",
)

_UNITES = (
    *("zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix"),
    *("onze", "douze", "treize", "quatorze", "quinze", "seize"),
)
_DIZAINES = {
    2: "vingt",
    3: "trente",
    4: "quarante",
    5: "cinquante",
    6: "soixante",
    8: "quatre-vingt",
}


@dataclass(frozen=True)
class Morceau:
    """A piece of a sentence, and the figure that it says."""

    texte: str
    nom: str = ""


def write_styles(dossier: Dossier, bilan: Bilan) -> Iterator[list[Morceau]]:
    """The ten paragraphs, with the figures of that year."""
    mots = _names(dossier)
    for style in STYLES:
        phrase = style
        for ancien, nouveau in mots.items():
            phrase = phrase.replace(ancien, nouveau)
        yield list(_cut(phrase, bilan.chiffres))


def _names(dossier: Dossier) -> Mapping[str, str]:
    piliers = dossier.contrat.pilier[:3]
    financeur = dossier.reglages.financeur[0]
    mots = {
        "{annee}": str(dossier.millesime),
        "{f1}": financeur.libelle,
        ".F1.": f".{financeur.code}.",
    }
    for rang, pilier in enumerate(piliers, 1):
        mots[f"{{p{rang}}}"] = pilier.libelle
        mots[f".P{rang}."] = f".{pilier.code}."
    return mots


def _cut(style: str, chiffres: Mapping[str, Quantite]) -> Iterator[Morceau]:
    for bout in style.split("{"):
        appel, ferme, suite = bout.rpartition("}")
        if not ferme:
            yield Morceau(bout)
            continue
        nom, _, forme = appel.partition(":")
        if nom not in chiffres:
            raise KeyError(nom)
        yield Morceau(write_figure(chiffres[nom], forme), nom)
        yield Morceau(suite)


def write_figure(chiffre: Quantite, forme: str = "") -> str:
    """A figure as a person writes it."""
    euros, petit = chiffre.valeur, chiffre.valeur < 10**6
    formes = {
        "M": f"{format_decimal(euros / 1000, 1)} milliers d’euros"
        if petit
        else f"{format_decimal(euros / 10**6, 2)} millions d’euros",
        "Mrond": f"{format_decimal(euros / 10**4, 0)}0\u202f000 euros"
        if petit
        else f"{format_decimal(euros / 10**6, 1)} millions d’euros",
        "k": f"{format_decimal(euros / 1000, 0)}{INSECABLE}k€",
        "0": chiffre.format(0) if chiffre.unite is Unite.POURCENTAGE else chiffre.affiche,
    }
    if forme == "lettres":
        return spell(int(chiffre.valeur))
    return formes.get(forme, chiffre.affiche)


def spell(nombre: int) -> str:
    """A whole number under a thousand, in words: 132 is «cent trente-deux»."""
    centaines, reste = divmod(nombre, 100)
    cent = "" if not centaines else "cent" if centaines == 1 else f"{_UNITES[centaines]} cent"
    return " ".join(filter(None, (cent, _spell_tens(reste) if reste or not centaines else "")))


def _spell_tens(nombre: int) -> str:
    if nombre < 17:
        return _UNITES[nombre]
    dizaine, unite = divmod(nombre, 10)
    if dizaine == 1:
        return f"dix-{_UNITES[unite]}"
    if dizaine in (7, 9):
        return f"{_DIZAINES[dizaine - 1]}-{_spell_tens(10 + unite)}"
    lien = "-et-" if unite == 1 and dizaine != 8 else "-"
    return f"{_DIZAINES[dizaine]}{lien}{_UNITES[unite]}" if unite else _DIZAINES[dizaine]


def shift(chiffre: Quantite) -> Quantite:
    """What a figure was before: another value, in the same unit."""
    match chiffre.unite:
        case Unite.EUROS:
            moins = Fraction(round_half_up(chiffre.valeur * 93 / 100, 0))
            return Quantite(moins + 17, chiffre.unite)
        case Unite.NOMBRE:
            return Quantite(chiffre.valeur + max(2, round(chiffre.valeur / 9)), chiffre.unite)
    return Quantite(chiffre.valeur * 9 / 10 + 1, chiffre.unite)
