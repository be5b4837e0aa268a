package dev.rechat.auth.password;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

class PasswordHasherTest {

    private static final long MIB = 1024 * 1024;

    private final PasswordHasher hasher = new PasswordHasher();

    @Test
    void knowsAPasswordByItsHash() {
        String hash = hasher.hash("correct horse battery");

        assertThat(hasher.matches("correct horse battery", hash)).isTrue();
        assertThat(hasher.matches("correct horse batterz", hash)).isFalse();
        assertThat(hasher.matches("", hash)).isFalse();
    }

    @Test
    void writesItsParametersIntoTheHash() {
        assertThat(hasher.hash("correct horse battery"))
                .startsWith("$argon2id$v=19$m=19456,t=2,p=1$")
                .hasSizeLessThan(255);
    }

    @Test
    void saltsEachHash() {
        assertThat(hasher.hash("correct horse battery")).isNotEqualTo(hasher.hash("correct horse battery"));
    }

    /** Made with the reference implementation's program: argon2 sixteenbytesalt1 -id -t 2 -k 19456 -p 1 -l 32 -e */
    @Test
    void agreesWithTheReferenceImplementation() {
        String reference =
                "$argon2id$v=19$m=19456,t=2,p=1$c2l4dGVlbmJ5dGVzYWx0MQ$gQcKfGfBulHsu46QOMpDBeJsjYkpJ7AIiP1nmY3MhbI";

        assertThat(hasher.matches("correct-horse-battery", reference)).isTrue();
        assertThat(hasher.matches("correct-horse-batterz", reference)).isFalse();
    }

    @Test
    void takesOnePasswordTypedOnTwoDevices() {
        String composed = "caf\u00e9-caf\u00e9";
        String decomposed = "cafe\u0301-cafe\u0301";

        assertThat(hasher.matches(decomposed, hasher.hash(composed))).isTrue();
    }

    /** Memory is what Argon2 costs, and unlike time it can be counted. */
    @Test
    void spendsForAnUnknownAccountWhatACheckCosts() {
        String hash = hasher.hash("correct horse battery");

        long check = allocatedBy(() -> hasher.matches("another password", hash));
        long spend = allocatedBy(() -> hasher.spend("another password"));

        assertThat(check).isGreaterThan(19 * MIB);
        assertThat(spend).isBetween(check * 95 / 100, check * 105 / 100);
    }

    private static long allocatedBy(Runnable work) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        work.run();
        return threads.getCurrentThreadAllocatedBytes() - before;
    }
}
