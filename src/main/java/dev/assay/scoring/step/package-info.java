/**
 * The step: what an input does to a lead, as a pure function. It sees the law and nothing else, so
 * every engine that runs it comes to the same states, histories and messages.
 */
@NullMarked
package dev.assay.scoring.step;

import org.jspecify.annotations.NullMarked;
