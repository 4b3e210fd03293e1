package dev.assay.pipeline;

import java.util.concurrent.CompletableFuture;

/** A piece of work and the promise to say what became of it. */
record Job(Received received, CompletableFuture<Done> done) {
  Job(Received received) {
    this(received, new CompletableFuture<>());
  }
}
