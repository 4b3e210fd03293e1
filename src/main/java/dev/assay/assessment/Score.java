package dev.assay.assessment;

/**
 * Whole points. The total is fit plus engagement, moved into the rule set's floor and ceiling.
 *
 * @param fit points for who the lead is, after group caps
 * @param engagement points for what the lead does, after group caps
 */
public record Score(int total, int fit, int engagement) {}
