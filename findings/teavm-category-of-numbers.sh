#!/usr/bin/env bash
# TeaVM 0.16.0: regular expressions know the letters as \p{L} and the digits as \p{Nd}, but refuse the numbers, \p{N}.
#
# Expected: \p{N} is any number, a general category as \p{L} or \p{P}; the JVM matches "1" with it.
# Seen: PatternSyntaxException when the pattern is compiled, so that a class with such a constant cannot be initialised.
# Exits with 1 if that is no longer so. Needs a JDK, Maven and Node.js; installs into a temporary folder.
. "$(dirname "$0")/teavm.bash"
compare '\p{L} true, \p{P} true, \p{Nd} true, \p{N} true' '\p{L} true, \p{P} true, \p{Nd} true, \p{N} refused' <<'END'
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

public class Shown {
  public static void main(String[] arguments) {
    System.out.println(
        match("\\p{L}", "a") + ", " + match("\\p{P}", ".") + ", " + match("\\p{Nd}", "1") + ", " + match("\\p{N}", "1"));
  }

  private static String match(String pattern, String text) {
    try {
      return pattern + " " + Pattern.matches(pattern, text);
    } catch (PatternSyntaxException e) {
      return pattern + " refused";
    }
  }
}
END
