package org.cotsim.benchmarks.experiment.grade;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cotsim.benchmarks.experiment.grade.GradeResult.CountedStep;
import org.cotsim.benchmarks.experiment.grade.GradeResult.Tolerated;

/** Counts graded completions; memory grows with the lengths and budgets, not with the file. */
public final class GradeTally {

  private static final int MOST_STEPS = 10_000; // different ones that are told apart
  private static final int SHOWN_STEPS = 100;
  private static final int MOST_EXAMPLES = 20;
  private static final int MOST_TRANSCRIPTS = 20; // of each kind

  private GradeRow all = new GradeRow("all", "", 0, 0, 0);
  private long rightOnWrong;
  private long unanswered;
  private long unreadable;
  private long unknownWords;
  private long labelled;
  private long agreeing;
  private final TreeMap<Integer, Long> firstWrong = new TreeMap<>();
  private final Map<WrongStep, Long> wrongSteps = new HashMap<>();
  private final Map<Long, GradeRow> byLength = new TreeMap<>();
  private final Map<Long, GradeRow> byBudget = new TreeMap<>();
  private final Map<String, GradeRow> byClass = new TreeMap<>();
  private final Map<Tolerance, Tolerated> tolerated = new TreeMap<>();
  private final List<String> examples = new ArrayList<>();
  private final Map<String, Long> passedOver = new LinkedHashMap<>();
  private final TreeMap<Integer, List<Graded>> transcripts = new TreeMap<>();

  /** Counts one. */
  public void add(Graded one) {
    Transcript said = one.said();
    all = all.plus(one);
    add(byLength, "length", (long) one.n(), one);
    add(byBudget, "budget", one.budget(), one);
    add(byClass, "class", one.answerClass(), one);
    rightOnWrong += one.answerRight() && !one.chainRight() ? 1 : 0;
    labelled += one.labelled() ? 1 : 0;
    agreeing += one.labelled() && one.agrees() ? 1 : 0;
    if (said.unknown().isPresent()) {
      unknownWords++;
      example(one.place() + ": no token, so a wrong step: " + Fields.quoted(said.unknown().get()));
    }
    if (said.unreadable().isPresent()) {
      unreadable++;
      example(one.place() + ": unreadable: " + said.unreadable().get());
    } else if (said.answer().isEmpty()) {
      unanswered++;
    }
    if (one.labelled() && !one.agrees()) {
      example(
          one.place()
              + ": the file names another first wrong step; found "
              + one.wrong().map(wrong -> "step " + wrong.step()).orElse("none"));
    }
    one.wrong().ifPresent(this::add);
    for (Tolerance tolerance : said.tolerated()) {
      tolerated.merge(
          tolerance,
          new Tolerated(1, one.place().toString()),
          (before, more) -> new Tolerated(before.count() + 1, before.first()));
    }
    keep(one);
  }

  private static <K> void add(Map<K, GradeRow> rows, String group, K value, Graded one) {
    GradeRow before = rows.getOrDefault(value, new GradeRow(group, value.toString(), 0, 0, 0));
    rows.put(value, before.plus(one));
  }

  private void add(WrongStep wrong) {
    firstWrong.merge(wrong.step(), 1L, Long::sum);
    if (wrongSteps.size() < MOST_STEPS || wrongSteps.containsKey(wrong)) {
      wrongSteps.merge(wrong, 1L, Long::sum);
    }
  }

  private void example(String sentence) {
    if (examples.size() < MOST_EXAMPLES) {
      examples.add(sentence);
    }
  }

  /** Keeps some of each kind: right answers on wrong chains, wrong ones, unreadable, right ones. */
  private void keep(Graded one) {
    int kind = one.said().unreadable().isPresent() ? 2 : one.chainRight() ? 3 : 1;
    List<Graded> kept =
        transcripts.computeIfAbsent(
            kind == 1 && one.answerRight() ? 0 : kind, none -> new ArrayList<>());
    if (kept.size() < MOST_TRANSCRIPTS) {
      kept.add(one);
    }
  }

  /** Notes what is not graded. */
  public void passOver(String what, long count) {
    passedOver.merge(what, count, Long::sum);
  }

  /** What was found. */
  public GradeResult result(String command, String problem, String summary, String form) {
    List<CountedStep> steps =
        wrongSteps.entrySet().stream()
            .map(entry -> new CountedStep(entry.getKey(), entry.getValue()))
            .sorted(
                Comparator.comparingLong(CountedStep::count)
                    .reversed()
                    .thenComparing(counted -> counted.wrong().step())
                    .thenComparing(counted -> counted.wrong().expected())
                    .thenComparing(counted -> counted.wrong().found()))
            .limit(SHOWN_STEPS)
            .toList();
    return new GradeResult(
        command,
        problem,
        summary,
        form,
        all,
        rightOnWrong,
        unanswered,
        unreadable,
        unknownWords,
        firstWrong,
        steps,
        List.copyOf(byLength.values()),
        List.copyOf(byBudget.values()),
        List.copyOf(byClass.values()),
        tolerated,
        List.copyOf(examples),
        passedOver,
        labelled,
        agreeing,
        transcripts.values().stream().flatMap(List::stream).toList());
  }

  /** How many were graded so far. */
  public long graded() {
    return all.graded();
  }
}
