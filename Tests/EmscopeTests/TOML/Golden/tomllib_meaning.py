#!/usr/bin/env python3
"""What Python's tomllib (3.11 or later) reads, with the type of each value beside it.

    cd Tests/EmscopeTests/TOML/Golden
    python3 tomllib_meaning.py *.toml > tomllib.json

writes the golden file: an object with the meaning of each file. Without arguments, a JSON array of
texts is read from standard input and the array of their meanings is written; a text that tomllib
refuses has a string in that place, which says why.
"""
import json
import sys
import tomllib


def meaning(value):
    if isinstance(value, dict):
        return {"table": {key: meaning(part) for key, part in value.items()}}
    if isinstance(value, list):
        return {"array": [meaning(part) for part in value]}
    if isinstance(value, str):
        return {"string": value}
    if isinstance(value, bool):
        return {"boolean": value}
    if isinstance(value, int):
        return {"integer": str(value)}
    return {type(value).__name__: repr(value)}


def answer(text):
    try:
        return meaning(tomllib.loads(text))
    except (tomllib.TOMLDecodeError, RecursionError, ValueError) as error:
        return str(error)


if len(sys.argv) > 1:
    answers = {}
    for name in sys.argv[1:]:
        with open(name, "rb") as file:
            answers[name] = meaning(tomllib.load(file))
    json.dump(answers, sys.stdout, indent=1, sort_keys=True)
    print()
else:
    json.dump([answer(text) for text in json.load(sys.stdin)], sys.stdout)
