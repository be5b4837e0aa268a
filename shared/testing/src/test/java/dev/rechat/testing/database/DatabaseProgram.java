package dev.rechat.testing.database;

import java.util.concurrent.CountDownLatch;

/** A JVM with a database in it, to be killed by a test. */
final class DatabaseProgram {

    private DatabaseProgram() {}

    @SuppressWarnings("SystemOut") // what the test reads
    public static void main(String[] arguments) throws InterruptedException {
        Schema schema = TestDatabase.shared(DatabaseKind.MARIADB).createSchema();
        System.out.println(schema.jdbcUrl());
        new CountDownLatch(1).await();
    }
}
