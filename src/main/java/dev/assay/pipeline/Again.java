package dev.assay.pipeline;

import java.sql.SQLException;

/** Tells that a transaction is to be done again: what it began with has changed. */
class Again extends SQLException {
  private static final long serialVersionUID = 1L;
  private static final String SERIALIZATION_FAILURE = "40001";

  private Again(String why) {
    super(why, SERIALIZATION_FAILURE);
  }

  static Again because(String why) {
    return new Again(why);
  }

  /** Rules went live of which the transaction did not know. */
  static final class RulesWentLive extends Again {
    private static final long serialVersionUID = 1L;

    RulesWentLive() {
      super("rules went live meanwhile");
    }
  }
}
