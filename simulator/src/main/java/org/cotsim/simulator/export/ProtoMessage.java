package org.cotsim.simulator.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A message in the protobuf wire format, which knows its size before its large parts are made.
 *
 * <p>Fields are written in the order in which they were added. A message must be complete before it
 * is added to another one.
 */
final class ProtoMessage {

  private static final int VARINT = 0;
  private static final int LENGTH_DELIMITED = 2;

  private final List<Content> parts = new ArrayList<>();
  private long size;

  /** Something that can write itself. */
  @FunctionalInterface
  interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /** The bytes that {@link #writeTo} writes. */
  long size() {
    return size;
  }

  ProtoMessage number(int field, long value) {
    return header(field, VARINT, value);
  }

  ProtoMessage text(int field, String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    return bytes(field, bytes.length, out -> out.write(bytes));
  }

  ProtoMessage message(int field, ProtoMessage value) {
    return bytes(field, value.size, value::writeTo);
  }

  /** Adds bytes that are made when they are written, just so many of them. */
  ProtoMessage bytes(int field, long length, Content content) {
    header(field, LENGTH_DELIMITED, length);
    parts.add(content);
    size += length;
    return this;
  }

  void writeTo(OutputStream out) throws IOException {
    for (Content part : parts) {
      part.writeTo(out);
    }
  }

  private ProtoMessage header(int field, int wireType, long value) {
    ByteArrayOutputStream header = new ByteArrayOutputStream();
    varint(header, ((long) field << 3) | wireType);
    varint(header, value);
    parts.add(header::writeTo);
    size += header.size();
    return this;
  }

  /** Seven bits a byte, the lowest first; the top bit says that more follow. */
  private static void varint(ByteArrayOutputStream out, long value) {
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      out.write((int) ((rest & 0x7f) | 0x80));
      rest >>>= 7;
    }
    out.write((int) rest);
  }
}
