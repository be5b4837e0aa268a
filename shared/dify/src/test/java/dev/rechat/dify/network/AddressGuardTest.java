package dev.rechat.dify.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rechat.dify.network.BlockedAddressException.Reason;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressGuardTest {

    private static final String HOST = "dify.example.org";

    @ParameterizedTest
    @CsvSource({
        "1.1.1.1, https, '',",
        "1.1.1.1, http, '', UNENCRYPTED",
        "1.1.1.1, http, 1.1.1.0/24,",
        "1.1.1.1, http, dify.example.org,",
        "10.0.0.1, https, '', PRIVATE",
        "10.0.0.1, http, '', PRIVATE",
        "10.0.0.1, https, 10.0.0.0/8,",
        "10.0.0.1, http, 10.0.0.0/8,",
        "10.0.0.1, http, dify.example.org,",
        "10.0.0.1, http, other.example.org, PRIVATE",
        "127.0.0.1, https, 10.0.0.0/8, PRIVATE",
        "::1, https, '', PRIVATE",
        "169.254.169.254, https, 169.254.0.0/16, FORBIDDEN",
        "169.254.169.254, http, dify.example.org, FORBIDDEN",
        "0.0.0.0, http, 0.0.0.0/0, FORBIDDEN",
        "fd00:ec2::254, https, fd00::/8, FORBIDDEN",
        "fe80::1, https, fe80::/10, FORBIDDEN",
        "224.0.0.1, https, 0.0.0.0/0, FORBIDDEN"
    })
    void letsThroughWhatIsPublicOrNamed(String address, String scheme, String networks, @Nullable Reason refused)
            throws IOException {
        AddressGuard guard = guard(networks, scheme, address);

        if (refused == null) {
            assertThat(guard.find(HOST)).isEqualTo(InetAddress.ofLiteral(address));
        } else {
            assertThat(catchThrowableOfType(BlockedAddressException.class, () -> guard.find(HOST))
                            .reason())
                    .isEqualTo(refused);
        }
    }

    @Test
    void passesOverAddressesThatAreNotAllowed() throws IOException {
        AddressGuard guard = guard("", "https", "10.0.0.1", "::1", "1.1.1.1", "2.2.2.2");

        assertThat(guard.find(HOST)).isEqualTo(InetAddress.ofLiteral("1.1.1.1"));
    }

    private static AddressGuard guard(String networks, String scheme, String... addresses) {
        return new AddressGuard(
                DifyNetworks.parse(networks),
                host -> Arrays.stream(addresses).map(InetAddress::ofLiteral).toArray(InetAddress[]::new),
                scheme.equals("https"));
    }
}
