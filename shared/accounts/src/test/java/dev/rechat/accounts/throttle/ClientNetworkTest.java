package dev.rechat.accounts.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClientNetworkTest {

    @Test
    void isTheAddressOfAnIpv4Client() {
        assertThat(ClientNetwork.of("192.0.2.7")).isEqualTo("192.0.2.7");
        assertThat(ClientNetwork.of("::ffff:192.0.2.7")).isEqualTo("192.0.2.7");
    }

    @Test
    void isTheHouseholdOfAnIpv6Client() {
        assertThat(ClientNetwork.of("2001:db8:1:2::7"))
                .isEqualTo(ClientNetwork.of("2001:db8:1:2:ffff:ffff:ffff:ffff"))
                .isNotEqualTo(ClientNetwork.of("2001:db8:1:3::7"));
    }

    @Test
    void isWhatItSaysWhenItIsNoAddress() {
        assertThat(ClientNetwork.of("")).isEmpty();
        assertThat(ClientNetwork.of("not.an.address")).isEqualTo("not.an.address");
    }
}
