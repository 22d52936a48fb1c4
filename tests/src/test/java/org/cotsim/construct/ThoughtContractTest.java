package org.cotsim.construct;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;

/** Reachability by continuous thoughts keeps the contract of all constructions. */
class ThoughtContractTest {

  @TestFactory
  Stream<DynamicContainer> thoughtsKeepTheContract() {
    return ThoughtSubject.matrix();
  }
}
