"""Rows that are only ever added. The database refuses UPDATE and DELETE too: a trigger in each table's migrations."""

from typing import Any, NoReturn

from django.db import models


class BarisTetapQuerySet(models.QuerySet[Any]):
    def update(self, **kwargs: Any) -> NoReturn:
        raise TypeError(self.model.TOLAK_UBAH)

    def delete(self) -> NoReturn:
        raise TypeError(self.model.TOLAK_HAPUS)


class BarisTetap(models.Model):
    """Saved once. Raises TypeError, with the model's own sentence, for any later save, update or delete."""

    TOLAK_UBAH: str
    TOLAK_HAPUS: str

    objects = BarisTetapQuerySet.as_manager()

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.pk is not None:
            raise TypeError(self.TOLAK_UBAH)
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise TypeError(self.TOLAK_HAPUS)
