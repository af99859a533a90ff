"""Addresses in a reply: `address_of` cuts one into division, detail, name, phone and postcode, or says that there is none."""

from bot.core.understand.addresses.grammar import address_of, contact_of, looks_certain
from bot.core.understand.addresses.refused import is_refused
from bot.core.understand.addresses.regions import Place

__all__ = ["Place", "address_of", "contact_of", "is_refused", "looks_certain"]
