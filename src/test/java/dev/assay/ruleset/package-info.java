/** Tests of rule versions: what may go live, and what stays live when a deployment is broken. */
@NullMarked
package dev.assay.ruleset;

import org.jspecify.annotations.NullMarked;
