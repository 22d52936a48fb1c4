package org.cotsim.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class JsonTest {

  private record Point(double x, Double y) {}

  @Test
  void aFigureThatIsNoNumberIsNull() {
    List<Object> values =
        List.of(Double.NaN, Double.POSITIVE_INFINITY, 1.5, new Point(Double.NaN, 2.0));
    assertThat(Json.of(values).replaceAll("\\s", ""))
        .isEqualTo("[null,null,1.5,{\"x\":null,\"y\":2.0}]");
  }
}
