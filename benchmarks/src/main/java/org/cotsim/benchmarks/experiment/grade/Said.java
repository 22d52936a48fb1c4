package org.cotsim.benchmarks.experiment.grade;

import java.util.List;
import java.util.Optional;

/** What a model said, as it stands in a file. */
public sealed interface Said {

  /** One text with chain and answer in it. */
  record Text(String text) implements Said {}

  /**
   * Chain and answer apart.
   *
   * @param chain a token each
   */
  record Tokens(List<String> chain, Optional<String> answer) implements Said {
    public Tokens {
      chain = List.copyOf(chain);
    }
  }

  /** The numbers of tokens. */
  record Ids(List<Integer> chain, List<Integer> answer) implements Said {
    public Ids {
      chain = List.copyOf(chain);
      answer = List.copyOf(answer);
    }
  }

  /**
   * Nothing that could be read.
   *
   * @param why in a few words
   */
  record Nothing(String why) implements Said {}
}
