#!/usr/bin/env python3
"""Makes libcublas.so.11, libcublasLt.so.11 and libcusolver.so.11 that pass every call on to the
libraries of CUDA 13, for machines that have those and not the ones of CUDA 11.

Usage: forward.py OUT JAR...
  OUT  a folder for the three libraries
  JAR  nd4j-cuda-11.2-1.0.0-M1.1-linux-x86_64.jar and cuda-11.2-8.1-1.5.5-linux-x86_64.jar: what
       their libraries ask for is what is passed on

Put OUT and the folders of CUDA 13's libraries on LD_LIBRARY_PATH: of cuBLAS, of cuSOLVER and, for
cuSOLVER, of cuSPARSE and nvJitLink. A function that CUDA 13 no longer has ends the program with its
name when it is called. Needs nm and gcc; x86-64 only.
"""
import collections
import os
import re
import subprocess
import sys
import tempfile
import zipfile

TARGETS = {
    'libcublas.so.11': 'libcublas.so.13',
    'libcublasLt.so.11': 'libcublasLt.so.13',
    'libcusolver.so.11': 'libcusolver.so.12',
}

SOURCE = r'''
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>

static const char *const names[] = {%(names)s};
__attribute__((visibility("hidden"))) void *functions[%(count)d];

__attribute__((visibility("hidden"), used)) void missing(long i) {
    fprintf(stderr, "%(library)s: the CUDA library of this machine has no %%s\n", names[i]);
    abort();
}

__attribute__((constructor)) static void find(void) {
    void *library = dlopen("%(target)s", RTLD_NOW);
    if (!library) fprintf(stderr, "%(library)s: %%s\n", dlerror());
    for (int i = 0; library && i < %(count)d; i++) functions[i] = dlsym(library, names[i]);
}
'''

# Jumps to the function, all registers as they are, or tells which one is missing.
STUB = r'''
__asm__(".globl %(name)s\n.type %(name)s, @function\n%(name)s:\n"
        "mov functions+%(offset)d(%%rip), %%r11\ntest %%r11, %%r11\nje 1f\njmp *%%r11\n"
        "1: mov $%(index)d, %%edi\nand $-16, %%rsp\ncall missing\n.size %(name)s, . - %(name)s");
'''


def wanted(jars, work):
    """The functions that the jars' libraries ask of each CUDA 11 library."""
    names = collections.defaultdict(set)
    for jar in jars:
        if not zipfile.is_zipfile(jar):
            sys.exit('forward.py: %s is no jar' % jar)
        with zipfile.ZipFile(jar) as archive:
            for member in archive.namelist():
                if not re.search(r'/lib(nd4jcuda|jnicublas|jnicusolver)\.so$', member):
                    continue
                listed = subprocess.run(
                    ['nm', '-D', '--undefined-only', archive.extract(member, work)],
                    stdout=subprocess.PIPE, check=True, text=True).stdout
                for name, library in re.findall(r' U (\w+)@(lib\S+)', listed):
                    names[library].add(name)
    return {library: sorted(names[library]) for library in TARGETS}


def build(library, names, out, work):
    source = SOURCE % {
        'library': library, 'target': TARGETS[library], 'count': len(names),
        'names': ', '.join('"%s"' % name for name in names)}
    source += ''.join(STUB % {'name': name, 'index': i, 'offset': 8 * i}
                      for i, name in enumerate(names))
    base = os.path.join(work, library)
    with open(base + '.c', 'w') as file:
        file.write(source)
    with open(base + '.map', 'w') as file:
        file.write('%s { global: cu*; local: *; };\n' % library)
    subprocess.run(
        ['gcc', '-O1', '-fPIC', '-shared', '-o', os.path.join(out, library), base + '.c',
         '-Wl,-soname,' + library, '-Wl,--version-script=' + base + '.map', '-ldl'], check=True)
    print('%s passes on %d functions' % (library, len(names)))


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__.split('\n\n', 1)[1])
    out = sys.argv[1]
    os.makedirs(out, exist_ok=True)
    with tempfile.TemporaryDirectory() as work:
        for library, names in wanted(sys.argv[2:], work).items():
            if not names:
                sys.exit('forward.py: the jars ask for no function of ' + library)
            build(library, names, out, work)


if __name__ == '__main__':
    main()
