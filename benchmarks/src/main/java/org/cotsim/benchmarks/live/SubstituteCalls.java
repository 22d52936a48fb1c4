package org.cotsim.benchmarks.live;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.teavm.model.BasicBlock;
import org.teavm.model.ClassHolder;
import org.teavm.model.ClassHolderTransformer;
import org.teavm.model.ClassHolderTransformerContext;
import org.teavm.model.Instruction;
import org.teavm.model.MethodHolder;
import org.teavm.model.MethodReference;
import org.teavm.model.Variable;
import org.teavm.model.instructions.InvocationType;
import org.teavm.model.instructions.InvokeInstruction;

/**
 * Makes the compiler to JavaScript call {@link JavaNumbers}, {@link JavaText} and {@link
 * JavaLibrary} where its own class library lacks a method or computes something else than Java.
 */
public final class SubstituteCalls implements ClassHolderTransformer {

  private static final List<Class<?>> SUBSTITUTES =
      List.of(JavaNumbers.class, JavaText.class, JavaLibrary.class);

  private final Map<MethodReference, MethodReference> instead = new HashMap<>();

  /**
   * Finds what is substituted.
   *
   * @throws IllegalStateException if a substitute is for a method that Java does not have
   */
  public SubstituteCalls() {
    for (Class<?> substitutes : SUBSTITUTES) {
      for (Method method : substitutes.getDeclaredMethods()) {
        InsteadOf marked = method.getAnnotation(InsteadOf.class);
        if (marked != null) {
          instead.put(replaced(marked.value(), method), MethodReference.parse(method));
        }
      }
    }
  }

  private static MethodReference replaced(Class<?> owner, Method substitute) {
    Class<?>[] all = substitute.getParameterTypes();
    for (Method method : owner.getMethods()) {
      Class<?>[] own =
          Modifier.isStatic(method.getModifiers()) ? all : Arrays.copyOfRange(all, 1, all.length);
      if (method.getName().equals(substitute.getName())
          && Arrays.equals(method.getParameterTypes(), own)) {
        return MethodReference.parse(method);
      }
    }
    throw new IllegalStateException(owner + " has no such method: " + substitute);
  }

  @Override
  public void transformClass(ClassHolder type, ClassHolderTransformerContext context) {
    if (SUBSTITUTES.stream().anyMatch(one -> one.getName().equals(type.getName()))) {
      return;
    }
    for (MethodHolder method : type.getMethods()) {
      if (method.getProgram() != null) {
        for (BasicBlock block : method.getProgram().getBasicBlocks()) {
          block.forEach(this::transform);
        }
      }
    }
  }

  private void transform(Instruction instruction) {
    if (instruction instanceof InvokeInstruction call && instead.containsKey(call.getMethod())) {
      Variable[] arguments = call.getArguments().toArray(Variable[]::new);
      if (call.getInstance() != null) {
        Variable[] more = new Variable[arguments.length + 1];
        more[0] = call.getInstance();
        System.arraycopy(arguments, 0, more, 1, arguments.length);
        arguments = more;
      }
      call.setMethod(instead.get(call.getMethod()));
      call.setType(InvocationType.SPECIAL);
      call.setInstance(null);
      call.setArguments(arguments);
    }
  }
}
