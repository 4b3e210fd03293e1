package dev.assay.target;

import io.quarkus.qute.CompletedStage;
import io.quarkus.qute.Engine;
import io.quarkus.qute.EvalContext;
import io.quarkus.qute.IfSectionHelper;
import io.quarkus.qute.ResultMapper;
import io.quarkus.qute.Results;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateException;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.ValueResolver;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Qute reduced to plain data: names look up entries of maps, and there are <code>{#if}</code>,
 * <code>{#for}</code> and a default (<code>?:</code>). Nothing else of Qute is there to be called:
 * no methods, no beans, no namespaces, no includes, no tags of users. A name that is not in the
 * data is an error.
 */
final class PlainTemplates {

  static final int LONGEST_TEMPLATE = 16_384;
  static final int LONGEST_OUTPUT = 65_536;
  private static final int MOST_SECTIONS = 100;
  private static final int MOST_TURNS = 1_000;

  /** Values are still escaped in what Qute writes, by at most this factor. */
  private static final int ESCAPED = 6;

  private final Engine engine;

  PlainTemplates(ResultMapper values) {
    this.engine =
        Engine.builder()
            .strictRendering(true)
            .timeout(1_000)
            .addSectionHelper(new IfSectionHelper.Factory())
            .addSectionHelper(new ListLoop.Factory())
            .addValueResolver(new Entries())
            .addValueResolver(new Nothing.Default())
            .addResultMapper(values)
            .build();
  }

  Template parse(String text) throws RefusedTarget {
    if (text.length() > LONGEST_TEMPLATE) {
      throw new RefusedTarget(
          "A template has %d characters; at most %d are taken. Shorten it"
              .formatted(text.length(), LONGEST_TEMPLATE));
    }
    if (text.indexOf(Placeholder.OPEN) >= 0 || text.indexOf(Placeholder.CLOSE) >= 0) {
      throw new RefusedTarget(
          "A template holds U+E000 or U+E001, which stand for values here. Leave them out");
    }
    if (text.split("\\{#", -1).length - 1 > MOST_SECTIONS) {
      throw new RefusedTarget(
          "A template has more than %d sections {#…}. Simplify it".formatted(MOST_SECTIONS));
    }
    try {
      return engine.parse(text);
    } catch (TemplateException e) {
      throw new RefusedTarget("A template cannot be read: " + reason(e));
    } catch (StackOverflowError deep) {
      throw new RefusedTarget("A template is nested too deeply. Simplify it");
    }
  }

  String render(Template template, Map<String, @Nullable Object> data) throws Unrenderable {
    StringBuilder output = new StringBuilder();
    TemplateInstance rendering = template.data(data);
    rendering.setAttribute(ListLoop.TURNS, new AtomicInteger(MOST_TURNS));
    try {
      rendering.consume(part -> append(output, part)).toCompletableFuture().join();
    } catch (RuntimeException e) {
      throw new Unrenderable("The template cannot be filled in: " + reason(e));
    } catch (StackOverflowError deep) {
      throw new Unrenderable("The template is nested too deeply");
    }
    return output.toString();
  }

  private static void append(StringBuilder output, String part) {
    if (output.length() + part.length() > ESCAPED * LONGEST_OUTPUT) {
      throw new TemplateException(
          "What comes of it is longer than %d characters".formatted(LONGEST_OUTPUT));
    }
    output.append(part);
  }

  /** What Qute says names the template alone; what others say may quote a value. */
  private static String reason(Throwable failure) {
    Throwable cause = failure;
    while (cause != null && !(cause instanceof TemplateException)) {
      cause = cause.getCause();
    }
    return cause == null
        ? "its values do not fit what it does with them"
        : Line.of(String.valueOf(cause.getMessage()), 300);
  }

  /** Entries of maps by their names, nothing of any other object. */
  private static final class Entries implements ValueResolver {

    @Override
    public boolean appliesTo(EvalContext context) {
      return context.getBase() instanceof Map<?, ?> && context.getParams().isEmpty();
    }

    @Override
    public CompletionStage<Object> resolve(EvalContext context) {
      Map<?, ?> map = (Map<?, ?>) context.getBase();
      return map.containsKey(context.getName())
          ? CompletedStage.of(Nothing.orValue(map.get(context.getName())))
          : Results.notFound(context);
    }
  }
}
