"""JSON Schema as far as the API's description uses it, read by a program of its own: what an answer has to be, and a body that is right by its shape."""

import datetime
import re

KNOWN = {"$ref", "type", "enum", "pattern", "format", "minimum", "maximum", "properties", "required", "additionalProperties", "items", "examples"}
DAY = re.compile(r"^\d{4}-\d{2}-\d{2}$")
INSTANT = re.compile(r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$")
KINDS = {
    "object": lambda v: isinstance(v, dict),
    "array": lambda v: isinstance(v, list),
    "string": lambda v: isinstance(v, str),
    "integer": lambda v: isinstance(v, int) and not isinstance(v, bool),
    "number": lambda v: isinstance(v, (int, float)) and not isinstance(v, bool),
    "boolean": lambda v: isinstance(v, bool),
    "null": lambda v: v is None,
}


class Schemas:
    def __init__(self, spec):
        self.named = spec["components"]["schemas"]

    def of(self, schema):
        while "$ref" in schema:
            schema = self.named[schema["$ref"].rsplit("/", 1)[1]]
        return schema

    def faults(self, schema, value, where=""):
        """What of the value is not as the schema says; nothing where it is."""
        schema = self.of(schema)
        unknown = set(schema) - KNOWN
        assert not unknown, f"a word of JSON Schema that this reader does not know: {unknown}"
        kinds = schema.get("type")
        kinds = [kinds] if isinstance(kinds, str) else kinds
        if kinds and not any(KINDS[k](value) for k in kinds):
            return [f"{where}: {value!r:.80} is no {'/'.join(kinds)}"]
        out = []
        if "enum" in schema and value not in schema["enum"]:
            out.append(f"{where}: {value!r} is none of {schema['enum']}")
        if isinstance(value, str):
            if "pattern" in schema and not re.search(schema["pattern"], value):
                out.append(f"{where}: {value!r:.80} does not fit {schema['pattern']}")
            if schema.get("format") == "date":
                try:
                    datetime.date.fromisoformat(value if DAY.match(value) else "")
                except ValueError:
                    out.append(f"{where}: {value!r:.80} is no day")
            if schema.get("format") == "date-time" and not INSTANT.match(value):
                out.append(f"{where}: {value!r:.80} is no moment")
        if KINDS["integer"](value):
            if value < schema.get("minimum", value) or value > schema.get("maximum", value):
                out.append(f"{where}: {value} is out of range")
        if isinstance(value, dict) and "properties" in schema:
            for key in schema.get("required", []):
                if key not in value:
                    out.append(f"{where}.{key} is missing")
            for key, part in value.items():
                if key in schema["properties"]:
                    out += self.faults(schema["properties"][key], part, f"{where}.{key}")
                elif schema.get("additionalProperties") is False:
                    out.append(f"{where}.{key} is not described")
        if isinstance(value, list) and "items" in schema:
            for i, part in enumerate(value):
                out += self.faults(schema["items"], part, f"{where}[{i}]")
        return out

    def sample(self, schema, known=None, name="", depth=0):
        """A value that is right by its shape. `known`: values by the name of a field, taken where they fit."""
        schema = self.of(schema)
        for value in (known or {}).get(name, []):
            if not self.faults(schema, value):
                return value
        if "enum" in schema:
            return schema["enum"][0]
        if "examples" in schema:
            return schema["examples"][0]
        kind = schema.get("type")
        if isinstance(kind, list):
            kind = kind[0]
        if kind == "object":
            if depth > 8:
                return {}
            return {k: self.sample(v, known, k, depth + 1) for k, v in schema.get("properties", {}).items()}
        if kind == "array":
            return [self.sample(schema.get("items", {}), known, name, depth + 1)] if depth < 6 else []
        if kind == "integer":
            return max(1, schema.get("minimum", 1))
        if kind == "boolean":
            return True
        digits = re.match(r"^\^\[0-9a-f\]\{(\d+)\}\$$", schema.get("pattern", ""))
        if digits:
            return "a" * int(digits[1])
        if schema.get("format") == "date":
            return "2026-04-01"
        if schema.get("format") == "date-time":
            return "2026-04-01T00:00:00.000Z"
        return "1" if kind == "string" else {}
