package dev.assay.ruleset;

import org.jspecify.annotations.Nullable;

/**
 * A version of the rules went live.
 *
 * @param replaced the version that was live before, null for the first
 * @param announce whether changes of leads that come of the new rules alone are sent
 * @param publishedBy id of the API key, null when the service did it itself at its start
 */
public record Published(
    int ruleset,
    @Nullable Integer replaced,
    String comment,
    boolean announce,
    @Nullable String publishedBy) {

  static Published of(Publication publication) {
    return new Published(
        publication.ruleset(),
        publication.replaced(),
        publication.comment(),
        publication.announce(),
        publication.publishedBy());
  }
}
