package org.cotsim.construct;

import java.util.stream.Stream;
import org.cotsim.languages.catalogue.Catalogue;
import org.cotsim.languages.catalogue.RegularEntry;
import org.cotsim.languages.catalogue.TuringEntry;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;

class CatalogueConstructionTest {

  @TestFactory
  Stream<DynamicContainer> everyRegularEntryKeepsTheContract() {
    return RegularContract.matrix(
        Catalogue.entries().stream()
            .filter(RegularEntry.class::isInstance)
            .map(RegularEntry.class::cast)
            .map(RegularSubject::of));
  }

  @TestFactory
  Stream<DynamicContainer> machinesWhoseChainForgetsKeepTheContract() {
    return TuringSubject.forgetting(
        Catalogue.entries().stream()
            .filter(TuringEntry.class::isInstance)
            .map(TuringEntry.class::cast));
  }

  @TestFactory
  Stream<DynamicContainer> everyMachineKeepsTheContract() {
    return TuringSubject.matrix(
        Catalogue.entries().stream()
            .filter(TuringEntry.class::isInstance)
            .map(TuringEntry.class::cast));
  }
}
