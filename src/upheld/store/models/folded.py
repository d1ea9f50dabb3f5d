"""A column that holds another one folded, so that "tre em" finds "trẻ em" in every database."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import models

from upheld.core.fold import fold

if TYPE_CHECKING:
    _Text = models.TextField[str, str]
else:
    _Text = models.TextField  # generic for the type checker only


class FoldedField(_Text):
    """``fold()`` of the column named ``of``, written whenever the row is saved or made.

    Nobody sets it and nobody is shown it; it is what search words are looked for in.
    """

    def __init__(self, *, of: str, **kwargs: Any) -> None:
        self.of = of
        super().__init__(**kwargs | {"blank": True, "editable": False, "default": ""})

    def deconstruct(self) -> tuple[str, str, Any, Any]:
        name, path, args, kwargs = super().deconstruct()
        for given in ("blank", "editable", "default"):
            del kwargs[given]
        return name, path, args, kwargs | {"of": self.of}

    def pre_save(self, model_instance: models.Model, add: bool) -> str:
        folded = fold(getattr(model_instance, self.of))
        setattr(model_instance, self.attname, folded)
        return folded
