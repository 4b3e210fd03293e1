package dev.assay.assessment;

import java.time.Instant;

/** One event in short: what a lead did, to what, and when. The subject may be empty, never null. */
public record Occurrence(String type, String subject, Instant at) {}
