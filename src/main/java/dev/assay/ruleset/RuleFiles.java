package dev.assay.ruleset;

import dev.assay.engine.DrlFile;
import java.io.IOException;
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

  byte[] workbookDigest() {
    return sha256(workbook);
  }

  static byte[] sha256(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
