"""Tests of flows, written as dialogues: `run(library, files)`, and what they leave untested."""

from bot.transcripts.coverage import about, untested
from bot.transcripts.run import Failure, Report, run

__all__ = ["Failure", "Report", "about", "run", "untested"]
