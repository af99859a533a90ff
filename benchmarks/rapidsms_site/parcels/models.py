from django.db import models


class Parcel(models.Model):
    connection = models.ForeignKey("rapidsms.Connection", on_delete=models.CASCADE)
    tracking_no = models.CharField(max_length=64, unique=True)
    state = models.CharField(max_length=32, default="offered", db_index=True)


class Instruction(models.Model):
    parcel = models.ForeignKey(Parcel, on_delete=models.CASCADE)
    kind = models.CharField(max_length=64)
    created_at = models.DateTimeField(auto_now_add=True)
