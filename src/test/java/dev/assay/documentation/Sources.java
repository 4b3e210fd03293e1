package dev.assay.documentation;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * The sources of the service that name a setting, parsed by the JDK's own compiler.
 *
 * @param docs the Javadoc of what is in the files
 */
record Sources(List<CompilationUnitTree> files, DocTrees docs) {
  private static final Path MAIN = Path.of("src", "main", "java");

  static Sources parse() throws IOException {
    List<Path> paths;
    try (Stream<Path> walk = Files.walk(MAIN)) {
      paths =
          walk.filter(path -> path.toString().endsWith(".java"))
              .filter(Sources::namesSettings)
              .sorted()
              .toList();
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  manager,
                  null,
                  List.of("-proc:none"),
                  null,
                  manager.getJavaFileObjectsFromPaths(paths));
      List<CompilationUnitTree> files = new ArrayList<>();
      task.parse().forEach(files::add);
      return new Sources(List.copyOf(files), DocTrees.instance(task));
    }
  }

  private static boolean namesSettings(Path path) {
    try {
      String text = Files.readString(path);
      return text.contains("@ConfigMapping")
          || text.contains("\"assay.")
          || text.contains("${assay.");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
