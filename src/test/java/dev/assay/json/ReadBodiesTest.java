package dev.assay.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ReadBodiesTest {
  private final List<Runnable> waiting = new ArrayList<>();
  private final ReadBodies bodies = new ReadBodies(new ObjectMapper(), waiting::add);

  @Test
  void smallBodiesAreReadAtOnceAndLargerOnesOnAWorker() {
    assertThat(read(ReadBodies.SMALL)).isCompleted();

    CompletableFuture<String> large = read(ReadBodies.SMALL + 1);

    assertThat(large).isNotDone();
    waiting.remove(0).run();
    assertThat(large).isCompletedWithValue("read");
  }

  @Test
  void whatMemoryHasNoRoomForIsRefusedUntilOthersAreRead() {
    int half = (int) (ReadBodies.MAX_WAITING / 2);
    read(half);
    read(half);
    assertThatThrownBy(() -> read(ReadBodies.SMALL + 1))
        .isInstanceOfSatisfying(
            HttpProblem.class, refused -> assertThat(refused.getStatusCode()).isEqualTo(429));
    assertThat(read(ReadBodies.SMALL)).isCompleted();

    waiting.remove(0).run();

    assertThat(read(half)).isNotDone();
  }

  private CompletableFuture<String> read(int length) {
    return bodies
        .read(length, () -> CompletableFuture.completedFuture("read"))
        .toCompletableFuture();
  }
}
