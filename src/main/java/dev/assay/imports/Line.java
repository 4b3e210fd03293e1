package dev.assay.imports;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.csv.ReadCsv;
import org.jspecify.annotations.Nullable;

/**
 * A line as it would have been posted.
 *
 * @param lead whom it names, key or e-mail address; empty for nobody
 * @param body an event or a patch to a profile
 * @param problem why it cannot be taken, null if nothing speaks against it yet
 */
record Line(ReadCsv.Row row, String lead, ObjectNode body, @Nullable String problem) {

  /** That and what else is wrong. */
  String problemAnd(String other) {
    return problem == null ? other : problem + "; " + other;
  }
}
