package dev.assay.operations;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.KubernetesResource;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds fields that no version of the API knows: the client keeps them aside without a word. */
final class UnknownFields {
  private final List<String> found = new ArrayList<>();

  private UnknownFields() {}

  static List<String> of(KubernetesResource object) throws ReflectiveOperationException {
    JsonNode written = Serialization.jsonMapper().valueToTree(object);
    UnknownFields unknown = new UnknownFields();
    unknown.search(object);
    if (written.isEmpty()) {
      unknown.found.add("nothing was read");
    }
    return unknown.found;
  }

  private void search(@Nullable Object value) throws ReflectiveOperationException {
    if (value instanceof Collection<?> many) {
      for (Object one : many) {
        search(one);
      }
    } else if (value instanceof KubernetesResource) {
      for (Method getter : value.getClass().getMethods()) {
        if (getter.getParameterCount() > 0 || !getter.getName().startsWith("get")) {
          continue;
        }
        if (getter.getName().equals("getAdditionalProperties")) {
          ((Map<?, ?>) getter.invoke(value))
              .keySet()
              .forEach(key -> found.add(String.valueOf(key)));
        } else if (getter.getDeclaringClass() == value.getClass()) {
          search(getter.invoke(value));
        }
      }
    }
  }
}
