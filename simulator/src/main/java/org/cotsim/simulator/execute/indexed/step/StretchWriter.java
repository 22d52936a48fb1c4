package org.cotsim.simulator.execute.indexed.step;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Writes sums, norms and uses of heads as the bytecode of a hidden class: without a loop, a branch
 * or an index, so that the virtual machine keeps numbers in its own registers, does independent
 * ones at once, and calls heads of known types.
 *
 * <p>Operations and their order are those of the definition. Only additions of zero are left out
 * that cannot change a bit: a sum that begins with 0 and ends with a bias needs the first zero as
 * little as a relu needs a bias of zero.
 */
final class StretchWriter {

  private static final int MOST_BYTES = 7000; // longer methods are never compiled to machine code
  private static final int BYTES_OF_TERM = 18; // at most
  private final StretchCode code;

  private StretchWriter(Set<Integer> readElsewhere) throws IOException {
    this.code = new StretchCode(readElsewhere);
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
      stretches.add(writePiece(pieces.get(p), read, classes));
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

  private static Stretch writePiece(
      List<Expression> parts, Set<Integer> readLater, StretchClasses classes) {
    try {
      StretchWriter writer = new StretchWriter(readLater);
      for (Expression part : parts) {
        writer.write(part);
      }
      return writer.code.make(classes);
    } catch (IOException | ReflectiveOperationException e) {
      throw new IllegalStateException("straight-line code could not be written", e);
    }
  }

  private void write(Expression part) throws IOException {
    if (part instanceof Expression.Sum sum) {
      sum(sum);
    } else if (part instanceof Expression.Norm norm) {
      norm(norm);
    } else if (part instanceof Expression.Offer offer) {
      offer(offer);
    } else {
      attend((Expression.Attend) part);
    }
  }

  private static boolean isZero(double number) {
    return Double.doubleToRawLongBits(number) == 0;
  }

  private void sum(Expression.Sum sum) throws IOException {
    boolean begins = isZero(sum.init) && !isZero(-sum.bias); // then the first zero is idle
    if (!begins) {
      code.push(sum.init);
    }
    for (int i = 0; i < sum.reads.length; i++) {
      term(sum.weights[i], sum.reads[i], begins && i == 0);
    }
    if (begins && sum.reads.length == 0) {
      code.push(0);
    }
    if (!(sum.relu && isZero(sum.bias))) {
      code.push(sum.bias);
      code.operation(StretchCode.DADD);
    }
    if (sum.relu) {
      relu(sum.small);
    }
    code.store(sum.writes[0]);
  }

  /** Adds a product to what lies on the stack, or puts it there. */
  private void term(double weight, int register, boolean first) throws IOException {
    if (register == Expression.ONE) {
      code.push(weight);
    } else {
      code.load(register);
      if (Math.abs(weight) != 1) {
        code.push(weight);
        code.operation(StretchCode.DMUL);
      } else if (weight < 0 && first) {
        code.operation(StretchCode.DNEG);
      } else if (weight < 0) {
        code.operation(StretchCode.DSUB);
        return;
      }
    }
    if (!first) {
      code.operation(StretchCode.DADD);
    }
  }

  /** Half of x + |x| is the maximum of 0 and x where nothing overflows, and takes half its time. */
  private void relu(boolean small) throws IOException {
    if (small) {
      code.operation(StretchCode.DUP2);
      code.invokeStatic(Math.class, "abs", "(D)D");
      code.operation(StretchCode.DADD);
      code.push(0.5);
      code.operation(StretchCode.DMUL);
      return;
    }
    code.push(0);
    code.invokeStatic(Math.class, "max", "(DD)D");
  }

  private void norm(Expression.Norm norm) throws IOException {
    int size = norm.reads.length;
    code.push(0);
    for (int c = 0; c < size; c++) {
      code.load(norm.reads[c], norm.constants[c]);
      code.operation(StretchCode.DADD);
    }
    boolean isPower = Integer.bitCount(size) == 1; // then its inverse is exact, and faster
    code.push(isPower ? 1.0 / size : size);
    code.operation(isPower ? StretchCode.DMUL : StretchCode.DDIV);
    int mean = code.newLocal();
    code.local(StretchCode.DSTORE, mean);
    int[] centred = new int[size];
    for (int c = 0; c < size; c++) {
      code.load(norm.reads[c], norm.constants[c]);
      code.local(StretchCode.DLOAD, mean);
      code.operation(StretchCode.DSUB);
      centred[c] = code.newLocal();
      code.local(StretchCode.DSTORE, centred[c]);
    }
    for (int c = 0; c < size; c++) {
      code.local(StretchCode.DLOAD, centred[c]);
      code.operation(StretchCode.DUP2);
      code.operation(StretchCode.DMUL);
      if (c > 0) { // a square is not -0, so that 0 before it is idle
        code.operation(StretchCode.DADD);
      }
    }
    code.invokeStatic(Stretch.class, "divisor", "(D)D");
    int divisor = code.newLocal();
    code.local(StretchCode.DSTORE, divisor);
    for (int c = 0; c < size; c++) {
      if (norm.writes[c] >= 0) {
        code.local(StretchCode.DLOAD, centred[c]);
        code.local(StretchCode.DLOAD, divisor);
        code.operation(StretchCode.DDIV);
        code.store(norm.writes[c]);
      }
    }
  }

  private void offer(Expression.Offer offer) throws IOException {
    Class<? extends HeadState> type = HeadState.type(offer.plan);
    int head = code.head(offer.plan.index, type);
    int keySize = offer.plan.moving.length;
    if (offer.isOfFewNumbers()) {
      code.local(StretchCode.ALOAD, head);
      code.ownNumber(offer.number);
      for (int c = 0; c < offer.reads.length; c++) {
        code.load(offer.reads[c], offer.constants[c]);
      }
      code.invoke(type, "offer", "(I" + "D".repeat(offer.reads.length) + ")V");
      return;
    }
    if (offer.isOfKnownValue()) {
      code.local(StretchCode.ALOAD, head);
      code.ownNumber(offer.number);
      code.ownNumber(offer.plan.valueVectors.id(offer.value()));
      for (int c : Expression.ends(offer.plan)) {
        code.load(offer.reads[c], offer.constants[c]);
      }
      code.invoke(type, "offer", "(IIDDDD)V");
      return;
    }
    int key = code.array(head, "key");
    int value = code.array(head, "value");
    for (int c = 0; c < offer.reads.length; c++) {
      boolean inKey = c < keySize;
      code.place(inKey ? key : value, inKey ? c : c - keySize);
      code.load(offer.reads[c], offer.constants[c]);
      code.operation(StretchCode.DASTORE);
    }
    code.local(StretchCode.ALOAD, head);
    code.ownNumber(offer.number);
    code.invoke(type, "offer", "(I)V");
  }

  private void attend(Expression.Attend attend) throws IOException {
    Class<? extends HeadState> type = HeadState.type(attend.plan);
    int head = code.head(attend.plan.index, type);
    int known = 0; // components of the answer
    if (attend.isOfFewNumbers()) {
      code.local(StretchCode.ALOAD, head);
      code.ownNumber(attend.number);
      code.invoke(type, "ask", "(I)D");
      code.store(attend.writes[0]);
      known = 1;
    } else if (attend.isOfKnownFlags()) {
      code.local(StretchCode.ALOAD, head);
      code.ownNumber(attend.plan.queryFlags.id(attend.flags()));
      for (int c : attend.pairs()) {
        code.load(attend.reads[c], attend.constants[c]);
      }
      code.invoke(type, attend.isWithoutWrites() ? "ask" : "attend", "(IDDDD)V");
    } else {
      int query = code.array(head, "query");
      for (int c = 0; c < attend.reads.length; c++) {
        code.place(query, c);
        code.load(attend.reads[c], attend.constants[c]);
        code.operation(StretchCode.DASTORE);
      }
      code.local(StretchCode.ALOAD, head);
      code.ownNumber(attend.number);
      code.invoke(type, "attend", "(I)V");
    }
    if (known == attend.writes.length) {
      return;
    }
    int mixed = code.array(head, "mixed");
    for (int c = known; c < attend.writes.length; c++) {
      if (attend.writes[c] >= 0) {
        code.place(mixed, c);
        code.operation(StretchCode.DALOAD);
        code.store(attend.writes[c]);
      }
    }
  }
}
