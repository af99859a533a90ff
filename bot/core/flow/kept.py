"""Which names a flow may use and of which kind: the known ones, the carrier's own facts, and what the flow itself keeps."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from cel_expr_python import cel

from bot.core.flow.expressions import BadExpression, compile_expression, with_parts
from bot.core.flow.schema import Branch, Flow
from bot.core.names import KNOWN, Kind

_BY_TYPE = {
    "BOOL": "flag",
    "INT": "number",
    "UINT": "number",
    "DOUBLE": "number",
    "STRING": "text",
    "TIMESTAMP": "time",
}


def branches_of(flow: Flow) -> Iterator[tuple[str, str, int, Branch]]:
    """Every branch of a flow: state, trigger, index, branch."""
    for name, state in flow.states.items():
        for trigger, branches in state.exits().items():
            for index, branch in enumerate(branches):
                yield name, trigger, index, branch


def base_kinds(flow: Flow) -> dict[str, Kind]:
    """The known names and the flow's declared facts, with the parts of windows and addresses."""
    return with_parts({name: known.kind for name, known in KNOWN.items()} | dict(flow.facts))


def kept_kinds(flow: Flow) -> dict[str, Kind]:
    """The values that `keep:` keeps, with their kinds; a value that is computed from kept ones counts as text."""
    base = base_kinds(flow)
    found: dict[str, Kind] = {}
    for _, _, _, branch in branches_of(flow):
        for name, value in branch.keep.items():
            found.setdefault(name, _kind_of(value, base))
    for state in flow.states.values():
        found |= dict.fromkeys((do.count for do in state.do if do.count), "number")
    if flow.variants:
        found["variant"] = "text"
    return with_parts(found)


def names_of(flow: Flow) -> dict[str, Kind]:
    """Every name that a guard, a parameter or a text of this flow may use."""
    return base_kinds(flow) | kept_kinds(flow)


def _kind_of(value: object, base: Mapping[str, Kind]) -> Kind:
    if isinstance(value, bool):
        return "flag"
    if isinstance(value, int | float):
        return "number"
    if str(value) in base:
        return base[str(value)]
    try:
        expression = compile_expression(str(value), base)
    except BadExpression:
        return "text"
    kind: Kind = _BY_TYPE.get(_type_name(expression.program.return_type()), "text")  # type: ignore[assignment]
    return kind


def _type_name(of: cel.Type) -> str:
    return str(of.name())
