package org.cotsim.benchmarks.experiment.trained;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.cotsim.benchmarks.experiment.OwnExecutor;
import org.cotsim.benchmarks.problem.DrawnMachine;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.benchmarks.problem.TemperatureBound;
import org.cotsim.benchmarks.problem.VocabularyByInput;
import org.cotsim.benchmarks.problem.WaysToBuild;
import org.cotsim.simulator.construct.Construction;
import org.cotsim.simulator.execute.Executor;

/**
 * A problem that a model answers.
 *
 * <p>It can do what the problem can do, whatever that is, so it is a proxy: what concerns the
 * decoder is the model's, all else the problem's own.
 */
final class TrainedProblem {

  /** What is about the decoders that are built here. */
  private static final Set<Class<?>> OF_BUILT =
      Set.of(
          WaysToBuild.class, VocabularyByInput.class, TemperatureBound.class, DrawnMachine.class);

  private TrainedProblem() {}

  /**
   * What answers.
   *
   * @param way its file as the person named it
   * @param origin the file and its form
   */
  record Decoder<I>(String way, String origin, Construction<I> construction, Executor executor) {}

  /** The problem, answered by a decoder. */
  @SuppressWarnings("unchecked") // a proxy has all interfaces that it is made with
  static <I> OwnExecutor<I> of(Problem<I> problem, Decoder<I> decoder) {
    String subject = WaysToBuild.subject(problem);
    Map<String, Supplier<Object>> own =
        Map.of(
            "name", () -> subject + " by " + decoder.way(),
            "subject", () -> subject,
            "way", decoder::way,
            "origin", decoder::origin,
            "executor", decoder::executor,
            "construction", decoder::construction,
            "build", decoder::construction,
            "toString", () -> subject + " by " + decoder.way());
    InvocationHandler handler =
        (proxy, method, arguments) -> {
          if (method.getDeclaringClass() == Object.class && method.getName().equals("equals")) {
            return proxy == arguments[0];
          }
          Supplier<Object> answer = own.get(method.getName());
          return answer == null ? invoke(problem, method, arguments) : answer.get();
        };
    return (OwnExecutor<I>)
        Proxy.newProxyInstance(TrainedProblem.class.getClassLoader(), interfaces(problem), handler);
  }

  private static Object invoke(Object problem, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(problem, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static Class<?>[] interfaces(Problem<?> problem) {
    Set<Class<?>> all = new LinkedHashSet<>();
    all.add(OwnExecutor.class);
    List<Class<?>> waiting = new ArrayList<>(List.of(problem.getClass()));
    while (!waiting.isEmpty()) {
      Class<?> type = waiting.remove(0);
      List<Class<?>> above = Arrays.asList(type.getInterfaces());
      above.stream().filter(one -> !OF_BUILT.contains(one)).forEach(waiting::add);
      if (type.isInterface()) {
        all.add(type);
      } else if (type.getSuperclass() != null) {
        waiting.add(type.getSuperclass());
      }
    }
    return all.toArray(Class<?>[]::new);
  }
}
