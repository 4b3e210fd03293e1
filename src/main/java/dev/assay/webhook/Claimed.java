package dev.assay.webhook;

/**
 * A delivery that this process may try until its lease ends.
 *
 * @param attempt counts all tries of the delivery; a later claim has a higher one
 * @param attemptInRound counts from 1 again after a replay
 * @param message the {@code webhook-id}
 */
record Claimed(
    String lead,
    long delivery,
    int attempt,
    int attemptInRound,
    String message,
    String payload,
    String endpoint,
    String url,
    SealedSecret secret) {}
