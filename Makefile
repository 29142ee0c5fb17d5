# Besa. `make` lists what there is.

PORT ?= 8000
SIZES ?= 1 10 100
PYTHON_IN := .venv/bin/python
PRODUCTION := BESA_DEMO=0 SECRET_KEY=$$($(PYTHON_IN) -c 'import secrets; print(secrets.token_urlsafe(50))')

.PHONY: help run test check bench bench-memory bench-results weight lighthouse validate lock
.NOTPARALLEL:

help:
	@echo "make run     serve Besa on this machine: http://127.0.0.1:$(PORT)/ (PORT=8001 for another port)"
	@echo "make test    run every test; DATABASE_URL=postgres://... runs them on PostgreSQL"
	@echo "make check   lint, types, templates, migrations and deployment settings"
	@echo "make bench   time and memory from facts to a drawn quiz; SIZES='1 10' leaves out 100 times"
	@echo "make bench-memory   how well forgetting is foreseen, of made-up learners; part of make bench"
	@echo "make bench-results  what the results of a thousand pupils cost, in time and queries"
	@echo "make weight  the bytes each page costs, against its budget; needs a Chromium, as do the next two"
	@echo "make lighthouse  Lighthouse's marks for five pages; needs the npm package lighthouse"
	@echo "make validate  every kind of page read by the Nu Html Checker; needs its vnu.jar and java"
	@echo "make lock    write the requirements files again from pyproject.toml (needs uv)"

run:
	@sh config/install.sh requirements.txt
	@$(PYTHON_IN) -m config.secret var/secret_key
	@BESA_DEMO=1 exec $(PYTHON_IN) manage.py serve --port "$(PORT)"

test:
	@sh config/install.sh requirements-dev.txt
	$(PYTHON_IN) -m pytest -q -rs -n auto --dist worksteal

check:
	@sh config/install.sh requirements-dev.txt
	$(PYTHON_IN) -m ruff check .
	$(PYTHON_IN) -m ruff format --check .
	@mkdir -p var
	$(PRODUCTION) $(PYTHON_IN) -m mypy .
	$(PYTHON_IN) -m djlint --lint templates
	$(PRODUCTION) $(PYTHON_IN) manage.py makemigrations --check --dry-run
	$(PRODUCTION) $(PYTHON_IN) manage.py check --deploy --fail-level WARNING
	$(PYTHON_IN) -m pip check

bench:
	@sh config/install.sh requirements.txt
	@$(PYTHON_IN) -m tests.bench --sizes $(SIZES)
	@$(PYTHON_IN) -m tests.bench.memory

bench-memory:
	@sh config/install.sh requirements.txt
	@$(PYTHON_IN) -m tests.bench.memory

bench-results:
	@sh config/install.sh requirements.txt
	@$(PYTHON_IN) -m tests.bench.results

weight lighthouse validate:
	@sh config/install.sh requirements-dev.txt
	@$(PYTHON_IN) -m tests.bench.$@

LOCK := uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --no-header pyproject.toml

lock:
	$(LOCK) --output-file requirements.txt
	$(LOCK) --group dev --output-file requirements-dev.txt
