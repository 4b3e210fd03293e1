package dev.assay.scoring.step;

import dev.assay.assessment.RuleSet;
import java.time.Instant;

/**
 * A rule set that went live.
 *
 * @param publication counts what went live from 1
 * @param since the moment at which it did
 * @param announce whether changes that come of the new rules alone are told
 */
public record RulesInForce(int publication, Instant since, boolean announce, RuleSet rules) {}
