package org.cotsim.benchmarks.experiment.grade;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * What was found in a file of completions.
 *
 * @param command the command that finds it again
 * @param problem the name
 * @param summary what the problem asks
 * @param form of the file, in a few words
 * @param all every completion of the problem, also those that cannot be read
 * @param rightOnWrong how many have the right answer on a wrong chain
 * @param unanswered how many have no answer, and can be read otherwise
 * @param unreadable how many cannot be read
 * @param unknownWords how many have a word in the chain that is no token
 * @param firstWrong how many chains are first wrong at each step
 * @param wrongSteps the same with what was expected and found, the most frequent first; of many
 *     different ones not all
 * @param byLength by the length of the input
 * @param byBudget by the intermediate tokens allowed
 * @param byClass by the right answer
 * @param tolerated how many were spelled otherwise, and where that was seen first
 * @param examples of what cannot be read or is no token, one sentence with a place each
 * @param passedOver what was not graded, and how often
 * @param labelled how many say which step is the first wrong one
 * @param agreeing how many of these say what was found
 * @param transcripts some completions, the wrong ones first
 */
public record GradeResult(
    String command,
    String problem,
    String summary,
    String form,
    GradeRow all,
    long rightOnWrong,
    long unanswered,
    long unreadable,
    long unknownWords,
    SortedMap<Integer, Long> firstWrong,
    List<CountedStep> wrongSteps,
    List<GradeRow> byLength,
    List<GradeRow> byBudget,
    List<GradeRow> byClass,
    Map<Tolerance, Tolerated> tolerated,
    List<String> examples,
    Map<String, Long> passedOver,
    long labelled,
    long agreeing,
    List<Graded> transcripts) {

  /** A first wrong step, and how many chains have it. */
  public record CountedStep(WrongStep wrong, long count) {}

  /** How many were tolerated, and the place of the first. */
  public record Tolerated(long count, String first) {}

  /** The chains whose first wrong step is none of {@link #wrongSteps} or beyond the first some. */
  public long wrongBeyond(int shown) {
    long all = firstWrong.values().stream().mapToLong(Long::longValue).sum();
    return all - wrongSteps.stream().limit(shown).mapToLong(CountedStep::count).sum();
  }

  /** Every row, all completions first. */
  public List<GradeRow> rows() {
    return Stream.of(List.of(all), byLength, byBudget, byClass).flatMap(List::stream).toList();
  }
}
