"""Tests of flows, written as dialogues: `run(library, files)`."""

from bot.transcripts.run import Failure, Report, run

__all__ = ["Failure", "Report", "run"]
