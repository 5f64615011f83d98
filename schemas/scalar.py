"""Fields that are one YAML scalar: how it is read, how it is written back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema


class Scalar:
    """An annotation for such a field.

    It does what pydantic's PlainValidator, PlainSerializer and WithJsonSchema do together, but does not have pydantic
    work out a schema of the Python type for each field that holds one.
    """

    def __init__(self, read: Callable[[object], object], write: Callable[[Any], str], json: JsonSchemaValue) -> None:
        self._read = read
        self._write = write
        self._json = json

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        written = core_schema.plain_serializer_function_ser_schema(self._write, return_schema=core_schema.str_schema())
        return core_schema.no_info_plain_validator_function(self._read, serialization=written)

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return self._json
