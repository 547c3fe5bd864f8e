"""Which claims have to be done again, because another claim turned out to be about the same accident?

A claim's report names the other claims about its accident (check ``duplicate_claim``), and they are only known when all
have been read. So each claim is checked against those that its last report knew of; afterwards the states of all
reports in the folder tell which it ought to know of, and the few for which that is not the same are done again. The end
is the same in whatever order claims were read, in one run or in several.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from pipeline.batch.claim_job import ClaimJob
from pipeline.batch.state import ClaimState, read_states
from pipeline.casework.same_accident import same_accident
from pipeline.models.claim_identity import ClaimIdentity
from pipeline.text.normalise import comparable


def due_again(jobs: Sequence[ClaimJob], out: Path) -> tuple[ClaimJob, ...]:
    """Those of this run's claims whose report knows of other claims than it should, with the right ones.

    Args:
        jobs: all claims of the run, also those that were done already.
        out: the folder of reports, with all that were finished.
    """
    states = read_states(out)
    alike = _by_person(states)
    again = []
    for job in jobs:
        state = states.get(job.folder.name)
        if state is None or state.identity is None:
            continue
        others = _others(job.folder.name, state.identity, states, alike)
        if others != state.others:
            again.append(replace(job, others=others))
    return tuple(again)


def _others(
    folder: str, own: ClaimIdentity, states: Mapping[str, ClaimState], alike: Mapping[str, Sequence[str]]
) -> tuple[ClaimIdentity, ...]:
    """The other claims that are or may be about the same accident, by their ids."""
    candidates = {name for key in _keys(own) for name in alike[key] if name != folder}
    identities = [other for name in sorted(candidates) if (other := states[name].identity)]
    found = [other for other in identities if same_accident(own, other) != "different"]
    return tuple(sorted(found, key=lambda other: other.claim_id))


def _by_person(states: Mapping[str, ClaimState]) -> defaultdict[str, list[str]]:
    """The folders of the claims of each name and each ID number."""
    folders: defaultdict[str, list[str]] = defaultdict(list)
    for folder, state in states.items():
        for key in _keys(state.identity) if state.identity else ():
            folders[key].append(folder)
    return folders


def _keys(identity: ClaimIdentity) -> Iterator[str]:
    yield from filter(None, (comparable(identity.name), identity.id_number))
