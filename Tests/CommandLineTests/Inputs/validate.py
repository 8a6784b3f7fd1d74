"""Validates YAML files against a JSON Schema, as editors read both: validate.py SCHEMA FILE...

Prints a line for each file: its name, and "accepted" or the place and the text of the first fault.
"""
import json
import re
import sys

import jsonschema
import yaml


class Loader(yaml.SafeLoader):
    """YAML 1.2 (core schema): `on` and `no` are words, dates are text."""


Loader.yaml_implicit_resolvers = {}
for tag, pattern, first in [
    ("null", r"^(~|null|Null|NULL|)$", ["~", "n", "N", ""]),
    ("bool", r"^(true|True|TRUE|false|False|FALSE)$", list("tTfF")),
    ("int", r"^[-+]?[0-9]+$", list("-+0123456789")),
    ("float", r"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$", list("-+.0123456789")),
]:
    Loader.add_implicit_resolver("tag:yaml.org,2002:" + tag, re.compile(pattern), first)


def with_text_keys(value):
    """The document with years as text, as keys of JSON are."""
    if isinstance(value, dict):
        return {str(key): with_text_keys(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [with_text_keys(inner) for inner in value]
    return value


with open(sys.argv[1], encoding="utf-8") as file:
    schema = json.load(file)
jsonschema.Draft7Validator.check_schema(schema)
validator = jsonschema.Draft7Validator(schema)
for name in sys.argv[2:]:
    with open(name, encoding="utf-8-sig") as file:
        document = with_text_keys(yaml.load(file, Loader))
    fault = next(iter(validator.iter_errors(document)), None)
    place = ".".join(map(str, fault.absolute_path)) if fault else ""
    print(name, f"{place}: {fault.message}" if fault else "accepted", sep="\t")
