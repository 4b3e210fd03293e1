package dev.assay.imports;

/** What the lines of a file are. */
public enum Kind {
  /** Profiles, one lead a line. */
  leads,
  /** Things that leads did, one a line. */
  events
}
