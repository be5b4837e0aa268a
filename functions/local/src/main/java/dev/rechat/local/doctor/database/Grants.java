package dev.rechat.local.doctor.database;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@code SHOW GRANTS} tells about one schema. */
final class Grants {

    /** Those that ReChat asks for. */
    enum Privilege {
        SELECT,
        INSERT,
        UPDATE,
        DELETE,
        CREATE,
        ALTER,
        DROP,
        INDEX,
        REFERENCES
    }

    /** For what functions and maintenance do. */
    static final Set<Privilege> OF_FUNCTIONS =
            EnumSet.of(Privilege.SELECT, Privilege.INSERT, Privilege.UPDATE, Privilege.DELETE);

    /** For what migrations do, beside those. */
    static final Set<Privilege> OF_MIGRATIONS =
            EnumSet.of(Privilege.CREATE, Privilege.ALTER, Privilege.DROP, Privilege.INDEX, Privilege.REFERENCES);

    private static final Pattern GRANT =
            Pattern.compile("(?i)^GRANT (.+?) ON (?:TABLE )?(\\*|[`'\"]?.+?[`'\"]?)\\.(\\*|[`'\"]?.+?[`'\"]?) TO .*$");

    private final Set<Privilege> held = EnumSet.noneOf(Privilege.class);
    private boolean partial;

    private Grants() {}

    /** @param lines as the server told them */
    static Grants of(List<String> lines, String schema) {
        Grants grants = new Grants();
        for (String line : lines) {
            grants.read(line, schema);
        }
        return grants;
    }

    private void read(String line, String schema) {
        if (line.regionMatches(true, 0, "REVOKE", 0, "REVOKE".length())) {
            partial = true;
            return;
        }
        Matcher grant = GRANT.matcher(line);
        if (!grant.matches() || !covers(bare(grant.group(2)), schema)) {
            return;
        }
        if (!grant.group(3).equals("*")) {
            partial = true;
            return;
        }
        String privileges = grant.group(1).toUpperCase(Locale.ROOT);
        if (privileges.startsWith("ALL")) {
            held.addAll(EnumSet.allOf(Privilege.class));
            return;
        }
        List<String> named =
                Arrays.stream(privileges.split(",", -1)).map(String::strip).toList();
        for (Privilege privilege : Privilege.values()) {
            if (named.contains(privilege.name())) {
                held.add(privilege);
            }
        }
    }

    /** Names in grants are patterns: {@code %} and {@code _} stand for others, behind a backslash for themselves. */
    private static boolean covers(String pattern, String schema) {
        if (pattern.equals("*")) {
            return true;
        }
        StringBuilder expression = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char letter = pattern.charAt(i);
            if (letter == '\\' && i + 1 < pattern.length()) {
                i++;
                expression.append(Pattern.quote(String.valueOf(pattern.charAt(i))));
            } else {
                expression.append(
                        switch (letter) {
                            case '%' -> ".*";
                            case '_' -> ".";
                            default -> Pattern.quote(String.valueOf(letter));
                        });
            }
        }
        return Pattern.compile(expression.toString(), Pattern.CASE_INSENSITIVE)
                .matcher(schema)
                .matches();
    }

    private static String bare(String name) {
        return name.replaceAll("^[`'\"]|[`'\"]$", "");
    }

    /** Of these, what is not there for the whole schema. */
    Set<Privilege> missing(Set<Privilege> wanted) {
        Set<Privilege> missing = EnumSet.copyOf(wanted);
        missing.removeAll(held);
        return missing;
    }

    /** Whether something was granted on single tables or taken back, which is not read further. */
    boolean isPartial() {
        return partial;
    }
}
