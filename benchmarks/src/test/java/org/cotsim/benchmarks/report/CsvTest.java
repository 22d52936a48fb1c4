package org.cotsim.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTest {

  @Test
  void noCellIsTakenForAFormula() {
    assertThat(
            Csv.of(
                List.of("a", "b", "c"),
                List.of(List.of("=1+2", "+n", "-n"), List.of("@x", "n-1", -5))))
        .isEqualTo("a,b,c\n'=1+2,'+n,'-n\n'@x,n-1,-5\n");
  }
}
