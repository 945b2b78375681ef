"""Un fichier de l’Insee parle d’autres lieux que ceux du rapport.

## Pourquoi c’est gênant
Les quartiers de 2015 (codes QP…) et ceux de 2024 (codes QN…) n’ont pas les mêmes contours : une
valeur de l’un n’est pas celle de l’autre, même quand le nom est le même. Un fichier dont aucun
code n’est celui d’un quartier de territoire.xlsx, ou de l’intercommunalité, n’est pas lu.

## Exemple fautif
La feuille « Quartiers » a les codes QN06209M et QN06210M, et le dossier « 2024/insee » contient
un fichier de codes QP001001, QP001002…

## À écrire plutôt
Le fichier des quartiers de 2024, quand l’Insee l’a publié ; d’ici là, rien. Pour le fichier des
intercommunalités, écrivez « siren » dans le bloc [territoire] de rapportpv.toml.
"""

from rapportpv.core.anomalie import Rule, Severite

PV736 = Rule(
    "PV736",
    "autre-geographie",
    Severite.ALERTE,
    message=(
        "Rien n’en est lu : {dit}. Déposez le fichier de la géographie de vos quartiers, ou "
        "retirez celui-ci."
    ),
    doc=__doc__,
)
