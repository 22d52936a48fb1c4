package org.cotsim.simulator.execute.indexed.step;

import java.lang.invoke.MethodHandles;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The hidden classes of a model's stretches: those that differ in numbers of registers and heads
 * alone share one, so that the virtual machine compiles it once; and when the model's programs
 * become faster. Safe between threads.
 */
final class StretchClasses {

  final WarmUp warmUp;
  private final Map<ByteBuffer, Class<?>> known = new HashMap<>(); // by class file
  private final Map<List<Object>, Stretch> made = new HashMap<>(); // by class and numbers
  private final Map<List<Instruction>, Instruction> blocks = new HashMap<>();

  StretchClasses(WarmUp warmUp) {
    this.warmUp = warmUp;
  }

  /** A stretch of code from a class file, on registers and heads of these numbers. */
  synchronized Stretch make(byte[] file, int[] numbers) throws ReflectiveOperationException {
    Class<?> type = known.get(ByteBuffer.wrap(file));
    if (type == null) {
      type = MethodHandles.lookup().defineHiddenClass(file, true).lookupClass();
      known.put(ByteBuffer.wrap(file), type);
    }
    List<Object> key = List.of(type, IntBuffer.wrap(numbers));
    Stretch stretch = made.get(key);
    if (stretch == null) {
      stretch = (Stretch) type.getDeclaredConstructor().newInstance();
      stretch.numbers = numbers;
      made.put(key, stretch);
    }
    return stretch;
  }

  /** Instructions as one, which is the same for the same instructions. */
  synchronized Instruction block(List<Instruction> instructions) {
    return instructions.size() == 1
        ? instructions.get(0)
        : blocks.computeIfAbsent(List.copyOf(instructions), Block::new);
  }
}
