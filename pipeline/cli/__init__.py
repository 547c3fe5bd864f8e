"""The command ``precheck``: a table of commands, one module each, and one place where every failure ends."""

from __future__ import annotations

import argparse
import importlib
import sys
from collections.abc import Callable, Sequence
from typing import NamedTuple, NoReturn, Protocol, cast

from pipeline import __version__
from pipeline.cli.failure import reported
from pipeline.errors import ExitCode, PrecheckError


class Command(Protocol):
    """A module of this package that is a command."""

    attach: Callable[[argparse.ArgumentParser], None]
    main: Callable[[argparse.Namespace], ExitCode]


class Entry(NamedTuple):
    """A command's module, imported only when it is called, and its line in the help."""

    module: str
    help: str


COMMANDS: dict[str, Entry] = {
    "run": Entry("pipeline.cli.run", "检查申请并写出报告 | check claims and write reports"),
    "inspect": Entry("pipeline.cli.inspect", "查看单个文件识别出的内容 | what is seen in single files"),
    "compare": Entry("pipeline.cli.compare", "逐字比对两张图片 | compare two pictures character for character"),
    "checks": Entry("pipeline.cli.checks", "列出检查项目 | list the checks"),
    "explain": Entry("pipeline.cli.explain", "说明一个检查项目 | explain one check"),
    "doctor": Entry("pipeline.cli.doctor", "检查本机能否运行 | can this machine run it?"),
    "sweep": Entry("pipeline.cli.sweep", "夜间巡检，立即执行一次 | the nightly sweep, once, now"),
}


def main(argv: Sequence[str] | None = None) -> int:
    """Runs a command; the exit code is that of contract section 1."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    _make_output_safe()
    return reported(lambda: _run(arguments))


def _run(arguments: list[str]) -> ExitCode:
    name = next((argument for argument in arguments if not argument.startswith("-")), None)
    entry = COMMANDS.get(name) if name else None
    command = cast("Command", importlib.import_module(entry.module)) if entry else None
    parsed = _parser(name, command).parse_args(arguments)
    if command is None:
        raise _usage_error("没有指定命令。", "No command was named.")
    return command.main(parsed)


class _Parser(argparse.ArgumentParser):
    """Tells a wrong call in one line in two languages, like every other failure."""

    def error(self, message: str) -> NoReturn:
        """A call that cannot be understood."""
        raise _usage_error(f"命令有误：{message}。", f"Wrong call: {message}.")


def _usage_error(zh: str, en: str) -> PrecheckError:
    return PrecheckError(
        "usage",
        zh=zh,
        en=en,
        hint_zh="用 precheck --help 查看用法。",
        hint_en="See precheck --help.",
        exit_code=ExitCode.USAGE,
    )


def _parser(name: str | None, command: Command | None) -> argparse.ArgumentParser:
    """The parser; only the command that is called brings its own arguments."""
    parser = _Parser(
        prog="precheck", description="工伤认定申请预审 | pre-check of work-injury claims", allow_abbrev=False
    )
    parser.add_argument("--version", action="version", version=f"precheck {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    for known, entry in COMMANDS.items():
        subparser = commands.add_parser(known, help=entry.help, description=entry.help, allow_abbrev=False)
        if known == name and command is not None:
            command.attach(subparser)
    return parser


def _make_output_safe() -> None:
    """Output never fails for a character that the terminal lacks."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")
