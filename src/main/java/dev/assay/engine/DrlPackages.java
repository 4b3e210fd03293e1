package dev.assay.engine;

import dev.assay.assessment.RuleSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.base.definitions.InternalKnowledgePackage;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.definition.KiePackage;
import org.kie.api.definition.rule.Rule;
import org.kie.api.runtime.KieContainer;

/** The compiled DRL files of a deployment, ready to be joined with any workbook. */
public final class DrlPackages {
  private static final Pattern RULE =
      Pattern.compile("(?:^|[;\\s])rule\\s+(?:\"([^\"]+)\"|'([^']+)'|(\\S+))");

  private final Collection<InternalKnowledgePackage> packages;
  private final Map<String, RuleSource> sources;

  private DrlPackages(
      Collection<InternalKnowledgePackage> packages, Map<String, RuleSource> sources) {
    this.packages = packages;
    this.sources = sources;
  }

  /**
   * Compiles the files. Takes seconds: do it once for a deployment.
   *
   * @throws DrlErrors naming file, line and problem, if any file does not compile
   */
  public static DrlPackages compile(List<DrlFile> files) {
    if (files.isEmpty()) {
      return new DrlPackages(List.of(), Map.of());
    }
    KieServices services = KieServices.get();
    // Inside an application server the rules see only what this class loader sees.
    ClassLoader loader = DrlPackages.class.getClassLoader();
    ReleaseId id = services.newReleaseId("dev.assay", "drl", UUID.randomUUID().toString());
    KieFileSystem project = services.newKieFileSystem();
    project.generateAndWritePomXML(id);
    for (DrlFile file : files) {
      project.write("src/main/resources/dev/assay/rules/" + file.name(), file.source());
    }
    KieBuilder builder =
        services.newKieBuilder(project, loader).buildAll(ExecutableModelProject.class);
    List<String> errors =
        DrlProblems.inWords(builder.getResults().getMessages(Message.Level.ERROR), files);
    if (!errors.isEmpty()) {
      services.getRepository().removeKieModule(id);
      throw new DrlErrors(errors);
    }
    KieContainer container = services.newKieContainer(id, loader);
    List<InternalKnowledgePackage> packages = new ArrayList<>();
    for (KiePackage compiled : container.getKieBase().getKiePackages()) {
      packages.add((InternalKnowledgePackage) compiled);
    }
    services.getRepository().removeKieModule(id);
    Map<String, RuleSource> sources = sources(files, names(packages));
    ToldConsequence.tellOf(packages, new Sources(Map.of(), sources));
    return new DrlPackages(packages, sources);
  }

  /** The names of all rules; each must be the only one, for explanations tell rules by name. */
  private static Set<String> names(List<InternalKnowledgePackage> packages) {
    Set<String> names = new HashSet<>();
    List<String> errors = new ArrayList<>();
    for (InternalKnowledgePackage compiled : packages) {
      if (compiled.getName().equals(RowRule.PACKAGE)) {
        errors.add("package %s is kept for the workbook".formatted(RowRule.PACKAGE));
      }
      for (Rule rule : compiled.getRules()) {
        if (!names.add(rule.getName())) {
          errors.add(
              "rule \"%s\" of package %s has the name of another rule"
                  .formatted(rule.getName(), compiled.getName()));
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

  Collection<InternalKnowledgePackage> packages() {
    return packages;
  }

  /** By rule name. */
  Map<String, RuleSource> sources() {
    return sources;
  }

  /** Rows stand before DRL, so that where one conclusion must win, analysts decide. */
  private static final int DRL_ORDER = 1_000_000;
}
