package dev.rechat.runlog.payload.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.kernel.config.ConfigurationRule;
import io.micronaut.core.value.MapPropertyResolver;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class S3RuleTest {

    private static final String BUCKET = "s3://logs/rechat";

    @Test
    void asksNothingWherePayloadsAreElsewhere() {
        assertThat(problems("/var/lib/rechat", Map.of("endpoint", "NOT AN ADDRESS")))
                .isEmpty();
    }

    @Test
    void acceptsBucketsOfAwsAndOfOthers() {
        assertThat(problems(BUCKET, Map.of("region", "us-gov-east-1"))).isEmpty();
        assertThat(problems(
                        "s3://logs",
                        Map.of(
                                "endpoint", "http://objects.example.org:9000",
                                "access-key", "rechat",
                                "secret-key", "only-for-tests",
                                "timeout", "30s")))
                .isEmpty();
    }

    @Test
    void takesTheRegionOfTheProcess() {
        Map<String, Object> configuration = Map.of("runlog.payloads", BUCKET, "aws.region", "eu-central-1");

        assertThat(new S3Rule().problems(new MapPropertyResolver(configuration)))
                .isEmpty();
        assertThat(problems(BUCKET, Map.of()))
                .containsExactly("RUNLOG_PAYLOADS is a bucket of AWS: RUNLOG_S3_REGION is missing");
    }

    @ParameterizedTest
    @CsvSource({
        "s3://Logs/rechat, timeout, 5s, RUNLOG_PAYLOADS must be s3://bucket/prefix",
        "s3://logs/a b, timeout, 5s, RUNLOG_PAYLOADS must be s3://bucket/prefix",
        "s3:logs, timeout, 5s, RUNLOG_PAYLOADS must be s3://bucket/prefix",
        "s3://logs, region, Frankfurt!, RUNLOG_S3_REGION must be",
        "s3://logs, endpoint, objects.example.org:9000, RUNLOG_S3_ENDPOINT must be",
        "s3://logs, endpoint, https://rechat:secret@objects.example.org, RUNLOG_S3_ENDPOINT must be",
        "s3://logs, endpoint, https://objects.example.org/path, RUNLOG_S3_ENDPOINT must be",
        "s3://logs, access-key, rechat, RUNLOG_S3_SECRET_KEY is missing",
        "s3://logs, secret-key, secret, RUNLOG_S3_ACCESS_KEY is missing",
        "s3://logs, timeout, soon, RUNLOG_S3_TIMEOUT must be",
        "s3://logs, timeout, 10m, RUNLOG_S3_TIMEOUT must be"
    })
    void namesWhatIsWrong(String place, String name, String value, String problem) {
        Map<String, Object> settings = new HashMap<>(Map.of("region", "eu-central-1"));
        settings.put(name, value);

        assertThat(problems(place, settings))
                .singleElement()
                .asString()
                .startsWith(problem)
                .doesNotContain("secret");
    }

    @Test
    void isCheckedAtStart() {
        assertThat(ServiceLoader.load(ConfigurationRule.class)).hasAtLeastOneElementOfType(S3Rule.class);
    }

    private static List<String> problems(String place, Map<String, Object> settings) {
        Map<String, Object> configuration = new HashMap<>(Map.of("runlog.payloads", place));
        settings.forEach((name, value) -> configuration.put("runlog.s3." + name, value));
        return new S3Rule().problems(new MapPropertyResolver(configuration));
    }
}
