package dev.assay.engine;

import dev.assay.assessment.Activity;
import dev.assay.assessment.Fade;
import dev.assay.assessment.History;
import dev.assay.assessment.Lead;
import dev.assay.assessment.Qualification;
import dev.assay.assessment.Score;
import dev.assay.assessment.Scorecard;
import dev.assay.assessment.Text;
import dev.assay.assessment.Trait;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Objects;
import org.drools.base.util.Drools;

/**
 * Tells whether compiled DRL still fits: it depends on the files, on the compiler, and on the
 * classes that the rules were compiled against.
 */
public final class DrlFingerprint {
  private static final List<Class<?>> VOCABULARY =
      List.of(
          Activity.class,
          Fade.class,
          History.class,
          Lead.class,
          Qualification.class,
          Score.class,
          Scorecard.class,
          Text.class,
          Trait.class);

  private DrlFingerprint() {}

  /** SHA-256 over all that compiled code depends on. */
  public static byte[] of(List<DrlFile> files) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      add(sha, Drools.getFullVersion().getBytes(StandardCharsets.UTF_8));
      for (Class<?> type : VOCABULARY) {
        add(sha, code(type));
      }
      for (DrlFile file : files) {
        add(sha, file.name().getBytes(StandardCharsets.UTF_8));
        add(sha, file.source().getBytes(StandardCharsets.UTF_8));
      }
      return sha.digest();
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  private static void add(MessageDigest sha, byte[] part) throws NoSuchAlgorithmException {
    sha.update(MessageDigest.getInstance("SHA-256").digest(part));
  }

  private static byte[] code(Class<?> type) {
    try (InputStream code =
        Objects.requireNonNull(type.getResourceAsStream(type.getSimpleName() + ".class"))) {
      return code.readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
