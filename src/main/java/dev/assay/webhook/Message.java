package dev.assay.webhook;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happened, for those who want to hear of it.
 *
 * @param lead empty when it is about none
 * @param id the {@code webhook-id}
 * @param sequence counts the messages about the lead from 1; null when it is about none
 * @param traceparent the trace of what caused it (W3C Trace Context), null when it is not traced
 * @param to may be empty
 * @param contactOf the endpoint whose contact is mailed, null for none
 */
record Message(
    String lead,
    String id,
    MessageType type,
    String payload,
    @Nullable Integer sequence,
    @Nullable String traceparent,
    List<Subscriber> to,
    @Nullable String contactOf) {}
