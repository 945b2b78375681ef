"""How a letter greets the one whom it is sent to."""

import pytest

from rapportpv.french.civilite import greet


@pytest.mark.parametrize(
    ("destinataire", "appel"),
    [
        ("Monsieur le Maire", "Monsieur le Maire"),
        ("MONSIEUR LE MAIRE", "Monsieur le Maire"),
        ("M. le Maire", "Monsieur le Maire"),
        ("Madame le Maire", "Madame le Maire"),
        ("Mme la Maire", "Madame la Maire"),
        ("Madame la Présidente", "Madame la Présidente"),
        ("Monsieur le Maire d’Auchel", "Monsieur le Maire"),
        ("Monsieur le Président du conseil citoyen", "Monsieur le Président"),
        ("Madame l'adjointe au maire", "Madame l’Adjointe"),
        ("Madame Claire PETIT, présidente", "Madame la Présidente"),
        ("Monsieur Jean Dupont, maire de Béthune", "Monsieur le Maire"),
        ("Monsieur Émile Roux, adjoint", "Monsieur l’Adjoint"),
        ("Madame Anne Roux, Carvin", "Madame"),
        ("Mme Claire Petit", "Madame"),
        ("M. Paul Petit", "Monsieur"),
        ("Madame ou Monsieur le Maire", "Madame, Monsieur"),
        ("Mesdames et Messieurs les membres", "Madame, Monsieur"),
        ("Conseil citoyen Le Parc", "Madame, Monsieur"),
        ("Marie Petit", "Madame, Monsieur"),
        ("", "Madame, Monsieur"),
    ],
)
def test_the_greeting_follows_from_the_destinataire(destinataire, appel):
    assert greet(destinataire) == appel
