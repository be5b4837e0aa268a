package dev.rechat.dify.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DifyNetworksTest {

    @ParameterizedTest
    @CsvSource({
        "10.20.0.0/16, 10.20.255.255, true",
        "10.20.0.0/16, 10.21.0.0, false",
        "10.20.0.0/15, 10.21.0.0, true",
        "10.20.0.7, 10.20.0.7, true",
        "10.20.0.7, 10.20.0.8, false",
        "0.0.0.0/0, 192.168.1.1, true",
        "0.0.0.0/0, fd12::1, false",
        "fd12::/16, fd12:ffff::1, true",
        "fd12::/16, fd13::1, false",
        "::1, ::1, true",
        "10.0.0.0/8, 64:ff9b::10.0.0.1, true"
    })
    void holdARangeOfAddresses(String range, String address, boolean within) {
        assertThat(DifyNetworks.parse(range).include("dify.example.org", InetAddress.ofLiteral(address)))
                .isEqualTo(within);
    }

    @ParameterizedTest
    @CsvSource({
        "dify.lan, dify.lan, true",
        "Dify.LAN., dify.lan, true",
        "dify.lan, DIFY.lan., true",
        "dify.lan, other.dify.lan, false",
        "dify.lan, lan, false",
        "docker_dify-1, docker_dify-1, true",
        "localhost, localhost, true"
    })
    void holdTheAddressesOfAHost(String name, String host, boolean within) {
        assertThat(DifyNetworks.parse(name).include(host, InetAddress.ofLiteral("10.0.0.1")))
                .isEqualTo(within);
    }

    @Test
    void areSeveral() {
        DifyNetworks networks = DifyNetworks.parse(" 10.0.0.0/8 , dify.lan,,fd12::/16 ");

        assertThat(networks.include("a", InetAddress.ofLiteral("10.1.1.1"))).isTrue();
        assertThat(networks.include("dify.lan", InetAddress.ofLiteral("192.168.1.1")))
                .isTrue();
        assertThat(networks.include("a", InetAddress.ofLiteral("fd12::1"))).isTrue();
        assertThat(networks.include("a", InetAddress.ofLiteral("192.168.1.1"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.0.0/33",
                "10.0.0.0/-1",
                "10.0.0.0/",
                "10.0.0.0/8/8",
                "10.0.0.7/8",
                "10.0.0",
                "10.0.0.256",
                "0x7f000001",
                "2130706433",
                "fd12::/129",
                "fe80::1%eth0",
                "[::1]",
                "https://dify.lan",
                "dify.lan:5001",
                "dify lan",
                "*.lan",
                "-dify"
            })
    void areNamedWhereTheyAreNone(String entry) {
        assertThatThrownBy(() -> DifyNetworks.parse("10.0.0.0/8," + entry + ",dify.lan"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("'" + entry + "' ");
    }
}
