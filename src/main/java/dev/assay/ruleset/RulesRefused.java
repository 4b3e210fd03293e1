package dev.assay.ruleset;

import java.util.List;

/** Rules cannot go live: they do not read, do not compile, or fail their own cases. */
final class RulesRefused extends Exception {
  private static final long serialVersionUID = 1L;

  RulesRefused(List<String> reasons) {
    super(String.join("\n  ", reasons));
  }
}
