package dev.rechat.local.doctor.database;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a server is. Most of them begin their version with that of the MySQL they are like, so the number in front alone
 * says nothing.
 *
 * @param major of the product itself
 */
record ServerVersion(Product product, int major, int minor, int patch) {

    private record Sign(Product product, Pattern pattern) {}

    /** The first that is found holds. */
    private static final List<Sign> SIGNS = List.of(
            // 5.7.25-OceanBase-v4.2.1.8, 5.7.25-OceanBase_CE-v4.3.5.0; the comment: OceanBase_CE 4.2.1.8 (r…)
            new Sign(Product.OCEANBASE, Pattern.compile("oceanbase[a-z_]*[- ]v?(\\d+)\\.(\\d+)(?:\\.(\\d+))?")),
            // 8.0.11-TiDB-v7.5.0
            new Sign(Product.TIDB, Pattern.compile("tidb-v?(\\d+)\\.(\\d+)(?:\\.(\\d+))?")),
            // 8.0.mysql_aurora.3.05.2
            new Sign(Product.AURORA, Pattern.compile("mysql_aurora\\.(\\d+)\\.(\\d+)(?:\\.(\\d+))?")),
            // 11.4.5-MariaDB, 5.5.5-10.6.12-MariaDB-log: the first number is for clients that know no second digit
            new Sign(Product.MARIADB, Pattern.compile("(?:5\\.5\\.5-)?(\\d+)\\.(\\d+)\\.(\\d+)[^ ]*-mariadb")));

    private static final Pattern PLAIN = Pattern.compile("^(\\d+)\\.(\\d+)(?:\\.(\\d+))?");

    /**
     * Tells what it is.
     *
     * @param version as {@code VERSION()} tells
     * @param comment {@code @@version_comment}; empty where there is none
     * @param aurora {@code @@aurora_version}; null where there is no such variable
     */
    static ServerVersion of(String version, String comment, @Nullable String aurora) {
        if (aurora != null) {
            return numbered(Product.AURORA, PLAIN.matcher(aurora));
        }
        String text = (version + " " + comment).toLowerCase(Locale.ROOT);
        for (Sign sign : SIGNS) {
            Matcher matcher = sign.pattern().matcher(text);
            if (matcher.find()) {
                return found(sign.product(), matcher);
            }
        }
        return numbered(other(text), PLAIN.matcher(version));
    }

    private static Product other(String text) {
        if (text.contains("percona")) {
            return Product.PERCONA;
        }
        if (text.contains("mariadb")) {
            return Product.MARIADB;
        }
        boolean stranger =
                List.of("vitess", "singlestore", "memsql", "polardb", "oceanbase", "tidb", "starrocks", "doris")
                        .stream()
                        .anyMatch(text::contains);
        return stranger ? Product.OTHER : Product.MYSQL;
    }

    private static ServerVersion numbered(Product product, Matcher numbers) {
        return numbers.find() ? found(product, numbers) : new ServerVersion(Product.OTHER, 0, 0, 0);
    }

    private static ServerVersion found(Product product, Matcher numbers) {
        return new ServerVersion(product, number(numbers, 1), number(numbers, 2), number(numbers, 3));
    }

    private static int number(Matcher numbers, int group) {
        String digits = numbers.group(group);
        return digits == null || digits.length() > 6 ? 0 : Integer.parseInt(digits);
    }

    boolean isBefore(int otherMajor, int otherMinor) {
        return major < otherMajor || major == otherMajor && minor < otherMinor;
    }

    @Override
    public String toString() {
        return product.title() + " " + major + "." + minor + "." + patch;
    }
}
