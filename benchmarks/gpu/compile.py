#!/usr/bin/env python3
"""Compiles ND4J's CUDA library for a newer GPU, so that the driver need not do it at every start.

nd4j-cuda-11.2 holds machine code for compute capabilities up to 8.6 and the same code as PTX text.
On a newer GPU the driver compiles all of the text, 17 000 kernels, when the library is loaded:
about 35 minutes. Here NVIDIA's compiler ptxas does that once; the library then holds nothing else.

With --kernels only the modules are compiled that hold a wanted kernel; in place of each other one
stands code for a GPU of capability 7.5. Whoever starts a kernel that is not there gets CUDA's error
"no kernel image is available for execution on the device", which ND4J 1.0.0-M1.1 does not look at: it
goes on with wrong numbers. So the executor nd4j tries each operation when it loads the library.

Needs ptxas of CUDA 12 or later, on the PATH or in /usr/local/cuda/bin, and strip.
"""
import argparse
import concurrent.futures
import mmap
import os
import re
import shutil
import struct
import subprocess
import sys
import zipfile
import zlib

LIBRARY = 'org/nd4j/nativeblas/linux-x86_64/libnd4jcuda.so'

# The library's section .nv_fatbin is a row of containers. Each has a header of 16 bytes and entries,
# the same kernels as machine code or as PTX; each is found through a wrapper of 24 bytes in the
# section .nvFatBinSegment, whose pointer is set by a relocation in .rela.dyn.
WRAPPER_MAGIC, CONTAINER_MAGIC = 0x466243B1, 0xBA55ED50
WRAPPER, RELOCATION = struct.Struct('<IIQQ'), struct.Struct('<QQq')
CONTAINER = struct.Struct('<IHHQ')  # magic, version, size of this header, size of the rest
ENTRY = struct.Struct('<HHIQIIHHIIIQQQ')
PTX, ELF = 1, 2
FOR_64_BIT, FOR_LINUX, LZ4 = 0x1, 0x10, 0x2000
RELATIVE = 8  # the type of relocation R_X86_64_RELATIVE

KERNEL = re.compile(rb'^\s*(?:\.visible\s+|\.weak\s+)?\.entry\s+([\w$]+)', re.M)


def fail(text):
    sys.exit('compile.py: ' + text)


class Elf:
    """The sections and kernels of a 64-bit ELF image: a library, or compiled CUDA code."""

    def __init__(self, data):
        if data[:6] != b'\x7fELF\x02\x01':
            fail('not a 64-bit ELF image')
        self.data = data
        start, = struct.unpack_from('<Q', data, 40)
        size, count, names = struct.unpack_from('<HHH', data, 58)
        self.headers = [struct.unpack_from('<IIQQQQIIQQ', data, start + size * i)
                        for i in range(count)]
        self.names = [self._text(self.headers[names][4] + header[0]) for header in self.headers]

    def _text(self, at):
        return self.data[at:self.data.find(b'\0', at)].decode()

    def section(self, name):
        """Address, offset and size of a section."""
        if name not in self.names:
            fail('the library has no section ' + name)
        return self.headers[self.names.index(name)][3:6]

    def kernels(self):
        """The names of the functions that a host can start."""
        found = set()
        for header in self.headers:
            if header[1] != 2:  # a symbol table
                continue
            strings = self.headers[header[6]][4]
            for at in range(header[4], header[4] + header[5], 24):
                name, info, other, section = struct.unpack_from('<IBBH', self.data, at)
                if info & 15 == 2 and other & 0x10 and 0 < section < len(self.names):
                    found.add(self._text(strings + name))
        return found


def containers(library):
    """The section of the containers and, for each container in order, the offsets of its
    relocation, of its wrapper's pointer and of itself."""
    elf = Elf(library)
    section = elf.section('.nv_fatbin')
    wrappers, relocations = elf.section('.nvFatBinSegment'), elf.section('.rela.dyn')
    targets = {}
    for at in range(relocations[1], relocations[1] + relocations[2], RELOCATION.size):
        address, kind, target = RELOCATION.unpack_from(library, at)
        if wrappers[0] <= address < wrappers[0] + wrappers[2] and kind == RELATIVE:
            targets[address] = at, target
    found = []
    for i in range(wrappers[2] // WRAPPER.size):
        address, offset = (start + WRAPPER.size * i for start in wrappers[:2])
        magic, version, _, _ = WRAPPER.unpack_from(library, offset)
        if magic != WRAPPER_MAGIC or version != 1 or address + 8 not in targets:
            fail('wrapper %d is of an unknown kind' % i)
        relocation, target = targets[address + 8]
        found.append((relocation, offset + 8, target - section[0] + section[1]))
    return section, sorted(found, key=lambda one: one[2])


def entries(library, at):
    """Kind, architecture and content of each entry of a container; content is read when called."""
    magic, version, header, size = CONTAINER.unpack_from(library, at)
    if magic != CONTAINER_MAGIC or version != 1:
        fail('no container at %#x' % at)
    end, at = at + header + size, at + header
    while at < end:
        fields = ENTRY.unpack_from(library, at)
        kind, header, stored, packed, arch, flags, full = (fields[i] for i in (0, 2, 3, 4, 8, 11, 13))
        yield kind, arch, lambda at=at + header, s=stored, p=packed, flags=flags, full=full: (
            lz4(library[at:at + p], full) if flags & LZ4 else library[at:at + s])
        at += header + stored


def lz4(packed, size):
    """Decodes one LZ4 block."""
    out, at = bytearray(), 0

    def whole(length, at):
        """A length of 15 goes on in the next bytes, up to one that is not 255."""
        if length == 15:
            while packed[at] == 255:
                length += 255
                at += 1
            length += packed[at]
            at += 1
        return length, at

    while at < len(packed):
        token = packed[at]
        literals, at = whole(token >> 4, at + 1)
        out += packed[at:at + literals]
        at += literals
        if at == len(packed):
            break  # the last sequence has no match
        start = len(out) - (packed[at] | packed[at + 1] << 8)
        length, at = whole(token & 15, at + 2)
        length += 4
        while length > 0:  # a match may reach into what it writes
            piece = out[start:start + length]
            out += piece
            start += len(piece)
            length -= len(piece)
    if len(out) != size:
        fail('a compressed entry is damaged')
    return bytes(out)


def container(arch, code):
    """A container with one entry, machine code, as NVIDIA's program fatbinary writes it."""
    content = code + bytes(-len(code) % 8)
    version = code[8], 1  # of the code's binary interface
    entry = ENTRY.pack(ELF, 0x101, ENTRY.size, len(content), 0, 0, *version, arch, 0, 0,
                       FOR_64_BIT | FOR_LINUX, 0, 0) + content
    return CONTAINER.pack(CONTAINER_MAGIC, 1, CONTAINER.size, len(entry)) + entry


def extract(library, found, work):
    """Writes the newest PTX of every container into the folder; answers the files, without their
    ending, and the kernels of each."""
    modules, kernels = [], []
    for i, (_, _, at) in enumerate(found):
        texts = [(arch, text) for kind, arch, text in entries(library, at) if kind == PTX]
        if not texts:
            fail('container %d has no PTX: the library was compiled before, or its release has none' % i)
        text = max(texts, key=lambda one: one[0])[1]().rstrip(b'\0')
        modules.append(os.path.join(work, '%03d-%08x' % (i, zlib.crc32(text))))
        with open(modules[-1] + '.ptx', 'wb') as file:
            file.write(text)
        kernels.append({name.decode() for name in KERNEL.findall(text)})
    return modules, kernels


def patterns(path):
    """The expressions of a file, one a line; what follows a # is a comment."""
    with open(path) as file:
        lines = [line.split('#')[0].strip() for line in file]
    return [re.compile(line) for line in lines if line]


def choose(modules, kernels, wanted, arch, work):
    """What to compile in the place of each module, and for which architecture: the module itself,
    or an empty one if none of its kernels is wanted. And the kernels that are then there."""
    for pattern in wanted:
        if not any(pattern.search(name) for names in kernels for name in names):
            fail('no kernel matches ' + pattern.pattern)
    empty = os.path.join(work, 'empty')
    with open(empty + '.ptx', 'w') as file:
        file.write('.version 7.0\n.target sm_75\n.address_size 64\n')
    chosen = [not names or any(p.search(name) for p in wanted for name in names)
              for names in kernels]
    return ([(module, arch) if kept else (empty, 'sm_75') for kept, module in zip(chosen, modules)],
            [names if kept else set() for kept, names in zip(chosen, kernels)])


def cubin(module, arch):
    """The file of a module's machine code."""
    return '%s.%s.cubin' % (module, arch)


def compile_module(ptxas, module, arch):
    """Compiles one module, unless that was done before."""
    target = cubin(module, arch)
    if not os.path.exists(target):
        for level in '-O3', '-O1':  # ptxas 13.0 itself crashes on one module at -O3
            command = [ptxas, '-arch=' + arch, level, module + '.ptx', '-o', target + '.part']
            run = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
            if run.returncode == 0:
                os.rename(target + '.part', target)
                break
        else:
            fail('%s: %s' % (' '.join(command), run.stderr.decode()))


def compile_all(modules, jobs):
    """Compiles all modules, each for its architecture, the largest first."""
    ptxas = shutil.which('ptxas') or '/usr/local/cuda/bin/ptxas'
    if not os.path.exists(ptxas):
        fail('there is no ptxas, which is part of the CUDA toolkit')
    first = sorted(set(modules), key=lambda one: -os.path.getsize(one[0] + '.ptx'))
    with concurrent.futures.ThreadPoolExecutor(jobs) as pool:
        runs = [pool.submit(compile_module, ptxas, *one) for one in first]
        for i, run in enumerate(concurrent.futures.as_completed(runs)):
            try:
                run.result()
            except BaseException:
                pool.shutdown(cancel_futures=True)
                raise
            if sys.stderr.isatty():
                print('\rcompiled %d of %d' % (i + 1, len(first)), end='', file=sys.stderr)


def rewrite(path, section, found, modules):
    """Puts the containers of machine code one after the other, and zeros into the rest."""
    with open(path, 'r+b') as file:
        at, end = section[1], section[1] + section[2]
        for (relocation, pointer, _), (module, arch) in zip(found, modules):
            with open(cubin(module, arch), 'rb') as code:
                content = container(int(re.sub(r'\D', '', arch)), code.read())
            if at + len(content) > end:
                fail('the new code is larger than the old')
            file.seek(at)
            file.write(content)
            address = struct.pack('<Q', at - section[1] + section[0])
            for place in relocation + 16, pointer:
                file.seek(place)
                file.write(address)
            at += len(content)
        file.seek(at)
        while at < end:
            at += file.write(bytes(min(end - at, 1 << 20)))


def verify(path, kernels):
    """Reads the library again and compares its kernels with those of the PTX."""
    with open(path, 'rb') as file:
        library = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    for i, ((_, _, at), wanted) in enumerate(zip(containers(library)[1], kernels)):
        codes = [content() for _, _, content in entries(library, at)]
        if len(codes) != 1 or Elf(codes[0]).kernels() != wanted:
            fail('container %d does not hold the kernels of its PTX' % i)


def replace(jar, path):
    """Puts the library into the jar, whose other files stay as they are."""
    with zipfile.ZipFile(jar) as old, \
            zipfile.ZipFile(jar + '.part', 'w', zipfile.ZIP_DEFLATED) as new:
        for item in old.infolist():
            if item.filename == LIBRARY:
                new.write(path, LIBRARY)
            else:
                new.writestr(item, old.read(item))
    os.replace(jar + '.part', jar)


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('jar', help='nd4j-cuda-11.2-1.0.0-M1.1-linux-x86_64.jar; its'
                        ' libnd4jcuda.so is replaced')
    parser.add_argument('--arch', default='sm_90', help='what to compile for: sm_90 for an H100 or'
                        ' H200, sm_100 for a B200 (default: sm_90)')
    parser.add_argument('--jobs', type=int, default=os.cpu_count(), help='how many compilers run at'
                        ' once, each in up to 1 GB (default: one per processor)')
    parser.add_argument('--work', help='a folder for what is compiled; what is there is not compiled'
                        ' again (default: JAR with .ARCH in place of .jar)')
    parser.add_argument('--kernels', help='a file of regular expressions, one a line: compile only the'
                        ' modules that hold a kernel whose mangled name matches one')
    options = parser.parse_args()
    if not re.fullmatch(r'sm_\d+[af]?', options.arch):
        fail('--arch %s: expected sm_90, sm_100 or the like' % options.arch)
    if not zipfile.is_zipfile(options.jar):
        fail('%s is no jar' % options.jar)
    with zipfile.ZipFile(options.jar) as jar:
        if LIBRARY not in jar.namelist():
            fail('%s has no %s' % (options.jar, LIBRARY))
        work = options.work or re.sub(r'\.jar$', '', options.jar) + '.' + options.arch
        os.makedirs(work, exist_ok=True)
        path = jar.extract(LIBRARY, work)
    with open(path, 'rb') as file:
        library = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    section, found = containers(library)
    texts, kernels = extract(library, found, work)
    wanted = patterns(options.kernels) if options.kernels else [re.compile('')]
    modules, kernels = choose(texts, kernels, wanted, options.arch, work)
    compile_all(modules, options.jobs)
    rewrite(path, section, found, modules)
    subprocess.run(['strip', '--strip-unneeded', path], check=True)
    verify(path, kernels)
    replace(options.jar, path)
    print('%s holds %d kernels for %s' % (options.jar, sum(map(len, kernels)), options.arch))


if __name__ == '__main__':
    main()
