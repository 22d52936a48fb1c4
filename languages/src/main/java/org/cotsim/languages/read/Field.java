package org.cotsim.languages.read;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One field of a line.
 *
 * @param text without quotes, and without blanks around it unless they are part of it
 * @param column of its first character, counted from 1
 */
public record Field(String text, int column) {

  private static final Pattern WORD = Pattern.compile("[^ \t]+");

  /** The fields between tabs, with all the blanks in them. */
  public static List<Field> betweenTabs(String line) {
    List<Field> fields = new ArrayList<>();
    int start = 0;
    for (int end = 0; end <= line.length(); end++) {
      if (end == line.length() || line.charAt(end) == '\t') {
        fields.add(new Field(line.substring(start, end), start + 1));
        start = end + 1;
      }
    }
    return fields;
  }

  /** The fields between spaces and tabs. */
  public static List<Field> words(String line) {
    List<Field> fields = new ArrayList<>();
    Matcher matcher = WORD.matcher(line);
    while (matcher.find()) {
      fields.add(new Field(matcher.group(), matcher.start() + 1));
    }
    return fields;
  }
}
