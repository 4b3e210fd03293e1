package dev.assay.ruleset;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version with everything known about it.
 *
 * @param drl names of its DRL files
 * @param publications the newest first, at most fifty
 */
public record VersionDetail(
    @JsonUnwrapped VersionSummary summary,
    List<String> drl,
    @JsonUnwrapped @Nullable Findings findings,
    List<PublicationView> publications) {}
