package org.cotsim.benchmarks.problem.hops;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.benchmarks.problem.ProblemKind;
import org.cotsim.benchmarks.problem.ProblemText;
import org.cotsim.languages.hops.HopCount;
import org.cotsim.languages.input.InputException;

/** Following a function: {@code hops-K} for a number K or a function of the number of points. */
public final class HopKind implements ProblemKind {

  @Override
  public String plural() {
    return "hops";
  }

  @Override
  public Class<HopProblem> problems() {
    return HopProblem.class;
  }

  @Override
  public Optional<Problem<?>> find(ProblemText text) throws InputException {
    if (text.file().isPresent()) {
      return Optional.empty();
    }
    Optional<String> hops = text.after(HopProblem.PREFIX);
    if (hops.isEmpty()) {
      return Optional.empty();
    }
    text.withoutAlphabet();
    return Optional.of(HopProblem.of(HopCount.parse(text.text(), hops.get())));
  }

  @Override
  public List<String> names() {
    return Stream.concat(Stream.of("1"), HopCount.functions().stream())
        .map(hops -> HopProblem.PREFIX + hops)
        .toList();
  }

  @Override
  public Growth growth(String name) {
    return name.endsWith("sqrt") || name.endsWith("half") ? Growth.LINEAR : Growth.LOGARITHMIC;
  }

  @Override
  public String citation(String name) {
    return "S. A. Cook, P. McKenzie, Problems complete for deterministic logarithmic space, 1987";
  }
}
