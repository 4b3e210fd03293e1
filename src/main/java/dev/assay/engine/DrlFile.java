package dev.assay.engine;

/**
 * A file of rules that engineers write. It is code and comes with the deployment, never over HTTP.
 */
public record DrlFile(String name, String source) {}
