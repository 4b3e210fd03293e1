package dev.assay.security;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An API key as it is listed: everything but the secret. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ApiKey(
    String id, String name, List<String> roles, Instant createdAt, @Nullable Instant revokedAt) {

  ApiKey {
    roles = List.copyOf(roles);
  }
}
