package org.cotsim.benchmarks.experiment.learn;

import de.learnlib.oracle.MembershipOracle;
import de.learnlib.query.Query;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cotsim.benchmarks.experiment.Progress;
import org.cotsim.benchmarks.problem.ExperimentException;

/** Answers LearnLib from a decoder, which is asked every word once. */
final class Asked implements MembershipOracle<String, Boolean> {

  private final Subject subject;
  private final Progress progress;
  private final Map<List<String>, Boolean> known = new HashMap<>();
  private long queries;
  private int longest;

  Asked(Subject subject, Progress progress) {
    this.subject = subject;
    this.progress = progress;
  }

  /** What goes through LearnLib, which knows no checked exceptions. */
  static final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient ExperimentException reason;

    Failure(ExperimentException reason) {
      super(reason);
      this.reason = reason;
    }

    ExperimentException reason() {
      return reason;
    }
  }

  @Override
  public void processQueries(Collection<? extends Query<String, Boolean>> asked) {
    List<List<String>> words = new ArrayList<>();
    asked.forEach(query -> words.add(query.getInput().asList()));
    queries += asked.size();
    try {
      List<Boolean> answers = answers(words);
      int i = 0;
      for (Query<String, Boolean> query : asked) {
        query.answer(answers.get(i++));
      }
    } catch (ExperimentException e) {
      throw new Failure(e);
    }
  }

  /** The answers to words, in their order; not counted as queries. */
  List<Boolean> answers(List<List<String>> words) throws ExperimentException {
    Set<List<String>> unknown = new LinkedHashSet<>();
    for (List<String> word : words) {
      if (!known.containsKey(word)) {
        unknown.add(List.copyOf(word));
      }
    }
    List<List<String>> distinct = List.copyOf(unknown);
    List<Boolean> answers = subject.accepts(distinct);
    for (int i = 0; i < distinct.size(); i++) {
      known.put(distinct.get(i), answers.get(i));
      longest = Math.max(longest, distinct.get(i).size());
    }
    progress.done(distinct.size());
    return words.stream().map(known::get).toList();
  }

  /** How often the learner asked. */
  long queries() {
    return queries;
  }

  /** How many different words the decoder answered. */
  int words() {
    return known.size();
  }

  /** The length of the longest of them. */
  int longest() {
    return longest;
  }
}
