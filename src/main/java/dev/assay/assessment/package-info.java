/**
 * The one law: an assessment is a pure function of a rule set, a lead, its activities and a moment.
 */
@NullMarked
package dev.assay.assessment;

import org.jspecify.annotations.NullMarked;
