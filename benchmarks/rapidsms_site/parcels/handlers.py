"""A keyword handler an option, as a RapidSMS application is written."""

from django.db import transaction
from rapidsms.contrib.handlers.handlers.keyword import KeywordHandler

from parcels.models import Instruction, Parcel


class Option(KeywordHandler):
    state = kind = text = ""

    def help(self):
        self.handle("")

    def handle(self, text):  # noqa: ARG002
        with transaction.atomic():
            parcel = (
                Parcel.objects.select_for_update().filter(connection=self.msg.connections[0], state="offered").first()
            )
            if parcel is None:
                self.respond("Nothing is open.")
                return
            parcel.state = self.state
            parcel.save()
            Instruction.objects.create(parcel=parcel, kind=self.kind)
        self.respond(self.text.format(tail=parcel.tracking_no[-4:]))


class Hold(Option):
    keyword, state, kind, text = "1", "held", "hold", "好的，尾号{tail}的包裹已暂存，为您保留3天"


class Schedule(Option):
    keyword, state, kind, text = "2", "scheduling", "schedule", "请回复希望上门的时间，如“明天下午3点”"


class Redirect(Option):
    keyword, state, kind, text = "3", "redirecting", "redirect", "请回复完整新地址，含省市区、街道门牌、收件人和电话"
