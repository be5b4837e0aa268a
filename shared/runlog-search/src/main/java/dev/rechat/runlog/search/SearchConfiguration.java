package dev.rechat.runlog.search;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the search server is; there is none without hosts.
 *
 * @param hosts {@code https://search.example.org:9200}; requests go to them in turn
 * @param ca authorities that are trusted instead of those of the process: PEM text or the path of a file with it
 * @param verify whether a server must prove who it is
 * @param timeout to connect, and for each answer; nothing is tried again after it
 * @param retries after failures that may pass
 * @param prefix what names of indices and templates begin with
 * @param awsRegion when set, requests are signed for this region, with the credentials of the process
 * @param awsService what they are signed for: {@code es} is Amazon OpenSearch Service
 */
@ConfigurationProperties(SearchConfiguration.PREFIX)
@Requires(property = SearchConfiguration.PREFIX + ".hosts")
public record SearchConfiguration(
        List<String> hosts,
        @Nullable String username,
        @Nullable String password,
        @Nullable String ca,

        @Bindable(defaultValue = "true") boolean verify,

        @Bindable(defaultValue = "30s") Duration timeout,

        @Bindable(defaultValue = "3") int retries,

        @Bindable(defaultValue = "rechat") String prefix,

        @Nullable String awsRegion,

        @Bindable(defaultValue = "es") String awsService) {

    static final String PREFIX = "runlog.elasticsearch";

    public SearchConfiguration {
        hosts = List.copyOf(hosts);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "SearchConfiguration" + hosts;
    }
}
