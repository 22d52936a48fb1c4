package org.cotsim.benchmarks.experiment.divergence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cotsim.benchmarks.experiment.divergence.DivergenceRun.End;
import org.cotsim.simulator.assemble.Assembly;
import org.cotsim.simulator.execute.enclosure.EnclosedSequence;
import org.cotsim.simulator.execute.enclosure.EnclosedSequence.Choice;
import org.cotsim.simulator.execute.enclosure.Margin;
import org.cotsim.simulator.model.Arithmetic;
import org.cotsim.simulator.model.Transformer;

/** Decodes a prompt as long as every token is certain, from gaps and noise. */
final class CertainRun {

  private static final int OUTPUT = -1;

  private final Assembly assembly;
  private final Transformer model;
  private final EnclosedSequence enclosed;
  private final Map<List<Integer>, Comparison> tightest = new TreeMap<>(CertainRun::order);
  private Optional<Comparison> openHead = Optional.empty();
  private Optional<Comparison> doubt = Optional.empty();
  private int tokens;
  private End end = End.LIMIT;

  CertainRun(Assembly assembly, List<Arithmetic> arithmetics) {
    this.assembly = assembly;
    this.model = assembly.model();
    this.enclosed = new EnclosedSequence(model, arithmetics);
  }

  private static int order(List<Integer> one, List<Integer> other) {
    int layers = Integer.compareUnsigned(one.get(0), other.get(0)); // the output last
    return layers != 0 ? layers : Integer.compare(one.get(1), other.get(1));
  }

  int tokens() {
    return tokens;
  }

  End end() {
    return end;
  }

  Optional<Comparison> doubt() {
    return doubt;
  }

  Optional<Comparison> openHead() {
    return openHead;
  }

  List<Comparison> tightest() {
    return new ArrayList<>(tightest.values());
  }

  void run(int[] prompt, int most) {
    for (int token : prompt) {
      append(token);
    }
    while (tokens < most) {
      Choice choice = enclosed.choose(model.vocabulary().all());
      Place place = Place.output(enclosed.length() - 1);
      if (!choice.isCertain()) {
        doubt = Optional.of(new Comparison(place, choice.margin()));
        end = End.DOUBT;
        return;
      }
      keep(OUTPUT, 0, new Comparison(place, choice.margin()));
      tokens++;
      if (SeenRun.isEnd(model, choice.token())) {
        end = End.ENDED;
        return;
      }
      if (tokens < most) {
        append(choice.token());
      }
    }
  }

  private void append(int token) {
    enclosed.append(token);
    int position = enclosed.length() - 1;
    List<List<Margin>> margins = enclosed.margins();
    for (int layer = 0; layer < margins.size(); layer++) {
      for (int head = 0; head < margins.get(layer).size(); head++) {
        Margin margin = margins.get(layer).get(head);
        Comparison comparison =
            new Comparison(Place.head(assembly.blueprint(), layer, head, position), margin);
        if (openHead.isEmpty() && !margin.holds()) {
          openHead = Optional.of(comparison);
        }
        if (openHead.isEmpty()) {
          keep(layer, head, comparison);
        }
      }
    }
  }

  private void keep(int layer, int head, Comparison comparison) {
    tightest.merge(
        List.of(layer, head),
        comparison,
        (old, fresh) -> fresh.margin().tightness() > old.margin().tightness() ? fresh : old);
  }
}
