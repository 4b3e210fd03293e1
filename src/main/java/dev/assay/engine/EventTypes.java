package dev.assay.engine;

import dev.assay.assessment.Activity;
import java.util.HashSet;
import java.util.Set;
import org.drools.base.rule.IndexableConstraint;
import org.drools.base.util.index.ConstraintTypeOperator;
import org.drools.core.impl.InternalRuleBase;
import org.drools.core.reteoo.AlphaNode;
import org.drools.core.reteoo.ObjectSink;
import org.drools.core.reteoo.ObjectTypeNode;
import org.jspecify.annotations.Nullable;

/**
 * The event types that rules look at. Activities of other types can match nothing, so they need not
 * be made known to a session.
 */
final class EventTypes {
  private final @Nullable Set<String> types;

  private EventTypes(@Nullable Set<String> types) {
    this.types = types;
  }

  /**
   * Reads them from the network of a rule base. Where a rule does not begin with {@code type ==},
   * it may look at any type.
   *
   * @param probe an activity whose type and subject differ, to tell on which of them a test is
   */
  static EventTypes seenBy(InternalRuleBase base, Activity probe) {
    Set<String> types = new HashSet<>();
    for (ObjectTypeNode node : base.getRete().getObjectTypeNodes()) {
      if (!node.getObjectType().isAssignableFrom(Activity.class)) {
        continue;
      }
      for (ObjectSink sink : node.getObjectSinkPropagator().getSinks()) {
        String type = type(sink, probe);
        if (type == null) {
          return new EventTypes(null);
        }
        types.add(type);
      }
    }
    return new EventTypes(types);
  }

  boolean matter(Object fact) {
    return types == null
        || !(fact instanceof Activity activity)
        || types.contains(activity.getType());
  }

  private static @Nullable String type(ObjectSink sink, Activity probe) {
    return sink instanceof AlphaNode node
            && node.getConstraint() instanceof IndexableConstraint test
            && test.getConstraintType() == ConstraintTypeOperator.EQUAL
            && probe.getType().equals(test.getFieldExtractor().getValue(probe))
            && test.getField().getValue() instanceof String type
        ? type
        : null;
  }
}
