package dev.assay.operations;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class ManifestsTest {
  private static final Map<String, String> ASSAY = Map.of("app.kubernetes.io/name", "assay");

  private final Deployment deployment = Manifests.one(Manifests.BASE, Deployment.class);
  private final PodSpec pod = deployment.getSpec().getTemplate().getSpec();
  private final Container container = Manifests.container();

  @Test
  void everyFileIsAppliedAndEveryFieldIsOneThatClustersKnow() throws Exception {
    for (Path folder : List.of(Manifests.BASE, Manifests.PRODUCTION)) {
      JsonNode kustomization = Manifests.kustomization(folder);
      Set<String> applied = new TreeSet<>();
      kustomization.path("resources").forEach(resource -> applied.add(resource.textValue()));
      kustomization.path("patches").forEach(patch -> applied.add(patch.path("path").textValue()));
      try (Stream<Path> files = Files.list(folder)) {
        Set<String> there = files.map(file -> file.getFileName().toString()).collect(toSet());
        there.remove("kustomization.yaml");
        assertThat(applied).containsAll(there);
      }
      assertThat(applied).allSatisfy(path -> assertThat(folder.resolve(path)).exists());
      for (HasMetadata object : Manifests.in(folder)) {
        assertThat(UnknownFields.of(object))
            .describedAs(object.getKind() + " " + object.getMetadata().getName())
            .isEmpty();
      }
    }
  }

  @Test
  void podsAreFoundByTheirLabel() {
    assertThat(deployment.getSpec().getTemplate().getMetadata().getLabels()).isEqualTo(ASSAY);
    assertThat(deployment.getSpec().getSelector().getMatchLabels()).isEqualTo(ASSAY);
    Service service = Manifests.one(Manifests.BASE, Service.class);
    assertThat(service.getSpec().getSelector()).isEqualTo(ASSAY);
    assertThat(service.getSpec().getPorts().get(0).getTargetPort())
        .isEqualTo(new IntOrString(container.getPorts().get(0).getName()));
    assertThat(
            Manifests.one(Manifests.BASE, PodDisruptionBudget.class)
                .getSpec()
                .getSelector()
                .getMatchLabels())
        .isEqualTo(ASSAY);
    assertThat(pod.getTopologySpreadConstraints())
        .extracting(spread -> spread.getTopologyKey())
        .containsExactly("topology.kubernetes.io/zone", "kubernetes.io/hostname");
    assertThat(pod.getTopologySpreadConstraints())
        .allSatisfy(
            spread -> assertThat(spread.getLabelSelector().getMatchLabels()).isEqualTo(ASSAY));
  }

  @Test
  void probesAskWhatEachIsFor() {
    assertThat(path(container.getStartupProbe())).isEqualTo("/q/health/started");
    assertThat(path(container.getReadinessProbe())).isEqualTo("/q/health/ready");
    assertThat(path(container.getLivenessProbe())).isEqualTo("/q/health/live");
    Probe startup = container.getStartupProbe();
    assertThat(startup.getPeriodSeconds() * startup.getFailureThreshold()).isEqualTo(180);
  }

  @Test
  void podsMayDoNothingTheyNeedNot() {
    assertThat(pod.getAutomountServiceAccountToken()).isFalse();
    assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
    assertThat(pod.getSecurityContext().getRunAsUser()).isPositive();
    assertThat(pod.getSecurityContext().getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
    var context = container.getSecurityContext();
    assertThat(context.getAllowPrivilegeEscalation()).isFalse();
    assertThat(context.getPrivileged()).isFalse();
    assertThat(context.getReadOnlyRootFilesystem()).isTrue();
    assertThat(context.getCapabilities().getDrop()).containsExactly("ALL");
    assertThat(context.getCapabilities().getAdd()).isNullOrEmpty();
    assertThat(pod.getVolumes()).extracting(Volume::getHostPath).containsOnlyNulls();
    assertThat(pod.getHostNetwork()).isNull();
    assertThat(Manifests.in(Manifests.PRODUCTION).stream())
        .anySatisfy(
            object ->
                assertThat(object.getMetadata().getLabels())
                    .containsEntry("pod-security.kubernetes.io/enforce", "restricted"));
  }

  @Test
  void onlyTmpAndUploadsCanBeWritten() {
    assertThat(container.getVolumeMounts())
        .filteredOn(mount -> !Boolean.TRUE.equals(mount.getReadOnly()))
        .extracting(VolumeMount::getMountPath)
        .containsExactly("/tmp", "/uploads");
    assertThat(volume("tmp").getEmptyDir().getSizeLimit()).isNotNull();
    assertThat(volume("uploads").getEmptyDir().getSizeLimit()).isNotNull();
    assertThat(Manifests.settings().get("ASSAY_IMPORTS_UPLOAD_DIRECTORY")).startsWith("/uploads/");
  }

  @Test
  void resourcesAreBoundedAndScaledBy() {
    Map<String, Quantity> requests = container.getResources().getRequests();
    Map<String, Quantity> limits = container.getResources().getLimits();
    assertThat(requests).containsOnlyKeys("cpu", "memory");
    assertThat(limits).containsOnlyKeys("cpu", "memory");
    assertThat(limits.get("memory")).isEqualTo(requests.get("memory"));
    assertThat(deployment.getSpec().getReplicas()).isNull();
    for (Path folder : List.of(Manifests.BASE, Manifests.PRODUCTION)) {
      var scaler = Manifests.one(folder, HorizontalPodAutoscaler.class).getSpec();
      assertThat(scaler.getMinReplicas()).isBetween(2, scaler.getMaxReplicas());
    }
    var scaler = Manifests.one(Manifests.BASE, HorizontalPodAutoscaler.class).getSpec();
    assertThat(scaler.getScaleTargetRef().getName()).isEqualTo(deployment.getMetadata().getName());
    assertThat(scaler.getMetrics().get(0).getResource().getName()).isEqualTo("cpu");
  }

  @Test
  void anOldPodGoesWhenANewOneIsReadyAndHasTimeToFinish() throws Exception {
    var rolling = deployment.getSpec().getStrategy().getRollingUpdate();
    assertThat(rolling.getMaxUnavailable()).isEqualTo(new IntOrString(0));
    assertThat(rolling.getMaxSurge()).isEqualTo(new IntOrString(1));
    assertThat(
            Manifests.one(Manifests.BASE, PodDisruptionBudget.class).getSpec().getMaxUnavailable())
        .isEqualTo(new IntOrString(1));
    long sleep = container.getLifecycle().getPreStop().getSleep().getSeconds();
    Properties shipped = shipped();
    long requests = seconds(shipped.getProperty("quarkus.shutdown.timeout"));
    long delay = seconds(shipped.getProperty("quarkus.shutdown.delay", "0S"));
    assertThat(requests).isPositive();
    assertThat(sleep).isPositive();
    // Intake.STOP_MILLIS and DeliveryLoop.FAREWELL
    long batchesAndDeliveries = 20 + 5;
    assertThat(pod.getTerminationGracePeriodSeconds())
        .isGreaterThan(sleep + delay + requests + batchesAndDeliveries);
  }

  @Test
  void theRulesAreMountedWhereTheServiceLooks() throws Exception {
    JsonNode rules =
        Manifests.kustomization(Path.of("rules")).required("configMapGenerator").get(0);
    Set<String> mounted =
        StreamSupport.stream(rules.required("files").spliterator(), false)
            .map(JsonNode::textValue)
            .collect(toSet());
    try (Stream<Path> files = Files.list(Path.of("rules"))) {
      Set<String> deployed =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".drl") || name.equals("lead-scoring.xlsx"))
              .collect(toSet());
      assertThat(mounted).isEqualTo(deployed);
    }
    assertThat(volume("rules").getConfigMap().getName())
        .isEqualTo(rules.required("name").textValue());
    assertThat(container.getVolumeMounts())
        .filteredOn(mount -> mount.getName().equals("rules"))
        .extracting(VolumeMount::getMountPath)
        .containsExactly(Manifests.settings().get("ASSAY_RULES_DIRECTORY"));
  }

  @Test
  void noSecretStandsInTheManifests() {
    assertThat(container.getEnv())
        .filteredOn(variable -> !variable.getName().equals("JAVA_TOOL_OPTIONS"))
        .allSatisfy(variable -> assertThat(variable.getValue()).isNull())
        .allSatisfy(
            variable ->
                assertThat(variable.getValueFrom().getSecretKeyRef().getName()).isEqualTo("assay"));
    assertThat(Manifests.in(Manifests.BASE)).noneMatch(object -> object.getKind().equals("Secret"));
    assertThat(Manifests.in(Manifests.PRODUCTION))
        .noneMatch(object -> object.getKind().equals("Secret"));
  }

  private Volume volume(String name) {
    return pod.getVolumes().stream()
        .filter(volume -> volume.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static String path(Probe probe) {
    assertThat(probe.getHttpGet().getPort()).isEqualTo(new IntOrString("http"));
    return probe.getHttpGet().getPath();
  }

  private static Properties shipped() throws IOException {
    Properties properties = new Properties();
    try (InputStream file =
        Files.newInputStream(Path.of("src/main/resources/application.properties"))) {
      properties.load(file);
    }
    return properties;
  }

  private static long seconds(String duration) {
    return Long.parseLong(duration.replaceFirst("(?i)s$", ""));
  }
}
