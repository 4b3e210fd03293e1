package dev.assay.engine;

import dev.assay.assessment.RuleSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.model.Model;
import org.drools.model.Rule;

/** The compiled DRL files of a deployment, ready to be joined with any workbook. */
public final class DrlPackages {
  private static final Pattern RULE =
      Pattern.compile("(?:^|[;\\s])rule\\s+(?:\"([^\"]+)\"|'([^']+)'|(\\S+))");

  private final byte[] compiled;
  private final Supplier<List<Model>> models;
  private final Map<String, RuleSource> sources;

  private DrlPackages(
      byte[] compiled, Supplier<List<Model>> models, Map<String, RuleSource> sources) {
    this.compiled = compiled;
    this.models = models;
    this.sources = sources;
  }

  /**
   * Compiles the files. Takes seconds: do it once, and keep {@link #compiled} to {@link #load}.
   *
   * @throws DrlErrors naming file, line and problem, if any file does not compile
   */
  public static DrlPackages compile(List<DrlFile> files) {
    return load(files, files.isEmpty() ? new byte[0] : DrlCompiler.compile(files));
  }

  /**
   * Takes up what was compiled before, in this process or another.
   *
   * @param files the very files of which it was compiled
   * @param compiled what {@link #compiled} gave; it is run, so it must come from a trusted place
   * @throws LinkageError if it was compiled against another version of the service
   */
  public static DrlPackages load(List<DrlFile> files, byte[] compiled) {
    if (files.isEmpty()) {
      return new DrlPackages(compiled, List::of, Map.of());
    }
    DrlClassLoader loader = new DrlClassLoader(compiled);
    return new DrlPackages(compiled, loader::models, sources(files, names(loader.models())));
  }

  /** The classes in a jar. */
  public byte[] compiled() {
    return compiled.clone();
  }

  /** The names of all rules; each must be the only one, for explanations tell rules by name. */
  private static Set<String> names(List<Model> models) {
    Set<String> names = new HashSet<>();
    List<String> errors = new ArrayList<>();
    for (Model model : models) {
      if (model.getPackageName().equals(RowRule.PACKAGE)) {
        errors.add("package %s is kept for the workbook".formatted(RowRule.PACKAGE));
      }
      for (Rule rule : model.getRules()) {
        if (!names.add(rule.getName())) {
          errors.add(
              "rule \"%s\" of package %s has the name of another rule"
                  .formatted(rule.getName(), model.getPackageName()));
        }
      }
    }
    if (!errors.isEmpty()) {
      throw new DrlErrors(errors);
    }
    return names;
  }

  private static Map<String, RuleSource> sources(List<DrlFile> files, Set<String> names) {
    Map<String, RuleSource> sources = new HashMap<>();
    for (DrlFile file : files) {
      Matcher rule = RULE.matcher(file.source());
      while (rule.find()) {
        String name =
            rule.group(1) != null
                ? rule.group(1)
                : rule.group(2) != null ? rule.group(2) : rule.group(3);
        if (names.contains(name)) {
          sources.putIfAbsent(name, RuleSource.drl(name, file.name(), DRL_ORDER + sources.size()));
        }
      }
    }
    return sources;
  }

  /** New ones at each call, for each rule base changes those it is built of. */
  List<Model> models() {
    return models.get();
  }

  /** By rule name. */
  Map<String, RuleSource> sources() {
    return sources;
  }

  /** Rows stand before DRL, so that where one conclusion must win, analysts decide. */
  private static final int DRL_ORDER = 1_000_000;
}
