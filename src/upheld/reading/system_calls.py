"""System calls that the reading process gives up on Linux: no network, no programs, no renaming.

Python's own guards (``upheld.reading.confine``) do not bind a library written in C. This filter
does: the kernel answers "not permitted" to the calls below, for the rest of the process's life.
Numbers of the calls are those of the kernel's tables for x86-64 and for 64-bit ARM; on other
machines nothing is given up. Source: seccomp(2), linux/bpf_common.h, asm/unistd.h.
"""

from __future__ import annotations

import ctypes
import errno
import platform
import struct
import sys

_NO_NEW_PRIVILEGES, _SET_FILTER, _FILTER_MODE = 38, 22, 2  # prctl(2)
_ALLOW = 0x7FFF0000
_REFUSE = 0x00050000 | errno.EPERM
# BPF_LD|W|ABS, BPF_JMP|JEQ|K, BPF_JMP|JGE|K, BPF_RET|K
_LOAD_WORD, _JUMP_EQUAL, _JUMP_FROM, _RETURN = 0x20, 0x15, 0x35, 0x06
_OTHER_TABLE = 0x40000000  # from here on the numbers name the calls of 32-bit programs (x32)
_POINTER_BYTES = 8
_CALL_NUMBER, _MACHINE = 0, 4  # offsets in struct seccomp_data

# Machine → its mark in the filter's data, and the numbers of: socket, socketpair, connect, bind,
# listen, execve, execveat, ptrace, process_vm_writev, bpf, io_uring_setup, then unlink, rename,
# link, symlink, mkdir, rmdir, chmod and chown in their forms.
_MACHINES = {
    "x86_64": (
        0xC000003E,
        (41, 53, 42, 49, 50, 59, 322, 101, 311, 321, 425, 87, 263, 82, 264, 316, 86, 265, 88, 266,
         83, 258, 84, 90, 268, 92, 260),
    ),
    "aarch64": (
        0xC00000B7,
        (198, 199, 203, 200, 201, 221, 281, 117, 271, 280, 425, 35, 38, 276, 37, 36, 34, 53, 54),
    ),
}  # fmt: skip


class _Program(ctypes.Structure):
    """``struct sock_fprog``: how many instructions, and where they stand."""

    _fields_ = (("length", ctypes.c_ushort), ("instructions", ctypes.c_char_p))


def give_up_system_calls() -> bool:
    """Give up the calls; False where the system or the machine has no such filter."""
    if sys.platform != "linux" or platform.machine() not in _MACHINES:
        return False
    if struct.calcsize("P") != _POINTER_BYTES:  # a 32-bit Python on a 64-bit machine
        return False
    machine, calls = _MACHINES[platform.machine()]
    code = _filter(machine, calls)
    program = _Program(len(code) // 8, code)
    library = ctypes.CDLL(None, use_errno=True)
    if library.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0):
        return False
    return bool(library.prctl(_SET_FILTER, _FILTER_MODE, ctypes.byref(program), 0, 0) == 0)


def _filter(machine: int, calls: tuple[int, ...]) -> bytes:
    """The instructions: another machine's calls and those named are refused, the rest pass."""
    last = len(calls)
    steps = [
        (_LOAD_WORD, 0, 0, _MACHINE),
        (_JUMP_EQUAL, 0, last + 3, machine),  # no: to "refuse"
        (_LOAD_WORD, 0, 0, _CALL_NUMBER),
        (_JUMP_FROM, last + 1, 0, _OTHER_TABLE),
        *((_JUMP_EQUAL, last - place, 0, call) for place, call in enumerate(calls)),
        (_RETURN, 0, 0, _ALLOW),
        (_RETURN, 0, 0, _REFUSE),
    ]
    return b"".join(struct.pack("=HBBI", *step) for step in steps)
