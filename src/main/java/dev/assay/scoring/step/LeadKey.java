package dev.assay.scoring.step;

import java.util.Locale;

/** How a caller names a lead. */
public sealed interface LeadKey {

  /** What contains an @ is an e-mail address, everything else a key. */
  static LeadKey of(String name) {
    return name.indexOf('@') >= 0 ? new Email(name.toLowerCase(Locale.ROOT)) : new Known(name);
  }

  String value();

  /** By the key the caller gave it. */
  record Known(String value) implements LeadKey {}

  /** By an e-mail address in lower case; where no lead has it, it becomes the key of a new one. */
  record Email(String value) implements LeadKey {}
}
