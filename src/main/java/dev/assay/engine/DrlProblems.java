package dev.assay.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kie.api.builder.Message;

/**
 * Says where in the DRL a problem lies. The compiler often points into Java that it generated, or
 * gives no line; then the code that it complains about is looked up in the files.
 */
final class DrlProblems {
  private static final String GENERATED = "Java source of ";
  private static final String NO_PACKAGE = "Parser returned a null Package";

  private final List<DrlFile> files;
  private final Map<String, String> generated = new HashMap<>();

  private DrlProblems(List<DrlFile> files) {
    this.files = files;
  }

  static List<String> inWords(List<Message> errors, List<DrlFile> files) {
    DrlProblems problems = new DrlProblems(files);
    List<String> words = new ArrayList<>();
    for (Message error : errors) {
      if (error.getText().startsWith(GENERATED)) {
        problems.generated.put(error.getPath(), error.getText());
      }
    }
    for (Message error : errors) {
      // Both only repeat what another message says.
      if (!error.getText().startsWith(GENERATED) && !error.getText().equals(NO_PACKAGE)) {
        words.add(problems.place(error) + ": " + error.getText());
      }
    }
    return words;
  }

  private String place(Message error) {
    DrlFile named = named(error.getPath());
    if (named != null && error.getLine() > 0) {
      return "%s line %d".formatted(named.name(), error.getLine());
    }
    String code = named == null ? generatedLine(error) : afterColon(error.getText());
    for (DrlFile file : files) {
      int line = named == null || file.equals(named) ? lineOf(code, file.source()) : 0;
      if (line > 0) {
        return "%s line %d".formatted(file.name(), line);
      }
    }
    return named != null ? named.name() : String.valueOf(error.getPath());
  }

  private @Nullable DrlFile named(@Nullable String path) {
    return files.stream()
        .filter(file -> path != null && path.endsWith("/" + file.name()))
        .findFirst()
        .orElse(null);
  }

  private String generatedLine(Message error) {
    List<String> lines = generated.getOrDefault(error.getPath(), "").lines().skip(1).toList();
    int line = error.getLine();
    return line > 0 && line <= lines.size() ? lines.get(line - 1) : "";
  }

  private static String afterColon(String text) {
    return text.substring(text.indexOf(':') + 1);
  }

  /** The line on which the code begins, whatever its blanks, from 1; 0 if it is not there. */
  private static int lineOf(String code, String source) {
    StringBuilder squeezed = new StringBuilder();
    List<Integer> lineAt = new ArrayList<>();
    int line = 1;
    for (int at = 0; at < source.length(); at++) {
      char c = source.charAt(at);
      if (!Character.isWhitespace(c)) {
        squeezed.append(c);
        lineAt.add(line);
      } else if (c == '\n') {
        line++;
      }
    }
    String wanted = code.replaceAll("\\s+", "");
    int at = wanted.isEmpty() ? -1 : squeezed.indexOf(wanted);
    return at < 0 ? 0 : lineAt.get(at);
  }
}
