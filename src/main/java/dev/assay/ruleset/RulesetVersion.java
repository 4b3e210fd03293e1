package dev.assay.ruleset;

import dev.assay.engine.DrlFile;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stored version of the rules. Versions are added, never changed.
 *
 * @param shipped whether the workbook came with a deployment and not from analysts
 * @param createdBy id of the key that uploaded it; null when it was made of the deployment
 */
record RulesetVersion(
    int number,
    RuleFiles files,
    boolean shipped,
    String comment,
    @Nullable String createdBy,
    Instant createdAt) {

  List<DrlFile> drl() {
    return files.drl();
  }
}
