"""A Twilio of our own: a real HTTP server that takes texts, lists them, reports on them, plays the phone, and misbehaves.

    with twilio_standin(inbound_url=...) as twilio:          # in a thread of this process
        channel = Twilio(twilio.account_sid, twilio.auth_token, twilio.number, api_url=twilio.url)
        twilio.rule("drop_after", to="+15551230001")         # the next text to that number is taken, but never answered
        twilio.inbound("+15551230001", "1")                  # the phone texts back
    with twilio_standin_process(history=path) as twilio:     # the same, in a process that can be killed

`python -m tests.support.twilio_standin --help` runs it by hand.
Shapes: Twilio's Messages resource (2010-04-01), webhook and status callback requests, error pages.
"""

from tests.support.twilio_standin.handle import StandIn, twilio_standin, twilio_standin_process

__all__ = ["StandIn", "twilio_standin", "twilio_standin_process"]
