package dev.assay.workbook;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** LibreOffice, where it is installed. */
final class LibreOffice {
  private LibreOffice() {}

  static boolean isInstalled() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "soffice")));
  }

  /** What becomes of the file when a person opens it there and saves it. */
  static byte[] save(byte[] file) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory(Path.of("target"), "libreoffice").toAbsolutePath();
    Path in = Files.write(folder.resolve("in.xlsx"), file);
    Process office =
        new ProcessBuilder(
                "soffice",
                "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                "--headless",
                "--convert-to",
                "xlsx:Calc MS Excel 2007 XML",
                "--outdir",
                folder.resolve("out").toString(),
                in.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    if (!office.waitFor(2, TimeUnit.MINUTES)) {
      office.destroyForcibly();
      throw new AssertionError("LibreOffice did not end: " + folder.resolve("log"));
    }
    return Files.readAllBytes(folder.resolve("out").resolve("in.xlsx"));
  }
}
