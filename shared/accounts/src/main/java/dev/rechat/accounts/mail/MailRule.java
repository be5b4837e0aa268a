package dev.rechat.accounts.mail;

import dev.rechat.kernel.config.ConfigurationRule;
import io.micronaut.core.value.PropertyResolver;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** A house with a mail server needs all that belongs to it; what is given must make sense either way. */
public final class MailRule implements ConfigurationRule {

    private static final int MAX_PORT = 65_535;
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>,;\"]+@[A-Za-z0-9.-]+");
    private static final Pattern NAMED = Pattern.compile("[^<>\\p{Cntrl}\"]*<(" + ADDRESS.pattern() + ")>");

    @Override
    public List<String> problems(PropertyResolver configuration) {
        List<String> problems = new ArrayList<>();
        publicUrl(configuration, problems);
        if (!text(configuration, "rechat.mail.host").isEmpty()) {
            mail(configuration, problems);
        }
        return problems;
    }

    private static void publicUrl(PropertyResolver configuration, List<String> problems) {
        String url = text(configuration, "rechat.public-url");
        if (!url.isEmpty() && !leadsSomewhere(url)) {
            problems.add(
                    "RECHAT_PUBLIC_URL must be an address like https://chat.example.org, without query or fragment");
        }
    }

    private static void mail(PropertyResolver configuration, List<String> problems) {
        if (text(configuration, "rechat.public-url").isEmpty()) {
            problems.add(
                    "RECHAT_PUBLIC_URL is missing: links in mail lead there, for example https://chat.example.org");
        }
        String from = text(configuration, "rechat.mail.from");
        if (from.isEmpty()) {
            problems.add("RECHAT_MAIL_FROM is missing: who mail is from, for example Chat <chat@example.org>");
        } else if (!ADDRESS.matcher(from).matches() && !NAMED.matcher(from).matches()) {
            problems.add("RECHAT_MAIL_FROM must be an address, or a name and an address: Chat <chat@example.org>");
        }
        String port = text(configuration, "rechat.mail.port");
        if (!port.isEmpty() && !isPort(port)) {
            problems.add("RECHAT_MAIL_PORT must be a number from 1 to " + MAX_PORT);
        }
        String security = text(configuration, "rechat.mail.security").toLowerCase(Locale.ROOT);
        if (!security.isEmpty() && !List.of("starttls", "tls", "none").contains(security)) {
            problems.add("RECHAT_MAIL_SECURITY must be starttls, tls or none");
        }
        boolean username = !text(configuration, "rechat.mail.username").isEmpty();
        boolean password = !text(configuration, "rechat.mail.password").isEmpty();
        if (username != password) {
            problems.add(
                    username
                            ? "RECHAT_MAIL_PASSWORD is missing: there is a RECHAT_MAIL_USERNAME"
                            : "RECHAT_MAIL_USERNAME is missing: there is a RECHAT_MAIL_PASSWORD");
        }
    }

    private static boolean leadsSomewhere(String url) {
        try {
            URI uri = new URI(url);
            return ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null;
        } catch (URISyntaxException notAUri) {
            return false;
        }
    }

    private static boolean isPort(String text) {
        try {
            int port = Integer.parseInt(text);
            return port >= 1 && port <= MAX_PORT;
        } catch (NumberFormatException notANumber) {
            return false;
        }
    }

    private static String text(PropertyResolver configuration, String name) {
        return configuration.getProperty(name, String.class).orElse("").strip();
    }
}
