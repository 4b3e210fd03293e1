package dev.assay.console;

import java.util.stream.Stream;

/** Which paths are pages, and which belong to the interface for services. */
final class ConsolePaths {

  private ConsolePaths() {}

  /** Whether the path is a page or a part of one. */
  static boolean hold(String path) {
    return Stream.of("/v1/", "/q/", "/test/").noneMatch(path::startsWith);
  }
}
