package dev.assay.assessment;

/** A claim, asserted by a rule, that the lead belongs at least in this stage. */
public record Qualification(String stage) {}
