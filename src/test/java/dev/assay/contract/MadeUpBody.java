package dev.assay.contract;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.contract.Operations.Operation;
import dev.assay.ruleset.Drafts;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;

/** A body that fits an operation and a media type but for a place or two. */
final class MadeUpBody {
  private static final String PART =
      "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\n";
  private static final List<String> BROKEN_PARTS =
      List.of(
          PART + "abc\r\n--x",
          PART + "abc\r\n--x--\r\n",
          PART,
          "--x\r\n\r\nabc\r\n--x--\r\n",
          "--x\r\nContent-Disposition: form-data\r\n\r\nabc\r\n--x--\r\n",
          PART.replace("\"a\"", "\"\u0000\"") + "a\r\n--x--\r\n",
          "--x\r\nContent-Disposition: form-data; name=\"comment\"\r\n\r\na\u0000b\r\n--x--\r\n",
          PART.replace("--x\r\n", "--x\r\nContent-Type: multipart/mixed\r\n") + "a\r\n--x--",
          PART.replace("--x\r\n", "--x\r\nContent-Type: /\r\nContent-Transfer-Encoding: nope\r\n")
              + "a\r\n--x--\r\n",
          "--x--",
          "--y\r\n",
          "x".repeat(10_000));

  private final Operations operations;
  private final Operation operation;
  private final Choice choice;

  MadeUpBody(Operations operations, Operation operation, Choice choice) {
    this.operations = operations;
    this.operation = operation;
    this.choice = choice;
  }

  byte[] of(String type) {
    if (choice.chance(15)) {
      return odd();
    }
    JsonNode content = operation.says().path("requestBody").path("content");
    if (type.startsWith("application/x-www-form-urlencoded")) {
      return form(content.path("application/x-www-form-urlencoded").path("schema"))
          .getBytes(ISO_8859_1);
    }
    if (type.startsWith("multipart/")) {
      return parts();
    }
    if (type.contains("csv") || operation.path().contains("import/upload")) {
      return spoiled("id,lead,type\r\n1,l-1,\"chat\"\r\n2,l-2,chat\r\n".getBytes(UTF_8));
    }
    if (type.contains("octet") || type.contains("sheet")) {
      return spoiled(Drafts.sound(20));
    }
    String json = json(content);
    return (type.contains("ndjson") ? json + "\n" + json(content) : json).getBytes(UTF_8);
  }

  private String json(JsonNode content) {
    JsonNode described = content.elements().hasNext() ? content.elements().next() : content;
    List<String> sound =
        Sound.BODIES.getOrDefault(operation.method() + " " + operation.path(), List.of());
    JsonNode example = described.path("example");
    MadeUpJson json = new MadeUpJson(operations, choice);
    if (!sound.isEmpty() && !choice.chance(4)) {
      return json.mutated(choice.of(sound));
    }
    if (!example.isMissingNode() && !choice.chance(4)) {
      return json.mutated(example.isTextual() ? example.asText() : example.toString());
    }
    return json.of(described.path("schema"));
  }

  private String form(JsonNode schema) {
    StringBuilder form = new StringBuilder();
    for (var member : operations.resolved(schema).path("properties").properties()) {
      if (choice.chance(4)) {
        continue;
      }
      String value = choice.inAddress(sound(operations.resolved(member.getValue())));
      form.append(form.isEmpty() ? "" : "&").append(member.getKey()).append('=').append(value);
      if (choice.chance(20)) {
        form.append('&').append(member.getKey()).append('=').append(value);
      }
    }
    return form.toString();
  }

  private String sound(JsonNode schema) {
    if (schema.has("enum")) {
      return schema.path("enum").path(0).asText();
    }
    return switch (String.valueOf(Operations.type(schema))) {
      case "integer" -> "1";
      case "boolean" -> "true";
      default -> choice.of(List.of("", "l-2", "http://127.0.0.1:9/", "webhook", "MQL", "1"));
    };
  }

  private byte[] parts() {
    if (!choice.chance(4)) {
      return choice.of(BROKEN_PARTS).getBytes(ISO_8859_1);
    }
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.writeBytes(PART.getBytes(ISO_8859_1));
    whole.writeBytes(spoiled(Drafts.sound(20)));
    whole.writeBytes("\r\n--x--\r\n".getBytes(ISO_8859_1));
    return whole.toByteArray();
  }

  /** Now and then cut off or with a byte that is another. */
  private byte[] spoiled(byte[] sound) {
    byte[] bytes = sound.clone();
    if (choice.chance(3)) {
      bytes[choice.below(bytes.length)] = (byte) choice.below(256);
    }
    return choice.chance(6) ? Arrays.copyOf(bytes, choice.below(bytes.length)) : bytes;
  }

  private byte[] odd() {
    return switch (choice.below(10)) {
      case 0 -> new byte[0];
      case 1 -> new byte[] {(byte) 0xff, (byte) 0xfe, 0, '{'};
      case 2 -> "{\"a\":1,\"a\":2}".getBytes(UTF_8);
      case 3 -> ("[".repeat(2_000) + "]".repeat(2_000)).getBytes(UTF_8);
      case 4 -> "null".getBytes(UTF_8);
      case 5 -> ("{\"" + "n".repeat(60_000) + "\":1}").getBytes(UTF_8);
      case 6 -> "[]".getBytes(UTF_8);
      case 7 -> ("{\"a\":\"" + "\u00e9".repeat(9)).getBytes(ISO_8859_1);
      case 8 -> ("[" + "{\"id\":\"x\"},".repeat(1_001) + "{}]").getBytes(UTF_8);
      default -> "{\"a\":\"\u0000\"".getBytes(UTF_8);
    };
  }
}
