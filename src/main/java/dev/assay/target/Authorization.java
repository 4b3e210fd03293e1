package dev.assay.target;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * A header that proves who calls.
 *
 * @param header its name in lower case
 * @param value a secret
 */
record Authorization(String header, String value) {

  private static final int LONGEST = 4096;

  /**
   * @param auth <code>{"bearer":…}</code>, <code>{"username":…,"password":…}</code> or <code>
   *     {"header":…,"value":…}</code>
   */
  static Authorization parse(JsonNode auth) throws RefusedTarget {
    Set<String> names = new TreeSet<>();
    auth.fieldNames().forEachRemaining(names::add);
    if (names.equals(Set.of("bearer"))) {
      return new Authorization("authorization", "Bearer " + text(auth, "bearer"));
    }
    if (names.equals(Set.of("username", "password"))) {
      String pair = text(auth, "username") + ":" + text(auth, "password");
      return new Authorization(
          "authorization", "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8)));
    }
    if (names.equals(Set.of("header", "value"))) {
      String header = text(auth, "header").toLowerCase(Locale.ROOT);
      Headers.checkName(header, "auth.header");
      return new Authorization(header, text(auth, "value"));
    }
    throw new RefusedTarget(
        "auth has the members %s; expected bearer, or username and password, or header and value"
            .formatted(names.stream().limit(10).map(name -> Line.of(name, 40)).toList()));
  }

  private static String text(JsonNode auth, String name) throws RefusedTarget {
    JsonNode value = auth.get(name);
    if (!value.isTextual() || !value.textValue().matches("[ -~]{1," + LONGEST + "}")) {
      throw new RefusedTarget(
          "auth.%s cannot be used: expected 1 to %d visible ASCII characters"
              .formatted(name, LONGEST));
    }
    return value.textValue();
  }

  @Override
  public String toString() {
    return "Authorization[" + header + "]";
  }
}
