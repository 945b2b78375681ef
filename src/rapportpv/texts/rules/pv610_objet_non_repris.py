"""Un texte contient un objet que le rapport ne reprend pas.

## Pourquoi c’est gênant
Zones de texte, graphiques, schémas SmartArt, équations, fichiers incorporés : ces objets d’un
fragment Word seraient absents du rapport, avec les mots qu’ils portent.

## Exemple fautif
Dans « 2022/textes/evolution.docx », une phrase est écrite dans une zone de texte.

## À écrire plutôt
La phrase est écrite dans un paragraphe ; un graphique vient du modèle du rapport, ou se colle comme
image.
"""

from rapportpv.core.anomalie import Rule, Severite

OBJETS = {
    "zone": ("une zone de texte", "Écrivez ses mots dans un paragraphe."),
    "graphique": ("un graphique", "Collez-le comme image, avec un texte de remplacement."),
    "smartart": ("un schéma SmartArt", "Collez-le comme image, avec un texte de remplacement."),
    "forme": ("une forme dessinée", "Collez-la comme image, avec un texte de remplacement."),
    "equation": ("une équation", "Écrivez-la en toutes lettres, ou collez-la comme image."),
    "incorpore": ("un objet incorporé", "Collez-le comme image, ou écrivez ce qu’il dit."),
    "symbole": ("un symbole d’une police spéciale", "Écrivez-le avec un signe ordinaire."),
    "rognage": ("le rognage d’une image", "Rognez l’image avant de l’insérer."),
    "imbrique": (
        "la disposition d’un tableau dans un tableau",
        "Séparez les deux tableaux.",
    ),
}
"""What a report does not take from a fragment of Word, and what to do instead."""

PV610 = Rule(
    "PV610",
    "objet-non-repris",
    Severite.ALERTE,
    message="Le rapport ne reprend pas {objet}. {conseil}",
    doc=__doc__,
)
