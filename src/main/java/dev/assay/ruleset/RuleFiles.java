package dev.assay.ruleset;

import dev.assay.engine.DrlFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a rule set is made of.
 *
 * @param workbook the .xlsx file, byte for byte
 * @param drl ordered by name
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and not written to
record RuleFiles(byte[] workbook, List<DrlFile> drl) {
  static final String WORKBOOK = "lead-scoring.xlsx";

  RuleFiles {
    drl = List.copyOf(drl);
  }

  /**
   * Reads the files of a deployment.
   *
   * @throws IOException if the folder or the workbook is missing
   */
  static RuleFiles in(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      List<Path> drl = files.filter(file -> file.toString().endsWith(".drl")).sorted().toList();
      List<DrlFile> read = new java.util.ArrayList<>();
      for (Path file : drl) {
        read.add(new DrlFile(String.valueOf(file.getFileName()), Files.readString(file)));
      }
      return new RuleFiles(Files.readAllBytes(directory.resolve(WORKBOOK)), read);
    }
  }

  /** SHA-256 over all of it; equal for equal files. */
  byte[] digest() {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      sha.update(sha.digest(workbook));
      for (DrlFile file : drl) {
        sha.update(sha.digest(file.name().getBytes(StandardCharsets.UTF_8)));
        sha.update(sha.digest(file.source().getBytes(StandardCharsets.UTF_8)));
      }
      return sha.digest();
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
