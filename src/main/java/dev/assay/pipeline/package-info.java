/**
 * The batch transaction: append events, fold activities, assess each lead once, write what changed.
 */
@NullMarked
package dev.assay.pipeline;

import org.jspecify.annotations.NullMarked;
