package dev.assay.scoring.step;

import dev.assay.assessment.Assessment;
import dev.assay.assessment.Lead;
import org.jspecify.annotations.Nullable;

/**
 * A lead stands elsewhere than before. Announced once, in the transaction that stores it.
 *
 * @param lead the caller's key of the lead
 * @param messages how many messages were written about the lead before the transaction
 * @param higher whether it reached a higher stage; false where the stage stayed, too
 * @param assessment what the change comes of
 * @param cause the event that brought the change, null when something else did
 */
public record LeadChanged(
    String lead,
    Lead profile,
    int messages,
    Standing before,
    Standing after,
    boolean higher,
    Assessment assessment,
    @Nullable Event cause) {}
