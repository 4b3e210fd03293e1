package dev.assay.target;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** The presets that come with the service. */
public final class Presets {

  private static final List<Preset> ALL = read();

  private Presets() {}

  public static List<Preset> all() {
    return ALL;
  }

  /**
   * @throws RefusedTarget naming those that are
   */
  public static Preset named(String name) throws RefusedTarget {
    return ALL.stream()
        .filter(preset -> preset.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new RefusedTarget(
                    "preset is '%s'; expected one of %s"
                        .formatted(Line.of(name, 60), ALL.stream().map(Preset::name).toList())));
  }

  private static List<Preset> read() {
    try (InputStream text =
        Objects.requireNonNull(Presets.class.getResourceAsStream("presets.json"))) {
      return List.copyOf(new ObjectMapper().readValue(text, new TypeReference<List<Preset>>() {}));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
