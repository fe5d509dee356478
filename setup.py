"""Which folders are packages; everything else is declared in pyproject.toml.

The theme lies in `themes/clp` and is installed as `sitegen_clp`: a list in pyproject.toml
could say that too, but it would have to name every kind, and a new kind is one new folder.
"""

from setuptools import find_packages, setup

setup(
    packages=[*find_packages(include=["sitegen", "sitegen.*"]), "sitegen_clp"],
    package_dir={"sitegen_clp": "themes/clp"},
)
