"""Every error that this product raises on purpose, in one tree.

ParceltalkError                 what a person can read: what is wrong, where, what to do
├── SettingsError               the environment is wrong; the program does not start
├── FlowError                   a carrier's YAML is wrong; carries findings with file, line and column
├── Invalid                     a caller sent something unusable (422 at the edge); carries field errors
├── NotFound                    the carrier, parcel, case … does not exist for this caller (404)
├── Conflict                    it exists, but not in the state that the caller believed (409)
└── Denied                      a missing or wrong key, signature, login or role (401/403)
"""

from __future__ import annotations


class ParceltalkError(Exception):
    """Base of all of them. `str(error)` is a sentence for a person."""


class SettingsError(ParceltalkError):
    """A setting is missing or unusable. The message names the variable and what it should hold."""


class FlowError(ParceltalkError):
    """A flow or carrier file cannot be used. `findings` are `core.flow.findings.Finding`s."""

    def __init__(self, findings: tuple[object, ...]) -> None:
        self.findings = findings
        super().__init__("\n".join(str(finding) for finding in findings))


class Invalid(ParceltalkError):
    """Unusable input. `fields` maps the path of a field to what is wrong with it."""

    def __init__(self, message: str, fields: dict[str, str] | None = None) -> None:
        self.fields = fields or {}
        super().__init__(message)


class NotFound(ParceltalkError):
    """No such thing for this caller. A thing of another carrier is not found either."""


class Conflict(ParceltalkError):
    """The thing moved on since the caller looked. `latest` says where it stands now."""

    def __init__(self, message: str, latest: dict[str, object] | None = None) -> None:
        self.latest = latest or {}
        super().__init__(message)


class Denied(ParceltalkError):
    """The caller may not do this."""
