package org.cotsim.languages.catalogue;

/** How many characters must be put in, taken out or changed to turn one text into another. */
public final class EditDistance {

  private EditDistance() {}

  /** The distance of Levenshtein 1966; cost: the product of the lengths. */
  public static int between(String left, String right) {
    int[] above = new int[right.length() + 1];
    for (int j = 0; j <= right.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= left.length(); i++) {
      int[] row = new int[right.length() + 1];
      row[0] = i;
      for (int j = 1; j <= right.length(); j++) {
        int change = left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(Math.min(row[j - 1], above[j]) + 1, above[j - 1] + change);
      }
      above = row;
    }
    return above[right.length()];
  }
}
