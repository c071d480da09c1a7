"""Timing, and what machine it was."""

from __future__ import annotations

import gc
import os
import platform
import resource
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")


def machine() -> str:
    """Return processor, cores, memory, Python and load as one line."""
    model = platform.processor() or platform.machine()
    info = Path("/proc/cpuinfo")
    if info.exists():
        names = [line.partition(":")[2].strip() for line in info.read_text().splitlines() if "model name" in line]
        model = names[0] if names else model
    load = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    return f"{model}, {os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}{load}"


def peak_memory() -> float:
    """Return the largest resident size of this process so far, in MB."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1024 * 1024) if sys.platform == "darwin" else peak / 1024


def cpu(work: Callable[[], T], times: int = 3) -> tuple[float, T]:
    """Return the median of the CPU seconds of ``times`` runs, and the last result."""
    taken = []
    for _ in range(times):
        gc.collect()
        started = time.process_time()
        result = work()
        taken.append(time.process_time() - started)
    return statistics.median(taken), result


def cpu_of_all() -> float:
    """Return the CPU seconds of this process and of those that it started and that have ended."""
    uses = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(use.ru_utime + use.ru_stime for use in uses)


@contextmanager
def quiet() -> Iterator[None]:
    """Keep the search for cycles out of what is measured."""
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def latency(work: Callable[[], object], times: int) -> tuple[float, float]:
    """Return median and 95th percentile of the wall seconds of ``times`` runs."""
    taken = []
    for _ in range(times):
        started = time.perf_counter()
        work()
        taken.append(time.perf_counter() - started)
    taken.sort()
    return taken[len(taken) // 2], taken[int(len(taken) * 0.95)]


def verdict(value: float, most: float) -> str:
    """Return the limit, and whether it is kept."""
    return f"limit {most:g}: {'kept' if value <= most else 'EXCEEDED'}"
