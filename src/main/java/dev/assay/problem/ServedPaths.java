package dev.assay.problem;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The paths that are served, and by which methods. A 405 must name the methods, and metrics must
 * name a path by its template, since the path itself may hold an address of a person; the library
 * tells neither where a request is refused before it reaches a resource.
 */
@ApplicationScoped
public class ServedPaths {
  private static final Pattern PARAMETER = Pattern.compile("\\{[^}:]*(?::([^}]*))?}");

  private final List<Served> served = new ArrayList<>();

  /** Templates without a parameter, which most requests ask for. */
  private final Set<String> fixed = new HashSet<>();

  /**
   * A method of ours.
   *
   * @param template such as /v1/leads/{lead}
   */
  private record Served(Pattern path, String template, String method) {}

  ServedPaths(BeanManager beans) {
    for (Bean<?> bean : beans.getBeans(Object.class, Any.Literal.INSTANCE)) {
      Path path = bean.getBeanClass().getAnnotation(Path.class);
      if (path != null) {
        for (Method method : bean.getBeanClass().getDeclaredMethods()) {
          add(path.value(), method);
        }
      }
    }
  }

  private void add(String path, Method method) {
    Path more = method.getAnnotation(Path.class);
    String template = more == null ? path : path + "/" + more.value();
    for (Annotation annotation : method.getAnnotations()) {
      HttpMethod named = annotation.annotationType().getAnnotation(HttpMethod.class);
      if (named != null) {
        String normal = normal(template);
        served.add(new Served(pattern(normal), name(normal), named.value()));
        if (normal.indexOf('{') < 0) {
          fixed.add(normal);
        }
      }
    }
  }

  private static String normal(String template) {
    return ("/" + template).replaceAll("/+", "/").replaceAll("(?<=.)/$", "");
  }

  /** Without the forms of its parameters. */
  private static String name(String template) {
    return template.replaceAll("\\{\\s*([^}:\\s]*)[^}]*}", "{$1}");
  }

  private static Pattern pattern(String path) {
    StringBuilder pattern = new StringBuilder();
    Matcher parameter = PARAMETER.matcher(path);
    int from = 0;
    while (parameter.find()) {
      String form = parameter.group(1);
      pattern.append(Pattern.quote(path.substring(from, parameter.start())));
      pattern.append("(?:").append(form == null ? "[^/]+" : form.strip()).append(')');
      from = parameter.end();
    }
    return Pattern.compile(pattern.append(Pattern.quote(path.substring(from))) + "/?");
  }

  /** The template that serves the path, whatever the method; null if nothing is served there. */
  public @Nullable String template(String path) {
    if (fixed.contains(path)) {
      return path;
    }
    return served.stream()
        .filter(one -> one.path().matcher(path).matches())
        .map(Served::template)
        .findFirst()
        .orElse(null);
  }

  /** In alphabetical order; none if nothing is served there. */
  Set<String> methods(String path) {
    Set<String> methods = new TreeSet<>();
    for (Served one : served) {
      if (one.path().matcher(path).matches()) {
        methods.add(one.method());
      }
    }
    if (methods.contains("GET")) {
      methods.add("HEAD");
    }
    if (!methods.isEmpty()) {
      methods.add("OPTIONS");
    }
    return methods;
  }
}
