from django.urls import path
from rapidsms.backends.http.views import GenericHttpBackendView

INBOUND = "webhooks/demo/twilio/inbound"  # where the prepared requests go

urlpatterns = [
    path(
        INBOUND,
        GenericHttpBackendView.as_view(
            backend_name="gateway", params={"identity_name": "From", "text_name": "Body"}, http_method_names=["post"]
        ),
    )
]
