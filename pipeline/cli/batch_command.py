"""What do ``run`` and ``sweep`` have in common: the uploads, the folder of reports, progress and the summary?"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from pipeline.batch.out_folder import out_folder, refuse_overlap
from pipeline.batch.plan import BatchRequest, IsDone
from pipeline.batch.run_batch import BatchDone, run_batch
from pipeline.cli.clock import today
from pipeline.cli.options import read_settings
from pipeline.cli.progress import shown_progress
from pipeline.cli.terminal import put, say
from pipeline.intake.receive import find_claims
from pipeline.report.batch_folder import INDEX_HTML
from pipeline.report.wording import VERDICTS


def check_uploads(arguments: argparse.Namespace, paths: Sequence[Path], is_done: Callable[[date], IsDone]) -> BatchDone:
    """Checks the claims at these paths and tells what came of it.

    Args:
        arguments: as parsed, with the options of a batch.
        paths: where the uploads are.
        is_done: for the day of the run, whether an unchanged claim needs no other look.
    """
    settings = read_settings(arguments)
    as_of = arguments.today or today()
    refuse_overlap(paths, arguments.out)
    claims = find_claims(paths)
    with out_folder(arguments.out) as work, shown_progress() as show:
        request = BatchRequest(
            claims=claims,
            out=arguments.out,
            work=work,
            as_of=as_of,
            clock_fixed=arguments.today is not None,
            settings=settings,
            is_done=is_done(as_of),
        )
        done = run_batch(request, show)
    tell(done, arguments.out)
    return done


def tell(done: BatchDone, out: Path) -> None:
    """Each claim's verdict on stdout, failures and where to look on stderr."""
    for row in done.rows:
        word = VERDICTS[row.verdict]
        put(f"{word.symbol} {word.text}\t{row.claim_id}\t{out / row.report}")
    for failed in done.failures:
        if failed.failure:
            say(failed.failure.error().line())
    say(f"请打开 {out / INDEX_HTML} 查看全部申请。 | Open {out / INDEX_HTML} to see all claims.")
