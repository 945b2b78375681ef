"""What a guided workbook says of its columns and sheets to those who fill it in."""

FEUILLES = {
    "programmation": "Une ligne par projet déposé, soutenu ou non.",
    "fcs": "Une ligne par projet du Fonds de Cohésion Sociale.",
    "fonds_de_concours": "Une ligne par opération d’une commune aidée par l’intercommunalité.",
    "communes": "Une ligne par commune du contrat de ville.",
    "quartiers": "Une ligne par quartier, prioritaire (QPV) ou non.",
    "npnru": "Une ligne par opération du renouvellement urbain (NPNRU).",
    "service": "Une ligne par personne du service, avec qui la dirige.",
    "dsu": "Une ligne par action payée sur la dotation de solidarité urbaine.",
    "abattement_tfpb": "Une ligne par action d’un bailleur, en contrepartie de l’abattement.",
    "adultes_relais": "Une ligne par opérateur qui emploie des adultes-relais.",
    "dispositifs": "Une ligne par dispositif : cité éducative, quartiers d’été…",
    "droit_commun": "Une ligne par engagement de droit commun d’un signataire du contrat.",
    "seance": "Une ligne par membre du conseil, pour la délibération.",
    "consultation": "Une ligne par instance à qui le projet de rapport est soumis pour avis.",
}
"""What a row of each sheet is, by its plan."""

_COLONNES = {
    "numero": "Le numéro du dossier, s’il y en a un ; il reste le même d’une année sur l’autre.",
    "intitule": "Le nom du projet, comme il sera imprimé.",
    "operateur": "Qui porte le projet ; toujours écrit de la même façon.",
    "type_operateur": "À choisir dans la liste.",
    "siret": "Les 14 chiffres de l’établissement, avec ou sans espaces.",
    "pilier": "À choisir dans la liste : ce sont les piliers de rapportpv.toml.",
    "thematique": "Votre propre classement : santé, sport, éducation…",
    "communes": "Une commune, ou plusieurs séparées par un point-virgule.",
    "quartiers": "Un quartier, ou plusieurs séparés par un point-virgule.",
    "statut": "À choisir dans la liste. Seules les actions soutenues comptent dans les montants.",
    "reconduction": "À choisir dans la liste : l’action existait-elle l’an dernier ?",
    "cout_total": "Le coût de tout le projet, en euros.",
    "total": "Se calcule seul : la somme des financeurs. Ne rien y écrire.",
    "axe": "L’axe du fonds, à choisir dans la liste.",
    "commune": "Le nom de la commune, écrit comme dans territoire.xlsx.",
    "montant": "En euros, sans lettres : 12000 ou 12000,50.",
    "operation": "Le nom de l’opération, comme il sera imprimé.",
    "dispositif": "À choisir dans la liste.",
    "code_insee": "Les 5 signes du code INSEE (ce n’est pas le code postal).",
    "referent": "Qui suit cette commune dans le service.",
    "code": "Le code du QPV, donné par sig.ville.gouv.fr ; vide pour un autre quartier.",
    "nom": "Le nom, comme il sera imprimé.",
    "type": "À choisir dans la liste.",
    "population": "Le nombre d’habitants.",
    "quartier": "Le nom du quartier, écrit comme dans territoire.xlsx.",
    "maitre_d_ouvrage": "Qui fait faire les travaux.",
    "etat": "En quelques mots : études, travaux en cours, livré…",
    "fonction": "Chef de projet, chargée de mission, délégué…",
    "rattache_a": "Le nom de la personne qui la dirige, écrit comme dans la colonne « Nom ».",
    "action": "Ce qui a été fait, en quelques mots.",
    "bailleur": "Le nom du bailleur social.",
    "postes": "Le nombre de postes.",
    "dispositif_nom": "Le nom du dispositif, comme il sera imprimé.",
    "prevu": "Le montant prévu au début de l’année, en euros.",
    "realise": "Le montant réalisé, en euros. Laissez vide tant qu’il n’est pas connu.",
    "unite": "Ce que l’on compte : enfants, postes, places…",
    "places_prevues": "Combien de places étaient prévues.",
    "places_occupees": "Combien l’ont été.",
    "signataire": "Qui s’est engagé : l’État, le Département, la CAF…",
    "engagement": "Ce à quoi il s’est engagé, en quelques mots.",
    "decide": "Le montant décidé, en euros.",
    "pluriannuel": "À choisir dans la liste : sous quelle convention est l’action ?",
    "egalite": "La cotation de l’action pour l’égalité entre les femmes et les hommes.",
    "prenom": "Le prénom.",
    "qualite": "À choisir dans la liste.",
    "mandataire": "Qui a reçu la procuration : nom, puis prénom.",
    "jusqu_a_la_question": "Si la personne est partie avant la fin : dernière question votée.",
    "a_partir_de_la_question": "Si la personne est arrivée en retard : première question votée.",
    "instance": "Le nom de la commune, ou de l’instance de participation des habitants.",
    "destinataire": "Comme sur l’enveloppe : « Madame la Maire », « Monsieur le Président »…",
    "envoye_le": "La date d’envoi : 03/07/2024. Laissez vide tant que rien n’est parti.",
    "recu_le": "La date de la réponse. Un silence ne s’écrit pas.",
    "sens": "À choisir dans la liste, quand la réponse est reçue.",
    "observations": "Ce que dit l’avis, comme il sera imprimé.",
    "theme": "De quoi parlent ses observations : le rapport les range par thème.",
    "suite_donnee": "Ce que l’intercommunalité en a fait.",
}
_PROPRES = {
    "fcs.numero": "Le numéro d’ordre du projet.",
    "service.nom": "Le prénom et le nom.",
    "seance.nom": "Le nom de famille.",
    "consultation.type": "À choisir dans la liste : ce sont les instances de rapportpv.toml.",
    "adultes_relais.operateur": "Qui emploie les adultes-relais.",
}

FINANCEUR = "Ce que « {libelle} » apporte au projet, en euros. Laissez vide s’il n’apporte rien."


def describe(plan: str, champ: str) -> str:
    """What to type in a column, in one sentence or two."""
    return _PROPRES.get(f"{plan}.{champ}", _COLONNES.get(champ, ""))


CONSEILS = (
    "Écrivez seulement dans les feuilles de données, sous les titres, une ligne à la fois.",
    "Ne renommez ni les feuilles, ni les titres. Une colonne à vous peut être ajoutée à droite.",
    "Une cellule rouge est obligatoire et vide ; une cellule jaune est à vérifier.",
    "Les mots des menus déroulants sont dans la feuille « Listes ».",
    "Enregistrez et fermez le classeur avant de lancer « rapportpv check ».",
)
"""What is true of every workbook."""
