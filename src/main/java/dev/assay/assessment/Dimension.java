package dev.assay.assessment;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What points speak of. */
public enum Dimension {
  /** Who the lead is. */
  @JsonProperty("fit")
  FIT,
  /** What the lead does. */
  @JsonProperty("engagement")
  ENGAGEMENT
}
