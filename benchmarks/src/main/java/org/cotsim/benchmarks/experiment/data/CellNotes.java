package org.cotsim.benchmarks.experiment.data;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cotsim.benchmarks.problem.AllInputs;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.Problem;

/** What is to be said of the inputs of one problem at one length. */
record CellNotes(Problem<?> problem, int n) {

  /** Refuses inputs of another length where a length decides about the part. */
  void requireLength(Splits splits, int length) throws ExperimentException {
    if (splits.testLengths().contains(n) && !splits.testLengths().contains(length)) {
      throw new ExperimentException(
          "--test-lengths %d: inputs drawn for this length have length %d; ask for that"
              .formatted(n, length));
    }
  }

  /** The sentences for these numbers of examples in the parts, and of those accepted. */
  List<String> of(
      DataRequest request, Map<Split, Long> examples, Map<Split, Long> accepted, long corrupted) {
    List<String> notes = new ArrayList<>(oneSided(examples, accepted));
    if (request.corrupted() > 0 && corrupted == 0) {
      notes.add(
          "%s, n = %d: no chain goes wrong; examples without a chain cannot, and those with one are few"
              .formatted(problem.name(), n));
    }
    List<String> empty = new ArrayList<>();
    for (Split split : Split.values()) {
      if (request.splits().wants(split, n) && !examples.containsKey(split)) {
        empty.add(split.toString());
      }
    }
    if (!empty.isEmpty()) {
      notes.add(
          "%s, n = %d: the inputs drawn are too few or too alike to be split: none is for %s"
              .formatted(problem.name(), n, String.join(" or ", empty)));
    }
    Optional<BigInteger> count =
        problem instanceof AllInputs<?> all ? all.count(n) : Optional.empty();
    if (count.isPresent() && count.get().compareTo(BigInteger.valueOf(request.samples())) < 0) {
      notes.add(
          "%s, n = %d: %s inputs exist, so some of the %d samples are there more than once"
              .formatted(problem.name(), n, count.get(), request.samples()));
    }
    return notes;
  }

  /** The parts with examples of one answer only, where others have both. */
  private List<String> oneSided(Map<Split, Long> examples, Map<Split, Long> accepted) {
    List<String> notes = new ArrayList<>();
    long all = examples.values().stream().mapToLong(Long::longValue).sum();
    long allAccepted = accepted.values().stream().mapToLong(Long::longValue).sum();
    if (allAccepted == 0 || allAccepted == all) {
      return notes;
    }
    for (Split split : Split.values()) {
      long some = examples.getOrDefault(split, 0L);
      long right = accepted.getOrDefault(split, 0L);
      if (some > 0 && (right == 0 || right == some)) {
        notes.add(
            "%s, n = %d: no input in %s is %s; too few different ones were drawn"
                .formatted(problem.name(), n, split, right == 0 ? "accepted" : "rejected"));
      }
    }
    return notes;
  }
}
