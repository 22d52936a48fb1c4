package org.cotsim.simulator.execute.indexed.step;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The class file of a {@link Stretch} that is being written: bytecode on registers, each of which
 * is a local variable once it was read or written.
 */
final class StretchCode {

  static final int DLOAD = 0x18;
  static final int ALOAD = 0x19;
  static final int DALOAD = 0x31;
  static final int DSTORE = 0x39;
  static final int ASTORE = 0x3a;
  static final int DASTORE = 0x52;
  static final int DUP2 = 0x5c;
  static final int DADD = 0x63;
  static final int DSUB = 0x67;
  static final int DMUL = 0x6b;
  static final int DDIV = 0x6f;
  static final int DNEG = 0x77;

  private static final int SIPUSH = 0x11;
  private static final int LDC2_W = 0x14;
  private static final int ALOAD_0 = 0x2a;
  private static final int ALOAD_1 = 0x2b;
  private static final int IALOAD = 0x2e;
  private static final int AALOAD = 0x32;
  private static final int RETURN = 0xb1;
  private static final int GETFIELD = 0xb4;
  private static final int INVOKEVIRTUAL = 0xb6;
  private static final int INVOKESPECIAL = 0xb7;
  private static final int INVOKESTATIC = 0xb8;
  private static final int CHECKCAST = 0xc0;
  private static final int WIDE = 0xc4;

  private static final int VERSION = 61; // Java 17
  private static final int MOST_STACK = 16;
  private static final String BASE = name(Stretch.class);
  private static final String SEQUENCE = name(SequenceState.class);
  private static final String FORM = "(L" + SEQUENCE + ";)V";

  private final ConstantPool pool = new ConstantPool();
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final DataOutputStream code = new DataOutputStream(bytes);
  private final Map<Integer, Integer> locals = new HashMap<>(); // by register
  private final Map<Integer, Integer> headLocals = new HashMap<>(); // by head
  private final Set<Integer> readElsewhere;
  private final List<Integer> numbers = new ArrayList<>(); // in the order of the code
  private int nextLocal = 2; // after the object and the sequence
  private final int registers; // local variables
  private final int own;
  private final int heads;

  /**
   * Code without an operation.
   *
   * @param readElsewhere registers that are read after the code
   */
  StretchCode(Set<Integer> readElsewhere) throws IOException {
    this.readElsewhere = readElsewhere;
    registers = field(ALOAD_1, SEQUENCE, "registers", "[D");
    own = field(ALOAD_0, BASE, "numbers", "[I");
    heads = field(ALOAD_1, SEQUENCE, "heads", "[" + HeadState.class.descriptorString());
  }

  /** Puts a field of what an operation pushes into a local variable. */
  private int field(int push, String owner, String field, String form) throws IOException {
    int local = newLocal();
    code.writeByte(push);
    code.writeByte(GETFIELD);
    code.writeShort(pool.field(owner, field, form));
    local(ASTORE, local);
    return local;
  }

  private static String name(Class<?> type) {
    return type.getName().replace('.', '/');
  }

  /** Ends the code and makes an object of its class. */
  Stretch make(StretchClasses classes) throws IOException, ReflectiveOperationException {
    code.writeByte(RETURN);
    return classes.make(file(), numbers.stream().mapToInt(Integer::intValue).toArray());
  }

  private byte[] file() throws IOException {
    int self = pool.type(BASE + "Code");
    int base = pool.type(BASE);
    int codeName = pool.utf8("Code");
    int make = pool.utf8("<init>");
    int makeForm = pool.utf8("()V");
    int run = pool.utf8("run");
    int runForm = pool.utf8(FORM);
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
    method(out, run, runForm, codeName, bytes.toByteArray());
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

  /** An operation without operands. */
  void operation(int operation) throws IOException {
    code.writeByte(operation);
  }

  void push(double number) throws IOException {
    code.writeByte(LDC2_W);
    code.writeShort(pool.number(number));
  }

  private void push(int number) throws IOException {
    code.writeByte(SIPUSH);
    code.writeShort(number);
  }

  void invokeStatic(Class<?> owner, String method, String form) throws IOException {
    code.writeByte(INVOKESTATIC);
    code.writeShort(pool.method(name(owner), method, form));
  }

  /** Room for one number or reference. */
  int newLocal() {
    nextLocal += 2;
    return nextLocal - 2;
  }

  /** Loads or stores a local variable. */
  void local(int operation, int local) throws IOException {
    if (local > 0xff) {
      code.writeByte(WIDE);
      code.writeByte(operation);
      code.writeShort(local);
    } else {
      code.writeByte(operation);
      code.writeByte(local);
    }
  }

  /** Pushes a register, or a constant where the register is negative. */
  void load(int register, double constant) throws IOException {
    if (register < 0) {
      push(constant);
    } else {
      load(register);
    }
  }

  void load(int register) throws IOException {
    Integer local = locals.get(register);
    if (local != null) {
      local(DLOAD, local);
      return;
    }
    local(ALOAD, registers);
    ownNumber(register);
    code.writeByte(DALOAD);
    code.writeByte(DUP2);
    locals.put(register, newLocal());
    local(DSTORE, locals.get(register));
  }

  /** Pops a register. */
  void store(int register) throws IOException {
    int local = newLocal();
    locals.put(register, local);
    local(DSTORE, local);
    if (readElsewhere.contains(register)) {
      local(ALOAD, registers);
      ownNumber(register);
      local(DLOAD, local);
      code.writeByte(DASTORE);
    }
  }

  /** Pushes a number of the model, which code of other numbers has in its place. */
  void ownNumber(int number) throws IOException {
    local(ALOAD, own);
    push(numbers.size());
    code.writeByte(IALOAD);
    numbers.add(number);
  }

  /** The local variable of a head, which is put there where it was not yet. */
  int head(int index, Class<? extends HeadState> type) throws IOException {
    Integer known = headLocals.get(index);
    if (known != null) {
      return known;
    }
    int head = newLocal();
    headLocals.put(index, head);
    local(ALOAD, heads);
    ownNumber(index);
    code.writeByte(AALOAD);
    code.writeByte(CHECKCAST);
    code.writeShort(pool.type(name(type)));
    local(ASTORE, head);
    return head;
  }

  /** Puts an array of a head into a local variable. */
  int array(int head, String field) throws IOException {
    int array = newLocal();
    local(ALOAD, head);
    code.writeByte(GETFIELD);
    code.writeShort(pool.field(name(HeadState.class), field, "[D"));
    local(ASTORE, array);
    return array;
  }

  /** Pushes an array and a place in it, for a load or a store. */
  void place(int array, int place) throws IOException {
    local(ALOAD, array);
    push(place);
  }

  /** Calls a method of a head. */
  void invoke(Class<? extends HeadState> type, String method, String form) throws IOException {
    code.writeByte(INVOKEVIRTUAL);
    code.writeShort(pool.method(name(type), method, form));
  }
}
