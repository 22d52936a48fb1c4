package org.cotsim.construct;

import java.util.stream.Stream;
import org.cotsim.languages.catalogue.Catalogue;
import org.cotsim.languages.catalogue.RegularEntry;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;

class CatalogueConstructionTest {

  @TestFactory
  Stream<DynamicContainer> everyEntryKeepsTheContract() {
    return RegularContract.matrix(
        Catalogue.entries().stream().map(RegularEntry.class::cast).map(RegularSubject::of));
  }
}
