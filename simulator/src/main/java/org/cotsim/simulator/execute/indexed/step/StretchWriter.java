package org.cotsim.simulator.execute.indexed.step;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes sums and norms as the bytecode of a hidden class: without a loop, a branch or an index, so
 * that the virtual machine keeps numbers in its own registers and does independent ones at once.
 *
 * <p>Operations and their order are those of the definition. Only additions of zero are left out
 * that cannot change a bit: a sum that begins with 0 and ends with a bias needs the first zero as
 * little as a relu needs a bias of zero.
 */
final class StretchWriter {

  private static final int MOST_BYTES = 7000; // longer methods are never compiled to machine code
  private static final int BYTES_OF_TERM = 18; // at most
  private static final int VERSION = 61; // Java 17

  private static final int SIPUSH = 0x11;
  private static final int LDC2_W = 0x14;
  private static final int DLOAD = 0x18;
  private static final int ALOAD_0 = 0x2a;
  private static final int ALOAD_1 = 0x2b;
  private static final int ALOAD_2 = 0x2c;
  private static final int IALOAD = 0x2e;
  private static final int DALOAD = 0x31;
  private static final int DSTORE = 0x39;
  private static final int DASTORE = 0x52;
  private static final int DUP2 = 0x5c;
  private static final int DADD = 0x63;
  private static final int DSUB = 0x67;
  private static final int DMUL = 0x6b;
  private static final int DDIV = 0x6f;
  private static final int DNEG = 0x77;
  private static final int RETURN = 0xb1;
  private static final int INVOKESPECIAL = 0xb7;
  private static final int INVOKESTATIC = 0xb8;
  private static final int WIDE = 0xc4;

  private static final int MOST_STACK = 12;
  private static final String BASE = Stretch.class.getName().replace('.', '/');

  private final ConstantPool pool = new ConstantPool();
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final DataOutputStream code = new DataOutputStream(bytes);
  private final Map<Integer, Integer> locals = new HashMap<>(); // by register
  private final Set<Integer> readElsewhere;
  private final List<Integer> registers = new ArrayList<>(); // as the code numbers them
  private int nextLocal = 3; // after the object, all registers and its own ones

  private StretchWriter(Set<Integer> readElsewhere) {
    this.readElsewhere = readElsewhere;
  }

  /**
   * Code for sums and norms that follow each other.
   *
   * @param readLater registers that others read afterwards
   * @param classes those of the model
   */
  static List<Stretch> write(
      List<Expression> parts, Set<Integer> readLater, StretchClasses classes) {
    List<List<Expression>> pieces = pieces(parts);
    List<Stretch> stretches = new ArrayList<>();
    for (int p = 0; p < pieces.size(); p++) {
      Set<Integer> read = new HashSet<>(readLater);
      for (List<Expression> other : pieces.subList(p + 1, pieces.size())) {
        other.forEach(part -> addAll(read, part.reads));
      }
      stretches.add(new StretchWriter(read).write(pieces.get(p), classes));
    }
    return stretches;
  }

  /** Adds registers; negative numbers stand for constants. */
  static void addAll(Set<Integer> registers, int[] more) {
    Arrays.stream(more).filter(register -> register >= 0).forEach(registers::add);
  }

  private static int bytes(Expression part) {
    int terms = part instanceof Expression.Norm norm ? 4 * norm.reads.length : part.cost();
    return BYTES_OF_TERM * (terms + 2);
  }

  /** Whether one part fits into a method. */
  static boolean fits(Expression part) {
    return bytes(part) <= MOST_BYTES;
  }

  private static List<List<Expression>> pieces(List<Expression> parts) {
    List<List<Expression>> pieces = new ArrayList<>();
    int size = MOST_BYTES;
    for (Expression part : parts) {
      size += bytes(part);
      if (size > MOST_BYTES) {
        pieces.add(new ArrayList<>());
        size = bytes(part);
      }
      pieces.get(pieces.size() - 1).add(part);
    }
    return pieces;
  }

  private Stretch write(List<Expression> parts, StretchClasses classes) {
    try {
      for (Expression part : parts) {
        if (part instanceof Expression.Sum sum) {
          sum(sum);
        } else {
          norm((Expression.Norm) part);
        }
      }
      code.writeByte(RETURN);
      return classes.make(file(), registers.stream().mapToInt(Integer::intValue).toArray());
    } catch (IOException | ReflectiveOperationException e) {
      throw new IllegalStateException("straight-line code could not be written", e);
    }
  }

  private byte[] file() throws IOException {
    int self = pool.type(BASE + "Code");
    int base = pool.type(BASE);
    int codeName = pool.utf8("Code");
    int make = pool.utf8("<init>");
    int makeForm = pool.utf8("()V");
    int apply = pool.utf8("apply");
    int applyForm = pool.utf8("([D[I)V");
    int superMake = pool.method(BASE, "<init>", "()V");
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(whole);
    out.writeInt(0xCAFEBABE);
    out.writeInt(VERSION);
    pool.writeTo(out);
    out.writeShort(0x0030); // final, super
    out.writeShort(self);
    out.writeShort(base);
    out.writeShort(0); // interfaces
    out.writeShort(0); // fields
    out.writeShort(2); // methods
    byte[] making = {
      (byte) ALOAD_0, (byte) INVOKESPECIAL, (byte) (superMake >> 8), (byte) superMake, (byte) RETURN
    };
    method(out, make, makeForm, codeName, making);
    method(out, apply, applyForm, codeName, bytes.toByteArray());
    out.writeShort(0); // attributes
    return whole.toByteArray();
  }

  private void method(DataOutputStream out, int name, int form, int codeName, byte[] body)
      throws IOException {
    out.writeShort(0); // seen in this package
    out.writeShort(name);
    out.writeShort(form);
    out.writeShort(1); // attributes
    out.writeShort(codeName);
    out.writeInt(body.length + 12);
    out.writeShort(MOST_STACK);
    out.writeShort(nextLocal);
    out.writeInt(body.length);
    out.write(body);
    out.writeShort(0); // exceptions
    out.writeShort(0); // attributes
  }

  private static boolean isZero(double number) {
    return Double.doubleToRawLongBits(number) == 0;
  }

  private void sum(Expression.Sum sum) throws IOException {
    boolean begins = isZero(sum.init) && !isZero(-sum.bias); // then the first zero is idle
    if (!begins) {
      push(sum.init);
    }
    for (int i = 0; i < sum.reads.length; i++) {
      term(sum.weights[i], sum.reads[i], begins && i == 0);
    }
    if (begins && sum.reads.length == 0) {
      push(0);
    }
    if (!(sum.relu && isZero(sum.bias))) {
      push(sum.bias);
      code.writeByte(DADD);
    }
    if (sum.relu) {
      relu(sum.small);
    }
    store(sum.writes[0]);
  }

  /** Adds a product to what lies on the stack, or puts it there. */
  private void term(double weight, int register, boolean first) throws IOException {
    if (register == Expression.ONE) {
      push(weight);
    } else {
      load(register);
      if (Math.abs(weight) != 1) {
        push(weight);
        code.writeByte(DMUL);
      } else if (weight < 0 && first) {
        code.writeByte(DNEG);
      } else if (weight < 0) {
        code.writeByte(DSUB);
        return;
      }
    }
    if (!first) {
      code.writeByte(DADD);
    }
  }

  /** Half of x + |x| is the maximum of 0 and x where nothing overflows, and takes half its time. */
  private void relu(boolean small) throws IOException {
    if (small) {
      code.writeByte(DUP2);
      invoke("java/lang/Math", "abs", "(D)D");
      code.writeByte(DADD);
      push(0.5);
      code.writeByte(DMUL);
      return;
    }
    push(0);
    invoke("java/lang/Math", "max", "(DD)D");
  }

  private void norm(Expression.Norm norm) throws IOException {
    int size = norm.reads.length;
    push(0);
    for (int c = 0; c < size; c++) {
      component(norm, c);
      code.writeByte(DADD);
    }
    push(size);
    code.writeByte(DDIV);
    int mean = newLocal();
    local(DSTORE, mean);
    int[] centred = new int[size];
    for (int c = 0; c < size; c++) {
      component(norm, c);
      local(DLOAD, mean);
      code.writeByte(DSUB);
      centred[c] = newLocal();
      local(DSTORE, centred[c]);
    }
    push(0);
    for (int local : centred) {
      local(DLOAD, local);
      code.writeByte(DUP2);
      code.writeByte(DMUL);
      code.writeByte(DADD);
    }
    invoke(BASE, "divisor", "(D)D");
    int divisor = newLocal();
    local(DSTORE, divisor);
    for (int c = 0; c < size; c++) {
      if (norm.writes[c] >= 0) {
        local(DLOAD, centred[c]);
        local(DLOAD, divisor);
        code.writeByte(DDIV);
        store(norm.writes[c]);
      }
    }
  }

  private void component(Expression.Norm norm, int c) throws IOException {
    if (norm.reads[c] < 0) {
      push(norm.constants[c]);
    } else {
      load(norm.reads[c]);
    }
  }

  private void invoke(String owner, String name, String descriptor) throws IOException {
    code.writeByte(INVOKESTATIC);
    code.writeShort(pool.method(owner, name, descriptor));
  }

  private void push(double number) throws IOException {
    code.writeByte(LDC2_W);
    code.writeShort(pool.number(number));
  }

  private int newLocal() {
    nextLocal += 2;
    return nextLocal - 2;
  }

  private void local(int operation, int local) throws IOException {
    if (local > 0xff) {
      code.writeByte(WIDE);
      code.writeByte(operation);
      code.writeShort(local);
    } else {
      code.writeByte(operation);
      code.writeByte(local);
    }
  }

  private void load(int register) throws IOException {
    Integer local = locals.get(register);
    if (local != null) {
      local(DLOAD, local);
      return;
    }
    place(register);
    code.writeByte(DALOAD);
    code.writeByte(DUP2);
    locals.put(register, newLocal());
    local(DSTORE, locals.get(register));
  }

  private void store(int register) throws IOException {
    int local = newLocal();
    locals.put(register, local);
    local(DSTORE, local);
    if (readElsewhere.contains(register)) {
      place(register);
      local(DLOAD, local);
      code.writeByte(DASTORE);
    }
  }

  private void place(int register) throws IOException {
    code.writeByte(ALOAD_1);
    code.writeByte(ALOAD_2);
    code.writeByte(SIPUSH);
    code.writeShort(registers.size());
    code.writeByte(IALOAD);
    registers.add(register);
  }
}
