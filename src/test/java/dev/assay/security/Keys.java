package dev.assay.security;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;

/** API keys for tests of a running service. */
public final class Keys {

  private static final Map<List<String>, String> MADE = new ConcurrentHashMap<>();

  private Keys() {}

  /** The key that the service made at its first start. */
  public static String admin() {
    try {
      return Files.readString(adminFile()).strip();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** A key with just these roles, made once for each database and then used again. */
  public static String with(String... roles) {
    List<String> made = Stream.concat(Stream.of(admin()), Stream.of(roles)).toList();
    return MADE.computeIfAbsent(made, each -> make("test", roles));
  }

  /** A fresh key, for tests that revoke it. */
  public static String make(String name, String... roles) {
    return as(admin())
        .contentType(ContentType.JSON)
        .body(Map.of("name", name, "roles", List.of(roles)))
        .post("/v1/keys")
        .then()
        .statusCode(201)
        .extract()
        .path("key");
  }

  /** A request that carries the key. */
  public static RequestSpecification as(String key) {
    return given().header("Authorization", "Bearer " + key);
  }

  static Path adminFile() {
    return ConfigProvider.getConfig().getValue("assay.security.admin-key-file", Path.class);
  }

  static String id(String key) {
    return key.split("_", 3)[1];
  }
}
