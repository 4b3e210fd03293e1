package dev.assay.pipeline;

import java.util.concurrent.CompletableFuture;

/** A piece of work and the promise to say what became of it. */
record Job(Work work, CompletableFuture<Done> done) {
  Job(Work work) {
    this(work, new CompletableFuture<>());
  }
}
