package dev.rechat.runlog.payload.s3;

import dev.rechat.kernel.config.ConfigurationRule;
import io.micronaut.core.value.PropertyResolver;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A bucket that is configured must be configured well. */
public final class S3Rule implements ConfigurationRule {

    private static final String VARIABLE = "RUNLOG_S3_";
    private static final String PLACE = "runlog.payloads";
    private static final Pattern REGION = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");
    private static final Duration LEAST_TIMEOUT = Duration.ofSeconds(1);
    private static final Duration MOST_TIMEOUT = Duration.ofMinutes(5);

    @Override
    public List<String> problems(PropertyResolver configuration) {
        String place = configuration.getProperty(PLACE, String.class).orElse("");
        if (!place.startsWith("s3:")) {
            return List.of();
        }
        List<String> problems = new ArrayList<>();
        if (!isLocation(place)) {
            problems.add("RUNLOG_PAYLOADS must be s3://bucket/prefix, the prefix of letters, digits, /, ., _ and -");
        }
        where(configuration, problems);
        boolean user = !text(configuration, "access-key").isEmpty();
        boolean secret = !text(configuration, "secret-key").isEmpty();
        if (user != secret) {
            problems.add(VARIABLE + (user ? "SECRET_KEY" : "ACCESS_KEY") + " is missing");
        }
        Duration timeout = value(configuration, "timeout", Duration.ofSeconds(10));
        if (timeout.compareTo(LEAST_TIMEOUT) < 0 || timeout.compareTo(MOST_TIMEOUT) > 0) {
            problems.add(VARIABLE + "TIMEOUT must be a duration from 1s to 5m");
        }
        return problems;
    }

    private static void where(PropertyResolver configuration, List<String> problems) {
        String endpoint = text(configuration, "endpoint");
        if (!endpoint.isEmpty() && !isServer(endpoint)) {
            problems.add(VARIABLE + "ENDPOINT must be an address like https://objects.example.org:9000,"
                    + " without user and path");
        }
        String region = text(configuration, "region");
        if (!region.isEmpty() && !REGION.matcher(region).matches()) {
            problems.add(VARIABLE + "REGION must be a region like eu-central-1");
        }
        if (region.isEmpty()
                && endpoint.isEmpty()
                && !configuration.containsProperty(S3PayloadPlace.REGION_OF_PROCESS)) {
            problems.add("RUNLOG_PAYLOADS is a bucket of AWS: " + VARIABLE + "REGION is missing");
        }
    }

    private static boolean isLocation(String place) {
        try {
            return !S3Location.of(place).bucket().isEmpty();
        } catch (IllegalArgumentException refused) {
            return false;
        }
    }

    private static boolean isServer(String endpoint) {
        try {
            URI address = new URI(endpoint);
            return List.of("http", "https").contains(String.valueOf(address.getScheme()))
                    && address.getHost() != null
                    && address.getUserInfo() == null
                    && address.getQuery() == null
                    && address.getFragment() == null
                    && List.of("", "/").contains(address.getPath());
        } catch (URISyntaxException malformed) {
            return false;
        }
    }

    private static String text(PropertyResolver configuration, String name) {
        return configuration
                .getProperty(S3Configuration.PREFIX + "." + name, String.class)
                .orElse("");
    }

    private static Duration value(PropertyResolver configuration, String name, Duration otherwise) {
        String property = S3Configuration.PREFIX + "." + name;
        return configuration
                .getProperty(property, Duration.class)
                .orElse(configuration.containsProperty(property) ? Duration.ZERO : otherwise);
    }
}
