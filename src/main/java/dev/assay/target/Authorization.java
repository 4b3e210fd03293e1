package dev.assay.target;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** What proves who calls. */
sealed interface Authorization permits Authorization.Fixed, OAuth {

  /** The most characters of a secret. */
  int LONGEST = 4096;

  /** The header that carries the proof, in lower case. */
  String header();

  /**
   * The same for every call.
   *
   * @param value a secret
   */
  record Fixed(String header, String value) implements Authorization {

    @Override
    public String toString() {
      return "Fixed[" + header + "]";
    }
  }

  /**
   * @param auth <code>{"bearer":…}</code>, <code>{"username":…,"password":…}</code>, <code>
   *     {"header":…,"value":…}</code> or <code>{"oauth":{…}}</code>
   */
  static Authorization parse(JsonNode auth) throws RefusedTarget {
    Set<String> names = new TreeSet<>();
    auth.fieldNames().forEachRemaining(names::add);
    if (names.equals(Set.of("bearer"))) {
      return new Fixed("authorization", "Bearer " + text(auth, "auth", "bearer"));
    }
    if (names.equals(Set.of("username", "password"))) {
      String pair = text(auth, "auth", "username") + ":" + text(auth, "auth", "password");
      return new Fixed(
          "authorization", "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8)));
    }
    if (names.equals(Set.of("header", "value"))) {
      String header = text(auth, "auth", "header").toLowerCase(Locale.ROOT);
      Headers.checkName(header, "auth.header");
      return new Fixed(header, text(auth, "auth", "value"));
    }
    if (names.equals(Set.of("oauth"))) {
      return OAuth.parse(auth.path("oauth"));
    }
    throw new RefusedTarget(
        "auth has the members %s; expected bearer, or username and password, or header and value, or oauth"
            .formatted(names.stream().limit(10).map(name -> Line.of(name, 40)).toList()));
  }

  /**
   * @param where names the node in a message, which quotes no value
   */
  static String text(JsonNode node, String where, String name) throws RefusedTarget {
    JsonNode value = node.path(name);
    if (!value.isTextual() || !value.textValue().matches("[ -~]{1," + LONGEST + "}")) {
      throw new RefusedTarget(
          "%s.%s cannot be used: expected 1 to %d visible ASCII characters"
              .formatted(where, name, LONGEST));
    }
    return value.textValue();
  }
}
