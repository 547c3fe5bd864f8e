"""How sure must a reading be before a rule may call a paper wrong because of it?"""

from __future__ import annotations

from typing import Final

SURE: Final = 0.9
"""Confidence (0-1) from which a reading is taken as what the paper says.

The reader was seen to mistake look-alike characters (折 as 析, 右 as 古) at 0.9 and rarely above, and a rule that is in
doubt costs a look, while a false failure costs the applicant a journey.
"""
