"""Term bases for tests, written as the YAML a person writes."""

from translator_desk.glossary.entry import Layer
from translator_desk.glossary.term_base import TermBase
from translator_desk.glossary.yaml_file import parse_term_file

HEAD = "version: 2\nlanguage: {source: zh, target: en}\nentries:\n"


def term_file(entries, layer=Layer.PROJECT, path="terms.yaml"):
    return parse_term_file((HEAD + entries).encode(), path, layer)


def term_base(entries):
    return TermBase.build([term_file(entries)])
