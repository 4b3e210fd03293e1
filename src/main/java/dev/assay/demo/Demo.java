package dev.assay.demo;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The demo data.
 *
 * @param leads of it that are there
 * @param total how many it has when it is loaded
 */
@Schema(description = "Made-up leads to look around with")
public record Demo(State state, int leads, int total) {

  /** What it is doing. */
  public enum State {
    /** There is none, and there is none to be had, because there are leads. */
    none,
    /** There are no leads at all, so it can be loaded. */
    offered,
    /** It is being made. */
    loading,
    /** All of it is there. */
    loaded,
    /** It is being removed. */
    removing
  }
}
