package org.cotsim.simulator.execute.indexed.step;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** The constants of a class file (The Java Virtual Machine Specification, 4.4). */
final class ConstantPool {

  private static final int UTF8 = 1;
  private static final int DOUBLE = 6;
  private static final int CLASS = 7;
  private static final int FIELD = 9;
  private static final int METHOD = 10;
  private static final int NAME_AND_TYPE = 12;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final DataOutputStream out = new DataOutputStream(bytes);
  private final Map<Object, Integer> known = new HashMap<>();
  private int next = 1;

  /** What is written after the tag of a constant. */
  private interface Content {
    void write() throws IOException;
  }

  /** The number of a constant, which is written if it is new. */
  private int of(Object key, int tag, int slots, Content content) {
    Integer number = known.get(key);
    if (number != null) {
      return number;
    }
    try {
      out.writeByte(tag);
      content.write();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    int made = next;
    known.put(key, made);
    next += slots;
    return made;
  }

  int utf8(String text) {
    return of("utf8 " + text, UTF8, 1, () -> out.writeUTF(text));
  }

  /** A double, told from others by its bits. */
  int number(double number) {
    return of(Double.doubleToRawLongBits(number), DOUBLE, 2, () -> out.writeDouble(number));
  }

  int type(String name) {
    int text = utf8(name);
    return of("class " + name, CLASS, 1, () -> out.writeShort(text));
  }

  int method(String owner, String name, String descriptor) {
    return member(METHOD, owner, name, descriptor);
  }

  int field(String owner, String name, String descriptor) {
    return member(FIELD, owner, name, descriptor);
  }

  private int member(int tag, String owner, String name, String descriptor) {
    int type = type(owner);
    int texts = utf8(name);
    int form = utf8(descriptor);
    int pair =
        of(
            "pair " + name + descriptor,
            NAME_AND_TYPE,
            1,
            () -> {
              out.writeShort(texts);
              out.writeShort(form);
            });
    return of(
        "member " + owner + name + descriptor,
        tag,
        1,
        () -> {
          out.writeShort(type);
          out.writeShort(pair);
        });
  }

  /** Writes the pool, its size first. */
  void writeTo(DataOutputStream file) throws IOException {
    file.writeShort(next);
    bytes.writeTo(file);
  }
}
