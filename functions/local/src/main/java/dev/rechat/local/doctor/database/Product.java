package dev.rechat.local.doctor.database;

/** The servers that speak MySQL's protocol, as far as they are told apart. */
enum Product {
    MYSQL("MySQL"),
    PERCONA("Percona Server"),
    MARIADB("MariaDB"),
    AURORA("Aurora MySQL"),
    OCEANBASE("OceanBase"),
    TIDB("TiDB"),
    /** Another one, whatever it calls itself. */
    OTHER("another server");

    private final String name;

    Product(String name) {
        this.name = name;
    }

    String title() {
        return name;
    }
}
