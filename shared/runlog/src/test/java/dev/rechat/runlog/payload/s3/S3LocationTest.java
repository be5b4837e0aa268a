package dev.rechat.runlog.payload.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class S3LocationTest {

    @ParameterizedTest
    @CsvSource({
        "s3://logs, , eu-central-1, https://logs.s3.eu-central-1.amazonaws.com/",
        "s3://logs/, , eu-central-1, https://logs.s3.eu-central-1.amazonaws.com/",
        "s3://logs/rechat, , eu-central-1, https://logs.s3.eu-central-1.amazonaws.com/rechat/",
        "s3://logs/rechat/two/, , us-gov-east-1, https://logs.s3.us-gov-east-1.amazonaws.com/rechat/two/",
        "s3://logs/rechat, , cn-north-1, https://logs.s3.cn-north-1.amazonaws.com.cn/rechat/",
        "s3://logs.example.org/rechat, , eu-west-3, https://s3.eu-west-3.amazonaws.com/logs.example.org/rechat/",
        "s3://logs/rechat, https://objects.example.org:9000, us-east-1, https://objects.example.org:9000/logs/rechat/",
        "s3://logs, http://127.0.0.1:9000/, us-east-1, http://127.0.0.1:9000/logs/"
    })
    void isAnAddress(String place, @Nullable String endpoint, String region, String address) {
        assertThat(S3Location.of(place).address(endpoint, region)).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "s3://",
                "s3://x",
                "s3://Logs",
                "s3://-logs",
                "s3://a..b",
                "s3://logs/../other",
                "s3://logs//x",
                "s3://logs/a b",
                "s3://logs/a?b",
                "s3:logs",
                "s3://logs@other/x",
                "s3://logs:9000/x",
                "/var/logs"
            })
    void isNone(String place) {
        assertThatIllegalArgumentException().isThrownBy(() -> S3Location.of(place));
    }

    @Test
    void signsForTheRegionThatWasToldBeforeThatOfTheProcess() {
        assertThat(S3Location.region("eu-west-1", "us-east-2", null)).isEqualTo("eu-west-1");
        assertThat(S3Location.region(null, "us-east-2", null)).isEqualTo("us-east-2");
        assertThat(S3Location.region(null, null, "https://objects.example.org")).isEqualTo("us-east-1");
        assertThat(S3Location.region(null, null, null)).isNull();
    }
}
