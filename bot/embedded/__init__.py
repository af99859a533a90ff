"""The whole product in one supervised program: queue, web, worker and clock, with nothing installed but Python."""
