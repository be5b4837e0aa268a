package dev.rechat.runlog.search;

import dev.rechat.kernel.config.ConfigurationRule;
import dev.rechat.kernel.tls.PrivateAuthorities;
import io.micronaut.core.value.PropertyResolver;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A search server that is configured must be configured well. */
public final class SearchRule implements ConfigurationRule {

    private static final String VARIABLE = "RUNLOG_ELASTICSEARCH_";
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_]{0,29}");
    private static final Pattern REGION = Pattern.compile("[a-z]{2}(-[a-z]+)+-\\d");
    private static final Duration LEAST_TIMEOUT = Duration.ofSeconds(1);
    private static final Duration MOST_TIMEOUT = Duration.ofMinutes(5);
    private static final int MOST_RETRIES = 10;

    @Override
    public List<String> problems(PropertyResolver configuration) {
        List<String> hosts = hosts(configuration);
        if (hosts.isEmpty()) {
            return List.of();
        }
        List<String> problems = new ArrayList<>();
        servers(configuration, hosts, problems);
        access(configuration, hosts, problems);
        if (!NAME.matcher(text(configuration, "prefix", "rechat")).matches()) {
            problems.add(VARIABLE + "PREFIX must be 1 to 30 of a-z, 0-9 and _, beginning with a letter or digit");
        }
        Duration timeout = value(configuration, "timeout", Duration.class, Duration.ofSeconds(30), Duration.ZERO);
        if (timeout.compareTo(LEAST_TIMEOUT) < 0 || timeout.compareTo(MOST_TIMEOUT) > 0) {
            problems.add(VARIABLE + "TIMEOUT must be a duration from 1s to 5m");
        }
        int retries = value(configuration, "retries", Integer.class, 3, -1);
        if (retries < 0 || retries > MOST_RETRIES) {
            problems.add(VARIABLE + "RETRIES must be a number from 0 to " + MOST_RETRIES);
        }
        return problems;
    }

    private static void servers(PropertyResolver configuration, List<String> hosts, List<String> problems) {
        if (!hosts.stream().allMatch(SearchRule::isServer)) {
            problems.add(VARIABLE + "HOSTS must be addresses like https://search.example.org:9200, separated by commas,"
                    + " without user and path");
        }
        String verify = text(configuration, "verify", "true");
        if (!List.of("true", "false").contains(verify)) {
            problems.add(VARIABLE + "VERIFY must be true or false");
        }
        String ca = text(configuration, "ca", "");
        if (!ca.isEmpty()) {
            PrivateAuthorities.problem(ca).ifPresent(problem -> problems.add(VARIABLE + "CA " + problem));
        }
    }

    private static void access(PropertyResolver configuration, List<String> hosts, List<String> problems) {
        boolean username = !text(configuration, "username", "").isEmpty();
        boolean password = !text(configuration, "password", "").isEmpty();
        if (username != password) {
            problems.add(
                    username
                            ? VARIABLE + "PASSWORD is missing: there is a " + VARIABLE + "USERNAME"
                            : VARIABLE + "USERNAME is missing: there is a " + VARIABLE + "PASSWORD");
        }
        String region = text(configuration, "aws-region", "");
        if (region.isEmpty()) {
            return;
        }
        if (!REGION.matcher(region).matches()) {
            problems.add(VARIABLE + "AWS_REGION must be a region like eu-central-1");
        }
        if (username || password) {
            problems.add(VARIABLE + "AWS_REGION and " + VARIABLE + "USERNAME exclude each other");
        }
        if (hosts.size() != 1) {
            problems.add(VARIABLE + "HOSTS must be one address where requests are signed");
        }
    }

    private static List<String> hosts(PropertyResolver configuration) {
        return configuration
                .getProperty(SearchConfiguration.PREFIX + ".hosts", String[].class)
                .map(List::of)
                .orElse(List.of());
    }

    private static boolean isServer(String address) {
        try {
            URI uri = new URI(address);
            return ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && (uri.getRawPath().isEmpty() || "/".equals(uri.getRawPath()))
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null;
        } catch (URISyntaxException notAUri) {
            return false;
        }
    }

    private static String text(PropertyResolver configuration, String name, String otherwise) {
        return value(configuration, name, String.class, otherwise, "").strip();
    }

    /** What is there but no value of its type is {@code unusable}. */
    private static <T> T value(PropertyResolver configuration, String name, Class<T> type, T otherwise, T unusable) {
        String property = SearchConfiguration.PREFIX + "." + name;
        return configuration
                .getProperty(property, type)
                .orElse(configuration.containsProperty(property) ? unusable : otherwise);
    }
}
