package dev.assay.pipeline;

import dev.assay.scoring.step.Novelty;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * All that a batch needs to know before it decides anything. The leads are locked, and the events
 * that are new are in the log.
 *
 * @param work in the order in which it came
 * @param names which lead each piece of work is about
 * @param novelty of the events that are not refused
 * @param rows of the leads that are there
 * @param created the leads that were made for this work
 * @param logs of leads of which the work asks for more than the row
 * @param audience who is to be told of changes
 */
record Gathered(
    List<Received> work,
    Naming names,
    IdentityHashMap<Work, Novelty> novelty,
    Map<String, LeadRow> rows,
    Set<String> created,
    Map<String, LeadLog> logs,
    Announcer.Audience audience) {

  /** The lead's row; it has to be there. */
  LeadRow row(String lead) {
    return Objects.requireNonNull(rows.get(lead));
  }
}
