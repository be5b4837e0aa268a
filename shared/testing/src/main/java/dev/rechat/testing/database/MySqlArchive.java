package dev.rechat.testing.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The distribution is over a gigabyte; a server needs a fifth of it. */
final class MySqlArchive {

    private MySqlArchive() {}

    static void unpack(Path archive, Path directory) throws IOException {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                if (!entry.isDirectory() && isNeeded(entry.getName())) {
                    unpack(zip, entry, directory);
                }
            }
        }
        if (!directory.resolve("bin/mysqld").toFile().setExecutable(true)) {
            throw new IOException("Cannot make " + directory.resolve("bin/mysqld") + " executable");
        }
    }

    private static boolean isNeeded(String name) {
        return name.equals("bin/mysqld")
                || name.startsWith("share/")
                || name.startsWith("lib/private/")
                || (name.startsWith("lib/plugin/") && !name.startsWith("lib/plugin/debug/"));
    }

    private static void unpack(ZipFile zip, ZipEntry entry, Path directory) throws IOException {
        Path target = directory.resolve(entry.getName()).normalize();
        if (!target.startsWith(directory)) {
            throw new IOException("The archive wants to write outside its directory: " + entry.getName());
        }
        Files.createDirectories(target.resolveSibling(""));
        try (InputStream content = zip.getInputStream(entry)) {
            Files.copy(content, target);
        }
    }
}
