package dev.assay.ruleset;

import org.jspecify.annotations.Nullable;

/**
 * A version that a deployment adds.
 *
 * @param shipped whether the workbook is that of a deployment and not of analysts
 * @param publish whether it is to go live, rather than to be offered as a draft
 */
record Deployment(RuleFiles files, boolean shipped, boolean publish) {

  /**
   * Where the stored versions stand.
   *
   * @param publication the last one, 0 if there is none
   * @param next the number of the next version
   * @param knowsWorkbook whether any version has the workbook of the deployment
   * @param knowsDrl whether any version has its DRL
   */
  record Standing(int publication, int next, boolean knowsWorkbook, boolean knowsDrl) {}

  /**
   * What is to be added next.
   *
   * <p>Only what no version has yet is new: a process that starts again, or one of an older
   * deployment beside it, takes back neither a publication nor a rollback. And a workbook of
   * analysts stays live: a new one that was shipped is offered to them as a draft.
   *
   * @param live the version that is live, null if there is none
   * @param refused whether what was to go live has been refused
   * @return null for nothing
   */
  static @Nullable Deployment of(
      RuleFiles deployed, Standing standing, @Nullable RulesetVersion live, boolean refused) {
    if (live == null || (live.shipped() && !standing.knowsWorkbook)) {
      return refused ? null : new Deployment(deployed, true, true);
    }
    if (!standing.knowsDrl && !refused) {
      return new Deployment(
          new RuleFiles(live.files().workbook(), deployed.drl()), live.shipped(), true);
    }
    return standing.knowsWorkbook ? null : new Deployment(deployed, true, false);
  }
}
