package dev.rechat.local.doctor.database;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a database is, out of its JDBC URL, without credentials.
 *
 * @param server host, port and schema, for people
 * @param tls what the URL asks for, in lower case; empty where it asks for nothing
 */
record Address(String host, String schema, String server, String tls) {

    private static final Pattern URL = Pattern.compile("^jdbc:mysql://(?:[^@/?]*@)?([^/?]*)(?:/([^?]*))?(?:\\?(.*))?$");
    private static final Pattern TLS = Pattern.compile("(?i)(?:^|&)sslMode=([^&]*)");
    private static final Pattern PORT = Pattern.compile(":\\d+$");

    static Address of(String jdbcUrl) {
        Matcher url = URL.matcher(jdbcUrl);
        if (!url.matches()) {
            throw new IllegalArgumentException("the URL must begin with jdbc:mysql://");
        }
        String hostAndPort = url.group(1);
        String schema = url.group(2) == null ? "" : url.group(2);
        Matcher tls = TLS.matcher(url.group(3) == null ? "" : url.group(3));
        String mode = tls.find() ? tls.group(1).toLowerCase(Locale.ROOT) : "";
        String host = PORT.matcher(hostAndPort).replaceFirst("").replaceAll("^\\[|]$", "");
        return new Address(host, schema, hostAndPort + "/" + schema, mode);
    }

    /** On this machine, where nobody listens in between. */
    boolean isHere() {
        return host.equals("localhost") || host.equals("::1") || host.startsWith("127.");
    }

    /** Whether the server has to show that it is who it says. */
    boolean verifies() {
        return tls.equals("verify_ca") || tls.equals("verify_identity");
    }
}
