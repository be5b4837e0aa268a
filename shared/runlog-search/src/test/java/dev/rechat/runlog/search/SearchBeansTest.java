package dev.rechat.runlog.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.kernel.config.ConfigurationRule;
import dev.rechat.runlog.payload.PayloadStore;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

/** The store is there where a server is configured, and only there; making it connects to nothing. */
final class SearchBeansTest {

    @Test
    void isThereWhereServerIsConfigured() {
        Map<String, Object> settings = Map.of(
                "runlog.elasticsearch.hosts", "https://one.example.org:9200,https://two.example.org:9200",
                "runlog.elasticsearch.username", "rechat",
                "runlog.elasticsearch.password", "only-for-tests");
        try (ApplicationContext context = ApplicationContext.run(settings)) {
            context.registerSingleton(PayloadStore.class, new MemoryPayloads());

            assertThat(context.getBean(SearchRunLogStore.class).runs()).isNotNull();
            SearchConfiguration configuration = context.getBean(SearchConfiguration.class);
            assertThat(configuration.hosts())
                    .containsExactly("https://one.example.org:9200", "https://two.example.org:9200");
            assertThat(configuration.toString()).doesNotContain("only-for-tests");
        }
    }

    @Test
    void hasDefaults() {
        try (ApplicationContext context =
                ApplicationContext.run(Map.of("runlog.elasticsearch.hosts", "http://127.0.0.1:9200"))) {
            SearchConfiguration configuration = context.getBean(SearchConfiguration.class);

            assertThat(configuration.verify()).isTrue();
            assertThat(configuration.timeout()).isEqualTo(Duration.ofSeconds(30));
            assertThat(configuration.retries()).isEqualTo(3);
            assertThat(configuration.prefix()).isEqualTo("rechat");
            assertThat(configuration.awsRegion()).isNull();
            assertThat(configuration.awsService()).isEqualTo("es");
        }
    }

    @Test
    void isNotThereElsewhere() {
        try (ApplicationContext context = ApplicationContext.run()) {
            assertThat(context.containsBean(SearchRunLogStore.class)).isFalse();
            assertThat(context.containsBean(SearchConfiguration.class)).isFalse();
        }
    }

    @Test
    void isCheckedAtStart() {
        assertThat(ServiceLoader.load(ConfigurationRule.class)).hasAtLeastOneElementOfType(SearchRule.class);
    }
}
