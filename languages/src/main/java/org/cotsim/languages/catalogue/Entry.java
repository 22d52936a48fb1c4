package org.cotsim.languages.catalogue;

/** A named problem of the catalogue. */
public sealed interface Entry permits RegularEntry, TuringEntry {

  /** The name by which {@link Catalogue#find} knows it. */
  String name();

  /** What it asks, in one line. */
  String summary();

  /** Where it comes from: authors, title, year. */
  String citation();
}
