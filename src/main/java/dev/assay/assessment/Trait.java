package dev.assay.assessment;

/** A named conclusion about a lead, asserted by rules for other rules to build on. */
public record Trait(String name) {}
