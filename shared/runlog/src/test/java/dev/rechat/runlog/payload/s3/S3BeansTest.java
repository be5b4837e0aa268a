package dev.rechat.runlog.payload.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.runlog.payload.PayloadStore;
import dev.rechat.testing.s3.S3Emulator;
import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bucket is there where it is named, and a folder where that is; no two of them. */
final class S3BeansTest {

    @Test
    void keepsPayloadsInTheBucketThatIsNamed() {
        try (S3Emulator bucket = S3Emulator.start();
                ApplicationContext context = ApplicationContext.run(Map.of(
                        "runlog.payloads", "s3://" + S3Emulator.BUCKET,
                        "runlog.s3.endpoint", bucket.address().toString(),
                        "runlog.s3.access-key", S3Emulator.ACCESS_KEY,
                        "runlog.s3.secret-key", S3Emulator.SECRET_KEY,
                        "aws.region", S3Emulator.REGION))) {
            context.getBean(PayloadStore.class).put("acme/one.json", "{}");

            assertThat(bucket.text("acme/one.json")).contains("{}");
            S3Configuration configuration = context.getBean(S3Configuration.class);
            assertThat(configuration.timeout()).isEqualTo(Duration.ofSeconds(10));
            assertThat(configuration.toString()).doesNotContain(S3Emulator.SECRET_KEY);
        }
    }

    @Test
    void keepsThemInAFolderOtherwise(@TempDir Path folder) {
        try (ApplicationContext context = ApplicationContext.run(Map.of("runlog.payloads", folder.toString()))) {
            context.getBean(PayloadStore.class).put("acme/one.json", "{}");

            assertThat(folder.resolve("acme/one.json")).content().isEqualTo("{}");
        }
    }
}
