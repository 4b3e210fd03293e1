package dev.assay.ruleset;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A version in a list.
 *
 * @param createdBy id of the key that uploaded it, null when it was made of the deployment
 * @param shipped whether the workbook came with a deployment and not from analysts
 * @param figures null for versions from before they were kept
 * @param publishedAt when it last went live, null if it never did
 */
public record VersionSummary(
    int number,
    String state,
    String comment,
    Instant createdAt,
    @Nullable String createdBy,
    boolean shipped,
    @Nullable Instant publishedAt,
    @Nullable String publishedBy,
    @Nullable Figures figures) {

  /** Where in its life a version is. */
  enum State {
    DRAFT,
    LIVE,
    PAST;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * As the database knows it.
   *
   * @param live whether the last publication is its
   */
  VersionSummary(
      int number,
      String comment,
      Instant createdAt,
      @Nullable String createdBy,
      boolean shipped,
      @Nullable Figures figures,
      @Nullable Instant publishedAt,
      @Nullable String publishedBy,
      boolean live) {
    this(
        number,
        (publishedAt == null ? State.DRAFT : live ? State.LIVE : State.PAST).word(),
        comment,
        createdAt,
        createdBy,
        shipped,
        publishedAt,
        publishedBy,
        figures);
  }
}
