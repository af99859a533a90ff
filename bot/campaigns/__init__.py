"""Campaigns: who gets it, when, in which wording; begun by any number of workers, nobody twice, nobody left out. See docs/campaigns.md.

Who is to get it is written down before anything begins, and each one is begun in a turn of their own with the campaign as its cause.
What begins a flow comes from outside (`bot.wiring`): rooms of one floor do not know each other.
"""

from bot.campaigns.lifecycle import create, pause, resume, start, stop
from bot.campaigns.lists import add_list, join_groups
from bot.campaigns.notices import give_notice, notice_of, notice_view
from bot.campaigns.preview import dry_run
from bot.campaigns.result import campaign_list, draft_view, export, result, status
from bot.campaigns.running import run

__all__ = [
    "add_list", "campaign_list", "create", "draft_view", "dry_run", "export", "give_notice", "join_groups", "notice_of", "notice_view", "pause", "result",
    "resume", "run", "start", "status", "stop",
]  # fmt: skip
