package org.cotsim.simulator.assemble;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.cotsim.simulator.model.Mask;

/**
 * The sum modulo p of a number at every position so far, where positions are embedded.
 *
 * <p>A {@link ModularCount} over n positions has a gap of order n^-2. By their digits positions are
 * cut into blocks of 2^b: the sum within the own block is a count up to 2^b only, the remainders at
 * the ends of earlier blocks are summed by blocks of 2^2b in the same way, and so on. With k levels
 * the gap is of order n^(-2/k), which any arithmetic can be made to hold. Cost: two layers a level,
 * p heads each, and where there is more than one level the total is known one layer later.
 */
public final class BlockSum {

  private static final double GAP = 2; // between agreement in all digits and in all but one

  private final TransformerAssembler assembler;
  private final EmbeddedPositions positions;
  private final int modulus;
  private final String name;
  private final LinearForm isStart;
  private Subspace mean; // of the level: S/m and 1/m
  private List<Subspace> found = List.of(); // of the level, by remainder
  private Subspace total; // one-hot, of all levels so far

  /**
   * A sum.
   *
   * @param name that no other one has
   * @param isStart 1 at the start token, else 0, as a form over the residual stream
   */
  public BlockSum(
      TransformerAssembler assembler,
      EmbeddedPositions positions,
      int modulus,
      String name,
      LinearForm isStart) {
    this.assembler = assembler;
    this.positions = positions;
    this.modulus = modulus;
    this.name = name;
    this.isStart = isStart;
  }

  /** The levels of blocks; each takes a layer of {@link #addMean} and one of the remainders. */
  public int levels() {
    return positions.levels();
  }

  private String label(int level) {
    return name + (levels() == 1 ? "" : ", blocks " + (level + 1));
  }

  /**
   * Adds the head that averages in the own block.
   *
   * @param number 0 to p - 1, and 0 at the start token
   * @param start 1 at the start token, else 0
   */
  public void addMean(LayerAssembler layer, int level, LinearForm number, LinearForm start) {
    SublayerInput input = layer.attention();
    mean =
        assembler.stream()
            .declare(label(level), 2, "S/m and 1/m, for the sum S of the m numbers of the block");
    int within = positions.digitsWithin(level);
    int below = level == 0 ? 0 : positions.digitsWithin(level - 1);
    List<LinearForm> query = new ArrayList<>(List.of(input.constant(1)));
    List<LinearForm> key = new ArrayList<>();
    int above = positions.digits() - within;
    LinearForm offers = start.times(above + 2.0 * below);
    if (above + below > 0) {
      List<LinearForm> signs = positions.signs(input);
      for (LinearForm sign : signs.subList(0, below)) {
        offers = offers.plus(sign).plus(-1);
      }
      key.add(offers);
      for (LinearForm sign : signs.subList(within, positions.digits())) {
        query.add(sign);
        key.add(sign.plus(start));
      }
    } else {
      key.add(input.constant(0));
    }
    LinearForm value = level == 0 ? number : totalNumber(input);
    layer.head(
        new Blueprint.Note(label(level), words(level)),
        query,
        key,
        List.of(value, start),
        mean,
        GAP / 2,
        level == 0 ? Mask.CAUSAL : Mask.STRICT);
  }

  private Phrase words(int level) {
    if (levels() == 1) {
      return Phrase.of(
          "averages what is summed modulo {modulus} over all positions so far", "modulus", modulus);
    }
    return level == 0
        ? Phrase.of(
            "averages what is summed modulo {modulus} over the own block", "modulus", modulus)
        : Phrase.of(
            "averages the remainders at the ends of the earlier blocks of level {level}",
            "level",
            level);
  }

  private LinearForm totalNumber(SublayerInput input) {
    LinearForm sum = input.constant(0);
    for (int r = 1; r < modulus; r++) {
      sum = sum.plus(input.readOneHot(total).at(r).times(r));
    }
    return sum;
  }

  /**
   * Adds the heads that find the remainder of the block's sum, and the table that adds it to those
   * of the levels before.
   */
  public void addRemainders(LayerAssembler layer, int level, LinearForm start) {
    SublayerInput input = layer.attention();
    List<Subspace> remainders = new ArrayList<>();
    for (int r = 0; r < modulus; r++) {
      String one = label(level) + " is " + r;
      Subspace target =
          assembler.stream()
              .declareOneHot(
                  one,
                  Wording.NO_YES,
                  Phrase.of(
                      "whether the sum is {remainder} modulo {modulus}",
                      "remainder",
                      r,
                      "modulus",
                      modulus));
      positions
          .count(modulus, r)
          .addTo(
              layer,
              new Blueprint.Note(
                  one,
                  Phrase.of(
                      "equal: looks for a position whose multiple of {modulus} the sum would be",
                      "modulus",
                      modulus)),
              assembler.stream().at(mean, 0),
              assembler.stream().at(mean, 1),
              positions.offer(isStart),
              positions.offered(input),
              start,
              target);
      remainders.add(target);
    }
    found = remainders;
    if (levels() > 1) {
      addTotal(layer, level);
    }
  }

  private void addTotal(LayerAssembler layer, int level) {
    Subspace before = total;
    total =
        assembler.stream()
            .declareOneHot(
                "total " + label(level),
                IntStream.range(0, modulus).mapToObj(Integer::toString).toList(),
                Phrase.of(
                    "the sum modulo {modulus} from the start of this level's block on",
                    "modulus",
                    modulus));
    SublayerInput input = layer.feedForward();
    LookUpTable table = new LookUpTable(layer, total.name(), "adds the remainders of the levels");
    for (int r = 0; r < modulus; r++) {
      LinearForm own = input.readOneHot(found.get(r)).at(1);
      if (level == 0) {
        table.entry(List.of(own), total, r);
        continue;
      }
      for (int s = 0; s < modulus; s++) {
        table.entry(List.of(input.readOneHot(before).at(s), own), total, (s + r) % modulus);
      }
    }
  }

  /** Whether the sum of all numbers so far leaves this remainder. */
  public LinearForm is(SublayerInput input, int remainder) {
    return levels() == 1
        ? input.readOneHot(found.get(remainder)).at(1)
        : input.readOneHot(total).at(remainder);
  }

  /** What averaging in blocks relies on; scores of exact signs have no rounding error. */
  static ScoreClaim meanClaim(EmbeddedPositions positions, RoundingError errors) {
    double terms = 8.0 * positions.digits() + 8;
    double noise = errors.flag() == 0 ? 0 : terms * (errors.flag() + errors.operations(terms));
    return new ScoreClaim("mean in a block", GAP, noise, GAP / 2);
  }
}
