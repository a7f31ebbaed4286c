"""The rim towards the terminal and the file system: where text goes, how it may look, and progress.

What belongs here: side effects of the command line that are not the business of any one command.
"""

from __future__ import annotations

import os
import sys
import tempfile
import threading
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self, TextIO

from newsdiff.errors import NewsdiffError

if TYPE_CHECKING:
    from rich.status import Status

_PATIENCE = 0.5
_SHOWN: list[Progress] = []


def say(message: str) -> None:
    """Write one line to standard error, free of control characters whatever it quotes, above any progress."""
    from newsdiff.render.safe import one_line

    line = f"newsdiff: {one_line(message)}"
    if not any(progress.print_above(line) for progress in _SHOWN):
        sys.stderr.write(f"{line}\n")


def looks(output: str | None) -> tuple[int | None, bool]:
    """The width to write for (None: no limit) and whether to colour: what terminal, NO_COLOR and pipes ask for."""
    if output is not None:
        return None, False
    from rich.console import Console

    console = Console()
    fixed = sys.stdout.isatty() or os.environ.get("COLUMNS", "").isdigit()
    return console.width if fixed else None, console.color_system is not None and not console.no_color


def write_out(text: str) -> None:
    """Write to standard output, as UTF-8 unless it is a terminal that wants something else."""
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="replace") if sys.stdout.isatty() else reconfigure(encoding="utf-8")
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:  # the reader, such as `head`, has seen enough
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - stands in until the process ends


def check_output(output: str, sources: list[str]) -> None:
    """Find out before the work whether a file can be written. Raises ``NewsdiffError``."""
    path = Path(output)
    folder = path.parent
    if path.is_dir():
        raise NewsdiffError(f"--output {output}: this is a folder; name a file in it")
    if not folder.is_dir():
        raise NewsdiffError(f"--output {output}: there is no folder {folder}; make it first")
    if not os.access(path if path.exists() else folder, os.W_OK):
        raise NewsdiffError(f"--output {output}: cannot be written; choose another place")
    for source in sources:
        if path.exists() and os.path.exists(source) and os.path.samefile(path, source):  # noqa: PTH110, PTH121
            raise NewsdiffError(f"--output {output}: this is one of the articles; choose another name")


def write_file(output: str, text: str, encoding: str) -> None:
    """Write a file in one step, so that nobody ever sees half of it. Raises ``NewsdiffError``."""
    path = Path(os.path.realpath(output))
    data = text.encode(encoding)
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(data)
            return
        mode = path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask()
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            Path(name).chmod(mode)
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise NewsdiffError(f"--output {output}: cannot be written: {error.strerror}") from error


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


class Progress:
    """Tells the person at the terminal what is going on, once it takes longer than half a second.

    Call it with each step. Where standard error is no terminal, or nothing should be told, it is silent.
    """

    def __init__(self, *, quiet: bool, stream: TextIO | None = None) -> None:
        """``stream`` is standard error where None is given."""
        self._stream = stream or sys.stderr
        self._shown = not quiet and self._stream.isatty()
        self._step = "starting"
        self._status: Status | None = None
        self._lock = threading.Lock()
        self._timer = threading.Timer(_PATIENCE, self._show)
        self._timer.daemon = True

    def __enter__(self) -> Self:
        if self._shown:
            self._timer.start()
            _SHOWN.append(self)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._timer.cancel()
        if self in _SHOWN:
            _SHOWN.remove(self)
        with self._lock:
            self._shown = False
            if self._status is not None:
                self._status.stop()

    def __call__(self, step: str) -> None:
        """Tell that ``step`` begins."""
        with self._lock:
            self._step = step
            if self._status is not None:
                self._status.update(self._line())

    def print_above(self, line: str) -> bool:
        """Write a line above what is shown; False where nothing is."""
        with self._lock:
            if self._status is None:
                return False
            self._status.console.print(line, markup=False, highlight=False, emoji=False, soft_wrap=True)
            return True

    def _show(self) -> None:
        from rich.console import Console
        from rich.status import Status

        with self._lock:
            if self._shown:
                self._status = Status(self._line(), console=Console(file=self._stream))
                self._status.start()

    def _line(self) -> str:
        from rich.markup import escape

        from newsdiff.render.safe import one_line

        return escape(one_line(self._step))
