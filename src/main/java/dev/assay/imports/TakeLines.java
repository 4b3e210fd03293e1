package dev.assay.imports;

import dev.assay.event.EventAnswer;
import dev.assay.event.TakeEvents;
import dev.assay.lead.TakeProfiles;
import dev.assay.pipeline.Done;
import dev.assay.pipeline.IntakeFull;
import dev.assay.pipeline.Work;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Puts lines through the same use cases as calls with their contents. */
@ApplicationScoped
class TakeLines {
  private static final int TOO_MANY_REQUESTS = 429;

  private final TakeEvents events;
  private final TakeProfiles profiles;

  TakeLines(TakeEvents events, TakeProfiles profiles) {
    this.events = events;
    this.profiles = profiles;
  }

  /** What became of a line. */
  enum Status {
    accepted,
    duplicate,
    rejected
  }

  /**
   * The answer to a line.
   *
   * @param problem why it was rejected
   */
  record Answer(Line line, Status status, @Nullable String problem) {
    static Answer rejected(Line line, @Nullable String problem) {
      return new Answer(line, Status.rejected, problem == null ? "It was not taken." : problem);
    }
  }

  /**
   * Takes the lines; returns when all of them are durable.
   *
   * @param outcomes whether whoever started the import may report outcomes
   * @return null if too much is waiting; then nothing was taken
   */
  @Nullable List<Answer> take(Kind kind, List<Line> lines, boolean outcomes) {
    try {
      return kind == Kind.events ? events(lines, outcomes) : profiles(lines);
    } catch (IntakeFull full) {
      return null;
    } catch (HttpProblem problem) {
      if (problem.getStatusCode() == TOO_MANY_REQUESTS) {
        return null;
      }
      throw problem;
    }
  }

  private List<Answer> events(List<Line> lines, boolean outcomes) {
    List<Line> sound = lines.stream().filter(line -> line.problem() == null).toList();
    Iterator<EventAnswer> answers =
        events.takeAll(sound.stream().map(Line::body).toList(), outcomes).join().iterator();
    return lines.stream()
        .map(
            line ->
                line.problem() == null
                    ? answer(line, answers.next())
                    : Answer.rejected(line, line.problem()))
        .toList();
  }

  private static Answer answer(Line line, EventAnswer answer) {
    return switch (answer.status()) {
      case accepted -> new Answer(line, Status.accepted, null);
      case duplicate -> new Answer(line, Status.duplicate, null);
      case conflict, rejected ->
          Answer.rejected(line, answer.problem() == null ? null : answer.problem().detail());
    };
  }

  private List<Answer> profiles(List<Line> lines) {
    List<@Nullable String> problems = new ArrayList<>();
    List<Work.MergeProfile> sound = new ArrayList<>();
    for (Line line : lines) {
      String problem = line.problem();
      try {
        Work.MergeProfile read = TakeProfiles.read(line.lead(), line.body());
        if (problem == null) {
          sound.add(read);
        }
      } catch (HttpProblem refused) {
        problem =
            line.problemAnd(Objects.requireNonNullElse(refused.getDetail(), refused.toString()));
      }
      problems.add(problem);
    }
    Iterator<Done> done = profiles.take(sound).join().iterator();
    List<Answer> answers = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      answers.add(
          problems.get(i) == null
              ? answer(line, done.next())
              : Answer.rejected(line, problems.get(i)));
    }
    return answers;
  }

  private static Answer answer(Line line, Done done) {
    if (done instanceof Done.Conflict conflict) {
      return Answer.rejected(line, conflict.withoutOthers());
    }
    if (done instanceof Done.Erased erased) {
      return Answer.rejected(line, erased.detail());
    }
    return done instanceof Done.Failed failed
        ? Answer.rejected(line, failed.detail())
        : new Answer(line, Status.accepted, null);
  }
}
