"""Le fichier d’une image n’est pas une image PNG, JPEG ou GIF, ou il est abîmé.

## Pourquoi c’est gênant
Word refuserait d’ouvrir le rapport, ou montrerait un cadre vide. C’est le contenu du fichier qui
compte : donner l’extension « .jpg » à un document n’en fait pas une photo.

## Exemple fautif
« 2022/images/piscine.jpg » est une page de document renommée, ou une photo dont le transfert s’est
interrompu.

## À écrire plutôt
Une photo enregistrée en JPEG ou en PNG, qui s’ouvre sans erreur.
"""

from rapportpv.core.anomalie import Rule, Severite

RAISONS = {
    "vide": "le fichier est vide. Copiez-le de nouveau",
    "inconnu": "son contenu n’est pas celui d’une image. Enregistrez-la en JPEG ou en PNG",
    "format": (
        "son format n’est ni PNG, ni JPEG, ni GIF. Ouvrez-la et enregistrez-la en JPEG ou en PNG"
    ),
    "abime": "le fichier est tronqué ou abîmé. Copiez-le de nouveau",
}
"""Why a picture was refused, and what to do, by reason."""

PV603 = Rule(
    "PV603",
    "image-illisible",
    Severite.ERREUR,
    message="L’image « {valeur} » ne peut pas entrer dans le rapport : {raison}.",
    doc=__doc__,
)
