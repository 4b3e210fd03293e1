package dev.assay.problem;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;

/**
 * The kinds of problem told apart by their status alone; their URIs are part of the HTTP contract.
 */
enum ProblemType {
  BAD_REQUEST(400, "Bad request"),
  UNAUTHORIZED(401, "Unauthorized"),
  FORBIDDEN(403, "Forbidden"),
  NOT_FOUND(404, "Not found"),
  METHOD_NOT_ALLOWED(405, "Method not allowed"),
  NOT_ACCEPTABLE(406, "Not acceptable"),
  REQUEST_TIMEOUT(408, "Request timeout"),
  CONFLICT(409, "Conflict"),
  ERASED(410, "Erased"),
  TOO_LARGE(413, "Too large"),
  UNSUPPORTED_MEDIA_TYPE(415, "Unsupported media type"),
  TOO_MANY_REQUESTS(429, "Too many requests"),
  INTERNAL_ERROR(500, "Internal error"),
  UNAVAILABLE(503, "Unavailable");

  private static final String BASE = "https://assay.dev/problems/";

  private final int status;
  private final String title;

  ProblemType(int status, String title) {
    this.status = status;
    this.title = title;
  }

  int status() {
    return status;
  }

  String title() {
    return title;
  }

  URI uri() {
    return uri(name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  static URI uri(String slug) {
    return URI.create(BASE + slug);
  }

  /** The type for a status; a status without a type of its own counts as the plain 400 or 500. */
  static ProblemType of(int status) {
    return Arrays.stream(values())
        .filter(type -> type.status == status)
        .findFirst()
        .orElse(status >= 500 ? INTERNAL_ERROR : BAD_REQUEST);
  }
}
