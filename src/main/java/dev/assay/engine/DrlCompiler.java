package dev.assay.engine;

import java.util.List;
import java.util.UUID;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;

/** Compiles DRL to Java classes, in a jar. */
final class DrlCompiler {
  private DrlCompiler() {}

  /**
   * Compiles the files together.
   *
   * @throws DrlErrors naming file, line and problem, if any file does not compile
   */
  static byte[] compile(List<DrlFile> files) {
    KieServices services = KieServices.get();
    ReleaseId id = services.newReleaseId("dev.assay", "drl", UUID.randomUUID().toString());
    KieFileSystem project = services.newKieFileSystem();
    project.generateAndWritePomXML(id);
    for (DrlFile file : files) {
      project.write("src/main/resources/dev/assay/rules/" + file.name(), file.source());
    }
    // Inside an application server the rules see only what this class loader sees.
    KieBuilder builder =
        services
            .newKieBuilder(project, DrlCompiler.class.getClassLoader())
            .buildAll(ExecutableModelProject.class);
    try {
      List<String> errors =
          DrlProblems.inWords(builder.getResults().getMessages(Message.Level.ERROR), files);
      if (!errors.isEmpty()) {
        throw new DrlErrors(errors);
      }
      return ((InternalKieModule) builder.getKieModule()).getBytes();
    } finally {
      services.getRepository().removeKieModule(id);
    }
  }
}
