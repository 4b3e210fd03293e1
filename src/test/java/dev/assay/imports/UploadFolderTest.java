package dev.assay.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploadFolderTest {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path place;

  @Test
  void aFileIsReadAgainAndHasNoName() throws Exception {
    Path folder = place.resolve("a").resolve("uploads");
    try (UploadFile file = new UploadFolder(folder).create()) {
      file.append("_lead".getBytes(UTF_8), 1, 4);
      file.append("\n".getBytes(UTF_8), 0, 1);

      assertThat(folder).isEmptyDirectory();
      assertThat(file.read().readAllBytes()).asString(UTF_8).isEqualTo("lead\n");
    }
  }

  @Test
  void aFolderThatOthersCouldReadIsClosedToThem() throws Exception {
    Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("rwxrwxrwx"));

    new UploadFolder(place).create().close();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(place)))
        .isEqualTo("rwx------");
  }

  @Test
  void whatADeadProcessLeftIsDeletedAndNothingElse() throws Exception {
    Files.writeString(place.resolve("upload-123.csv"), "lead\n");
    Files.writeString(place.resolve("mine.csv"), "lead\n");

    new UploadFolder(place).clean();

    assertThat(place).isDirectoryNotContaining("glob:**upload*").isNotEmptyDirectory();
  }

  @Test
  void aPlaceThatIsNoFolderIsNotTheCallersFault() throws Exception {
    Path file = Files.writeString(place.resolve("file"), "x");

    assertThatThrownBy(() -> new UploadFolder(file.resolve("uploads")).create())
        .isInstanceOfSatisfying(
            HttpProblem.class, problem -> assertThat(problem.getStatusCode()).isEqualTo(503));
  }
}
