package dev.assay.contract;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.contract.Operations.Operation;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A request that fits an operation more or less: each part of it is now and then what no careful
 * caller would send.
 */
final class MadeUpRequest {
  private static final List<String> PATHS =
      List.of(
          "1",
          "0",
          "-1",
          "2147483648",
          "99999999999999999999",
          "l-1",
          "kim@example.com",
          "a%00b",
          "%00",
          "%ED%A0%80",
          "%FF",
          "%C3%28",
          "..",
          "%2e%2e%2f",
          "a%2Fb",
          "%20",
          "%0D%0Ax",
          "%F0%9F%98%80",
          "%E2%80%AE",
          "x".repeat(201),
          "x".repeat(1_500),
          "true",
          "null",
          "1.5",
          "1e9",
          "%7B%7D",
          "a;b=c",
          "NaN");
  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "a",
          "1",
          "-1",
          "kim@example.com",
          "2026-11-20T09:30:00Z",
          "9999-99-99T99:99:99Z",
          "-999999999-01-01T00:00:00Z",
          "+1000000000-12-31T23:59:59Z",
          "\\u0000",
          "a\\u0000b",
          "\\ud800",
          "\\udfff\\ud800",
          "\\u202e",
          "PT1H",
          "P-1D",
          "P999999999999D",
          "{data.lead}",
          "{{#each}}",
          "${x}",
          "https://127.0.0.1:1/",
          "http://[::1",
          "file:///x",
          "%00",
          "=1+1",
          "x".repeat(5_000),
          "MQL",
          "true");
  private static final List<String> NUMBERS =
      List.of(
          "0",
          "-1",
          "1",
          "1.5",
          "-0",
          "1e400",
          "1e-400",
          "2147483647",
          "2147483648",
          "-2147483649",
          "9223372036854775808",
          "123456789012345678901234567890",
          "1E9",
          "0.1e1",
          "NaN",
          "1".repeat(150));
  private static final List<String> TYPES =
      List.of(
          "application/json",
          "application/json",
          "application/json; charset=nope",
          "application/json; charset=utf-16",
          "application/",
          "/",
          "garbage",
          "text/plain",
          "text/plain; charset=\"",
          "multipart/form-data",
          "multipart/form-data; boundary=",
          "multipart/form-data; boundary=x",
          "application/x-www-form-urlencoded",
          "application/x-ndjson",
          "text/csv",
          "application/cloudevents+json",
          "application/cloudevents-batch+json",
          "application/octet-stream",
          "*/*",
          "a/b;c",
          "application/json;;",
          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
  private static final List<String> ACCEPTS =
      List.of(
          "application/json",
          "*/*",
          "garbage",
          "application/",
          "/",
          "*/*;q=x",
          "*/*;q=2",
          "text/html",
          "application/problem+json",
          ";",
          "application/json;q=0",
          "application/xml",
          "a/b, c",
          "*",
          "text/*;level=",
          "application/json; charset=\"");

  private final Operations operations;
  private final Operation operation;
  private final Random random;
  private final StringBuilder head = new StringBuilder();
  private byte[] body = new byte[0];

  MadeUpRequest(Operations operations, Operation operation, Random random, String credentials) {
    this.operations = operations;
    this.operation = operation;
    this.random = random;
    make(credentials);
  }

  byte[] bytes() {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(head.toString().getBytes(ISO_8859_1));
    all.writeBytes(body);
    return all.toByteArray();
  }

  Operation operation() {
    return operation;
  }

  @Override
  public String toString() {
    String shown =
        new String(bytes(), ISO_8859_1)
            .replaceAll("(?m)^(Authorization|Cookie|X-CSRF-Token): .*$", "$1: …");
    return shown.length() > 1_500 ? shown.substring(0, 1_500) + "…" : shown;
  }

  private void make(String credentials) {
    String path = operation.path();
    while (path.contains("{")) {
      path = path.replaceFirst("\\{[^}]*}", value(PATHS));
    }
    head.append(operation.method())
        .append(' ')
        .append(path)
        .append(query())
        .append(" HTTP/1.1\r\n");
    head.append("Host: localhost\r\nConnection: close\r\n").append(credentials);
    if (chance(3)) {
      head.append("Accept: ").append(one(ACCEPTS)).append("\r\n");
    }
    if (!operation.method().equals("GET") || chance(20)) {
      String type = type();
      body = body(type);
      head.append("Content-Type: ").append(type).append("\r\n");
      if (chance(20)) {
        head.append("Content-Encoding: ")
            .append(one(List.of("gzip", "br", "nonsense", "identity")))
            .append("\r\n");
      }
      head.append("Content-Length: ").append(body.length).append("\r\n");
    }
    head.append("\r\n");
  }

  private String query() {
    List<String> asked = new ArrayList<>();
    for (JsonNode parameter : operation.says().path("parameters")) {
      if (parameter.path("in").asText().equals("query") && chance(2)) {
        asked.add(parameter.path("name").asText() + "=" + value(PATHS));
      }
    }
    if (chance(10)) {
      asked.add(one(PATHS) + "=" + one(PATHS));
    }
    return asked.isEmpty() ? "" : "?" + String.join("&", asked);
  }

  private String type() {
    List<String> fitting = new ArrayList<>();
    operation
        .says()
        .path("requestBody")
        .path("content")
        .fieldNames()
        .forEachRemaining(fitting::add);
    return fitting.isEmpty() || chance(5) ? one(TYPES) : one(fitting);
  }

  private byte[] body(String type) {
    JsonNode content = operation.says().path("requestBody").path("content");
    if (chance(12)) {
      return odd();
    }
    if (type.startsWith("application/x-www-form-urlencoded")) {
      return form(content.path(type).path("schema")).getBytes(ISO_8859_1);
    }
    if (type.startsWith("multipart/")) {
      return "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\nabc\r\n--x"
          .getBytes(UTF_8);
    }
    if (type.contains("csv") || type.contains("octet") || type.contains("sheet")) {
      return "lead;title\r\nl-1;\"CEO\r\n".getBytes(UTF_8);
    }
    JsonNode schema = content.elements().hasNext() ? content.elements().next() : content;
    JsonNode example = schema.path("example");
    if (!example.isMissingNode() && chance(3)) {
      return mutated(example.isTextual() ? example.asText() : example.toString());
    }
    return json(schema.path("schema"), 0).getBytes(UTF_8);
  }

  private String form(JsonNode schema) {
    StringBuilder form = new StringBuilder();
    for (var member : operations.resolved(schema).path("properties").properties()) {
      if (!chance(4)) {
        form.append(form.isEmpty() ? "" : "&")
            .append(member.getKey())
            .append('=')
            .append(chance(6) ? one(List.of("%", "%zz", "%4")) : one(PATHS));
      }
    }
    return form.toString();
  }

  private byte[] odd() {
    return switch (random.nextInt(8)) {
      case 0 -> new byte[0];
      case 1 -> new byte[] {(byte) 0xff, (byte) 0xfe, 0, '{'};
      case 2 -> "{\"a\":1,\"a\":2}".getBytes(UTF_8);
      case 3 -> ("[".repeat(2_000) + "]".repeat(2_000)).getBytes(UTF_8);
      case 4 -> "null".getBytes(UTF_8);
      case 5 -> ("{\"" + "n".repeat(60_000) + "\":1}").getBytes(UTF_8);
      case 6 -> "[]".getBytes(UTF_8);
      default -> "{\"a\":\"\u0000\"".getBytes(UTF_8);
    };
  }

  /** A member's value replaced, or a piece cut out. */
  private byte[] mutated(String json) {
    String changed =
        switch (random.nextInt(4)) {
          case 0 ->
              json.replaceFirst(
                  "\"[^\"]*\"(?=[,}])", java.util.regex.Matcher.quoteReplacement(value()));
          case 1 -> json.replaceFirst("[0-9]+(?=[,}])", one(NUMBERS));
          case 2 -> json.substring(0, json.length() - random.nextInt(json.length() / 2 + 1));
          default -> json.replaceFirst("\\{", "{\"unknown\":1,");
        };
    return changed.getBytes(UTF_8);
  }

  private String json(JsonNode of, int depth) {
    JsonNode schema = operations.resolved(of);
    String type = Operations.type(schema);
    if (depth > 5 || type == null && !schema.has("properties") || chance(8)) {
      return value();
    }
    if (schema.has("properties")) {
      List<String> members = new ArrayList<>();
      for (var member : schema.path("properties").properties()) {
        if (!chance(4)) {
          members.add("\"" + member.getKey() + "\":" + json(member.getValue(), depth + 1));
        }
      }
      if (chance(12)) {
        members.add("\"unknown\":" + value());
      }
      if (chance(12) && !members.isEmpty()) {
        members.add(members.get(0));
      }
      return "{" + String.join(",", members) + "}";
    }
    if (schema.has("enum") && !chance(4)) {
      return schema.path("enum").path(random.nextInt(schema.path("enum").size())).toString();
    }
    return switch (String.valueOf(type)) {
      case "array" -> "[" + json(schema.path("items"), depth + 1) + "]";
      case "integer", "number" -> one(NUMBERS);
      case "boolean" -> one(List.of("true", "false"));
      case "string" -> "\"" + one(TEXTS) + "\"";
      default -> value();
    };
  }

  private String value() {
    return switch (random.nextInt(7)) {
      case 0 -> "null";
      case 1 -> one(List.of("true", "false"));
      case 2 -> one(NUMBERS);
      case 3 -> "[" + value() + "]";
      case 4 -> "{\"" + one(TEXTS) + "\":" + one(NUMBERS) + "}";
      default -> "\"" + one(TEXTS) + "\"";
    };
  }

  /** Half of them such that somebody could mean them. */
  private String value(List<String> of) {
    return chance(2) ? one(List.of("1", "l-1", "MQL", "10", "true")) : one(of);
  }

  private boolean chance(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }

  private String one(List<String> of) {
    return of.get(random.nextInt(of.size()));
  }
}
