package org.cotsim.simulator.construct;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.cotsim.simulator.assemble.Certificate;

/**
 * A construction that compares counts by the angle of a hash as long as that is certified, and from
 * then on digit by digit, see {@link org.cotsim.simulator.assemble.FoldedNumber}.
 *
 * @param <I> the inputs
 */
public final class FoldedBeyond<I> implements Construction<I> {

  private final Construction<I> hashed;
  private final Construction<I> folded;

  /** The choice between two constructions with the same tokens. */
  public FoldedBeyond(Construction<I> hashed, Construction<I> folded) {
    this.hashed = hashed;
    this.folded = folded;
  }

  @Override
  public ConstructionOptions options() {
    return hashed.options();
  }

  @Override
  public ConstructionOptions options(Extent extent) {
    return at(extent).options();
  }

  @Override
  public String steps() {
    return hashed.steps();
  }

  @Override
  public long padding() {
    return hashed.padding();
  }

  @Override
  public OptionalInt longestOfModel(int length) {
    return hashed.longestOfModel(length);
  }

  private boolean folds(Extent extent) {
    return !hashed.certificate(extent).holds() && folded.certificate(extent).holds();
  }

  private Construction<I> at(Extent extent) {
    return folds(extent) ? folded : hashed;
  }

  @Override
  public Certificate certificate(Extent extent) {
    return at(extent).certificate(extent);
  }

  @Override
  public ConstructedDecoder<I> compile(Extent extent) throws NotCertifiedException {
    Construction<I> chosen = at(extent);
    Certificate certificate = chosen.certificate(extent);
    if (!certificate.holds() && options().certified()) {
      boolean further = folded.largestCertified() > hashed.largestCertified();
      Certificate missing = further ? folded.certificate(extent) : certificate;
      throw new NotCertifiedException(missing, largestCertified());
    }
    return chosen.compile(extent);
  }

  @Override
  public List<String> notes(Extent extent) {
    return folds(extent)
        ? List.of(
            String.format(
                Locale.ROOT,
                "the hash folded was chosen, because %s is certified for no more than %d tokens:"
                    + " counts are read out digit by digit, so that the number of layers grows like"
                    + " the logarithm of the longest input and chain",
                hashed.options().hash().name().toLowerCase(Locale.ROOT),
                hashed.largestCertified()))
        : hashed.notes(extent);
  }
}
