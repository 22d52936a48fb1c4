package org.cotsim.construct;

import java.util.List;
import java.util.stream.Stream;
import org.cotsim.languages.catalogue.Catalogue;
import org.cotsim.languages.catalogue.RegularEntry;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract, for every language of the catalogue. */
@ParameterizedClass(name = "{0}")
@MethodSource("cells")
class CatalogueConstructionTest extends RegularContract {

  CatalogueConstructionTest(Cell<List<String>> cell) {
    super(cell);
  }

  static Stream<Cell<List<String>>> cells() {
    return cells(
        Catalogue.entries().stream().map(RegularEntry.class::cast).map(RegularSubject::of));
  }
}
