"""precheck: reads work-injury claims before a caseworker does.

The whole product without Prefect. Start at :mod:`pipeline.run`, which reads like the list of stages.
"""

__version__ = "0.1.0"
