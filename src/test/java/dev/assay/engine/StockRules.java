package dev.assay.engine;

import dev.assay.workbook.DecisionTable;
import dev.assay.workbook.Workbook;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.drools.core.impl.InternalRuleBase;
import org.drools.decisiontable.SpreadsheetCompiler;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;

/**
 * Runs a workbook the way Drools itself does: its sheets become DRL, which is compiled. Only for
 * workbooks we trust, because whatever stands in their cells would run.
 */
final class StockRules {
  private StockRules() {}

  static Lane compile(byte[] file, Workbook workbook, List<DrlFile> drl) {
    KieServices services = KieServices.get();
    ReleaseId id = services.newReleaseId("dev.assay", "stock", UUID.randomUUID().toString());
    KieFileSystem project = services.newKieFileSystem();
    project.generateAndWritePomXML(id);
    for (DrlFile source : sources(file, workbook, drl)) {
      project.write("src/main/resources/" + source.name(), source.source());
    }
    ClassLoader loader = StockRules.class.getClassLoader();
    KieBuilder builder =
        services.newKieBuilder(project, loader).buildAll(ExecutableModelProject.class);
    if (builder.getResults().hasMessages(Message.Level.ERROR)) {
      throw new AssertionError(builder.getResults().getMessages().toString());
    }
    InternalRuleBase base = (InternalRuleBase) services.newKieContainer(id, loader).getKieBase();
    services.getRepository().removeKieModule(id);
    Sources sources = RuleCompiler.sources(workbook, DrlPackages.compile(drl));
    ToldConsequence.tellOf(base.getKiePackages(), sources);
    return new Lane(base, sources, RuleCompiler.scoring(1, workbook));
  }

  private static List<DrlFile> sources(byte[] file, Workbook workbook, List<DrlFile> drl) {
    List<DrlFile> sources = new ArrayList<>();
    drl.forEach(
        source -> sources.add(new DrlFile("dev/assay/rules/" + source.name(), source.source())));
    for (String sheet : workbook.tables().stream().map(DecisionTable::sheet).distinct().toList()) {
      String source = new SpreadsheetCompiler().compile(new ByteArrayInputStream(file), sheet);
      sources.add(new DrlFile("dev/assay/workbook/%s.drl".formatted(sheet), named(source, sheet)));
    }
    return sources;
  }

  /** Drools calls a row {@code Table Sheet_12} where we call it {@code Table_12}. */
  private static String named(String source, String sheet) {
    return Pattern.compile("^rule \"(.+) " + Pattern.quote(sheet) + "_(\\d+)\"", Pattern.MULTILINE)
        .matcher(source)
        .replaceAll(
            rule -> "rule \"" + rule.group(1).replace(' ', '_') + "_" + rule.group(2) + "\"");
  }
}
