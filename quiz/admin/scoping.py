"""A teacher's own things, to change; what colleagues share, to read; no more."""

from typing import Any

from django.db.models import QuerySet


class OwnOnly:
    """An admin that lists what its user may see, and lets them change what is theirs.

    Every page, search, filter and action begins from `get_queryset`.
    """

    def seen(self, user: Any) -> QuerySet:
        raise NotImplementedError

    def own(self, user: Any) -> QuerySet:
        return self.seen(user)

    def get_queryset(self, request):
        return self.seen(request.user).order_by(*self.get_ordering(request))

    def is_own(self, request, obj):
        return obj is None or self.own(request.user).filter(pk=obj.pk).exists()

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and self.is_own(request, obj)

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and self.is_own(request, obj)


class DeletedAlone:
    """What hangs on a row goes with it, whoever may delete that by itself.

    What learners played never does: `templates/admin/stays.html` says what stays.
    """

    def get_deleted_objects(self, objs, request):
        refused = {
            self.opts.verbose_name
            for obj in objs
            if not self.has_delete_permission(request, obj)
        }
        counts = {self.opts.verbose_name_plural: len(objs)}
        return [str(obj) for obj in objs], counts, refused, []
