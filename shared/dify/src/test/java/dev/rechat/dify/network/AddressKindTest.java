package dev.rechat.dify.network;

import static dev.rechat.dify.network.AddressKind.FORBIDDEN;
import static dev.rechat.dify.network.AddressKind.PRIVATE;
import static dev.rechat.dify.network.AddressKind.PUBLIC;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet4Address;
import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressKindTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "128.0.0.1",
                "169.253.255.255",
                "172.15.255.255",
                "172.32.0.0",
                "192.167.255.255",
                "198.17.255.255",
                "198.20.0.0",
                "223.255.255.255",
                "2606:4700:4700::1111",
                "2001:4860:4860::8888",
                "64:ff9b::1.1.1.1",
                "2002:101:101::1"
            })
    void knowsTheInternet(String address) {
        assertThat(kind(address)).isEqualTo(PUBLIC);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.255.255.255",
                "10.0.0.0",
                "10.255.255.255",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "100.64.0.1",
                "100.127.255.255",
                "192.0.0.8",
                "192.0.2.1",
                "198.51.100.7",
                "203.0.113.9",
                "198.18.0.1",
                "198.19.255.255",
                "192.88.99.1",
                "::1",
                "fc00::1",
                "fdff:ffff::1",
                "fec0::1",
                "100::1",
                "2001:db8::1",
                "2001:2::1",
                "2001:20::1",
                "3fff::1",
                "4000::1",
                "5f00::1"
            })
    void knowsNetworksOfOnesOwnAndOfNobody(String address) {
        assertThat(kind(address)).isEqualTo(PRIVATE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "169.254.169.254",
                "169.254.170.2",
                "100.100.100.200",
                "168.63.129.16",
                "192.0.0.192",
                "224.0.0.1",
                "239.255.255.255",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "fe80::1",
                "febf::1",
                "ff02::1",
                "fd00:ec2::254",
                "fd00:ec2::23",
                "fd20:ce::254"
            })
    void knowsWhereNoDifyCanBe(String address) {
        assertThat(kind(address)).isEqualTo(FORBIDDEN);
    }

    @ParameterizedTest
    @CsvSource({
        "::ffff:169.254.169.254, FORBIDDEN",
        "::ffff:10.0.0.1, PRIVATE",
        "::ffff:0:169.254.169.254, FORBIDDEN",
        "::169.254.169.254, FORBIDDEN",
        "64:ff9b::169.254.169.254, FORBIDDEN",
        "64:ff9b::10.0.0.1, PRIVATE",
        "64:ff9b:1::169.254.169.254, FORBIDDEN",
        "64:ff9b:1::1.1.1.1, PRIVATE",
        "2002:a9fe:a9fe::1, FORBIDDEN",
        "2002:7f00:1::1, PRIVATE",
        "2606:4700::5efe:169.254.169.254, FORBIDDEN",
        "2606:4700::200:5efe:127.0.0.1, PRIVATE",
        "2001:0:1:1:0:0:5601:5601, FORBIDDEN"
    })
    void looksThroughToTheOlderAddressWithin(String address, AddressKind kind) {
        assertThat(kind(address)).isEqualTo(kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2130706433", "127.1", "0x7f000001", "0x7f.1", "017700000001", "0177.0.0.1", "::ffff:7f00:1"})
    void isAskedAboutTheAddressThatIsMeantHoweverItIsSpelled(String spelling) {
        InetAddress meant = spelled(spelling);

        assertThat(AddressKind.of(meant)).isNotEqualTo(PUBLIC);
    }

    /** The JDK reads most of them, and the resolvers of the system the rest: as this one does. */
    private static InetAddress spelled(String text) {
        try {
            return Inet4Address.ofPosixLiteral(text);
        } catch (IllegalArgumentException notOfTheOlderKind) {
            return InetAddress.ofLiteral(text);
        }
    }

    private static AddressKind kind(String address) {
        return AddressKind.of(InetAddress.ofLiteral(address));
    }
}
