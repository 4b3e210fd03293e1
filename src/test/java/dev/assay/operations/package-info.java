/** What operators see of the service and run it with: metrics, traces, logs, manifests. */
@NullMarked
package dev.assay.operations;

import org.jspecify.annotations.NullMarked;
