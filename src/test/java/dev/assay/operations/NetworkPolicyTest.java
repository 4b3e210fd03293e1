package dev.assay.operations;

import static org.assertj.core.api.Assertions.assertThat;

import inet.ipaddr.IPAddressString;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.networking.v1.IPBlock;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Where pods may be reached and what they may reach, in the words of RFC 1918, 6598, 4193 and so
 * on.
 */
class NetworkPolicyTest {
  private final List<NetworkPolicy> policies =
      Manifests.in(Manifests.BASE).stream()
          .filter(NetworkPolicy.class::isInstance)
          .map(NetworkPolicy.class::cast)
          .toList();

  @Test
  void everythingIsDeniedThatNoPolicyAllows() {
    NetworkPolicy denied = policy("assay-deny-all");
    assertThat(denied.getSpec().getPodSelector().getMatchLabels()).isNullOrEmpty();
    assertThat(denied.getSpec().getPolicyTypes()).containsExactly("Ingress", "Egress");
    assertThat(denied.getSpec().getIngress()).isNullOrEmpty();
    assertThat(denied.getSpec().getEgress()).isNullOrEmpty();
    assertThat(policies).hasSize(5);
  }

  @Test
  void onlyTheHttpPortIsOpen() {
    List<Integer> open =
        policies.stream()
            .flatMap(policy -> policy.getSpec().getIngress().stream())
            .flatMap(rule -> rule.getPorts().stream())
            .map(port -> port.getPort().getIntVal())
            .toList();
    assertThat(open).containsExactly(Manifests.container().getPorts().get(0).getContainerPort());
  }

  @Test
  void namesAreAskedOfTheClustersServerAlone() {
    NetworkPolicyEgressRule rule = egress("assay-names");
    assertThat(rule.getPorts()).extracting(NetworkPolicyPort::getProtocol).contains("UDP", "TCP");
    assertThat(rule.getPorts())
        .extracting(NetworkPolicyPort::getPort)
        .containsOnly(new IntOrString(53));
    assertThat(rule.getTo()).hasSize(1);
    assertThat(rule.getTo().get(0).getNamespaceSelector().getMatchLabels())
        .containsEntry("kubernetes.io/metadata.name", "kube-system");
  }

  @ParameterizedTest
  @ValueSource(strings = {"kubernetes/base", "kubernetes/overlays/production"})
  void theDatabaseIsReachedOnItsPortAlone(String folder) {
    NetworkPolicyEgressRule rule =
        Manifests.in(Path.of(folder)).stream()
            .filter(object -> object.getMetadata().getName().equals("assay-database"))
            .map(object -> ((NetworkPolicy) object).getSpec().getEgress().get(0))
            .findFirst()
            .orElseThrow();
    assertThat(rule.getPorts())
        .extracting(NetworkPolicyPort::getPort)
        .containsExactly(new IntOrString(5432));
    assertThat(rule.getTo()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "9.255.255.255",
        "11.0.0.0",
        "8.8.8.8",
        "100.63.255.255",
        "100.128.0.0",
        "169.253.255.255",
        "172.15.255.255",
        "172.32.0.0",
        "192.167.255.255",
        "192.169.0.0",
        "2606:4700:4700::1111",
        "2a00:1450:4001::200e"
      })
  void webhooksReachThePublicInternet(String address) {
    assertThat(reached(address)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.0.0.0",
        "10.255.255.255",
        "172.16.0.0",
        "172.31.255.255",
        "192.168.0.0",
        "192.168.255.255",
        "169.254.0.0",
        "169.254.169.254",
        "168.63.129.16",
        "100.64.0.0",
        "100.127.255.255",
        "127.0.0.1",
        "0.0.0.0",
        "192.0.0.192",
        "198.18.0.1",
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1",
        "fc00::1",
        "fd00:ec2::254",
        "::ffff:10.0.0.1",
        "64:ff9b::a00:1",
        "2002:a00:1::",
        "2001::1",
        "ff02::1"
      })
  void webhooksReachNothingElse(String address) {
    assertThat(reached(address)).isFalse();
  }

  @Test
  void webhooksGoToOnePort() {
    assertThat(egress("assay-webhooks").getPorts())
        .extracting(NetworkPolicyPort::getPort)
        .containsExactly(new IntOrString(443));
  }

  private boolean reached(String address) {
    return egress("assay-webhooks").getTo().stream()
        .map(peer -> Objects.requireNonNull(peer.getIpBlock()))
        .anyMatch(block -> allows(block, address));
  }

  private static boolean allows(IPBlock block, String address) {
    return contains(block.getCidr(), address)
        && block.getExcept().stream().noneMatch(except -> contains(except, address));
  }

  private static boolean contains(String cidr, String address) {
    return new IPAddressString(cidr)
        .getAddress()
        .toPrefixBlock()
        .contains(new IPAddressString(address).getAddress());
  }

  private NetworkPolicyEgressRule egress(String name) {
    return policy(name).getSpec().getEgress().get(0);
  }

  private NetworkPolicy policy(String name) {
    return policies.stream()
        .filter(policy -> policy.getMetadata().getName().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
