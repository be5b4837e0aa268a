package dev.rechat.accounts.password;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @Test
    void knowsAPasswordByAHashOfLesserCostAndAsksForANewOne() {
        String old = new Argon2Cost(4096, 1, 1).hash("correct horse battery".getBytes(UTF_8), new byte[16]);

        assertThat(hasher.matches("correct horse battery", old)).isTrue();
        assertThat(hasher.matches("correct horse batterz", old)).isFalse();
        assertThat(hasher.isCurrent(old)).isFalse();
        assertThat(hasher.isCurrent(hasher.hash("correct horse battery"))).isTrue();
    }

    /** From the test vectors of OpenBSD's bcrypt, as jBCrypt has them. */
    @Test
    void knowsAPasswordByTheBcryptHashOfAnImportedAccount() {
        String imported = "$2a$06$If6bvum7DFjUnE9p2uDeDu0YHzrHM6tf.iqN8.yx.jNN1ILEf7h0i";

        assertThat(hasher.matches("abc", imported)).isTrue();
        assertThat(hasher.matches("abd", imported)).isFalse();
        assertThat(hasher.matches("x".repeat(200), imported)).isFalse();
        assertThat(hasher.isCurrent(imported)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "no hash", "$2", "$2a$06$short", "$argon2id$", "$argon2id$v=19$m=x,t=2,p=1$a$b"})
    void findsNoPasswordInWhatIsNoHash(String text) {
        assertThat(hasher.matches("correct horse battery", text)).isFalse();
        assertThat(hasher.isCurrent(text)).isFalse();
    }

    private static long allocatedBy(Runnable work) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        work.run();
        return threads.getCurrentThreadAllocatedBytes() - before;
    }
}
