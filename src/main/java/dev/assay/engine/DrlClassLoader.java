package dev.assay.engine;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import org.drools.model.Model;
import org.jspecify.annotations.Nullable;

/** Loads the classes of compiled DRL. They go when nobody holds a rule of them any more. */
final class DrlClassLoader extends ClassLoader {
  private static final String CLASS = ".class";

  /** Lists the classes of the models, below a line that says which version wrote it. */
  private static final String MODELS = "/drools-model";

  private final Map<String, byte[]> classes = new HashMap<>();
  private final List<Class<? extends Model>> models = new ArrayList<>();

  /**
   * @param jar as {@link DrlCompiler} makes it
   * @throws LinkageError if the classes do not fit this version of the service
   */
  DrlClassLoader(byte[] jar) {
    super(DrlClassLoader.class.getClassLoader());
    @Nullable String listed = null;
    try (JarInputStream entries = new JarInputStream(new ByteArrayInputStream(jar))) {
      for (JarEntry entry = entries.getNextJarEntry();
          entry != null;
          entry = entries.getNextJarEntry()) {
        String name = entry.getName();
        if (name.endsWith(CLASS)) {
          classes.put(
              name.substring(0, name.length() - CLASS.length()).replace('/', '.'),
              entries.readAllBytes());
        } else if (name.endsWith(MODELS)) {
          listed = new String(entries.readAllBytes(), StandardCharsets.UTF_8);
        }
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    if (listed == null) {
      throw new NoClassDefFoundError("compiled DRL without a list of its models");
    }
    listed.lines().filter(line -> !line.contains(":")).forEach(this::addModel);
  }

  private void addModel(String name) {
    try {
      models.add(loadClass(name).asSubclass(Model.class));
    } catch (ClassNotFoundException notThere) {
      throw new NoClassDefFoundError(name);
    }
  }

  /** One new model for each package. */
  List<Model> models() {
    List<Model> fresh = new ArrayList<>();
    for (Class<? extends Model> model : models) {
      try {
        fresh.add(model.getConstructor().newInstance());
      } catch (ReflectiveOperationException unlikeAnyModel) {
        throw new LinkageError(model.getName(), unlikeAnyModel);
      }
    }
    return fresh;
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] code = classes.get(name);
    if (code == null) {
      throw new ClassNotFoundException(name);
    }
    return defineClass(name, code, 0, code.length);
  }
}
