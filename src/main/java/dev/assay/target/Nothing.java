package dev.assay.target;

import io.quarkus.qute.CompletedStage;
import io.quarkus.qute.EvalContext;
import io.quarkus.qute.Results;
import io.quarkus.qute.ValueResolver;
import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Null within templates. Qute writes nothing for a null and asks nobody; this is a value like any
 * other to it, empty, and equal to null.
 */
final class Nothing extends AbstractMap<String, Object> {

  static final Nothing VALUE = new Nothing();

  private Nothing() {}

  static Object orValue(@Nullable Object value) {
    return value == null ? VALUE : value;
  }

  @Override
  public Set<Map.Entry<String, Object>> entrySet() {
    return Set.of();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other == null || other == this;
  }

  @Override
  public int hashCode() {
    return 0;
  }

  /** <code>{name ?: other}</code>: the other value where there is none. */
  static final class Default implements ValueResolver {

    @Override
    public boolean appliesTo(EvalContext context) {
      return context.getName().equals("?:") && context.getParams().size() == 1;
    }

    @Override
    public CompletionStage<Object> resolve(EvalContext context) {
      Object value = context.getBase();
      return value == null || value == VALUE || Results.isNotFound(value)
          ? context.evaluate(context.getParams().get(0))
          : CompletedStage.of(value);
    }
  }
}
