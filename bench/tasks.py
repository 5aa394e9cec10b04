"""A TASKS back end as cheap as one can be: the mail is another machine's work."""

from django.utils import timezone
from django_tasks import TaskResult, TaskResultStatus
from django_tasks.backends.base import BaseTaskBackend


class NobodyBackend(BaseTaskBackend):
    """Takes a task and forgets it.

    Django Tasks' own dummy keeps every task and copies it (0.2 ms), which no queue does; what a
    queue does instead (an INSERT, a word with Redis) is its site's choice and not measured.
    """

    supports_defer = supports_priority = True

    def enqueue(self, task, args, kwargs):
        self.validate_task(task)
        return TaskResult(
            task=task,
            id="0",
            status=TaskResultStatus.READY,
            enqueued_at=timezone.now(),
            started_at=None,
            last_attempted_at=None,
            finished_at=None,
            args=args,
            kwargs=kwargs,
            backend=self.alias,
            errors=[],
            worker_ids=[],
        )
