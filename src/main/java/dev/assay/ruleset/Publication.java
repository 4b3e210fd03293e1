package dev.assay.ruleset;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A version went live. The last publication says which version is. */
@Entity
@Immutable
@Table(name = "ruleset_publication")
class Publication {
  /** Counts publications from 1. */
  @Id int sequence;

  int ruleset;

  /** The version that was live before, null for the first. */
  @Nullable Integer replaced;

  @Column(name = "published_at")
  Instant publishedAt;

  /** Id of the key, null when the service did it itself at its start. */
  @Column(name = "published_by")
  @Nullable String publishedBy;

  String comment;

  /** Whether stage changes that come of the new rules alone are sent. */
  boolean announce;

  /** When the last lead was assessed under it, null while some are not. */
  @Column(name = "reassessed_at")
  @Nullable Instant reassessedAt;

  /** For Hibernate, which fills in the fields. */
  @SuppressWarnings("NullAway.Init")
  protected Publication() {}

  Publication(
      @Nullable Publication last,
      int ruleset,
      String comment,
      boolean announce,
      @Nullable String publishedBy,
      Instant publishedAt) {
    this.sequence = last == null ? 1 : last.sequence + 1;
    this.ruleset = ruleset;
    this.replaced = last == null ? null : last.ruleset;
    this.comment = comment;
    this.announce = announce;
    this.publishedBy = publishedBy;
    this.publishedAt = publishedAt;
  }

  /** As it is told. */
  PublicationView view() {
    return new PublicationView(
        ruleset, replaced, publishedAt, publishedBy, comment, announce, reassessedAt);
  }
}
