package dev.assay.pipeline;

import dev.assay.scoring.step.Change;
import java.util.List;

/**
 * What a batch decided and has still to write.
 *
 * @param leads that changed, at most once each
 * @param changes for the histories, in the order in which they were decided
 * @param answers in the order of the work, true once all is committed
 * @param audience who is to be told of changes
 */
record Stepped(
    List<SteppedLead> leads,
    List<Change> changes,
    List<Done> answers,
    Announcer.Audience audience) {}
