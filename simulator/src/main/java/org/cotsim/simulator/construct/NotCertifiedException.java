package org.cotsim.simulator.construct;

import java.util.Locale;
import org.cotsim.simulator.assemble.Certificate;
import org.cotsim.simulator.assemble.RangeClaim;
import org.cotsim.simulator.assemble.ScoreClaim;

/** A length at which rounding errors could change an answer, so that no model is built for it. */
public final class NotCertifiedException extends Exception {

  private final int largestCertified;

  /**
   * The refusal of a length.
   *
   * @param certificate what does not hold
   * @param largestCertified the largest length that is certified
   */
  public NotCertifiedException(Certificate certificate, int largestCertified) {
    super(message(certificate, largestCertified));
    this.largestCertified = largestCertified;
  }

  public int largestCertified() {
    return largestCertified;
  }

  private static String message(Certificate certificate, int largestCertified) {
    return String.format(
        Locale.ROOT,
        "an input of %d and a chain of %d tokens%s are not certified in %s: %s; %s",
        certificate.maxLength(),
        certificate.maxSteps(),
        certificate.maxContext().isPresent()
            ? " in contexts of up to " + certificate.maxContext().getAsLong()
            : "",
        certificate.arithmetic(),
        certificate
            .missing()
            .map(NotCertifiedException::reason)
            .orElseGet(() -> reason(certificate.tightest())),
        largestCertified < 0
            ? "no length is certified"
            : "the largest certified length is " + largestCertified);
  }

  private static String reason(RangeClaim claim) {
    return claim.name()
        + ", "
        + text(claim.needed())
        + ", is more than the "
        + text(claim.limit())
        + " that can be had";
  }

  private static String text(double number) {
    boolean whole = number == Math.rint(number) && number < 1e15;
    return String.format(Locale.ROOT, whole ? "%.0f" : "%.2g", number);
  }

  private static String reason(ScoreClaim claim) {
    return String.format(
        Locale.ROOT,
        "at the %s \"%s\" the gap %.2g is less than %d times the noise %.2g",
        claim.isSign() ? "signs of" : "head",
        claim.name(),
        claim.gap(),
        claim.timesTheNoise(),
        claim.noise());
  }
}
