package dev.assay.documentation;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ConfigurationPageTest {
  private static final Pattern PROPERTY = Pattern.compile("(?m)^(?:%\\w+\\.)?(assay\\.[a-z.-]+)=");

  @Test
  void thePageSaysWhatTheCodeKnows() throws IOException {
    assertThat(Files.readString(ConfigurationPage.FILE))
        .as("%s is stale: %s", ConfigurationPage.FILE, ConfigurationPage.RENEW)
        .isEqualTo(ConfigurationPage.page());
  }

  @Test
  void whatIsReadByItsNameIsDeclaredWithTheSameDefault() throws IOException {
    Map<String, String> declared =
        DeclaredSettings.all().collect(toMap(Setting::property, Setting::value));

    ReadSettings read = new ReadSettings(Sources.parse());

    assertThat(read.placeholders)
        .isNotEmpty()
        .allSatisfy((name, defaults) -> assertThat(defaults).containsExactly(declared.get(name)));
    assertThat(read.names.stream().filter(name -> name.startsWith("assay.")))
        .isNotEmpty()
        .allSatisfy(name -> assertThat(declared).containsKey(name));
  }

  @Test
  void whatComesWithTheServiceIsDeclared() throws IOException {
    Set<String> declared = DeclaredSettings.all().map(Setting::property).collect(toSet());

    assertThat(
            PROPERTY
                .matcher(Files.readString(Path.of("src/main/resources/application.properties")))
                .results()
                .map(found -> found.group(1)))
        .isNotEmpty()
        .isSubsetOf(declared);
  }
}
