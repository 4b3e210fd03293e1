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
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which methods are served at a path: a 405 must say so, and the library does not. */
@ApplicationScoped
class AllowedMethods {
  private static final Pattern PARAMETER = Pattern.compile("\\{[^}:]*(?::([^}]*))?}");

  private final List<Served> served = new ArrayList<>();

  /** A method of ours. */
  private record Served(Pattern path, String method) {}

  AllowedMethods(BeanManager beans) {
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
        served.add(new Served(pattern(template), named.value()));
      }
    }
  }

  private static Pattern pattern(String template) {
    StringBuilder pattern = new StringBuilder();
    String path = ("/" + template).replaceAll("/+", "/").replaceAll("(?<=.)/$", "");
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

  /** In alphabetical order; none if nothing is served there. */
  Set<String> at(String path) {
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
