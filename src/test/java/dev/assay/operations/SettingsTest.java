package dev.assay.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.ConfigMappings;
import io.smallrye.config.ConfigMappings.ConfigClass;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Every name in the environment of a pod is one that the service, its platform or the JVM reads.
 */
class SettingsTest {
  private static final Set<String> OF_OTHERS =
      Set.of(
          "JAVA_TOOL_OPTIONS",
          "QUARKUS_DATASOURCE_JDBC_URL",
          "QUARKUS_DATASOURCE_USERNAME",
          "QUARKUS_DATASOURCE_PASSWORD");

  @Test
  void everyNameIsRead() throws Exception {
    Set<String> given = new TreeSet<>(Manifests.settings().keySet());
    Manifests.container().getEnv().forEach(variable -> given.add(variable.getName()));

    Set<String> read = new TreeSet<>(OF_OTHERS);
    for (String each :
        Set.of(
            "imports.ImportConfig",
            "ruleset.RulesConfig",
            "security.SecurityConfig",
            "webhook.WebhookConfig")) {
      Class<?> mapping = Class.forName("dev.assay." + each);
      String prefix = mapping.getAnnotation(ConfigMapping.class).prefix();
      ConfigMappings.getProperties(new ConfigClass(mapping, prefix))
          .keySet()
          .forEach(
              name -> read.add(variable(name.startsWith(prefix) ? name : prefix + "." + name)));
    }
    Files.readAllLines(Path.of("src/main/resources/application.properties")).stream()
        .filter(line -> line.startsWith("quarkus."))
        .forEach(line -> read.add(variable(line.split("=", 2)[0])));

    assertThat(read).containsAll(given);
  }

  /** The name of a property in the environment (MicroProfile Config). */
  private static String variable(String property) {
    return property.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
  }
}
