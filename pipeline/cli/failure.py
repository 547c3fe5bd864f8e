"""How does a command end when something goes wrong: one line, an exit code, and never a traceback?"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import gettempdir
from types import FrameType
from typing import NoReturn

from pipeline.batch.error_log import note_error
from pipeline.cli.terminal import say
from pipeline.errors import ExitCode, PrecheckError

CV2_PACKAGES = "apt-get install -y libgl1 libglib2.0-0"


def reported(command: Callable[[], ExitCode]) -> int:
    """Runs the command and turns whatever it raises into one line on stderr and an exit code."""
    try:
        signal.signal(signal.SIGTERM, _interrupt)
        ended = command()
        sys.stdout.flush()
        return ended
    except KeyboardInterrupt:
        say("已中断；再次运行同一命令会接着做。 | Interrupted; the same command goes on from here. [interrupted]")
        return ExitCode.INTERRUPTED
    except BrokenPipeError:
        # Whoever read stdout has seen enough, and the interpreter must not fail on flushing the rest.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return ExitCode.DONE
    except Exception as error:  # noqa: BLE001 what nobody expected goes into a log, the user gets a line
        told = _told(error)
        say(told.line())
        return told.exit_code


def _told(error: Exception) -> PrecheckError:
    """What happened, where, and what to do next."""
    match error:
        case PrecheckError():
            return error
        case ImportError():
            return library_missing(error)
        case OSError():
            return _file_trouble(error)
        case _:
            return note_error(Path(gettempdir()), "precheck", error)


def library_missing(error: ImportError) -> PrecheckError:
    """A Python package or a system library that is not there, with the command that brings it."""
    is_system_library = ".so" in str(error)
    return PrecheckError(
        "library_missing",
        zh=f"缺少运行库：{error}。",
        en=f"A library is missing: {error}.",
        hint_zh=f"请运行：{CV2_PACKAGES}" if is_system_library else "请运行 make setup 重新安装。",
        hint_en=f"Run: {CV2_PACKAGES}" if is_system_library else "Run make setup to install again.",
        exit_code=ExitCode.MACHINE_UNABLE,
    )


def _file_trouble(error: OSError) -> PrecheckError:
    place = f"{error.filename}：" if error.filename else ""
    return PrecheckError(
        "file_trouble",
        zh=f"无法读写文件：{place}{error.strerror or error}。",
        en=f"A file cannot be read or written: {error}.",
        hint_zh="请检查磁盘空间和权限后再次运行。",
        hint_en="Check disk space and permissions, then run again.",
    )


def _interrupt(_signal: int, _frame: FrameType | None) -> NoReturn:
    """A service that is stopped ends like one that is interrupted: tidily."""
    raise KeyboardInterrupt
