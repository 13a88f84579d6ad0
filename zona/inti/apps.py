from django.apps import AppConfig


class IntiConfig(AppConfig):
    name = "zona.inti"
    label = "inti"

    def ready(self) -> None:
        from zona.inti import checks  # noqa: F401  (registers the system checks)
