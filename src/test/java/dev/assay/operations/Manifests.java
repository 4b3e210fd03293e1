package dev.assay.operations;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The manifests under kubernetes/, read as a cluster reads them. */
public final class Manifests {
  static final Path BASE = Path.of("kubernetes/base");
  static final Path PRODUCTION = Path.of("kubernetes/overlays/production");

  private Manifests() {}

  /** Every object of a folder. */
  static List<HasMetadata> in(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> !file.endsWith("kustomization.yaml"))
          .sorted()
          .map(Manifests::read)
          .flatMap(text -> Stream.of(text.split("(?m)^---$")))
          .map(text -> (HasMetadata) Serialization.unmarshal(text))
          .toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static <T extends HasMetadata> T one(Path folder, Class<T> kind) {
    return in(folder).stream().filter(kind::isInstance).map(kind::cast).findFirst().orElseThrow();
  }

  static Container container() {
    return one(BASE, Deployment.class).getSpec().getTemplate().getSpec().getContainers().get(0);
  }

  /** A kustomization file. */
  static JsonNode kustomization(Path folder) {
    try {
      return Serialization.yamlMapper().readTree(read(folder.resolve("kustomization.yaml")));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** What the ConfigMap assay-settings gives every container. */
  static Map<String, String> settings() {
    JsonNode generated = kustomization(BASE).required("configMapGenerator").required(0);
    return StreamSupport.stream(generated.required("literals").spliterator(), false)
        .map(literal -> literal.textValue().split("=", 2))
        .collect(toMap(pair -> pair[0], pair -> pair[1]));
  }

  /**
   * What a container finds in its environment.
   *
   * @param secret the values of the Secret, by key
   */
  public static Map<String, String> environment(Map<String, String> secret) {
    Map<String, String> environment = new HashMap<>(settings());
    for (EnvVar variable : container().getEnv()) {
      environment.put(
          variable.getName(),
          variable.getValueFrom() == null
              ? variable.getValue()
              : Objects.requireNonNull(
                  secret.get(variable.getValueFrom().getSecretKeyRef().getKey())));
    }
    return environment;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
