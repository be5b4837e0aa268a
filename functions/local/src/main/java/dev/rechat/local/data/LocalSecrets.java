package dev.rechat.local.data;

import dev.rechat.local.start.StartProblem;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Properties;

/**
 * Secrets made on the first start and kept, readable by their owner only. Whoever loses them loses the stored Dify keys
 * and all sessions.
 *
 * @param jwtKeys sign access tokens, in the form of {@code RECHAT_JWT_KEYS}
 * @param secretsKeys seal Dify keys, in the form of {@code RECHAT_SECRETS_KEYS}
 * @param databasePassword of the embedded database
 */
public record LocalSecrets(String jwtKeys, String secretsKeys, String databasePassword) {

    private static final String JWT = "jwt.keys";

    /** What earlier versions wrote: the secret alone. */
    private static final String OLD_JWT = "jwt.secret";

    private static final String KEYS = "secrets.keys";
    private static final String PASSWORD = "database.password";

    /** @throws StartProblem when the file is there but something is missing in it */
    public static LocalSecrets loadOrCreate(Path file) throws IOException {
        if (Files.notExists(file)) {
            write(file);
        }
        Properties stored = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            stored.load(reader);
        }
        String oldSecret = stored.getProperty(OLD_JWT, "");
        if (!oldSecret.isBlank()) {
            stored.putIfAbsent(JWT, "local:" + oldSecret);
        }
        return new LocalSecrets(get(stored, JWT, file), get(stored, KEYS, file), get(stored, PASSWORD, file));
    }

    /** By way of a second file, so that a full disk or a killed process leaves no half of it. */
    private static void write(Path file) throws IOException {
        String text = """
                # Made by the first start. Keep it: stored Dify keys and all sessions depend on it.
                %s=%s
                %s=%s
                %s=%s
                """.formatted(
                JWT, FreshSecret.jwtKey("local"), KEYS, FreshSecret.secretsKey("local"), PASSWORD, FreshSecret.text());
        Path partial = file.resolveSibling(file.getFileName() + ".partial");
        Files.deleteIfExists(partial);
        Files.createFile(partial, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(partial, text);
        Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String get(Properties stored, String key, Path file) {
        String value = stored.getProperty(key, "");
        if (value.isBlank()) {
            throw new StartProblem("""
                    %s lacks %s. Restore the file; or, if what was stored may be lost,
                    remove the whole directory %s.""".formatted(file, key, file.getParent()));
        }
        return value;
    }

    @Override
    public String toString() {
        return "LocalSecrets[…]";
    }
}
