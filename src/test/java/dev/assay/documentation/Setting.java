package dev.assay.documentation;

import java.util.Locale;

/**
 * A setting of the service.
 *
 * @param property such as {@code assay.rules.directory}
 * @param type in words, such as "number"
 * @param value the default; empty if there is none
 * @param meaning a sentence or two
 */
record Setting(String property, String type, String value, String meaning) {

  /** Its name in the environment (MicroProfile Config). */
  String variable() {
    return property.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
  }
}
