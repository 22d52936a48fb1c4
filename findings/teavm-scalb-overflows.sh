#!/usr/bin/env bash
# TeaVM 0.16.0: Math.scalb(1.0, 1023) is Infinity.
#
# Expected: 2^1023, a number, as in Java; the largest exponent of a double is 1023. Seen: in the browser every result with
# that exponent is Infinity, Math.scalb(1.5, 1023) and Double.MAX_VALUE scaled from below included.
# Output seen: "JVM: true, TeaVM: false"
# Exits with 1 if that is no longer so. Needs a JDK, Maven and Node.js; installs into a temporary folder.
. "$(dirname "$0")/teavm.bash"
compare true false <<'END'
public class Shown {
  public static void main(String[] arguments) {
    System.out.println(Math.scalb(1.0, 1023) <= Double.MAX_VALUE);
  }
}
END
