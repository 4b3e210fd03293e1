package dev.assay.engine;

import java.util.List;

/** DRL files do not compile. */
public final class DrlErrors extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DrlErrors(List<String> errors) {
    super("DRL does not compile:\n" + String.join("\n", errors));
  }
}
