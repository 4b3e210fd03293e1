/** Tells other systems what happened to a lead: endpoints, outbox, signing and sending. */
@NullMarked
package dev.assay.webhook;

import org.jspecify.annotations.NullMarked;
