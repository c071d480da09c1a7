"""A whole project checked at once, by several processes where that is quicker: for the command line and for reports.

This process checks like the others, in between what they hand in: what it sees itself need not travel.
"""

from __future__ import annotations

import contextlib
import threading

from translator_desk.app.breathing import short_turns
from translator_desk.app.check_queue import CheckQueue
from translator_desk.app.check_sharing import TOGETHER, Sharing
from translator_desk.app.check_workers import CheckWorkers, worker_count
from translator_desk.checks.base import CheckContext, CheckOptions
from translator_desk.checks.collection import no_collection
from translator_desk.checks.engine import CheckRun
from translator_desk.model.project import Project


def check_project(
    project: Project, context: CheckContext, options: CheckOptions | None = None, workers: CheckWorkers | None = None
) -> CheckRun:
    """Check a whole project as ``check_all`` does, whose findings are the same.

    Args:
        project: Documents and segments with their waivers.
        context: The term base and the decisions about names.
        options: Which checks run and at which level.
        workers: The processes beside this one, which are closed at the end; as many as the machine is good for by
            default.

    Returns:
        The run, settled.

    Raises:
        SettingsError: The options name a check, a level or a profile that does not exist.
    """
    run = CheckRun(context.term_base, options, context.name_decisions, project.waivers)
    placed = {}
    for number, document in enumerate(project.documents):
        run.open_document(document)
        for at, segment in enumerate(project.segments.get(document.id, ())):
            placed[segment.id] = segment, (number, at)
    queue, lock = CheckQueue(), threading.Lock()
    queue.add(placed)
    helpers = workers or CheckWorkers(worker_count(gently=True), gently=False)
    with contextlib.closing(helpers), no_collection(), short_turns():
        sharing = Sharing(run, lock, queue, helpers, placed.get, placed.get, lambda _: None)
        while len(queue) or sharing.out:
            if not sharing.share(yields=False, patience=0):
                run.check_several(placed[key] for key in queue.take_some(TOGETHER))
        run.settle()
    return run
