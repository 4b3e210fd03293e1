package dev.assay.pipeline;

import dev.assay.scoring.step.Change;
import java.util.List;

/**
 * What a batch wrote; durable once it is committed.
 *
 * @param answers in the order of the work
 * @param stageChanges in the order in which they were decided
 * @param toSend whether there are messages to send
 */
record Written(List<Done> answers, List<Change.StageChanged> stageChanges, boolean toSend) {}
