package dev.assay.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressGuardTest {

  private static final Resolver PUBLIC = host -> addresses("93.184.215.14");

  /** Literals go to the JDK as they do in life; names lead to a public address. */
  private final AddressGuard guard = guard(PUBLIC);

  @ParameterizedTest(name = "{0}: {1}")
  @CsvFileSource(resources = "/dev/assay/webhook/hostile-urls.csv", delimiter = '|')
  void hostileUrlsAreRefused(String name, String url) {
    assertThatThrownBy(() -> guard.check(url)).isInstanceOf(RefusedUrl.class);
  }

  @ParameterizedTest(name = "a name that leads to {1}: {0}")
  @CsvFileSource(resources = "/dev/assay/webhook/hostile-addresses.csv", delimiter = '|')
  void namesThatLeadToHostileAddressesAreRefused(String name, String address) {
    AddressGuard rebound = guard(host -> addresses(address));

    assertThatThrownBy(() -> rebound.check("https://innocent.example.com/"))
        .isInstanceOf(RefusedUrl.class)
        .hasMessageContaining("innocent.example.com");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "9.255.255.255",
        "11.0.0.0",
        "100.63.255.255",
        "100.128.0.0",
        "126.255.255.255",
        "128.0.0.0",
        "169.253.255.255",
        "169.255.0.0",
        "172.15.255.255",
        "172.32.0.0",
        "192.167.255.255",
        "192.169.0.0",
        "198.17.255.255",
        "198.20.0.0",
        "223.255.255.255",
        "168.63.129.15",
        "168.63.129.17",
        "2606:4700:4700::1111",
        "2001:200::1",
        "2001:db7:ffff::1",
        "2001:db9::1",
        "2003::1",
        "3ffe:ffff::1"
      })
  void addressesJustOutsideTheRefusedRangesAreTaken(String address) throws Exception {
    assertThat(guard(host -> addresses(address)).check("https://example.com/").addresses())
        .containsExactly(InetAddress.getByName(address));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.com",
        "https://EXAMPLE.com:443/a/b?c=d%20e",
        "https://a-1.xn--bcher-kva.example/",
        "https://1.example.com/",
        "https://93.184.215.14/",
        "https://[2606:4700:4700::1111]:443/"
      })
  void ordinaryUrlsAreTaken(String url) {
    assertThatCode(() -> guard.check(url)).doesNotThrowAnyException();
  }

  @Test
  void oneBadAddressAmongGoodOnesIsEnough() {
    AddressGuard mixed = guard(host -> addresses("93.184.215.14", "10.0.0.1"));

    assertThatThrownBy(() -> mixed.check("https://example.com/"))
        .hasMessageContaining("10.0.0.1")
        .hasMessageContaining("private");
  }

  @Test
  void aNameThatChangesItsAnswerIsRefusedTheSecondTime() throws Exception {
    AtomicBoolean asked = new AtomicBoolean();
    AddressGuard rebinding =
        guard(host -> addresses(asked.getAndSet(true) ? "127.0.0.1" : "93.184.215.14"));

    Destination first = rebinding.check("https://example.com/");

    assertThat(first.address(1).getHostAddress()).isEqualTo("93.184.215.14");
    assertThatThrownBy(() -> rebinding.check("https://example.com/"))
        .isInstanceOf(RefusedUrl.class);
  }

  @Test
  void everyTryTakesAnotherAddress() throws Exception {
    Destination two = guard(host -> addresses("1.1.1.1", "1.0.0.1")).check("https://example.com/");

    assertThat(List.of(two.address(1), two.address(2), two.address(3)))
        .extracting(InetAddress::getHostAddress)
        .containsExactly("1.1.1.1", "1.0.0.1", "1.1.1.1");
  }

  @Test
  void aNameWithoutAddressIsRefused() {
    AddressGuard lost =
        guard(
            host -> {
              throw new UnknownHostException(host);
            });

    assertThatThrownBy(() -> lost.check("https://example.com/"))
        .hasMessageContaining("example.com");
  }

  @Test
  void plainHttpNeedsToBeConfigured() {
    AddressGuard open = new AddressGuard(PUBLIC, true, Set.of(), Set.of());

    assertThatCode(() -> open.check("http://example.com/")).doesNotThrowAnyException();
    assertThatCode(() -> open.check("https://example.com:80/")).doesNotThrowAnyException();
    assertThatThrownBy(() -> open.check("http://example.com:81/"))
        .hasMessageContaining("[80, 443]");
    assertThatThrownBy(() -> guard.check("http://example.com:443/")).hasMessageContaining("https");
  }

  @Test
  void furtherPortsNeedToBeConfigured() {
    AddressGuard wider = new AddressGuard(PUBLIC, false, Set.of(8443), Set.of());

    assertThatCode(() -> wider.check("https://example.com:8443/")).doesNotThrowAnyException();
    assertThatThrownBy(() -> wider.check("https://example.com:8442/")).hasMessageContaining("8442");
    assertThatThrownBy(() -> guard.check("https://example.com:8443/")).hasMessageContaining("8443");
  }

  @Test
  void internalReceiversNeedToBeConfigured() {
    AddressGuard inner =
        new AddressGuard(
            host -> addresses("10.0.0.1"), false, Set.of(), Set.of("Crm.internal", "bus:8080"));

    for (String url :
        List.of("http://crm.internal:9/", "https://CRM.internal/", "http://bus:8080/")) {
      assertThatCode(() -> inner.check(url)).doesNotThrowAnyException();
    }
    for (String url :
        List.of("http://bus:8081/", "http://crm.internal.evil.com/", "http://a@bus:8080/")) {
      assertThatThrownBy(() -> inner.check(url)).isInstanceOf(RefusedUrl.class);
    }
  }

  @Test
  void longUrlsAreRefused() {
    String longest = "https://example.com/" + "a".repeat(2048 - 20);

    assertThatCode(() -> guard.check(longest)).doesNotThrowAnyException();
    assertThatThrownBy(() -> guard.check(longest + "a")).hasMessageContaining("2049");
  }

  private static AddressGuard guard(Resolver names) {
    Resolver literalsAsTheyAre =
        host ->
            host.matches("[0-9.]+|.*:.*") ? InetAddress.getAllByName(host) : names.resolve(host);
    return new AddressGuard(literalsAsTheyAre, false, Set.of(), Set.of());
  }

  private static InetAddress[] addresses(String... literals) throws UnknownHostException {
    InetAddress[] addresses = new InetAddress[literals.length];
    for (int address = 0; address < literals.length; address++) {
      addresses[address] = InetAddress.getByName(literals[address]);
    }
    return addresses;
  }
}
