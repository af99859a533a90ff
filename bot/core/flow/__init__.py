"""The flow language: read it (`load`), check it (`check`), compile it (`compile_flow`), draw it (`graph`)."""

from bot.core.flow.compile import BEGIN, CompiledFlow, compile_flow
from bot.core.flow.findings import Finding
from bot.core.flow.schema import Flow, content_hash, normalised

__all__ = ["BEGIN", "CompiledFlow", "Finding", "Flow", "compile_flow", "content_hash", "normalised"]
