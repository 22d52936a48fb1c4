#!/usr/bin/env bash
# TeaVM 0.16.0: distinct() forgets at every seam of a concatenated or flattened stream.
#
# Expected: Stream.concat(a, b).distinct() and stream.flatMap(...).distinct() hold every element once, as in Java.
# Seen: compiled to JavaScript, each part is made distinct by itself: an element of two parts comes twice. A stream
# of one part is right. Nothing is said at compile time or when it runs.
# Output seen: "concat [a, b, b, c], flatMap [a, b, b, c], one part [a, b, c]"; the JVM says [a, b, c] three times.
# Exits with 1 if that is no longer so. Needs a JDK, Maven and Node.js; installs into a temporary folder.
. "$(dirname "$0")/teavm.bash"
compare 'concat [a, b, c], flatMap [a, b, c], one part [a, b, c]' \
  'concat [a, b, b, c], flatMap [a, b, b, c], one part [a, b, c]' <<'END'
import java.util.List;
import java.util.stream.Stream;

public class Shown {
  public static void main(String[] arguments) {
    List<String> ab = List.of("a", "b");
    List<String> bc = List.of("b", "c");
    List<String> concat = Stream.concat(ab.stream(), bc.stream()).distinct().toList();
    List<String> flat = Stream.of(ab, bc).flatMap(List::stream).distinct().toList();
    List<String> one = Stream.of("a", "b", "b", "c").distinct().toList();
    System.out.println("concat " + concat + ", flatMap " + flat + ", one part " + one);
  }
}
END
