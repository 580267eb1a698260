# Everyday commands; `just` lists them.

default:
    @just --list

# an editable install with everything the tests need
setup:
    pip install -e '.[test]'

test *args:
    pytest {{args}}

# the same with many more examples for each property
thorough *args:
    pytest --hypothesis-profile=thorough {{args}}

# lint, format and types
check:
    ruff check .
    ruff format --check .
    mypy

# put the format right
format:
    ruff check --fix .
    ruff format .

# rebuild what the package carries from resources/*.yaml
resources:
    python resources/compile.py

# what the gate runs, in fresh environments
ci:
    .ci/run
