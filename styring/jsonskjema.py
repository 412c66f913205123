"""What editors and schema checkers are told of each kind of data file: its JSON Schema.

A schema takes what the model takes, and no more, but for days that are in no calendar. It reads
`0123` as the number that YAML 1.2 makes of it, where we keep the text; such values want quotes.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue

from styring.model.feltord import ORD
from styring.register.innhold import Register
from styring.slag import FILER, Filslag, Slag, id_til, tittel_til
from styring.slagfelt import feltord, hva, viser_til

MAPPE = "skjema"
"""Where the schemas lie in a data folder."""


def filer(
    slagene: Iterable[Filslag[Any]] = FILER, register: Register | None = None
) -> dict[str, str]:
    """The schemas of kinds of files, by file name, as text.

    With a register they offer the ids that are in it, where a field refers to some. They take
    others all the same, for they may be new.
    """
    return {filnavn(slag): _tekst(slag, register) for slag in slagene}


def filnavn(slag: Filslag[Any]) -> str:
    """The name of the file of a kind's schema."""
    return f"{slag.navn}.schema.json"


def henvisning(sti: str, slag: Filslag[Any]) -> str:
    """The line in a data file, by its path in the folder, that leads editors to its schema."""
    opp = "../" * sti.count("/")
    return f"# yaml-language-server: $schema={opp}{MAPPE}/{filnavn(slag)}"


def _tekst(slag: Filslag[Any], register: Register | None) -> str:
    laget = TypeAdapter(slag.klasse).json_schema(schema_generator=_generator(register))
    for navn, ord_ in ORD.items():
        if navn in (defs := laget["$defs"]):
            verdier = defs[navn]["enum"]
            betydning = [ord_[verdi] for verdi in verdier]
            defs[navn] = {"enum": verdier, "enumDescriptions": betydning, "type": "string"}
    hode = {"$schema": GenerateJsonSchema.schema_dialect, "$id": filnavn(slag)}
    skjema = {**hode, "title": f"{slag.navn}.yaml", **laget}
    return json.dumps(skjema, ensure_ascii=False, indent=2) + "\n"


def _generator(register: Register | None) -> type[GenerateJsonSchema]:
    """Pydantic's way from model to schema, with our words in place of the code's."""

    class Generator(GenerateJsonSchema):
        def field_title_should_be_set(self, schema: Any) -> bool:
            return False

        def default_schema(self, schema: Any) -> JsonSchemaValue:
            return self.generate_inner(schema["schema"])  # what is left out says nothing

        def nullable_schema(self, schema: Any) -> JsonSchemaValue:
            indre = self.generate_inner(schema["schema"])
            if "type" not in indre:
                return {"anyOf": [*indre.get("anyOf", (indre,)), {"type": "null"}]}
            typer = indre["type"] if isinstance(indre["type"], list) else [indre["type"]]
            return {**indre, "type": [*typer, "null"]}

        def date_schema(self, schema: Any) -> JsonSchemaValue:
            form = "^[1-9][0-9]{3}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"
            return {"type": "string", "format": "date", "pattern": form}

        def dataclass_schema(self, schema: Any) -> JsonSchemaValue:
            klasse, laget = schema["cls"].__name__, super().dataclass_schema(schema)
            feltene = {
                n: _feltskjema(klasse, n, s, register) for n, s in laget["properties"].items()
            }
            del laget["title"]
            return {**laget, "description": hva(klasse), "properties": feltene}

    return Generator


def _feltskjema(
    klasse: str, navn: str, skjema: JsonSchemaValue, register: Register | None
) -> JsonSchemaValue:
    """A field's schema, with what it is, and what there is to refer to."""
    sagt, til = feltord(klasse, navn), viser_til(klasse, navn)
    ider = dict(en for slag in til for en in _forslag(register, slag)) if register else {}
    if ider:
        skjema = _med_forslag(skjema, ider)
    return {"title": sagt.tittel, "description": sagt.hva, **skjema}


def _forslag(register: Register, slag: Slag[Any]) -> Iterator[tuple[str, str]]:
    """The id of each record of a kind, and what it is; not of those that come and go."""
    alle = {id_til(post): post for post in (*slag.faste, *register.poster(slag))}
    for post in () if slag.foelges_opp else alle.values():
        sluttet = getattr(post, "sluttet", None)
        bak = f" (sluttet {sluttet})" if sluttet else ""
        yield id_til(post), f"{tittel_til(post)}{bak}"


def _med_forslag(skjema: JsonSchemaValue, ider: Mapping[str, str]) -> JsonSchemaValue:
    """A field's schema, or that of the items in it, with ids that it can be."""
    if "items" in skjema:
        return {**skjema, "items": _med_forslag(skjema["items"], ider)}
    kjente = {"enum": [*ider], "enumDescriptions": [*ider.values()]}
    return {"anyOf": [kjente, skjema]}
