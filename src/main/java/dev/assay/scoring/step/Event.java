package dev.assay.scoring.step;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing a lead did or that happened to it, checked and normalised.
 *
 * @param key whose event it is
 * @param source where it was seen; with the lead and the id it is unique for ever
 * @param subject may be empty
 * @param properties a JSON object, null for none
 * @param digest of the event as posted; equal for repetitions
 * @param traceparent the trace in which it came (W3C Trace Context), null when it is not traced
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and not written to
public record Event(
    LeadKey key,
    String source,
    String id,
    String type,
    String subject,
    Instant occurredAt,
    @Nullable String properties,
    byte[] digest,
    @Nullable String traceparent) {}
