package org.cotsim.simulator.construct.turing;

import java.util.ArrayList;
import java.util.List;
import org.cotsim.languages.turing.TuringMachine;
import org.cotsim.simulator.assemble.CountComparison;
import org.cotsim.simulator.assemble.Gate;
import org.cotsim.simulator.assemble.LayerAssembler;
import org.cotsim.simulator.assemble.LinearForm;
import org.cotsim.simulator.assemble.LookUpTable;
import org.cotsim.simulator.assemble.Phrase;
import org.cotsim.simulator.assemble.ResidualStream;
import org.cotsim.simulator.assemble.RoundingError;
import org.cotsim.simulator.assemble.ScoreClaim;
import org.cotsim.simulator.assemble.SublayerInput;
import org.cotsim.simulator.assemble.Subspace;

/**
 * The next token of a summary: which cell it is about, whether the head lies farther, what the cell
 * holds, and when a side of a tape ends.
 *
 * <p>With the machine's head at H and the walk at W, the next cell c is 0 at an opening, W + 1
 * among the cells from 0 on and W - 1 among those from -1 on. A side ends at the first cell that
 * nobody wrote to and that lies beyond the head.
 */
final class SummaryTable {

  private static final int FROM_RIGHT = 2; // of the coordinates of a place: left ones follow
  private static final List<CountComparison> AHEAD = // H - W is at least 0, 1, 2
      List.of(ahead(0), ahead(-1), ahead(-2));

  private final ResidualStream stream;
  private final TuringMachine machine;
  private final ForgettingTokens tokens;
  private final ForgettingEmbedding embedding;
  private final MachineTables tables;
  private final List<Subspace> places = new ArrayList<>();

  /** Declares subspaces. */
  SummaryTable(
      ResidualStream stream,
      TuringMachine machine,
      ForgettingTokens tokens,
      ForgettingEmbedding embedding,
      MachineTables tables) {
    this.stream = stream;
    this.machine = machine;
    this.tokens = tokens;
    this.embedding = embedding;
    this.tables = tables;
    for (int tape = 0; tape < machine.tapes(); tape++) {
      places.add(
          stream.declareOneHot(
              "place " + tape,
              List.of(
                  Phrase.of("from 0 on"),
                  Phrase.of("from 0 on, marked"),
                  Phrase.of("from -1 on"),
                  Phrase.of("from -1 on, marked")),
              Phrase.of("the kind of the next cell of a summary of tape {tape}", "tape", tape)));
    }
  }

  private static CountComparison ahead(long constant) {
    return new CountComparison(List.of(1L, -1L), constant);
  }

  /** What comparing the head with the walk relies on. */
  static ScoreClaim claim(double largestCount, RoundingError errors) {
    return AHEAD.get(AHEAD.size() - 1).claim("head and walk", largestCount, errors);
  }

  /** Adds the kind of the next cell, or the token that ends a side of a tape. */
  void addPlaces(LayerAssembler layer, TapeHeads heads, RightmostWrite rightmost) {
    layer.feedForwardNote("place", "whether a summary has a next cell, and where the head is");
    for (int tape = 0; tape < machine.tapes(); tape++) {
      SublayerInput input = layer.feedForward();
      List<LinearForm> sums = List.of(heads.sum(stream, 0, tape), heads.sum(stream, 1, tape));
      LinearForm inverse = heads.inverse(stream);
      List<LinearForm> ahead =
          AHEAD.stream().map(compare -> compare.atLeastZero(input, sums, inverse)).toList();
      LinearForm unwritten = rightmost.unwritten(stream, input, tape);
      LinearForm opening = embedding.opening(input, tape);
      LinearForm right = embedding.right(input, tape);
      LinearForm left = embedding.left(input, tape);
      int between = tokens.separator(tape);
      addPlace(layer, tape, 0, opening, ahead.get(1), ahead.get(0), unwritten, between);
      addPlace(layer, tape, 0, right, ahead.get(2), ahead.get(1), unwritten, between);
      LinearForm reaches = not(ahead.get(0));
      int end = tape + 1 < machine.tapes() ? tokens.opening(tape + 1) : tokens.restart();
      addPlace(layer, tape, FROM_RIGHT, left, reaches, reaches, unwritten, end);
    }
  }

  /**
   * Adds the three cases of a place.
   *
   * @param mark whether the next cell is marked
   * @param within whether it is marked or the head's
   */
  private void addPlace(
      LayerAssembler layer,
      int tape,
      int from,
      LinearForm here,
      LinearForm mark,
      LinearForm within,
      LinearForm unwritten,
      int end) {
    Subspace place = places.get(tape);
    layer.write(Gate.open(layer, List.of(here, mark)), 1, place, from + 1);
    if (!mark.equals(within)) {
      layer.write(Gate.open(layer, List.of(here, not(mark), within)), 1, place, from);
    }
    List<LinearForm> beyond = List.of(here, not(within), not(unwritten));
    layer.write(Gate.open(layer, beyond), 1, place, from);
    layer.write(Gate.open(layer, List.of(here, not(within), unwritten)), 1, tables.next(), end);
  }

  private static LinearForm not(LinearForm flag) {
    return flag.times(-1).plus(1);
  }

  /** Adds what a cell holds, if there is a next one. */
  void addCells(LayerAssembler layer) {
    LookUpTable cells = new LookUpTable(layer, "summary", "the next cell and what it holds");
    SublayerInput input = layer.feedForward();
    for (int tape = 0; tape < machine.tapes(); tape++) {
      SublayerInput.Reading place = input.readOneHot(places.get(tape));
      SublayerInput.Reading under = input.read(tables.under(tape));
      for (int kind = 0; kind < places.get(tape).width(); kind++) {
        for (int symbol = 0; symbol < machine.symbols().size(); symbol++) {
          int token = tokens.cell(tape, kind >= FROM_RIGHT, kind % 2 == 1, symbol);
          cells.entry(List.of(place.at(kind), under.at(symbol)), tables.next(), token);
        }
      }
    }
  }
}
