package org.cotsim.simulator.assemble;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The residual stream as named subspaces, laid out in the order of their declaration. */
public final class ResidualStream {

  private final List<Subspace> subspaces = new ArrayList<>();
  private int width;

  /** Declares the next subspace, read as numbers. */
  public Subspace declare(String name, int subspaceWidth, String meaning) {
    return declare(name, subspaceWidth, Phrase.of(meaning));
  }

  /** Declares the next subspace, read as numbers. */
  public Subspace declare(String name, int subspaceWidth, Phrase meaning) {
    return declare(name, subspaceWidth, meaning, Wording.numbers());
  }

  /** Declares the next subspace with one coordinate per label, of which one is 1. */
  public Subspace declareOneHot(String name, List<?> labels, String meaning) {
    return declareOneHot(name, labels, Phrase.of(meaning));
  }

  /**
   * Declares the next subspace with one coordinate per label, of which one is 1.
   *
   * @param labels names, or phrases
   */
  public Subspace declareOneHot(String name, List<?> labels, Phrase meaning) {
    return declare(name, labels.size(), meaning, Wording.oneHot(labels));
  }

  /** Declares the next subspace, whose meaning has no values in it. */
  public Subspace declare(String name, int subspaceWidth, String meaning, Wording wording) {
    return declare(name, subspaceWidth, Phrase.of(meaning), wording);
  }

  /** Declares the next subspace; its name must be new and its width at least 1. */
  public Subspace declare(String name, int subspaceWidth, Phrase meaning, Wording wording) {
    if (subspaceWidth < 1) {
      throw new IllegalArgumentException(name + " needs a width of at least 1");
    }
    if (subspaces.stream().anyMatch(subspace -> subspace.name().equals(name))) {
      throw new IllegalArgumentException("two subspaces are called " + name);
    }
    Subspace subspace = new Subspace(name, width, subspaceWidth, meaning, wording);
    subspaces.add(subspace);
    width += subspaceWidth;
    return subspace;
  }

  /** One coordinate of a subspace as a form over the residual stream. */
  public LinearForm at(Subspace subspace, int i) {
    return LinearForm.coordinate(this, subspace.index(i));
  }

  /** All coordinates of a subspace as forms over the residual stream. */
  public LinearForm[] all(Subspace subspace) {
    LinearForm[] forms = new LinearForm[subspace.width()];
    Arrays.setAll(forms, i -> at(subspace, i));
    return forms;
  }

  public List<Subspace> subspaces() {
    return List.copyOf(subspaces);
  }

  public int width() {
    return width;
  }
}
