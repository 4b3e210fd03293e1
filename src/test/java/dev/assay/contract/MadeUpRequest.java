package dev.assay.contract;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.contract.Operations.Operation;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A request that fits an operation more or less: each part of it is now and then what no careful
 * caller would send.
 */
final class MadeUpRequest {
  private static final Pattern PARAMETER = Pattern.compile("\\{([^}]*)}");
  private static final int SHOWN = 1_500;

  private final Operations operations;
  private final Operation operation;
  private final Belongings belongings;
  private final Choice choice;
  private final StringBuilder head = new StringBuilder();
  private byte[] body = new byte[0];

  MadeUpRequest(
      Operations operations,
      Operation operation,
      Belongings belongings,
      Choice choice,
      String credentials) {
    this.operations = operations;
    this.operation = operation;
    this.belongings = belongings;
    this.choice = choice;
    make(credentials);
  }

  byte[] bytes() {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(head.toString().getBytes(ISO_8859_1));
    all.writeBytes(body);
    return all.toByteArray();
  }

  @Override
  public String toString() {
    String shown =
        new String(bytes(), ISO_8859_1)
            .replaceAll("(?m)^(Authorization|Cookie|X-CSRF-Token): .*$", "$1: …");
    return shown.length() > SHOWN ? shown.substring(0, SHOWN) + "…" : shown;
  }

  private void make(String credentials) {
    List<String> others = List.of("OPTIONS", "TRACE", "X");
    head.append(choice.chance(60) ? choice.of(others) : operation.method())
        .append(' ')
        .append(path())
        .append(query())
        .append(" HTTP/1.1\r\n");
    head.append("Host: localhost\r\nConnection: close\r\n").append(credentials);
    if (choice.chance(5)) {
      head.append("Accept: ").append(choice.of(Odd.ACCEPTS)).append("\r\n");
    }
    if (choice.chance(15)) {
      head.append(choice.of(Odd.HEADERS)).append("\r\n");
    }
    if (!operation.method().equals("GET") || choice.chance(30)) {
      addBody(type());
    }
    head.append("\r\n");
  }

  private void addBody(String type) {
    if (!choice.chance(30)) {
      head.append("Content-Type: ").append(type).append("\r\n");
    }
    body = new MadeUpBody(operations, operation, choice).of(type);
    if (choice.chance(12)) {
      head.append("Transfer-Encoding: chunked\r\n");
      body = chunked();
    } else {
      head.append("Content-Length: ").append(body.length).append("\r\n");
    }
  }

  private byte[] chunked() {
    ByteArrayOutputStream chunks = new ByteArrayOutputStream();
    if (body.length > 0) {
      chunks.writeBytes((Integer.toHexString(body.length) + "\r\n").getBytes(ISO_8859_1));
      chunks.writeBytes(body);
      chunks.writeBytes("\r\n".getBytes(ISO_8859_1));
    }
    chunks.writeBytes("0\r\n\r\n".getBytes(ISO_8859_1));
    return chunks.toByteArray();
  }

  private String path() {
    return PARAMETER
        .matcher(operation.path())
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    choice.inAddress(belongings.named(operation.path(), found.group(1)))));
  }

  private String query() {
    List<String> asked = new ArrayList<>();
    for (JsonNode parameter : operation.says().path("parameters")) {
      if (parameter.path("in").asText().equals("query") && choice.chance(2)) {
        String value = choice.inAddress(sound(operations.resolved(parameter.path("schema"))));
        asked.add(parameter.path("name").asText() + "=" + value);
        if (choice.chance(20)) {
          asked.add(parameter.path("name").asText() + "=1");
        }
      }
    }
    if (choice.chance(20)) {
      asked.add(choice.of(Odd.IN_ADDRESSES) + "=" + choice.of(Odd.IN_ADDRESSES));
    }
    return asked.isEmpty() ? "" : "?" + String.join("&", asked);
  }

  private String sound(JsonNode schema) {
    if (schema.has("enum")) {
      return schema.path("enum").path(choice.below(schema.path("enum").size())).asText();
    }
    return switch (String.valueOf(Operations.type(schema))) {
      case "integer" -> "1";
      case "boolean" -> "true";
      default -> choice.of(List.of("l-1", "MQL", "1", "A", "warm", "Fit", "xlsx"));
    };
  }

  private String type() {
    List<String> fitting = new ArrayList<>();
    operation
        .says()
        .path("requestBody")
        .path("content")
        .fieldNames()
        .forEachRemaining(fitting::add);
    if (operation.path().equals("/v1/rulesets")) {
      fitting.add("multipart/form-data; boundary=x");
    }
    if (operation.path().equals("/v1/events")) {
      fitting.add("application/x-ndjson");
      fitting.add("application/cloudevents+json");
    }
    return fitting.isEmpty() || choice.chance(10)
        ? choice.of(Odd.CONTENT_TYPES)
        : choice.of(fitting);
  }
}
