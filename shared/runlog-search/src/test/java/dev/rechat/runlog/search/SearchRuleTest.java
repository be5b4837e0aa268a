package dev.rechat.runlog.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.core.value.MapPropertyResolver;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SearchRuleTest {

    @Test
    void asksNothingWhereNoServerIsConfigured() {
        assertThat(problems(Map.of("prefix", "NOT A NAME"))).isEmpty();
    }

    @Test
    void acceptsServersWithUserAndPassword() {
        assertThat(problems(Map.of(
                        "hosts", "https://one.example.org:9200,https://two.example.org",
                        "username", "rechat",
                        "password", "only-for-tests")))
                .isEmpty();
    }

    @Test
    void acceptsSignedRequestsToOneServer() {
        assertThat(problems(Map.of("hosts", "https://search.example.org", "aws-region", "us-gov-east-1")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "hosts, search.example.org:9200, RUNLOG_ELASTICSEARCH_HOSTS must be addresses",
        "hosts, https://rechat:secret@search.example.org, RUNLOG_ELASTICSEARCH_HOSTS must be addresses",
        "hosts, https://search.example.org/path, RUNLOG_ELASTICSEARCH_HOSTS must be addresses",
        "username, rechat, RUNLOG_ELASTICSEARCH_PASSWORD is missing",
        "password, secret, RUNLOG_ELASTICSEARCH_USERNAME is missing",
        "prefix, Rechat, RUNLOG_ELASTICSEARCH_PREFIX must be",
        "prefix, re-chat, RUNLOG_ELASTICSEARCH_PREFIX must be",
        "timeout, soon, RUNLOG_ELASTICSEARCH_TIMEOUT must be",
        "timeout, 10m, RUNLOG_ELASTICSEARCH_TIMEOUT must be",
        "retries, 11, RUNLOG_ELASTICSEARCH_RETRIES must be",
        "retries, many, RUNLOG_ELASTICSEARCH_RETRIES must be",
        "verify, maybe, RUNLOG_ELASTICSEARCH_VERIFY must be",
        "ca, /nowhere/ca.pem, RUNLOG_ELASTICSEARCH_CA is neither",
        "aws-region, Frankfurt, RUNLOG_ELASTICSEARCH_AWS_REGION must be"
    })
    void namesWhatIsWrong(String name, String value, String problem) {
        Map<String, Object> configuration = new HashMap<>(Map.of("hosts", "https://search.example.org"));
        configuration.put(name, value);

        assertThat(problems(configuration))
                .singleElement()
                .asString()
                .startsWith(problem)
                .doesNotContain("secret");
    }

    @Test
    void signsForNobodyWithPassword() {
        assertThat(problems(Map.of(
                        "hosts", "https://one.example.org,https://two.example.org",
                        "aws-region", "eu-central-1",
                        "username", "rechat",
                        "password", "only-for-tests")))
                .hasSize(2);
    }

    private static List<String> problems(Map<String, Object> settings) {
        Map<String, Object> configuration = new HashMap<>();
        settings.forEach((name, value) -> configuration.put("runlog.elasticsearch." + name, value));
        return new SearchRule().problems(new MapPropertyResolver(configuration));
    }
}
