package org.cotsim.construct;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.benchmarks.problem.Problems;
import org.cotsim.languages.input.InputException;
import org.cotsim.simulator.construct.ConstructionOptions;
import org.cotsim.simulator.construct.ConstructionOptions.Norms;
import org.cotsim.simulator.construct.Extent;
import org.cotsim.simulator.construct.NotCertifiedException;
import org.cotsim.simulator.model.Layer;
import org.cotsim.simulator.model.Norm;
import org.cotsim.simulator.model.Transformer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProjectedNormsTest {

  /** k layers for a sublayer of k projections, one more if a projection may be zero, and itself. */
  @ParameterizedTest
  @CsvSource({"parity, 2, 8", "palindrome-2tape, 4, 52"})
  void everySublayerReadsOneProjection(String name, int before, int after)
      throws InputException, ExperimentException, NotCertifiedException {
    Problem<?> problem = Problems.find(name, Optional.empty(), 1000);
    Transformer multi = model(problem, Norms.MULTI);
    Transformer projected = model(problem, Norms.PROJECTED);
    assertThat(multi.layers()).hasSize(before);
    assertThat(projected.layers()).hasSize(after);
    assertThat(projected.heads()).isEqualTo(multi.heads());
    for (Layer layer : projected.layers()) {
      for (Norm norm : List.of(layer.attention().norm(), layer.feedForward().norm())) {
        assertThat(norm).isNotInstanceOf(Norm.Multi.class);
      }
    }
  }

  private static Transformer model(Problem<?> problem, Norms norms)
      throws ExperimentException, NotCertifiedException {
    ConstructionOptions options = ConstructionOptions.defaults().withNorms(norms);
    return problem.construction(options).compile(Extent.of(16)).model();
  }
}
