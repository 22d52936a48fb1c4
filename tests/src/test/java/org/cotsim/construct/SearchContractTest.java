package org.cotsim.construct;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;

/** Reachability by breadth-first search keeps the contract of all constructions. */
class SearchContractTest {

  @TestFactory
  Stream<DynamicContainer> searchesKeepTheContract() {
    return SearchSubject.matrix();
  }
}
