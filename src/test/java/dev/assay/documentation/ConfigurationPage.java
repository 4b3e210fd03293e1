package dev.assay.documentation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes {@code docs/configuration.md} from the interfaces of the settings. Run its main method to
 * renew the page.
 */
final class ConfigurationPage {
  static final Path FILE = Path.of("docs", "configuration.md");

  /** What to do when the page is stale. */
  static final String RENEW =
      "run mvn test-compile, then java -cp target/test-classes "
          + ConfigurationPage.class.getName();

  private ConfigurationPage() {}

  public static void main(String[] args) throws IOException {
    Files.writeString(FILE, page());
  }

  static String page() throws IOException {
    StringBuilder page = new StringBuilder();
    page.append(
        """
        # Settings

        Every setting of the service. This page is written from the code; a test fails when it is stale.

        A setting has two names. The variable is for the environment. The property is for the command line, before `-jar`:
        `java -Dassay.rules.lanes=8 -jar target/quarkus-app/quarkus-run.jar`. The command line comes before the environment. The service
        reads its settings once, at its start.

        | type | examples |
        |---|---|
        | duration | `500ms`, `15s`, `8h`, `30d`, or ISO 8601: `PT15S`, `P30D` |
        | size | bytes: `500`, `64K`, `8M`, `1G` |
        | path | relative to the folder where the service starts, or absolute |
        | list of texts, list of numbers | divided by commas: `8443,9443` |

        """);
    for (SettingGroup group : DeclaredSettings.read(Sources.parse())) {
      page.append(
          """
          ## %s

          %s

          | variable | property | type | default | meaning |
          |---|---|---|---|---|
          """
              .formatted(group.prefix(), group.about()));
      group.settings().forEach(setting -> row(page, setting));
      page.append('\n');
    }
    page.append(
        """
        ## Settings of the platform

        Quarkus reads these. Its [reference](https://quarkus.io/guides/all-config) has all others.

        | variable | property | type | default | meaning |
        |---|---|---|---|---|
        """);
    PlatformSettings.all().forEach(setting -> row(page, setting));
    return page.toString();
  }

  private static void row(StringBuilder page, Setting setting) {
    page.append(
        "| `%s` | `%s` | %s | %s | %s |\n"
            .formatted(
                setting.variable(),
                setting.property(),
                setting.type(),
                setting.value().isEmpty() ? "" : "`" + setting.value() + "`",
                setting.meaning()));
  }
}
