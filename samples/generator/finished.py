"""The finished claims in ``samples/claims``: ``python -m samples.generator.finished`` draws them again."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from samples.generator.claims import generate
from samples.generator.order import Order
from samples.generator.situation import Situation

FOLDER = Path(__file__).parent.parent / "claims"
TRUTHS = Path(__file__).parent.parent / "truth"
COMMUTE = Situation(kind="commute_traffic", treatment=("ambulance",))
DEATH = Situation(fatal=True, applicant="relative", relation="spouse", treatment=("ambulance",))
ORDERS: tuple[Order, ...] = (
    Order("01-clean", "dev", 6, rotated=0, device="scanner", small=True),
    Order("02-injury-text-differs", "dev", 11, "injury_matches_diagnosis", rotated=0, device="scanner", small=True),
    Order("03-fax", "dev", 2, "fax_page", rotated=0, small=True),
    Order("04-contract-page-missing", "dev", 7, "missing_page", rotated=0, device="scanner", small=True),
    Order("05-doctor-has-not-signed", "dev", 7, "missing_signature", rotated=0, small=True),
    Order("06-id-card-back-missing", "dev", 8, "id_card_valid", rotated=0, device="scanner", small=True),
    Order("07-turned-pages-damaged-file", "dev", 10, "unsupported_file", rotated=0.3, device="scanner", small=True),
    Order("08-phone-photos", "dev", 5, rotated=0.1, device="phone", small=True),
    Order("09-commute", "dev", 21, rotated=0, device="scanner", small=True, situation=COMMUTE),
    Order("10-death-relative", "dev", 22, rotated=0, device="scanner", small=True, situation=DEATH),
)


def main() -> int:
    """Draws every finished claim anew; truths go to ``samples/truth``, so that the claims' folder holds claims only."""
    for folder in (FOLDER, TRUTHS):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
    for order in ORDERS:
        truth = generate(order, FOLDER)
        (FOLDER / f"{order.claim_id}.truth.json").rename(TRUTHS / f"{order.claim_id}.json")
        sys.stdout.write(f"{truth.claim_id}\t{len(truth.pages)}\t{[defect.detail for defect in truth.defects]}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
