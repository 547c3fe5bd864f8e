"""How often does the picture tell the truth? ``python -m benchmarks.image --split test --count 20``.

Draws pages and faxes, asks ``pipeline.imaging`` what they show, and prints what was answered to what was true. All
pages are drawn, none is real. Study the misses of the dev split only.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable

import numpy as np

from benchmarks.fax_trials import faxes, others
from benchmarks.faxes import fax_answers
from benchmarks.image_trials import FINGERPRINTS, SEALS, SIGNATURES, Trial, inks, marks
from benchmarks.legible_trials import legible_trials
from benchmarks.missing_pages import missing_page_answers
from pipeline.imaging.colour import has_colour
from pipeline.imaging.fax import judge_fax
from pipeline.imaging.fingerprint import find_fingerprints, find_red_blots
from pipeline.imaging.handwriting import judge_signature
from pipeline.imaging.ink import find_inks
from pipeline.imaging.likeness import page_signature
from pipeline.imaging.origin import judge_origin
from pipeline.imaging.paper import paper_size
from pipeline.imaging.seal import find_seals
from pipeline.imaging.sharpness import judge_legibility
from pipeline.models.geometry import Box
from pipeline.models.page import Judgement
from pipeline.models.source import FileFacts
from pipeline.reading.writing_ink import written_runs
from samples.generator.fonts import Split

Answers = Counter[tuple[str, str]]
_SURE = 0.5
_SHEETS_MM = {"A4": (210, 297), "A3": (297, 420), "card": (85.6, 54), "other": (176, 250)}


def main() -> int:
    """Prints one confusion table a judgement, then what the judgements cost."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.image", description=__doc__)
    parser.add_argument("--split", choices=("dev", "test"), default="test")
    parser.add_argument("--count", type=int, default=20, help="pages of each kind")
    parser.add_argument("--faxes", type=int, default=80, help="faxes; three times as many other pages")
    parser.add_argument("--claims", type=int, default=24, help="claims with a page left out; a quarter read from scans")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--misses", action="store_true", help="name what was answered wrongly (dev split only)")
    chosen = parser.parse_args()
    told = chosen.misses and chosen.split == "dev"
    drawn = (chosen.split, chosen.count, chosen.seed)
    sys.stdout.write(f"{chosen.split} split, seed {chosen.seed}, {chosen.count} drawn pages of each kind\n")
    _show("signature", _asked(marks(SIGNATURES, *drawn), _signature, told=told))
    _show("seal", _asked(marks(SEALS, *drawn), _seal, told=told))
    _show("fingerprint", _asked(marks(FINGERPRINTS, *drawn), _fingerprint, told=told))
    _show("ink", _asked(inks(*drawn), _ink, told=told))
    _show("legible", _asked(legible_trials(chosen.split, max(1, chosen.count // 2), chosen.seed), _legible, told=told))
    _show("paper, where the file knows it", _papers(5 * chosen.count))
    _show_faxes(chosen.split, chosen.faxes, chosen.seed, told=told)
    _show_missing(chosen.split, chosen.claims, chosen.seed, told=told)
    for trial in [next(marks(SIGNATURES, chosen.split, 4, chosen.seed))]:
        _cost(trial)
    return 0


def _asked(trials: Iterable[Trial], ask: Callable[[Trial], str], *, told: bool) -> Answers:
    answers: Answers = Counter()
    for trial in trials:
        answer = ask(trial)
        answers[trial.truth, answer] += 1
        if told and answer != trial.truth:
            sys.stdout.write(f"    {trial.kind}: {answer}\n")
    return answers


def _show(name: str, answers: Answers) -> None:
    sys.stdout.write(f"\n{name}\n")
    for truth in dict.fromkeys(truth for truth, _ in answers):
        row = {answer: count for (of, answer), count in answers.items() if of == truth}
        total = sum(row.values())
        shares = ", ".join(f"{answer} {count} ({count / total:.1%})" for answer, count in sorted(row.items()))
        sys.stdout.write(f"  {truth:46} n={total:<5} {shares}\n")
    sys.stdout.flush()


def _show_faxes(split: Split, count: int, seed: int, *, told: bool) -> None:
    """How every kind of page was judged, and all faxes against all other pages."""
    kinds, sums = Answers(), Answers()
    for trial, answer in fax_answers((*faxes(split, count, seed), *others(split, 3 * count, seed))):
        kinds[trial.kind, answer] += 1
        sums[trial.truth, answer] += 1
        if told and answer != trial.truth:
            sys.stdout.write(f"    {trial.kind}, {trial.shot.device}: {answer}\n")
    _show("fax, by kind of page", kinds)
    _show("fax", sums)


def _show_missing(split: Split, claims: int, seed: int, *, told: bool) -> None:
    """Documents whole and with a page left out, all together and by document type."""
    kinds, sums = Answers(), Answers()
    for truth, what, said in missing_page_answers(split, claims - claims // 4, claims // 4, seed):
        kinds[f"{truth}: {what.split()[0]}", said] += 1
        sums[truth, said] += 1
        if told and (truth == "complete") == (said == "missing"):
            sys.stdout.write(f"    {truth}: {what}\n")
    _show("missing pages, by document", kinds)
    _show("missing pages", sums)


def _signature(trial: Trial) -> str:
    box, printed = Box(*trial.place), [Box(*one) for one in trial.printed]
    return judge_signature(trial.picture, box, printed, trial.dpi, colour=has_colour(trial.picture)).state


def _seal(trial: Trial) -> str:
    near = [
        seal.confidence
        for seal in find_seals(trial.picture, trial.dpi)
        if seal.shape != "square" and not seal.at_edge and seal.box.intersection(Box(*trial.place))
    ]
    return _state(near, blot=False, colour=has_colour(trial.picture))


def _fingerprint(trial: Trial) -> str:
    place = Box(*trial.place)
    seals = [seal.box for seal in find_seals(trial.picture, trial.dpi)]
    found = find_fingerprints(trial.picture, trial.dpi)
    near = [
        one.confidence
        for one in found
        if one.box.intersection(place)
        and (one.confidence >= _SURE or not any(seal.contains(one.box.center) for seal in seals))
    ]
    blots = [box for box in find_red_blots(trial.picture, trial.dpi) if box.intersection(place)]
    blot = any(not any(seal.intersection(box) for seal in seals) for box in blots)
    return _state(near, blot=blot, colour=has_colour(trial.picture))


def _state(confidences: list[float], *, blot: bool, colour: bool) -> str:
    """As :mod:`pipeline.reading.marks` says it of a slot."""
    if confidences:
        return "present" if max(confidences) >= _SURE else "unsure"
    return "unsure" if blot or not colour else "absent"


def _ink(trial: Trial) -> str:
    found = find_inks(trial.picture, [Box(*one) for one in trial.printed], [], trial.dpi)
    written, doubtful = written_runs(trial.picture, found, [], [], trial.dpi)
    runs = [*written, *doubtful]
    name = max(runs, key=lambda run: run.pieces).ink if runs else "black"
    return name if written or not doubtful else f"perhaps {name}"


def _legible(trial: Trial) -> str:
    state = judge_legibility(trial.picture, [Box(*one) for one in trial.printed], trial.dpi).state
    return {"yes": "illegible", "no": "legible", "unsure": "unsure"}[state]


def _papers(count: int) -> Answers:
    """Sheets of every size at usual resolutions, up to 3 mm of their edges cut off."""
    noise, answers = np.random.default_rng(1), Counter[tuple[str, str]]()
    for truth, sides in _SHEETS_MM.items():
        for _ in range(count):
            dpi = int(noise.choice((100, 150, 200, 240, 300, 600)))
            cut = noise.uniform(0, 0 if truth == "card" else 3, 2)
            width, height = (round((side - less) / 25.4 * dpi) for side, less in zip(sides, cut, strict=True))
            answers[truth, paper_size(width, height, dpi, None, is_photo=False)] += 1
    return answers


def _cost(trial: Trial) -> None:
    """CPU seconds of every judgement of one drawn A4 page at 200 dpi, as the pipeline asks them, the median of five."""
    boxes, facts = [Box(*one) for one in trial.printed], FileFacts(container="jpeg", dpi=(200, 200))
    asked: dict[str, Callable[[np.ndarray], object]] = {
        "seals": lambda picture: find_seals(picture, 200),
        "fingerprints": lambda picture: find_fingerprints(picture, 200),
        "fax": lambda picture: judge_fax(picture, facts, 0.0, None),
        "origin": lambda picture: judge_origin(picture, facts, Judgement(state="no"), is_photo=False),
        "legible": lambda picture: judge_legibility(picture, boxes, 200),
        "likeness": page_signature,
        "colour": has_colour,
        "ink": lambda picture: find_inks(picture, boxes, [], 200),
        "signature": lambda picture: judge_signature(picture, Box(*trial.place), boxes, 200),
    }
    sys.stdout.write("\nCPU milliseconds a judgement, A4 at 200 dpi\n")
    total = 0.0
    for name, ask in asked.items():
        spent = []
        for _ in range(5):
            picture = trial.picture.copy()
            started = time.process_time()
            ask(picture)
            spent.append(1000 * (time.process_time() - started))
        total += float(np.median(spent))
        sys.stdout.write(f"  {name:16} {np.median(spent):6.1f}\n")
    sys.stdout.write(f"  {'all':16} {total:6.1f}\n")


if __name__ == "__main__":
    sys.exit(main())
