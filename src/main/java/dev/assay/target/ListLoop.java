package dev.assay.target;

import io.quarkus.qute.CompletedStage;
import io.quarkus.qute.Expression;
import io.quarkus.qute.Parameter;
import io.quarkus.qute.ResolutionContext;
import io.quarkus.qute.ResultNode;
import io.quarkus.qute.Scope;
import io.quarkus.qute.SectionHelper;
import io.quarkus.qute.SectionHelperFactory;
import io.quarkus.qute.TemplateException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The section <code>{#for item in list}</code>: over lists only, never over a number, and not
 * longer than the whole rendering may take. Inside, <code>item_hasNext</code> tells whether a comma
 * is needed and <code>item_count</code> counts from 1.
 */
record ListLoop(String alias, Expression list) implements SectionHelper {

  /** The attribute of a rendering that holds how many turns are left. */
  static final String TURNS = "turns";

  @Override
  public CompletionStage<ResultNode> resolve(SectionResolutionContext context) {
    return context.evaluate(list).thenCompose(value -> turn(context, value));
  }

  private CompletionStage<ResultNode> turn(
      SectionResolutionContext context, @Nullable Object value) {
    if (value == null || value == Nothing.VALUE) {
      return ResultNode.NOOP;
    }
    if (!(value instanceof List<?> items)) {
      throw new TemplateException("{%s} is no list".formatted(list.toOriginalString()));
    }
    CompletionStage<List<ResultNode>> results = CompletedStage.of(new ArrayList<>());
    for (int index = 0; index < items.size(); index++) {
      spend(context.resolutionContext());
      CompletionStage<ResultNode> result = context.execute(child(context, items, index));
      results =
          results.thenCombine(
              result,
              (all, one) -> {
                all.add(one);
                return all;
              });
    }
    return results.thenApply(Turns::new);
  }

  private ResolutionContext child(SectionResolutionContext context, List<?> items, int index) {
    Map<String, @Nullable Object> names = new HashMap<>();
    names.put(alias, items.get(index));
    names.put(alias + "_count", index + 1);
    names.put(alias + "_hasNext", index + 1 < items.size());
    return context.resolutionContext().createChild(names, null);
  }

  private static void spend(ResolutionContext context) {
    if (!(context.getAttribute(TURNS) instanceof AtomicInteger turns)
        || turns.decrementAndGet() < 0) {
      throw new TemplateException("Its loops take more turns than a rendering may");
    }
  }

  /** What the turns gave, one after the other. */
  private static final class Turns extends ResultNode {
    private final List<ResultNode> all;

    Turns(List<ResultNode> all) {
      this.all = all;
    }

    @Override
    public void process(Consumer<String> consumer) {
      all.forEach(one -> one.process(consumer));
    }
  }

  /** Makes loops of what the parser finds. */
  static final class Factory implements SectionHelperFactory<ListLoop> {

    @Override
    public List<String> getDefaultAliases() {
      return List.of("for");
    }

    @Override
    public ParametersInfo getParameters() {
      return ParametersInfo.builder()
          .addParameter("alias")
          .addParameter("in")
          .addParameter(Parameter.builder("list").build())
          .build();
    }

    @Override
    public Scope initializeBlock(Scope outer, BlockInfo block) {
      String list = block.getParameter("list");
      if (list == null || !"in".equals(block.getParameter("in"))) {
        throw new TemplateException("A loop is written {#for item in list}");
      }
      block.addExpression("list", list);
      return outer;
    }

    @Override
    public ListLoop initialize(SectionInitContext context) {
      return new ListLoop(context.getParameter("alias"), context.getExpression("list"));
    }
  }
}
